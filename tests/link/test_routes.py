"""Routes: which methods of which controllers a mapper leads to."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters

SHOP = """
# file: shop/controllers.py
class Orders:
    def __init__(self):
        self.calls = 0
    def index(self, request): ...
    def show(self, request, id): ...
    def pay(self, request, id): ...
    def _hidden(self): ...

class Reader:
    def __init__(self, controller):
        self.controller = controller
    def __call__(self, request):
        return getattr(self.controller, request.action)(request)

# file: shop/router.py
import routes
from routes import Mapper
from shop.controllers import Orders, Reader

class OwnMapper(routes.Mapper):
    def connect(self, *args, **kwargs):
        kwargs["requirements"] = {}
        routes.Mapper.connect(self, *args, **kwargs)

orders = Orders()
mapper = Mapper()
own = OwnMapper()
"""
INDEX, SHOW, PAY = (f"route shop.controllers.Orders.{name}" for name in ("index", "show", "pay"))


@pytest.mark.parametrize(
    ("told", "entered"),
    [
        ('mapper.connect("/orders", controller=orders, action="index")', [INDEX]),
        ('mapper.connect("orders", "/orders/{id}/pay", controller=orders, action="pay")', [PAY]),
        ('mapper.connect("/orders", controller=Reader(orders))', [INDEX]),
        ('mapper.connect("/orders/{action}", controller=orders)', [INDEX, SHOW, PAY]),
        ('mapper.resource("order", "orders", controller=orders)', [INDEX, SHOW]),
        ('mapper.resource("order", "orders", controller=Reader(orders), member={"pay": "POST"})', [INDEX, SHOW, PAY]),
        ('mapper.collection("orders", "order", controller=orders)', [INDEX, SHOW]),
        ('own.connect("/orders/{id}/pay", controller=orders, action="pay")', [PAY]),
        (
            """with mapper.submapper(controller=orders, path_prefix="/orders") as part:
        part.connect("/all", action="show")
        part.action("pay", method="POST")""",
            [SHOW, PAY],
        ),
    ],
)
def test_actions_of_controllers(told: str, entered: list[str]) -> None:
    assert_enters(f"{SHOP}def route():\n    {told}\n", *entered)
