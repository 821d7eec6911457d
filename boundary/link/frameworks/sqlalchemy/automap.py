"""Which class does automap make of a table?  `Base.classes.orders`, `Base.classes["orders"]`.

    Base = automap_base()
    Base.prepare(engine)
    Order = Base.classes.orders

The tables are those of a database that is not at hand, so any name may be one's. A class that the project maps to a
table of that name is the class; another is made when it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.symbols import ClassInfo
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN
from boundary.link.frameworks.sqlalchemy.declarative import bases
from boundary.link.frameworks.sqlalchemy.mapping import Mapping
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.named import METHODS, NamedHook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import NativeCall

PACKAGE: Final = "sqlalchemy.ext.automap"
BASE: Final = f"{PACKAGE}.AutomapBase"


def automap_base(call: NativeCall) -> Value:
    """`automap_base(metadata=metadata)`, `automap_base(Base)`."""
    return bases(call.evaluator, BASE, call.arguments.get(0, "declarative_base"))


class ClassesHook(NamedHook):
    """Classes by the names of their tables."""

    base = f"{PACKAGE}.Classes"
    natives = "sqlalchemy.automap"
    complete = False

    def members(self, evaluator: Evaluator, atom: Instance) -> Iterable[tuple[Value, Value]]:
        """The tables of a database that is not at hand."""
        del evaluator, atom
        return [(UNKNOWN, UNKNOWN)]

    def under(self, evaluator: Evaluator, atom: Instance, names: Value) -> Value:
        """The classes of the tables of these names."""
        del atom
        return join(_class_of(evaluator, name) for name in strings(names)) or UNKNOWN

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Base.classes.orders`."""
        if name in METHODS:
            return super().missing(evaluator, atom, name, line)
        return None if name.startswith("__") else _class_of(evaluator, name)


def _class_of(evaluator: Evaluator, table: str) -> Value:
    """The class that is mapped to a table."""
    interpreter = evaluator.interpreter
    index, base = mappings(interpreter), interpreter.library_class(BASE)
    mapping = index.by_table.get(table)
    if mapping is None and base is not None:
        cls = ClassInfo(table, table, evaluator.module, None)
        cls.bases = [base]
        mapping = index.register(Mapping(cls, table, None, None, reflected=True))
    return evaluator.atoms.class_(mapping.cls) if mapping is not None else UNKNOWN


_CLASSES: Final = ClassesHook()
HOOKS: Final = (_CLASSES,)
NATIVES: Final = {f"{PACKAGE}.automap_base": automap_base, **_CLASSES.handlers()}
