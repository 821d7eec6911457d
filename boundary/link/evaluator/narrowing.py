"""What does a test say of an attribute?  `if isinstance(note.target, Order): note.target.save()`.

Where nothing else is known of the attribute it is of the class that the test names, until the object or the attribute
is bound anew. It stands among the local variables, under a name with dots that no variable can have: so it is forgotten
where the branch ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import understood
from boundary.link.domain.instances import tested_classes
from boundary.link.domain.joining import join
from boundary.link.domain.values import ANY, UNKNOWN, ClassAtom, Wrapped
from boundary.link.frameworks.python import members as python_members
from boundary.link.syntax.kinds import ATTRIBUTE, NAME
from boundary.link.syntax.walking import constant_text, last_name

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

STARTS: Final = "startswith"
PARTS: Final = frozenset({STARTS, "endswith"})
"""Tests that only some names of members pass."""


def is_of(evaluator: Evaluator, place: code.Attribute, classes: code.Expression, *, exact: bool) -> dict[str, Value]:
    """The local variables where an attribute is an instance of some classes."""
    env = dict(evaluator.env)
    path = _path(place)
    wanted = tested_classes(evaluator.evaluate(classes)) if path else None
    told = [atom.cls for atom in wanted or () if isinstance(atom, ClassAtom) and not atom.cls.library]
    if path and wanted and told:
        one = evaluator.interpreter.instances_of(told, exact=exact)
        env[path] = one if len(told) == len(wanted) else one | UNKNOWN
        evaluator.narrows = True
    return env


def seen(evaluator: Evaluator, place: code.Attribute, value: Value) -> Value:
    """What an attribute holds, where a test before this has told it and nothing that is sure does."""
    sure = ANY not in value and understood(value)
    told = None if sure else evaluator.env.get(_path(place))
    if told is None:
        return value
    return told if ANY not in told else join((value, told))


def of_some(
    evaluator: Evaluator, env: dict[str, Value], name: str, pieces: tuple[str | None, ...] = ()
) -> dict[str, Value]:
    """The local variables where a name of `dir(row)` passes a test: it is no more that of each member.

    What `getmembers(row)` gives beside the name is then one of those that are called so.
    """
    value = env.get(name)
    if value is not None and any(type(atom) is Wrapped and atom.kind == python_members.NAME for atom in value):
        env[name] = python_members.of_some(evaluator.atoms, value, pieces)
        if pieces:
            holders = python_members.named_in(value)
            for other, held in env.items():
                env[other] = python_members.fitting(evaluator, held, holders, pieces)
    return env


def parts_tested(test: code.Call) -> tuple[str | None, ...]:
    """How a name begins or ends that passes: `name.startswith("handle_")`; nothing where that is not one text.

    Names that begin with no more than an underscore are told by what they are not.
    """
    text = constant_text(test.arguments[0] if len(test.arguments) == 1 else None)
    if not text.strip("_"):
        return ()
    return (text, None) if last_name(test.function) == STARTS else (None, text)


def bound_anew(env: dict[str, Value], place: code.Expression) -> None:
    """A variable or an attribute is bound: what was told of it, and of what hangs on it, is so no more."""
    path = _path(place)
    for name in [one for one in env if one == path or one.startswith(f"{path}.")] if path else ():
        if "." in name:
            del env[name]


def met(merged: dict[str, Value], envs: list[dict[str, Value]]) -> None:
    """Where branches meet, only what all of them were told is so."""
    for name in [one for one in merged if "." in one and not all(one in env for env in envs)]:
        del merged[name]


def _path(place: code.Expression) -> str:
    """`note.target` as it is written; empty where it is not made of names alone."""
    names: list[str] = []
    while type(place) is ATTRIBUTE:
        names.append(place.name)
        place = place.value
    return ".".join([place.id, *reversed(names)]) if type(place) is NAME else ""
