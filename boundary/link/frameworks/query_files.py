"""Which named query of a file of SQL is called?  aiosql, anosql and PugSQL: `queries.get_user(connection, id=1)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Frozen
from boundary.link.calling.contexts import QUERY
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import NativeCall

RUN: Final = "aiosql.queries.run_query"


class QueriesHook(Hook):
    """What `from_path` returns: an object with a method for each query, by the name that stands above it."""

    base = "aiosql.queries.Queries"

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """The method of one query."""
        del atom, line
        atoms = evaluator.atoms
        return atoms.wrapped("partial", atoms.native(RUN), Frozen((atoms.constant(name),)))


def called(call: NativeCall) -> Value:
    """A query by its name; with `_cursor` behind it, it gives its rows in another way."""
    for name in strings(call.arguments.get(0, "name") or BOTTOM):
        call.evaluator.call_routine(QUERY + name.removesuffix("_cursor").lower(), call.line)
    return UNKNOWN


HOOKS: Final = (QueriesHook(),)
NATIVES: Final = {RUN: called}
