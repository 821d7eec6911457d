"""Which variables of a module hold another one that is filled?  They hold what is put into that later, too.

    CONFIG = {}
    settings = {"config": CONFIG}               # looked up, perhaps, before the line below is read
    CONFIG["store"] = Store()

    settings["config"]["store"].keep(order)

A variable of a module is looked up once; one that is a collection written out with another in it is looked up again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import ASSIGN, DISPLAY, MAPPING, NAME, parts_of

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

LONGEST_WAY: Final = 3
"""So many variables hold one another."""


def filled(evaluator: Evaluator, module: ModuleInfo, name: str, further: int = LONGEST_WAY) -> None:
    """Something was put into a variable of a module."""
    for holder in _holders(module).get(name, ()) if further else ():
        if _holds_more(evaluator, module, holder):
            evaluator.interpreter.write(("global", module.name, holder), module.values[holder])
            filled(evaluator, module, holder, further - 1)


def _holds_more(evaluator: Evaluator, module: ModuleInfo, name: str) -> bool:
    """Whether a variable that has been looked up before holds more now."""
    before = module.values.get(name)
    if not before:
        return False
    del module.values[name]
    module.values[name] = before | evaluator.interpreter.names.value(module, name)
    return module.values[name] != before


def _holders(module: ModuleInfo) -> dict[str, list[str]]:
    """The variables of a module that are written out as a collection of others, by each of these."""
    held = module.holders
    if held is None:
        held = module.holders = {}
        for statement in module.statements:
            if type(statement) is ASSIGN and len(statement.targets) == 1 and type(statement.targets[0]) is NAME:
                for name in _names_in(statement.value):
                    held.setdefault(name, []).append(statement.targets[0].id)
    return held


def _names_in(node: code.Expression | None) -> list[str]:
    """The variables in a collection that is written out."""
    found: list[str] = []
    stack: list[object] = [node] if type(node) is DISPLAY or type(node) is MAPPING else []
    while stack:
        one = stack.pop()
        if type(one) is NAME:
            found.append(one.id)
        elif type(one) is DISPLAY or type(one) is MAPPING:
            stack.extend(parts_of(one))
        elif isinstance(one, tuple):
            stack.extend(one)
    return found
