"""What changes a column's value in place?  `order.options["rush"] = True`, `.append(x)`, `flag_modified`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.flushed import ANY_NAME, changed, mapping_of
from boundary.link.frameworks.sqlalchemy.proxied import rows_in
from boundary.link.frameworks.sqlalchemy.schema import MUTABLE

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

CHANGES: Final = frozenset({"append", "add", "extend", "insert", "update", "setdefault", "remove", "discard", "pop",
                            "popitem", "clear", "sort", "reverse", "changed", "__setitem__",
                            "__delitem__"})  # fmt: skip

READS: Final = frozenset({"get", "keys", "values", "items", "copy", "index", "count"})


class MutableHook(Hook):
    """Values of mutable columns."""

    base = MUTABLE

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """Methods that change the value, and those that lists and dicts have beside these."""
        del line
        if name in READS:
            return evaluator.atoms.native("sqlalchemy.mutable.read", atom)
        if name in CHANGES:
            return evaluator.atoms.native("sqlalchemy.mutable", atom)
        return None if name.startswith("__") else UNKNOWN

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """Plain values."""
        del evaluator, atom, line
        return UNKNOWN


def read(call: NativeCall) -> Value:
    """`.get(key)`, `.items()`: nothing but what the value holds."""
    del call
    return UNKNOWN


def altered(call: NativeCall) -> Value:
    """`.append(x)`, `[key] = x`: the row that the value belongs to is changed."""
    receiver = call.receiver
    if isinstance(receiver, Instance) and isinstance(receiver.site, tuple) and receiver.site[:1] == ("mutable",):
        _, holder, name = receiver.site
        mapping = mapping_of(call.evaluator, holder)
        if mapping is not None:
            changed(call.evaluator, mapping, holder, name, call.line)
    return UNKNOWN


def flagged(call: NativeCall) -> Value:
    """`flag_modified(order, "options")`."""
    for atom in rows_in(call.evaluator, call.first, call.line):
        mapping = mapping_of(call.evaluator, atom)
        if mapping is not None:
            changed(call.evaluator, mapping, atom, ANY_NAME, call.line)
    return call.atoms.none


HOOKS: Final = (MutableHook(),)
NATIVES: Final[dict[str, Handler]] = {
    "sqlalchemy.mutable": altered,
    "sqlalchemy.mutable.read": read,
    f"{MUTABLE}.__setitem__": altered,
    f"{MUTABLE}.__delitem__": altered,
    "sqlalchemy.orm.attributes.flag_modified": flagged,
}
