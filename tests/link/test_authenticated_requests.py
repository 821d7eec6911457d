"""Whose request it is, as the middlewares of Starlette and imia keep it on the request."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

SHOP = """
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, Session
class Base(DeclarativeBase): ...
class Person(Base):
    __tablename__ = "people"
    id = Column(Integer, primary_key=True)
    name = Column(Integer)

# file: shop/pages.py
from starlette.requests import Request
from shop.models import *
def rename(request: Request, session: Session):
    session.add(request.{told})
    request.{told}.name = "New"
    session.commit()  #> update people

# file: shop/main.py
from starlette.applications import Starlette
from starlette.authentication import AuthCredentials, AuthenticationBackend
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.routing import Route
from shop.models import *
from shop.pages import rename
"""
BACKEND = """
class Backend(AuthenticationBackend):
    async def authenticate(self, conn):
        if "Authorization" not in conn.headers:
            return
        return AuthCredentials(["authenticated"]), Session().get(Person, 1)
"""
IMIA = """
import imia
class People(imia.UserProvider):
    async def find_by_id(self, connection, identifier):
        return Session().get(Person, identifier)
    async def find_by_username(self, connection, username_or_email):
        return await self.find_by_id(connection, username_or_email)
class Checking(imia.SessionAuthenticator):
    async def authenticate(self, connection):
        return await super().authenticate(connection)
"""


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (
            "user",
            BACKEND + "app = Starlette([Route('/', rename)], middleware=[Middleware(AuthenticationMiddleware, "
            "backend=Backend())])",
        ),
        ("user", BACKEND + "app = Starlette()\napp.add_middleware(AuthenticationMiddleware, backend=Backend())"),
        ("auth.user", IMIA + "kept = Middleware(imia.AuthenticationMiddleware, authenticators=[Checking(People())])"),
    ],
)
def test_the_user_of_a_request(told: str, kept: str) -> None:
    assert_touches(SHOP.replace("{told}", told) + kept)


def test_a_backend_is_asked_before_requests() -> None:
    assert_enters(SHOP.replace("{told}", "user") + BACKEND, "middleware shop.main.Backend.authenticate")


def test_a_form_that_a_request_fills() -> None:
    assert_touches(f"""{SHOP.replace("{told}", "user").partition("# file: shop/pages.py")[0]}
# file: shop/forms.py
from starlette_wtf import StarletteForm
from shop.models import *
class RenameForm(StarletteForm):
    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
async def rename(request, session: Session):
    form = await RenameForm.from_formdata(request=request, person=session.get(Person, 1))
    if await form.validate_on_submit():
        form.person.name = form.name.data
        session.commit()  #> update people
""")
