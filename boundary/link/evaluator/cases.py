"""Which branches run once for each name that a variable may be?

A mapper lists relationships by name, and code that works on any class asks whether a key is one of them. What it does
then is another thing for each: `if key in relationships: setattr(row, key, made_of(relationships[key]))`. Of a key
that is not known nothing is said: it is seldom any of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.values import ANY, UNKNOWN, Constant, Instance
from boundary.link.members.picking import LISTED
from boundary.link.syntax.kinds import ATTRIBUTE, NAME, OPERATION

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code


def names_of(evaluator: Evaluator, value: Value) -> tuple[Value, ...] | None:
    """The names that `in` finds in what a mapper lists; None for anything else."""
    atom = _listed(value)
    if atom is None:
        return None
    for hook in evaluator.interpreter.frameworks.hooks(evaluator.interpreter, atom.cls):
        names = hook.names(evaluator, atom)
        if names is not None:
            return tuple(evaluator.atoms.constant(name) for name in names)
    return None


def is_listed(atom: Instance) -> bool:
    """Whether an object is what a mapper lists."""
    return isinstance(atom.site, tuple) and atom.site[0] == LISTED


def _listed(value: Value) -> Instance | None:
    """The one object that a value is, where a mapper lists it."""
    if len(value) != 1:
        return None
    (atom,) = value
    return atom if isinstance(atom, Instance) and is_listed(atom) else None


def spread(evaluator: Evaluator, value: Value, line: int) -> Value:
    """What a mapper lists as a list of its members; every other value as it is."""
    if _listed(value) is None:
        return value
    values = evaluator.interpreter.attributes.get(evaluator, value, "values", line)
    return evaluator.interpreter.calls.call(evaluator, values, NO_ARGUMENTS, line)


def split(evaluator: Evaluator, test: code.Expression, env: dict[str, Value]) -> list[dict[str, Value]]:
    """The variables in a branch that `test` leads to, once for each name where it asks for one of several."""
    if type(test) is not OPERATION:
        return [env]
    if test.operator == "and":
        for operand in test.operands:
            found = split(evaluator, operand, env)
            if len(found) > 1:
                return found
        return [env]
    if test.operator != "in" or type(test.operands[0]) is not NAME or type(test.operands[1]) not in {NAME, ATTRIBUTE}:
        return [env]
    name = test.operands[0].id
    names = names_of(evaluator, evaluator.evaluate(test.operands[1])) if name in env else None
    if names is None:
        return [env]
    value = env[name]
    held = {atom.value for atom in value if isinstance(atom, Constant)}
    meant = [one for one in names if not held.isdisjoint({atom.value for atom in one})]  # type: ignore[attr-defined]
    if ANY in value and meant:
        return [*({**env, name: one} for one in meant), {**env, name: UNKNOWN}]
    return [{**env, name: one} for one in meant] or [env]
