"""Which class does a string name?  A project's own `get_model("app", "Model")`, `get_class("app.module", "Name")`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django_apps import get_model
from boundary.link.frameworks.django_settings import get_class, get_classes

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
    named = [parameter for parameter in function.parameters if parameter.kind in {"normal", "positional"}]
    return LOCATORS[function.name] if len(named) >= FEWEST else None


HOOKS: Final = ()
NATIVES: Final = {
    "locator.get_model": get_model,
    "locator.get_class": get_class,
    "locator.get_classes": get_classes,
}
