"""Which class does a string name?  A project's own `get_model("app", "Model")`, `get_class("app.module", "Name")`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django_apps import get_model
from boundary.link.frameworks.django_settings import get_class, get_classes
from boundary.link.walking import nodes_in
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.symbols import FunctionInfo

LOCATORS: Final = {
    "get_model": "locator.get_model",
    "get_class": "locator.get_class",
    "get_classes": "locator.get_classes",
    "load_class": "locator.get_class",
}
FEWEST: Final = 2


def locator(function: FunctionInfo) -> str | None:
    """The rule for a function that looks classes up by two strings, by its name and form."""
    if "." in function.qualname or function.name not in LOCATORS:
        return None
    named = [one.name for one in function.parameters if one.kind in {"normal", "positional"}]
    if len(named) < FEWEST or _asks_objects(function, named[:FEWEST]):
        return None
    return LOCATORS[function.name]


def _asks_objects(function: FunctionInfo, names: list[str]) -> bool:
    """Whether a function asks its first parameters for what no text has: `model._meta`, `base.classes`."""
    return any(
        isinstance(node, code.Attribute)
        and isinstance(node.value, code.Name)
        and node.value.id in names
        and not hasattr("", node.name)
        for node in nodes_in(function.body)
    )


HOOKS: Final = ()
NATIVES: Final = {
    "locator.get_model": get_model,
    "locator.get_class": get_class,
    "locator.get_classes": get_classes,
}
