"""Which tables does SQLAlchemy's metadata hold?  `metadata.tables[name]`, and all of them: `metadata.sorted_tables`.

Where some metadata is reflected (`metadata.reflect(engine)`), a name that nobody has written down is a table, too.

Code that empties, copies or restores a database goes through all tables. What it executes about one is executed about
each, so a table that may be any is one value, `EVERY`, until it is read or written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.class_tables import written_tables
from boundary.link.frameworks.sqlalchemy.models import BASE, mappings
from boundary.link.frameworks.sqlalchemy.named import NamedHook
from boundary.link.frameworks.sqlalchemy.schema import table_value
from boundary.link.frameworks.sqlalchemy.specs import CORE, TABLE, TableSpec
from boundary.link.frameworks.sqlalchemy.tables import ANY_TABLE

if TYPE_CHECKING:
    from boundary.link.domain.values import ClassAtom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

METADATA: Final = f"{CORE}.MetaData"
TABLES: Final = f"{CORE}.Tables"
EVERY: Final = TableSpec(ANY_TABLE, None, (), ("", 0))
REFLECTED: Final = "sqlalchemy reflected metadata"


def every(evaluator: Evaluator) -> Value:
    """A table that may be any."""
    cls = evaluator.interpreter.library_class(TABLE)
    return table_value(evaluator, cls, EVERY) if cls is not None else UNKNOWN


class MetaDataHook(Hook):
    """What holds tables."""

    base = METADATA

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`metadata.tables`, `metadata.sorted_tables`."""
        del atom, line
        if name == "sorted_tables":
            return evaluator.atoms.container("list", every(evaluator))
        cls = evaluator.interpreter.library_class(TABLES) if name == "tables" else None
        return evaluator.atoms.instance(cls) if cls is not None else None


class MappedHook(Hook):
    """Classes that a decorator maps, or makes a base (`@as_declarative()`): they have metadata as any base has."""

    base = BASE

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Base.metadata`."""
        del line
        if name != "metadata" or evaluator.interpreter.classes.lookup(atom.cls, name)[0] is not None:
            return None
        cls = evaluator.interpreter.library_class(METADATA)
        return evaluator.atoms.instance(cls) if cls is not None else None


class TablesHook(NamedHook):
    """Tables by name."""

    base = TABLES
    natives = "sqlalchemy.metadata"
    complete = False

    def members(self, evaluator: Evaluator, atom: Instance) -> list[tuple[Value, Value]]:
        """Any table; of names nothing is known."""
        del atom
        return [(UNKNOWN, every(evaluator))]

    def under(self, evaluator: Evaluator, atom: Instance, names: Value) -> Value:
        """The tables of these names; any where they are not all known."""
        del atom
        cls = evaluator.interpreter.library_class(TABLE)
        known = strings(names)
        if cls is None or len(known) < len(names):
            return every(evaluator)
        mapped, written = mappings(evaluator.interpreter).by_table, written_tables(evaluator.interpreter)
        found: list[Value] = []
        for name in known:
            schema, _, bare = name.rpartition(".")
            spec = written.get(name)
            if spec is None and name in mapped:
                spec = TableSpec(bare, schema or None, (), (mapped[name].cls.module.file, mapped[name].cls.line))
            if spec is None and _is_reflected(evaluator):
                spec = TableSpec(bare, schema or None, (), ("", 0), reflected=True)
            if spec is not None:
                found.append(table_value(evaluator, cls, spec))
        return join(found) or UNKNOWN


def reflect(call: NativeCall) -> Value:
    """`metadata.reflect(engine)`: from now on it may hold a table of any name."""
    call.interpreter.frameworks.state[REFLECTED] = True
    call.interpreter.changed((REFLECTED,))
    return call.atoms.none


def _is_reflected(evaluator: Evaluator) -> bool:
    """Whether some metadata of the program asks the database which tables there are."""
    evaluator.interpreter.read((REFLECTED,), evaluator.context)
    return REFLECTED in evaluator.interpreter.frameworks.state


_TABLES: Final = TablesHook()
HOOKS: Final = (MetaDataHook(), MappedHook(), _TABLES)
NATIVES: Final[dict[str, Handler]] = {**_TABLES.handlers(), f"{METADATA}.reflect": reflect}
