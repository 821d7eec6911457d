"""Backends that Starlette asks who sends a request."""

from __future__ import annotations

from tests.link.linking import assert_enters


def test_a_backend() -> None:
    assert_enters(
        """
# file: shop/app.py
from fastapi import FastAPI
from starlette.authentication import AuthCredentials, AuthenticationBackend, SimpleUser, requires
from starlette.middleware.authentication import AuthenticationMiddleware
from shop.models import Log
class Backend(AuthenticationBackend):
    async def authenticate(self, request):
        Log.objects.create(text=request.headers["user"])
        return AuthCredentials(["authenticated"]), SimpleUser("a")
app = FastAPI()
app.add_middleware(AuthenticationMiddleware, backend=Backend())
@app.get("/orders")
@requires("authenticated")
async def orders(request):
    return []
""",
        "middleware shop.app.Backend.authenticate",
        "route shop.app.orders",
    )
