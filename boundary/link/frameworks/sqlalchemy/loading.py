"""What does a query load beside its own rows?  `.options(joinedload("lines").subqueryload("stock"))`.

An option names relationships, as attributes or, until SQLAlchemy 1.4, as texts, which only the query that is given the
option gives a meaning. What is said to an option further on belongs to it even where the result is thrown away.
`undefer("total")` loads a column with the rows, which may be a query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance, by_age
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.specs import CORE, GIVEN
from boundary.link.frameworks.sqlalchemy.tables import tables_in

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping

LOAD: Final = f"{CORE}.Load"
LOADING: Final = frozenset({"joinedload", "selectinload", "subqueryload", "contains_eager", "immediateload", "undefer"})
PASSING: Final = frozenset({"defaultload", "lazyload", "noload", "raiseload"})
"""Options that only lead to others: what they name is not loaded."""

MOST_PATHS: Final = 12
"""So many relationships are followed that an option may name."""

Path = tuple[str, ...]


class Option(NamedTuple):
    """An option: where it was begun, and the path that it stands at."""

    place: tuple[str, int, Path]
    path: Path


def loads(interpreter: Interpreter) -> dict[tuple[str, int, Path], dict[Path, bool]]:
    """The paths of each option, and whether what they lead to is loaded."""
    held: dict[tuple[str, int, Path], dict[Path, bool]] = interpreter.frameworks.state.setdefault(
        "sqlalchemy loads", {}
    )
    return held


def begun(call: NativeCall) -> Value:
    """`joinedload("lines")`, `joinedload(Order.lines)`, `defaultload("lines")`."""
    kind = call.name.rpartition(".")[2]
    found = []
    for names in _named(call):
        place = call.evaluator.module.file, call.line, names
        found.append(_option(call, Option(place, ()), names, kind, frozenset()))
    return join(found) or UNKNOWN


def further(call: NativeCall) -> Value:
    """`.subqueryload("stock")` of an option."""
    atom, name = call.receiver
    if name in LOADING or name in PASSING:
        return join([_option(call, atom.site, names, name, atom.joins) for names in _named(call)]) or UNKNOWN
    if name == "options":
        return _with_more(call, atom.site, atom.joins)
    same: Value = atom.alone  # `load_only`, `defer`: columns
    return same


def _option(call: NativeCall, before: Option, names: Path, kind: str, joins: frozenset[str]) -> Value:
    made = call.interpreter.library_class(LOAD)
    if made is None:
        return UNKNOWN
    path, held = before.path, loads(call.interpreter).setdefault(before.place, {})
    for name in names:
        path = (*path, name)
        held[path] = held.get(path, False) or kind in LOADING
    if kind in LOADING:
        joins |= tables_in(call.arguments.positional)
    return call.atoms.instance(made, joins=joins, site=Option(before.place, path))


def _with_more(call: NativeCall, before: Option, joins: frozenset[str]) -> Value:
    """`joinedload(Order.lines).options(joinedload(Line.stock), selectinload(Line.notes))`: options from there on."""
    made = call.interpreter.library_class(LOAD)
    if made is None:
        return UNKNOWN
    held = loads(call.interpreter)
    paths = held.setdefault(before.place, {})
    for value in call.arguments.every():
        for atom in value:
            if isinstance(atom, Instance) and isinstance(atom.site, Option):
                joins |= atom.joins
                for path, is_loaded in list(held.get(atom.site.place, {}).items()):
                    further_on = before.path + path
                    paths[further_on] = paths.get(further_on, False) or is_loaded
    return call.atoms.instance(made, joins=joins, site=before)


def _named(call: NativeCall) -> list[Path]:
    """The relationships that a call names, one behind the other; of one that may be several, each for itself."""
    found: list[Path] = [()]
    for value in call.arguments.positional:
        texts = strings(value)
        names = [tuple(texts[0].split("."))] if texts else [(name,) for name in _attributes(value)]
        found = [(*path, *name) for path in found for name in names or [()]][:MOST_PATHS]
    return found


def _attributes(value: Value) -> list[str]:
    """The attributes that a value may be, in the order in which they were met."""
    sites = [atom.site for atom in by_age(value) if isinstance(atom, Instance) and isinstance(atom.site, tuple)]
    return list(dict.fromkeys(str(site[2]) for site in sites if site[:1] == ("attribute",)))


def loaded(evaluator: Evaluator, entities: tuple[ClassInfo | None, ...], values: list[Value]) -> frozenset[str]:
    """The tables that the options of a query for some entities load."""
    index = mappings(evaluator.interpreter)
    found: set[str] = set()
    for value in values:
        for atom in value:
            if isinstance(atom, Instance) and isinstance(atom.site, Option):
                for path, is_loaded in list(loads(evaluator.interpreter).get(atom.site.place, {}).items()):
                    for cls in entities if is_loaded else ():
                        mapping = index.add(cls) if cls is not None else None
                        if mapping is not None:
                            found |= _end(evaluator, mapping, path)
    return frozenset(found)


def _end(evaluator: Evaluator, mapping: Mapping, path: Path) -> frozenset[str]:
    """The tables of what a path leads to, with those that are loaded with it; nothing where it leads nowhere."""
    tables: frozenset[str] = frozenset()
    for name in path:
        relation = mapping.relation(name) or next(
            (held for child in mapping.children if (held := child.relation(name)) is not None), None
        )
        if relation is None:
            return _deferred(evaluator, mapping, name) if name == path[-1] else frozenset()
        mapping, tables = relation.target, relation.reads | relation.target.loaded
    return tables


def _deferred(evaluator: Evaluator, mapping: Mapping, name: str) -> frozenset[str]:
    """The tables that a column reads which is a query."""
    for one in (mapping, *mapping.parents):
        if name in one.properties:
            evaluator.interpreter.read((GIVEN, one.cls, name), evaluator.context)  # it may be given another one
            return one.properties[name].tables
    return frozenset()


class LoadHook(Hook):
    """Options of a query."""

    base = LOAD

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Load(Order)`, which `.joinedload("lines")` follows."""
        del arguments
        return evaluator.atoms.instance(cls, site=Option((evaluator.module.file, line, ()), ()))

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """Every method."""
        del line
        if name.startswith("__") or not isinstance(atom.site, Option):
            return None
        return evaluator.atoms.native("sqlalchemy.load", (atom, name))


HOOKS: Final = (LoadHook(),)
NATIVES: Final[dict[str, Handler]] = {
    "sqlalchemy.load": further,
    **{f"{CORE}.{name}": begun for name in sorted(LOADING | PASSING)},
}
