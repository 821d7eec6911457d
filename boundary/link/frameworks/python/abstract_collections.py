"""What do classes below `Mapping` and `Sequence` have that they do not define?  Methods that ask those that they do.

    class Prices(MutableMapping):  # defines `__getitem__`, `__setitem__`, `__iter__`
        ...

`prices.get(order)` and `prices.values()` call `__getitem__`, `prices.update(held)` calls `__setitem__`,
`steps.append(step)` calls `insert`, as the mixin methods of `collections.abc` do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.protocol import Hook, NativeCall
from boundary.link.frameworks.python.dicts import dict_of
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler

MODULES: Final = ("collections.abc", "typing")


class Mixed(Hook):
    """Objects of the project's classes below an abstract collection."""

    def __init__(self, module: str, name: str) -> None:
        self.base = f"{module}.{name}"
        self._name = name

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """A method that the class itself does not have."""
        del line
        if atom.cls.library or name not in METHODS[self._name]:
            return None
        return evaluator.atoms.native(f"abstract {self._name}.{name}", atom)


def _item(call: NativeCall, key: Value) -> Value:
    return call.interpreter.items.item_of(call.evaluator, call.receiver, key, call.line)


def _keys(call: NativeCall) -> Value:
    return call.interpreter.items.iterate(call.evaluator, call.receiver.alone, call.line)


def _called(call: NativeCall, name: str, *given: Value) -> None:
    call.interpreter.objects.method(call.evaluator, call.receiver.alone, name, call.line, Arguments(given))


def got(call: NativeCall) -> Value:
    """`prices.get(order)`: what `__getitem__` gives, or the default."""
    return _item(call, call.first) | (call.arguments.get(1, "default") or call.atoms.none)


def keys_of(call: NativeCall) -> Value:
    """`prices.keys()`, `reversed`: what `__iter__` gives."""
    return call.atoms.container("list", _keys(call))


def values_of(call: NativeCall) -> Value:
    """`prices.values()`: what `__getitem__` gives for each of the keys."""
    return call.atoms.container("list", _item(call, _keys(call)))


def items_of(call: NativeCall) -> Value:
    """`prices.items()`: pairs of both."""
    keys = _keys(call)
    return call.atoms.container("list", containers.make(call.evaluator, "tuple", [keys, _item(call, keys)]))


def set_by_default(call: NativeCall) -> Value:
    """`prices.setdefault(order, price)`."""
    held, given = _item(call, call.first), call.arguments.get(1, "default") or call.atoms.none
    _called(call, "__setitem__", call.first, given)
    return held | given


def popped(call: NativeCall) -> Value:
    """`prices.pop(order, None)`: what is there is taken out by `__delitem__`."""
    held = _item(call, call.first)
    _called(call, "__delitem__", call.first)
    return held | (call.arguments.get(1, "default") or BOTTOM)


def pair_of(call: NativeCall) -> Value:
    """`prices.popitem()`."""
    keys = _keys(call)
    pair = containers.make(call.evaluator, "tuple", [keys, _item(call, keys)])
    _called(call, "__delitem__", keys)
    return pair


def cleared(call: NativeCall) -> Value:
    """`prices.clear()`: each is taken out, of a sequence one by one."""
    _called(call, "__delitem__", UNKNOWN)
    return call.atoms.none


def updated(call: NativeCall) -> Value:
    """`prices.update(held)`: each is put in by `__setitem__`."""
    given = dict_of(NativeCall(call.evaluator, call.name, None, call.arguments, call.line))
    for key, value in (containers.pairs(given) or {}).items():
        _called(call, "__setitem__", call.atoms.constant(key) if isinstance(key, (str, int)) else UNKNOWN, value)
    if opened := containers.open_part(given):
        _called(call, "__setitem__", UNKNOWN, opened)
    return call.atoms.none


def numbered(call: NativeCall) -> Value:
    """`steps.index(step)`, `steps.count(step)`: the members are looked through."""
    _keys(call)
    return UNKNOWN


def appended(call: NativeCall) -> Value:
    """`steps.append(step)`: put in by `insert`."""
    _called(call, "insert", UNKNOWN, call.first)
    return call.atoms.none


def extended(call: NativeCall) -> Value:
    """`steps.extend(more)`."""
    _called(call, "insert", UNKNOWN, call.interpreter.items.iterate(call.evaluator, call.first, call.line))
    return call.atoms.none


def taken(call: NativeCall) -> Value:
    """`steps.pop()`, `steps.remove(step)`."""
    held = _item(call, UNKNOWN)
    _called(call, "__delitem__", UNKNOWN)
    return held


OF_MAPPINGS: Final[dict[str, Handler]] = {"get": got, "keys": keys_of, "values": values_of, "items": items_of}
TO_MAPPINGS: Final[dict[str, Handler]] = {
    "setdefault": set_by_default,
    "pop": popped,
    "popitem": pair_of,
    "clear": cleared,
    "update": updated,
}
OF_SEQUENCES: Final[dict[str, Handler]] = {"index": numbered, "count": numbered, "__reversed__": keys_of}
TO_SEQUENCES: Final[dict[str, Handler]] = {
    "append": appended,
    "extend": extended,
    "pop": taken,
    "remove": taken,
    "clear": cleared,
    "__iadd__": extended,
}
METHODS: Final = {
    "Mapping": OF_MAPPINGS,
    "MutableMapping": {**OF_MAPPINGS, **TO_MAPPINGS},
    "Sequence": OF_SEQUENCES,
    "MutableSequence": {**OF_SEQUENCES, **TO_SEQUENCES},
}
"""What each of the abstract collections adds to a class."""
NATIVES: Final[dict[str, Handler]] = {
    f"abstract {base}.{name}": handler for base, methods in METHODS.items() for name, handler in methods.items()
}
HOOKS: Final = tuple([Mixed(module, name) for module in MODULES for name in METHODS])
