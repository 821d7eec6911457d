"""What do repositories of advanced-alchemy do that no Python of ours can say?  They copy an object onto a stored row.

`repository.update(Order(id=1, total=2))` looks the row up and sets what the object has; new objects in the object's
relationships are written with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN
from boundary.link.frameworks.sqlalchemy.flushed import mapping_of, objects_in, persist, write
from boundary.link.frameworks.sqlalchemy.hung import hung_before
from boundary.link.frameworks.sqlalchemy.results import stored

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def copied(call: NativeCall) -> Value:
    """The stored row that an object's attributes are copied to."""
    found: list[Value] = []
    for atom in objects_in(call.first):
        mapping = mapping_of(call.evaluator, atom)
        if mapping is None:
            continue
        write(call.evaluator, mapping, "update", call.line, guessed=atom.guessed)
        for along in hung_before(call.evaluator, atom):
            persist(call.evaluator, along, call.line, "cascade")
        found.append(stored(call.evaluator, mapping.cls))
    return join(found) or UNKNOWN


NATIVES: Final[dict[str, Handler]] = {"advanced_alchemy.repository.copied": copied}
