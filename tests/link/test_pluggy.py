"""Plugins of pluggy: which implementations a hook calls, with what, and what it gives."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session

class Base(DeclarativeBase):
    pass

class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    failed = sa.Column(sa.Integer)

class Mail(Base):
    __tablename__ = "mails"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/plugins/spec.py
from pluggy import HookspecMarker

spec = HookspecMarker("shop")

@spec(firstresult=True)
def shop_authenticate(name, secret):
    pass

@spec
def shop_entered(db, user):
    pass

# file: shop/plugins/__init__.py
import pluggy
from shop.plugins import spec

class Plugins(pluggy.PluginManager):
    def __init__(self):
        super().__init__("shop")

plugins = pluggy.PluginManager("shop")
plugins.add_hookspecs(spec)

# file: shop/builtin.py
from pluggy import HookimplMarker
from shop.models import Mail, User

impl = HookimplMarker("shop")

@impl(trylast=True)
def shop_authenticate(db, name):
    return db.query(User).filter_by(name=name).first()

@impl
def shop_entered(db, user):
    user.failed = 0

class Mailer:
    @impl(specname="shop_entered")
    def greet(self, db):
        self.send(db)

    def send(self, db):
        db.add(Mail())

# file: shop/services.py
from shop.models import *
from shop.plugins import Plugins, plugins
"""
CASES = {
    "all implementations run": """
def enter(db: Session, user: User):
    plugins.hook.shop_entered(db=db, user=user)
    db.commit()  #> update users, insert mails
""",
    "the first result": """
def fail(db: Session, name):
    user = plugins.hook.shop_authenticate(db=db, name=name, secret="x")
    if user is not None:
        user.failed += 1
    db.commit()  #> update users, read users
""",
    "a manager of the project's own class": """
class Service:
    def __init__(self, plugins: Plugins):
        self.plugins = plugins

    def enter(self, db: Session, user: User):
        self.plugins.hook.shop_entered(db=db, user=user)
        db.commit()  #> update users, insert mails
""",
    "results as a list": """
def fail(db: Session, name):
    for users in [plugins.hook.shop_found(db=db)]:
        for user in users:
            user.failed += 1
    db.commit()  #> update users

# file: shop/more.py
from shop.builtin import impl
from shop.models import User

@impl
def shop_found(db):
    return db.query(User).first()
""",
    "a manager of which nothing is known": """
def enter(app, db: Session, user: User):
    app.plugins.hook.shop_entered(db=db, user=user)
    db.commit()  #> update users?, insert mails?
""",
    "a hook that nobody implements": """
def leave(db: Session, user: User):
    plugins.hook.shop_left(db=db, user=user)
    db.commit()  #> nothing
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_hooks(source: str) -> None:
    assert_touches(HEAD + source)
