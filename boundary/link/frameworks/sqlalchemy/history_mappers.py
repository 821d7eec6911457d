"""Which tables keep the history of rows by the recipe of SQLAlchemy's documentation?  `orders_history` for `orders`.

    class Versioned:                      # a mixin of the project
        def __init_subclass__(cls): ...   # a function beside it maps one more class to a table called after the first
    ...
    cls.__history_mapper__ = mapper(OrderHistory, Table(local_mapper.local_table.name + "_history", ...))

Each mapped class below the mixin has such a class: `order.__history_mapper__.class_`. What makes its rows is ordinary
code, a listener of the session or a decorator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.symbols import ClassInfo
from boundary.link.frameworks.sqlalchemy.mapping import Mapping
from boundary.link.frameworks.sqlalchemy.models import MAPPER, mappings
from boundary.link.frameworks.sqlalchemy.specs import ColumnSpec
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, FUNCTION
from boundary.link.syntax.walking import last_name, nodes_in, texts_in, variables_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

KEPT: Final = "__history_mapper__"
ENDING: Final = "_history"
VERSION: Final = "version"
TOLD_OF_SUBCLASSES: Final = frozenset({"__init_subclass__", "__mapper_cls__"})
"""How a mixin is told of the classes below it, in newer and in older versions of the recipe."""
MORE: Final = (VERSION, "changed")
"""The columns that a class of the history has beside those of the row."""


def start(interpreter: Interpreter) -> None:
    """Make the classes of the history before anything is evaluated."""
    mapper = interpreter.library_class(MAPPER) if interpreter.frameworks.imports("sqlalchemy") else None
    if mapper is None:
        return
    for mixin, ending in list(_mixins(interpreter)):
        index, below = mappings(interpreter), set(interpreter.classes.below(mixin))
        made: dict[Mapping, Mapping] = {}
        for mapping in [one for one in index.by_class.values() if one.cls in below]:
            held = index.register(_history(mapping, mixin, ending, made))
            interpreter.write(("class", mapping.cls, KEPT), interpreter.atoms.instance(mapper, model=held.cls))


def _mixins(interpreter: Interpreter) -> Iterator[tuple[ClassInfo, str]]:
    """The classes that have what is below them mapped twice, with what the names of the second tables end in."""
    for cls in [one for one in interpreter.program.classes if not one.library]:
        if cls.node is not None and not TOLD_OF_SUBCLASSES.isdisjoint(cls.bindings):
            named = set(variables_in(cls.node.body))
            makers = [one for one in cls.module.body if type(one) is FUNCTION and one.name in named and _keeps(one)]
            if makers:
                yield cls, _ending(makers[0])


def _keeps(function: code.Function) -> bool:
    """Whether a function gives a class its `__history_mapper__`."""
    return any(
        type(target) is ATTRIBUTE and target.name == KEPT
        for one in nodes_in(function.body)
        if type(one) is ASSIGN
        for target in one.targets
    )


def _ending(function: code.Function) -> str:
    """What is added to the name of a table: `Table(local_mapper.local_table.name + "_history", ...)`."""
    for one in nodes_in(function.body):
        if type(one) is CALL and last_name(one.function) == "Table" and one.arguments:
            return next((text for text in texts_in((one.arguments[0],)) if text), ENDING)
    return ENDING


def _history(mapping: Mapping, mixin: ClassInfo, ending: str, made: dict[Mapping, Mapping]) -> Mapping:
    """The class of the history of a class's rows, those of its parents first."""
    if mapping in made:
        return made[mapping]
    parents = [_history(one, mixin, ending, made) for one in mapping.parents]
    cls = ClassInfo(f"{mapping.cls.name}History", f"{mapping.cls.qualname}History", mapping.cls.module, None)
    instead = {mixin, *(one.cls for one in mapping.parents)}
    cls.bases = [*(one.cls for one in parents), *(one for one in mapping.cls.bases or () if one not in instead)]
    found = made[mapping] = Mapping(cls, mapping.table + ending, mapping.schema, mapping.bind, parents)
    place = mapping.cls.module.file, mapping.cls.line
    for name, one in mapping.columns.items():
        found.columns[name] = ColumnSpec(one.name, (), one.primary_key, one.place)
    for name in MORE:
        found.columns.setdefault(name, ColumnSpec(None, (), primary_key=name == VERSION, place=place))
    return found
