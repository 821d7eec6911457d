"""What may others have set that the project sets to None?  What it first asks whether it is there.

    if not hasattr(g, "user"):
        g.user = None

An object of a framework, whose attributes extensions set, too: the project asks since they may have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, CONSTANT, NAME, OPERATION

if TYPE_CHECKING:
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code


def note(evaluator: Evaluator, node: code.If) -> None:
    """An attribute may be anything that is set to None where the object has none of its name."""
    test = node.test
    asked = test.operands[0] if type(test) is OPERATION and test.operator == "not" else None
    if type(asked) is not CALL or type(asked.function) is not NAME or asked.function.id != "hasattr":
        return
    names = [one.value for one in asked.arguments if type(one) is CONSTANT]
    for one in node.body:
        if type(one) is not ASSIGN or type(one.value) is not CONSTANT or one.value.value is not None:
            continue
        for target in one.targets:
            if type(target) is ATTRIBUTE and names == [target.name]:
                held = evaluator.evaluate(target.value)
                shared = frozenset(atom for atom in held if isinstance(atom, Instance) and atom.cls.library)
                evaluator.interpreter.stores.set(evaluator, shared, target.name, UNKNOWN, one.line)
