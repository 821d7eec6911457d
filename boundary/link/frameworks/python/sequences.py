"""What does an object hold whose class derives from `list`?  What it was made of, and what was put into it since.

`class Orders(list)` with methods of its own is a list all the same; sets and deques are taken for lists here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.kept_apart import keep_apart
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.protocol import Hook, NativeCall
from boundary.link.frameworks.python.collections import nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler

BASES: Final = ("builtins.list", "builtins.set", "collections.UserList", "collections.deque")
MEMBERS: Final = "<members>"
PREFIX: Final = "sequence"
ANSWER: Final = "sequence"


def is_sequence(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class of the project derives from `list`."""
    known: bool | None = cls.answers.get(ANSWER)
    if known is None:
        known = cls.answers[ANSWER] = not cls.library and not interpreter.classes.above(cls).isdisjoint(BASES)
    return known


def held(evaluator: Evaluator, atom: Instance) -> Value:
    """Any of the members so far."""
    return evaluator.interpreter.read_attribute(atom.cells, MEMBERS, evaluator.context)


def put(evaluator: Evaluator, atom: Instance, member: Value) -> None:
    """An object holds a member, too."""
    if member:
        evaluator.interpreter.write_attribute(atom, MEMBERS, member)


class SequenceHook(Hook):
    """Objects of classes below `list`, kept apart by where they are made."""

    def __init__(self, base: str) -> None:
        self.base = base

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Orders(rows)`."""
        if not is_sequence(evaluator.interpreter, cls):
            return None
        site = keep_apart(cls, ("made", evaluator.module.name, line, _maker(evaluator)))
        value = evaluator.atoms.instance(cls, site=site)
        cls.data["instantiated"] = True
        if evaluator.interpreter.classes.lookup(cls, "__init__")[0] is not None:
            evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        elif arguments.positional:
            given = evaluator.interpreter.items.iterate(evaluator, arguments.positional[0], line)
            for atom in value:
                if isinstance(atom, Instance):
                    put(evaluator, atom, given)
        return value

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """The methods of a list."""
        del line
        if name not in METHODS or not is_sequence(evaluator.interpreter, atom.cls):
            return None
        return evaluator.atoms.native(f"{PREFIX}.{name}", atom)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for row in rows`, `rows[0]`, where the class has no `__iter__` of its own."""
        del line
        known = is_sequence(evaluator.interpreter, atom.cls)
        if not known or evaluator.interpreter.classes.lookup(atom.cls, "__iter__")[0] is not None:
            return None
        return held(evaluator, atom) or UNKNOWN


def _maker(evaluator: Evaluator) -> ClassInfo | None:
    """The class of the object whose method makes a list: a base makes one for each of the classes below it.

    A serializer collects the rows of its own model, in code that stands in the base of all serializers.
    """
    receiver = evaluator.context.receiver
    return receiver.cls if isinstance(receiver, (Instance, ClassAtom)) and not receiver.cls.library else None


def added(call: NativeCall) -> Value:
    """`rows.append(row)`, `rows.insert(0, row)`, `rows[0] = row`: the last argument is put in."""
    put(call.evaluator, call.receiver, join(call.arguments.positional[-1:]))
    return call.atoms.none


def extended(call: NativeCall) -> Value:
    """`rows.extend(others)`, `super().__init__(others)`: the members of the first argument are."""
    for given in call.arguments.positional[:1]:
        put(call.evaluator, call.receiver, call.interpreter.items.iterate(call.evaluator, given, call.line))
    return call.atoms.none


def taken(call: NativeCall) -> Value:
    """`rows.pop()`, `super().__getitem__(0)`."""
    return held(call.evaluator, call.receiver) or UNKNOWN


def all_of_them(call: NativeCall) -> Value:
    """`rows.copy()`, `super().__iter__()`."""
    return call.atoms.container("list", held(call.evaluator, call.receiver) or BOTTOM)


OWN: Final[dict[str, Callable[[NativeCall], Value]]] = {
    **dict.fromkeys(("append", "appendleft", "insert", "add", "__setitem__"), added),
    **dict.fromkeys(("extend", "extendleft", "update", "__init__", "__iadd__"), extended),
    **dict.fromkeys(("pop", "popleft", "__getitem__"), taken),
    **dict.fromkeys(("copy", "__iter__", "__reversed__"), all_of_them),
    **dict.fromkeys(("remove", "discard", "clear", "sort", "reverse", "rotate"), nothing),
}
METHODS: Final = frozenset(OWN)
HOOKS: Final = tuple([SequenceHook(base) for base in BASES])
NATIVES: Final[dict[str, Handler]] = {f"{PREFIX}.{name}": handler for name, handler in OWN.items()}
