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


NAMED = """
# file: shop/controllers/__init__.py
# file: shop/controllers/admin/__init__.py
# file: shop/controllers/home.py
class HomeController:
    def index(self): ...
class Home:
    def index(self): ...
# file: shop/controllers/admin/repo_groups.py
import decorator
@decorator.decorator
def logged(function, *args, **kwargs):
    return function(*args, **kwargs)
class RepoGroupsController:
    def index(self): ...
    @logged
    def pay(self, id): ...
    def _hidden(self): ...
# file: shop/router.py
from routes import Mapper
mapper = Mapper()
"""
HOME = "route shop.controllers.home.HomeController.index"
LIST, PAID = (f"route shop.controllers.admin.repo_groups.RepoGroupsController.{name}" for name in ("index", "pay"))


@pytest.mark.parametrize(
    ("told", "entered"),
    [
        ('mapper.connect("home", "/", controller="home")', [HOME]),
        ('mapper.connect("/pay", controller="admin/repo_groups", action="pay")', [PAID]),
        ('mapper.connect("/pay/{action}", controller="admin/repo-groups")', []),
        ('mapper.connect("/nobody", controller="nobody")', []),
        ('with mapper.submapper(controller="admin/repo_groups") as part:\n        part.connect("/all")', [LIST]),
    ],
)
def test_controllers_that_are_named(told: str, entered: list[str]) -> None:
    assert_enters(f"{NAMED}def route():\n    {told}\n", *entered)
