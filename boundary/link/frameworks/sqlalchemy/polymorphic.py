"""Which tables below a class are read with it?  `polymorphic_load`, `with_polymorphic`.

A class whose `__mapper_args__` say `"polymorphic_load": "selectin"` (or `"inline"`) is read with the rows of the class
that it extends, and all classes below one that says `"with_polymorphic": "*"` are. A query asks for some by
`with_polymorphic(Order, [Refund])`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.sqlalchemy.models import MAPPER, mappings
from boundary.link.frameworks.sqlalchemy.statements import flat
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

OPTIONS: Final = "__mapper_args__"
ALL: Final = "*"


def start(interpreter: Interpreter) -> None:
    """Find what the classes say."""
    if not interpreter.frameworks.follows_work:
        return
    index = mappings(interpreter)
    for mapping in list(index.by_class.values()):
        if mapping.parents or mapping.children:
            told = containers.pairs(index.declared.own(mapping.cls, OPTIONS)) or {}
            mapping.with_parent = bool(
                {"inline", "selectin"}.intersection(strings(told.get("polymorphic_load", BOTTOM)))
            )
            mapping.with_children = ALL in strings(told.get("with_polymorphic", BOTTOM))


def with_polymorphic(call: NativeCall) -> Value:
    """`with_polymorphic(Order, [Refund])`, `with_polymorphic(Order, "*")`: rows of the class, and what is below."""
    index, mapper = mappings(call.interpreter), call.interpreter.library_class(MAPPER)
    named = call.arguments.get(1, "classes") or BOTTOM
    found: list[Value] = []
    for mapping in index.of_value(call.first) if mapper is not None else ():
        below = {table for one in mapping.descendants for table in one.tables} if ALL in strings(named) else set()
        below.update(table for one in flat(named) for held in index.of_value(one) for table in held.tables)
        found.append(call.atoms.instance(mapper, model=mapping.cls, joins=frozenset(below)))  # type: ignore[arg-type]
    return join(found) or UNKNOWN


NATIVES: Final[dict[str, Handler]] = {"sqlalchemy.orm.with_polymorphic": with_polymorphic}
