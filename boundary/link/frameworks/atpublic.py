"""Which names does `public(config=Configuration())` of atpublic give to a module?  Those of its keyword arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.syntax.scopes import Binding
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter


def bind(interpreter: Interpreter) -> None:
    """Bind the names at the top of each module."""
    if "public" not in interpreter.frameworks.imported:
        return
    for module in list(interpreter.program.modules.values()):
        for statement in module.statements if not module.library else ():
            match statement:
                case code.Evaluate(value=code.Call(function=code.Name(id="public" | "private"), keywords=keywords)):
                    for one in keywords:
                        if one.name is not None:
                            bound = code.Assign((code.Name(one.name),), one.value, None, statement.line)
                            module.bindings.setdefault(one.name, []).append(Binding(bound))
