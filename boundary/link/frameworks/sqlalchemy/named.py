"""What holds members by name in SQLAlchemy: what a mapper lists, the tables of metadata.

Both answer as a dict does: `held[name]`, `.get(name)`, `.keys()`, `.values()`, `.items()`. A hook for one of them says
which members there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.listed_classes import joined_members
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

METHODS: Final = ("get", "keys", "values", "items")


class NamedHook(Hook):
    """Members by name."""

    natives = ""
    """What its methods are called among the natives."""
    complete = True
    """Whether `members` says of each member which it is."""

    def members(self, evaluator: Evaluator, atom: Instance) -> Iterable[tuple[Value, Value]]:
        """The members, each behind its name."""
        raise NotImplementedError

    def under(self, evaluator: Evaluator, atom: Instance, names: Value) -> Value:
        """The members of these names."""
        raise NotImplementedError

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`held.values`."""
        del line
        return evaluator.atoms.native(f"{self.natives}.{name}", atom) if name in METHODS else None

    def item(self, evaluator: Evaluator, atom: Instance, index: Value) -> Value | None:
        """`held[name]`."""
        return self.under(evaluator, atom, index)

    def get(self, call: NativeCall) -> Value:
        """`held.get(name)`."""
        return self.under(call.evaluator, call.receiver, call.first) | call.atoms.none

    def listing(self, call: NativeCall) -> Value:
        """`held.keys()`, `.values()`, `.items()`."""
        atoms, kind = call.atoms, call.name.rpartition(".")[2]
        found: list[Value] = []
        for key, held in self.members(call.evaluator, call.receiver):
            pair = atoms.container("tuple", key | held, (key, held))
            found.append({"keys": key, "values": held}.get(kind, pair))
        return atoms.container("list", joined_members(found) or UNKNOWN, tuple(found) if self.complete else None)

    def handlers(self) -> dict[str, Handler]:
        """Its methods, by their names among the natives."""
        return {f"{self.natives}.{name}": self.get if name == "get" else self.listing for name in METHODS}
