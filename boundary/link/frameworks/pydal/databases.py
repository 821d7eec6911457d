"""What does a database of pydal give?  Its tables by their names, statements, and the ends of its transactions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.dbapi import commit, rollback
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pydal.storage import KINDS
from boundary.link.frameworks.pydal.tables import DAL, TABLE, table
from boundary.link.frameworks.raw_sql import touch_sql

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

LOOKING: Final = frozenset({"sqlite", "spatialite"})
"""The databases on which pydal looks up what it is going to delete."""


class Databases(Hook):
    """Databases: what else they are asked for are their tables."""

    base = DAL

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`DAL("sqlite://storage.db")`."""
        del cls, line
        for text in strings(arguments.get(0, "uri") or BOTTOM):
            kept_in(evaluator.interpreter, text)
        return None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.dog`."""
        del atom, line
        return None if name.startswith("_") else table(evaluator, name)


def kept_in(interpreter: Interpreter, uri: str) -> None:
    """A database is opened that is of this kind."""
    kinds: set[bool] = interpreter.frameworks.state.setdefault(KINDS, set())
    kind = uri.partition(":")[0] in LOOKING
    if kind not in kinds:
        kinds.add(kind)
        interpreter.changed((KINDS,))


def called(call: NativeCall) -> Value:
    """`db["dog"]`, `db.get("dog")`."""
    names = strings(call.arguments.get(0, "key") or BOTTOM)
    made = call.interpreter.library_class(TABLE)
    if names or made is None:
        return join(table(call.evaluator, name) for name in names) or UNKNOWN
    return call.atoms.instance(made)


def executed(call: NativeCall) -> Value:
    """`db.executesql("DELETE FROM dog")`."""
    touch_sql(call, call.arguments.get(0, "query") or UNKNOWN)
    return UNKNOWN


HOOKS: Final = (Databases(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{DAL}.__getitem__": called,
    f"{DAL}.get": called,
    f"{DAL}.executesql": executed,
    f"{DAL}.commit": commit,
    f"{DAL}.rollback": rollback,
}
