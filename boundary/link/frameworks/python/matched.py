"""What does a pattern at a place find?  `case Order(customer, lines)`: the attributes that the class says.

They are those of its `__match_args__`, or else its fields in order, as dataclasses have them; a builtin type gives the
whole (`case str(text)`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Constant
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def matched(call: NativeCall) -> Value:
    """`__matched__(subject, cls, place)`."""
    subject, held, places = call.arguments.positional
    classes = [atom.cls for atom in held if isinstance(atom, ClassAtom)]
    (place,) = [atom.value for atom in places if isinstance(atom, Constant)]
    if not classes:
        return subject
    names = [_names(call, cls)[int(str(place)) :][:1] for cls in classes]
    get = call.interpreter.attributes.get
    return join(get(call.evaluator, subject, name, call.line) for one in names for name in one) or UNKNOWN


def _names(call: NativeCall, cls: ClassInfo) -> tuple[str, ...]:
    _, said = call.interpreter.classes.lookup(cls, "__match_args__")
    members = [one for atom in said for one in containers.members(atom.alone) or ()]
    return tuple(text for one in members for text in strings(one)) or call.interpreter.objects.fields(cls)


NATIVES: Final[dict[str, Handler]] = {"builtins.__matched__": matched}
