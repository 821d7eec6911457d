"""What is a table called whose class is named anew when it is defined?  What its base's `__init_subclass__` says.

class Base(DeclarativeBase):
    def __init_subclass__(cls):
        cls.__tablename__ = f"{settings.prefix}{cls.__tablename__}"
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.frameworks.python.subclasses import tell_base
from boundary.link.frameworks.sqlalchemy.naming import nodes_in
from boundary.link.syntax.kinds import ATTRIBUTE

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter

TABLE: Final = "__tablename__"
NAMED: Final = "sqlalchemy named"
"""Under which a class remembers the name that its base gave its table."""


def note(cls: ClassInfo, name: str, value: Value) -> bool:
    """Remember `cls.__tablename__ = ...`; whether that is what was stored.

    It is not stored as other attributes are: what makes the new name of the old one would make it of the new one, too.
    """
    if name == TABLE:
        cls.data.setdefault(NAMED, value)
    return name == TABLE


def will_be(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether the project's base is still to name the table of a class."""
    owner, _ = interpreter.classes.lookup(cls, "__init_subclass__", after=cls)
    return owner is not None and not owner.library and NAMED not in cls.data and _names_tables(owner)


def renamed(interpreter: Interpreter, cls: ClassInfo) -> list[str]:
    """The names that the project's base gives the table of a class, if it does."""
    if will_be(interpreter, cls):
        tell_base(interpreter, interpreter.module_evaluator(cls.module), cls)
    return strings(cls.data[NAMED]) if NAMED in cls.data else []


def _names_tables(owner: ClassInfo) -> bool:
    """Whether the base's `__init_subclass__` speaks of tables at all."""
    statements = [one.statement for one in owner.bindings.get("__init_subclass__", ())]
    return any(type(node) is ATTRIBUTE and node.name == TABLE for node in nodes_in(tuple(statements)))
