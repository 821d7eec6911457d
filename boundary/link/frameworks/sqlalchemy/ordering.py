"""Which rows does a list write that numbers what it holds?  `collection_class=ordering_list("position")`.

Each object in such a list knows its place by a column. `order.lines.reorder()` numbers all of them anew, and what is
put in between or taken out moves those behind it: rows of which the code mentions none are updated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Instance
from boundary.link.frameworks.sqlalchemy.flushed import ANY_NAME, changed
from boundary.link.frameworks.sqlalchemy.results import stored

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.sqlalchemy.related import Relation

MOVES: Final = frozenset({"insert", "remove", "pop"})
"""What moves the objects behind a place; what is put at the end moves none."""
REORDERS: Final = "reorder"


def renumber(call: NativeCall, relation: Relation, name: str, *, guessed: bool) -> None:
    """The list of a relationship is changed by its method of a name: the rows that get another place are updated."""
    if relation.ordered and (name in MOVES or name == REORDERS):
        with call.evaluator.believed("inferred"):
            for one in stored(call.evaluator, relation.target.cls, guessed=guessed):
                if isinstance(one, Instance):
                    changed(call.evaluator, relation.target, one, ANY_NAME, call.line)


def reordered(call: NativeCall) -> Value:
    """`order.lines.reorder()`."""
    renumber(call, call.receiver.relation, REORDERS, guessed=call.receiver.guessed)
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {"sqlalchemy.collection.reorder": reordered}
