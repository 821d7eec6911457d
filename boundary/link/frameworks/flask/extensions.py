"""What is an extension of Flask put into?  An application, even where no code does that: `init_app(app)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter

NEEDS: Final = ("flask",)
APPLICATION: Final = "flask.Flask"
EXTENDING: Final = "init_app"


def parameter(interpreter: Interpreter, function: FunctionInfo, name: str) -> ClassInfo | None:
    """The application that `init_app(app)` is handed, or an extension where it is made: `Store(app)`."""
    made = function.name == "__init__" and function.cls is not None and EXTENDING in function.cls.bindings
    extends = name == "app" and (made or function.name == EXTENDING)
    return interpreter.library_class(APPLICATION) if extends else None
