"""Methods that a loop asks for by their names and registers, and which of the names it passes over."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters

NAMES = [f"act{number}" for number in range(14)]
METHODS = "".join([f"    def {name}(self): ...\n" for name in NAMES])


@pytest.mark.parametrize(
    "registers",
    [
        "self.add_url_rule('/' + name, name, view_func=getattr(self, name))",
        "method = getattr(self, name)\n            self.add_url_rule('/' + name, name, method)",
    ],
)
def test_more_than_are_kept_together(registers: str) -> None:
    source = f"""
from flask import Blueprint, Flask
class Orders(Blueprint):
    def __init__(self):
        super().__init__("orders", __name__)
        for name in {NAMES}:
            {registers}
{METHODS}
app = Flask(__name__)
app.register_blueprint(Orders())
"""
    assert_enters(source, *[f"route shop.services.Orders.{name}" for name in NAMES])


@pytest.mark.parametrize(
    "test", ["name[0] != '_'", "not name.startswith('_')", "name[-1] != '_'", "not name.endswith('_')"]
)
@pytest.mark.parametrize("more", ["", METHODS], ids=["few", "many"])
def test_names_that_are_passed_over(test: str, more: str) -> None:
    source = f"""
from types import FunctionType
from flask import Blueprint, Flask
class Listing(type):
    def __new__(meta, name, bases, held):
        cls = super().__new__(meta, name, bases, held)
        cls._actions = {{name for base in bases for name in getattr(base, "_actions", [])}}
        for name, value in list(held.items()):
            if {test} and isinstance(value, FunctionType):
                cls._actions.add(name)
        return cls
class Pages(Blueprint, metaclass=Listing):
    def _base_(self):
        for name in self._actions:
            self.add_url_rule("/" + name, name, view_func=getattr(self, name))
class Orders(Pages):
    def _own_(self): ...
    def __after__(self): ...
    def shown(self): ...
    def stored(self): ...
{more}
app = Flask(__name__)
orders = Orders("orders", __name__)
orders._base_()
app.register_blueprint(orders)
"""
    names = ["shown", "stored", *(NAMES if more else [])]
    assert_enters(source, *[f"route shop.services.Orders.{name}" for name in names])
