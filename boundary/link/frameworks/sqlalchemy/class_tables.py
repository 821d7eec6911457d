"""Which tables stand in the bodies of classes?  They are in the metadata before anybody reads the attribute.

    class Model:
        metadata = MetaData()
        orders = Table("orders", metadata, Column("id", Integer))

Elsewhere the body of a class is evaluated attribute by attribute, as they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import CALL
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.sqlalchemy.specs import TableSpec

SEEN: Final = "sqlalchemy class tables"


def written_tables(interpreter: Interpreter) -> dict[str, TableSpec]:
    """The tables that are written out, by name; those in the bodies of classes, too, whether they were read or not."""
    state = interpreter.frameworks.state
    if not state.get(SEEN):
        state[SEEN] = True
        for cls in [one for one in interpreter.program.classes if not one.library]:
            for name, bindings in list(cls.bindings.items()):
                value = getattr(bindings[-1].statement, "value", None)
                if type(value) is CALL and last_name(value.function) == "Table":
                    interpreter.classes.own(cls, name)
    held: dict[str, TableSpec] = state.setdefault("sqlalchemy tables", {})
    return held


def finish(interpreter: Interpreter) -> bool:
    """Tables are there for the document, though no code may use them."""
    before = len(interpreter.frameworks.state.get("sqlalchemy tables", ()))
    return interpreter.frameworks.follows_work and len(written_tables(interpreter)) > before


NEEDS: Final = ("sqlalchemy",)
