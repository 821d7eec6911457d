"""What does an object hold whose class derives from `dict`?  What it was made of, and what was put into it since.

`class Registry(dict)` with methods of its own is a dict all the same: what its `super()` does is what a dict does, its
items are kept with the object, and `__missing__` gives what no key holds. A method of `dict` does the same where it is
called on the class (`dict.__setitem__(self, key, value)`), or is what a class has for its attributes
(`__setattr__ = dict.__setitem__`, `__getattr__ = dict.get`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import dotted_name
from boundary.link.domain.joining import join
from boundary.link.domain.kept_apart import keep_apart
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, Instance
from boundary.link.frameworks.protocol import Hook, NativeCall
from boundary.link.frameworks.python.dicts import dict_of
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler

BASES: Final = ("builtins.dict", "collections.OrderedDict", "collections.UserDict", "collections.defaultdict")
ITEMS: Final = "<items>"
PREFIX: Final = "mapping"
READS: Final = ("get", "pop", "popitem", "values", "items", "keys", "copy")
"""The methods that do with the items what those of a dict do."""
ANSWER: Final = "mapping"


def is_mapping(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class of the project derives from `dict`."""
    known: bool | None = cls.answers.get(ANSWER)
    if known is None:
        known = cls.answers[ANSWER] = not cls.library and not interpreter.classes.above(cls).isdisjoint(BASES)
    return known


def held(evaluator: Evaluator, atom: Instance) -> Value:
    """The dict that an object is: its items so far."""
    value = evaluator.interpreter.read_attribute(atom.cells, ITEMS, evaluator.context)
    return value or evaluator.atoms.container("dict", BOTTOM, ())


def put(evaluator: Evaluator, atom: Instance, value: Value) -> None:
    """An object holds the items of a dict, too."""
    items = frozenset(one for one in value if isinstance(one, Container) and one.kind == "dict")
    if items:
        evaluator.interpreter.write_attribute(atom, ITEMS, items)


def put_item(evaluator: Evaluator, atom: Instance, key: Value, value: Value) -> None:
    """An object holds a value under a key."""
    if is_mapping(evaluator.interpreter, atom.cls):
        put(evaluator, atom, containers.make_dict(evaluator, [(key, value)]))


def item(evaluator: Evaluator, atom: Instance, key: Value, line: int) -> Value:
    """`registry[key]`, as `dict` does it."""
    found = containers.subscript(evaluator, held(evaluator, atom), key, line)
    missing = evaluator.interpreter.objects.method(evaluator, atom.alone, "__missing__", line, Arguments((key,)))
    return found if missing is None else join((found, missing))


def iterated(evaluator: Evaluator, atom: Instance, line: int) -> Value:
    """The keys."""
    return evaluator.interpreter.items.iterate(evaluator, held(evaluator, atom), line)


class MappingHook(Hook):
    """Objects of classes below `dict`, kept apart by where they are made."""

    def __init__(self, base: str) -> None:
        self.base = base

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Registry(items)`."""
        if not is_mapping(evaluator.interpreter, cls):
            return None
        site = keep_apart(cls, ("made", evaluator.module.name, line))
        value = evaluator.atoms.instance(cls, site=site)
        cls.data["instantiated"] = True
        evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        return value

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """The methods of a dict, and the items where attributes are these."""
        if not is_mapping(evaluator.interpreter, atom.cls):
            return None
        if name in METHODS:
            return evaluator.atoms.native(f"{PREFIX}.{name}", atom)
        how = None if name.startswith("__") else _of_dict(evaluator, atom, "__getattr__")
        if how not in {"get", "__getitem__"}:
            return None
        found = item(evaluator, atom, evaluator.atoms.constant(name), line)
        return found | evaluator.atoms.none if how == "get" else found

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`settings.name = value` where attributes are the items."""
        del line
        if not is_mapping(evaluator.interpreter, atom.cls):
            return False
        is_item = _of_dict(evaluator, atom, "__setattr__") == "__setitem__"
        if is_item:
            put_item(evaluator, atom, evaluator.atoms.constant(name), value)
        return is_item

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for key in registry`, where the class has no `__iter__` of its own."""
        known = is_mapping(evaluator.interpreter, atom.cls)
        if not known or evaluator.interpreter.classes.lookup(atom.cls, "__iter__")[0] is not None:
            return None
        return iterated(evaluator, atom, line)


def _of_dict(evaluator: Evaluator, atom: Instance, name: str) -> str | None:
    """The method of `dict` that a class has under a name."""
    for one in evaluator.interpreter.classes.lookup(atom.cls, name)[1]:
        held, _, method = dotted_name(one).rpartition(".")
        if held in BASES:
            return method
    return None


def unbound(call: NativeCall) -> Value:
    """`dict.__setitem__(self, key, value)`, `dict.update(held, items)`."""
    found: list[Value] = []
    for atom in call.first:
        method = call.name.rpartition(".")[2]
        if isinstance(atom, Instance) and is_mapping(call.interpreter, atom.cls):
            bound = call.atoms.native(f"{PREFIX}.{method}", atom)
        elif isinstance(atom, Container) and atom.kind == "dict":
            bound = call.interpreter.attributes.get(call.evaluator, atom.alone, method, call.line)
        else:
            continue
        given = call.arguments.behind_first()
        found.append(call.interpreter.calls.call(call.evaluator, bound, given, call.line))
    return join(found) or UNKNOWN


def made(call: NativeCall) -> Value:
    """`super().__init__(items)`, `registry.update(items)`."""
    atom: Instance = call.receiver
    put(call.evaluator, atom, dict_of(NativeCall(call.evaluator, call.name, None, call.arguments, call.line)))
    return call.atoms.none


def got_item(call: NativeCall) -> Value:
    """`super().__getitem__(key)`."""
    return item(call.evaluator, call.receiver, call.first, call.line)


def set_item(call: NativeCall) -> Value:
    """`super().__setitem__(key, value)`."""
    put_item(call.evaluator, call.receiver, call.first, call.arguments.get(1, "") or UNKNOWN)
    return call.atoms.none


def defaulted(call: NativeCall) -> Value:
    """`registry.setdefault(key, default)`."""
    default = call.arguments.get(1, "") or call.atoms.none
    put_item(call.evaluator, call.receiver, call.first, default)
    return join((default, item(call.evaluator, call.receiver, call.first, call.line)))


def iterated_over(call: NativeCall) -> Value:
    """`super().__iter__()`."""
    return call.atoms.container("generator", iterated(call.evaluator, call.receiver, call.line))


def as_dict(name: str) -> Handler:
    """A method that does with the items what that of a dict does."""

    def handler(call: NativeCall) -> Value:
        items = held(call.evaluator, call.receiver)
        method = call.interpreter.attributes.get(call.evaluator, items, name, call.line)
        return call.interpreter.calls.call(call.evaluator, method, call.arguments, call.line)

    return handler


OWN: Final[dict[str, Callable[[NativeCall], Value]]] = {
    "__init__": made,
    "update": made,
    "__getitem__": got_item,
    "__setitem__": set_item,
    "setdefault": defaulted,
    "__iter__": iterated_over,
}
METHODS: Final = frozenset([*OWN, *READS])
HOOKS: Final = tuple([MappingHook(base) for base in BASES])
NATIVES: Final[dict[str, Handler]] = {
    **{f"{PREFIX}.{name}": handler for name, handler in OWN.items()},
    **{f"{PREFIX}.{name}": as_dict(name) for name in READS},
    **{f"{base}.{name}": unbound for base in BASES for name in (*OWN, *READS)},
}
