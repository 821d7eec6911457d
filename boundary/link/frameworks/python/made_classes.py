"""Which class does a call make?  `type(name, bases, namespace)`, and the same of a metaclass or of a class's type.

`type(Form)("OwnForm", (Form,), {"request": request})` makes a class as the metaclass of `Form` does, whichever that is.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final

from boundary.link.definitions.symbols import ClassInfo
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import MOST_KEPT, join
from boundary.link.domain.values import TOO_MANY, UNKNOWN, ClassAtom, by_age
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

MAKING: Final = 3
"""How many arguments the form has that makes a class: its name, its bases, its namespace."""
OBJECT: Final = "builtins.object"
MOST_MADE: Final = MOST_KEPT
"""So many at one place are kept apart; more are told."""


class MetaclassHook(Hook):
    """`Metaclass(name, bases, namespace)`."""

    base = "builtins.type"

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """The class that is made, where the call has the usual form."""
        del cls
        return class_made(evaluator, arguments, line) if len(arguments.positional) == MAKING else None


def class_made(evaluator: Evaluator, arguments: Arguments, line: int) -> Value:
    """A class made of its name, bases and namespace; where too many are called the same, its bases stand for it.

    Where a base may be one of several (`(backend.Backend, Base)`), there is a class for each.
    """
    interpreter = evaluator.interpreter
    name, bases, namespace = arguments.positional
    written = containers.members(bases)
    if written is not None:  # `(object,)` says no more than `()`
        written = tuple([one for one in written if one != evaluator.atoms.external(OBJECT)])
    given = written or (containers.element(evaluator, bases),)
    choices = [[atom.cls for atom in by_age(one) if isinstance(atom, ClassAtom)] for one in given]
    above = [cls for one in choices for cls in one]
    held = {key: value for key, value in (containers.pairs(namespace) or {}).items() if isinstance(key, str)}
    if not held and len(given) == 1:
        return join(interpreter.atoms.class_(one) for one in above) or UNKNOWN
    if not above and (not held or written != ()):
        return UNKNOWN
    if len(given) > 1 and 1 < prod(len(one) or 1 for one in choices) <= MOST_MADE:
        rows = product(*(one for one in choices if one))
        return join(_made(evaluator, name, list(one), held, line) for one in rows)
    return _made(evaluator, name, above, held, line)


def _made(evaluator: Evaluator, name: Value, above: list[ClassInfo], held: dict[str, Value], line: int) -> Value:
    """The class with these bases, in their order."""
    interpreter, module = evaluator.interpreter, evaluator.module
    title = next(iter(strings(name)), above[0].name if above else "")
    place = f"classes made at {module.name}:{line}: {title}"
    known: dict[object, ClassInfo] = interpreter.frameworks.state.setdefault(place, {})
    here = set(known.values())
    again = [one for one in above if one in here]
    if again:  # what a class made here is below is stored where the next one looks for its base
        above = [one for one in above if one not in here]
        if not above:
            return join(interpreter.atoms.class_(one) for one in again)
    key = tuple(above), tuple(sorted(held.items(), key=lambda one: one[0]))
    if key not in known and len(known) < MOST_MADE:
        made = known[key] = ClassInfo(title, title, module, None, None, None, {})
        made.bases, made.made = list(above), held
        for one in above:
            interpreter.classes.extend(one, made)
        for hook in interpreter.frameworks.hooks(interpreter, made):
            hook.made(evaluator, made)
    if key in known:
        return interpreter.atoms.class_(known[key])
    return join(interpreter.atoms.class_(one) for one in above) | TOO_MANY


HOOKS: Final = (MetaclassHook(),)
