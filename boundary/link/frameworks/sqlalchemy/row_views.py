"""What does a row of a result give as itself?  `row.tuple()`, `row._asdict()`: its columns, by position and by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN, Container
from boundary.link.members.row_columns import by_name

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def as_tuple(call: NativeCall) -> Value:
    """`row.tuple()`, `row._tuple()`."""
    return call.receiver.alone if isinstance(call.receiver, Container) else UNKNOWN


def as_dict(call: NativeCall) -> Value:
    """`row._asdict()`."""
    return by_name(call.evaluator, call.receiver) if isinstance(call.receiver, Container) else UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    "row.tuple": as_tuple,
    "row._tuple": as_tuple,
    "row._asdict": as_dict,
}
