"""What does SQLAlchemy-Continuum write beside the rows?  Their versions, and a row for the transaction itself.

A class that says `__versioned__` has a class of versions (`version_class(Order)`) with a table of its own
(`orders_version`). Whenever a flush writes one of its rows, a version is inserted and the one before it is closed; the
pairs of many-to-many relationships between such classes have versions, too. `make_versioned` says how the tables are
called, who makes transactions, and which plugins write more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.symbols import ClassInfo
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.sqlalchemy.declarative import mapping_names
from boundary.link.frameworks.sqlalchemy.events import Listener, link_listeners, listeners
from boundary.link.frameworks.sqlalchemy.mapping import Mapping
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.related import Relation
from boundary.link.frameworks.sqlalchemy.specs import ColumnSpec, text_of
from boundary.link.members import containers
from boundary.link.syntax.kinds import EVALUATE

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.sqlalchemy.models import Mappings

PACKAGE: Final = "sqlalchemy_continuum"
VERSION: Final = f"{PACKAGE}.VersionClassBase"
TRANSACTION: Final = f"{PACKAGE}.transaction.TransactionBase"
CHANGES: Final = f"{PACKAGE}.plugins.TransactionChangesPlugin"
STATE: Final = "sqlalchemy versions"
BESIDE: Final = ("transaction_id", "end_transaction_id", "operation_type")
"""The columns that a version has more than the row."""


class Versions:
    """The versioned classes of a program, and what stands beside each."""

    def __init__(self) -> None:
        self.named = "%s_version"
        self.user: Value = BOTTOM
        self.keeps_changes = False
        """Whether a plugin notes which classes a transaction changed."""
        self.of: dict[ClassInfo, Mapping] = {}
        """The versions of each versioned class."""
        self.parents: dict[ClassInfo, ClassInfo] = {}
        """The other way round."""
        self.transaction: Mapping | None = None


def versions(interpreter: Interpreter) -> Versions:
    """What is known of the versions of the program under analysis."""
    held: Versions = interpreter.frameworks.state.setdefault(STATE, Versions())
    return held


# --- what there is --------------------------------------------------------------------------------------


def start(interpreter: Interpreter) -> None:
    """Make the classes of versions before anything is evaluated."""
    if not interpreter.frameworks.imports(PACKAGE):
        return
    index = mappings(interpreter)
    kept = [one for one in index.by_class.values() if interpreter.classes.lookup(one.cls, "__versioned__")[1]]
    if not kept:
        return
    for module in list(interpreter.program.modules.values()):
        if not module.library and "make_versioned" in mapping_names(module.body):
            _configure(interpreter, module)
    _make_transaction(interpreter, index)
    for mapping in kept:
        _make(interpreter, index, mapping, set(kept))
    for mapping in kept:
        _relate(versions(interpreter), mapping)
        if not any(one in kept for one in mapping.parents):
            _listen(interpreter, mapping.cls)
    _listen_to_links(interpreter, kept)


def _configure(interpreter: Interpreter, module: ModuleInfo) -> None:
    """Evaluate the calls of `make_versioned` at the top of a module."""
    evaluator = interpreter.module_evaluator(module)
    for statement in module.statements:
        if type(statement) is EVALUATE and "make_versioned" in mapping_names(statement):
            evaluator.evaluate(statement.value)


def _make_transaction(interpreter: Interpreter, index: Mappings) -> None:
    """The class of the transactions, one row for each unit of work that changed something."""
    held, base = versions(interpreter), interpreter.library_class(TRANSACTION)
    if base is None:
        return
    cls = ClassInfo("Transaction", "Transaction", base.module, None)
    cls.bases = [base]
    mapping = held.transaction = Mapping(cls, "transaction", None, None)
    place = base.module.file, 0
    mapping.columns.update({name: ColumnSpec(None, (), name == "id", place) for name in ("id", "issued_at", "user_id")})
    index.register(mapping)
    user = next(iter(index.of_value(held.user)), None) or index.named(text_of(held.user) or "")
    if user is not None:
        mapping.relations["user"] = _view(mapping, "user", user, "m2o")


def _make(interpreter: Interpreter, index: Mappings, mapping: Mapping, kept: set[Mapping]) -> Mapping | None:
    """The class of the versions of a class's rows, those of its parents first."""
    held, base = versions(interpreter), interpreter.library_class(VERSION)
    known = held.of.get(mapping.cls)
    if known is not None or base is None:
        return known
    above = [_make(interpreter, index, one, kept) for one in mapping.parents if one in kept]
    parents = [one for one in above if one is not None]
    name = f"{mapping.cls.name}Version"
    cls = ClassInfo(name, f"{mapping.cls.qualname}Version", mapping.cls.module, None)
    cls.bases = [*(one.cls for one in parents), base]
    schema, _, bare = mapping.table.rpartition(".")
    table = f"{schema}.{_named(interpreter, mapping, bare)}" if schema else _named(interpreter, mapping, bare)
    made = held.of[mapping.cls] = Mapping(cls, table, mapping.schema, mapping.bind, parents)
    held.parents[cls] = mapping.cls
    place = mapping.cls.module.file, mapping.cls.line
    columns = {name: ColumnSpec(one.name, (), one.primary_key, one.place) for name, one in mapping.columns.items()}
    made.columns.update(columns | {name: ColumnSpec(None, (), primary_key=False, place=place) for name in BESIDE})
    return index.register(made)


def _named(interpreter: Interpreter, mapping: Mapping, table: str) -> str:
    """How the table of a class's versions is called: as the class says, else as `make_versioned` does."""
    _, options = interpreter.classes.lookup(mapping.cls, "__versioned__")
    pattern = text_of((containers.pairs(options) or {}).get("table_name"))
    return (pattern or versions(interpreter).named).replace("%s", table)


def _relate(held: Versions, mapping: Mapping) -> None:
    """What hangs on a version: the versions of what hangs on the row, its transaction, and the row itself."""
    made = held.of.get(mapping.cls)
    if made is None:
        return
    for name, relation in mapping.relations.items():
        target = held.of.get(relation.target.cls, relation.target)
        link = relation.secondary
        if link is not None and target is not relation.target:
            link = held.named.replace("%s", link)
        made.relations[name] = _view(made, name, target, relation.kind, scalar=relation.scalar, link=link)
    if held.transaction is not None:
        made.relations["transaction"] = _view(made, "transaction", held.transaction, "m2o")
    made.relations["version_parent"] = _view(made, "version_parent", mapping, "m2o")
    mapping.relations["versions"] = _view(mapping, "versions", made, "o2m", scalar=False, dynamic="dynamic")


def _view(  # noqa: PLR0913 - one relationship, spelled out
    source: Mapping,
    name: str,
    target: Mapping,
    kind: str,
    *,
    scalar: bool = True,
    link: str | None = None,
    dynamic: str = "",
) -> Relation:
    """A relationship that nothing is written through."""
    return Relation(
        source,
        name,
        target,
        kind,
        scalar=scalar,
        secondary=link,
        cascade="",
        dynamic=dynamic,
        view_only=True,
        passive_deletes="",
        back="",
        eager=False,
        reads=frozenset([*target.tables, *([link] if link else [])]),
    )


def _listen(interpreter: Interpreter, cls: ClassInfo) -> None:
    """Rows of a class are written: their versions are, too, unless only a collection of theirs has changed."""
    for op in ("insert", "update", "delete"):
        native = interpreter.atoms.native(f"{PACKAGE}.written", op)
        one = Listener(cls, None, native, everyone=False, of_collections=False)
        listeners(interpreter).setdefault(f"after_{op}", []).append(one)


def _listen_to_links(interpreter: Interpreter, kept: list[Mapping]) -> None:
    """Pairs of versioned classes are written: the versions of the pairs are, too."""
    for mapping in kept:
        for relation in mapping.relations.values():
            if relation.secondary is not None and relation.target in kept:
                native = interpreter.atoms.native(f"{PACKAGE}.linked", relation.secondary)
                link_listeners(interpreter)[relation.secondary] = native


# --- what happens ---------------------------------------------------------------------------------------


def configured(call: NativeCall) -> Value:
    """`make_versioned(user_cls=..., plugins=[...], options={...})`."""
    held = versions(call.interpreter)
    options = containers.pairs(call.arguments.get(4, "options") or BOTTOM) or {}
    held.named = text_of(options.get("table_name")) or held.named
    held.user = call.arguments.get(5, "user_cls") or call.atoms.constant("User")
    for atom in containers.element(call.evaluator, call.arguments.get(3, "plugins") or BOTTOM):
        held.keeps_changes |= isinstance(atom, Instance) and atom.cls.dotted == CHANGES
    return call.atoms.none


def written(call: NativeCall) -> Value:
    """A row was written: its version is inserted, and the one before it ends there."""
    held = versions(call.interpreter)
    for atom in call.arguments.get(2, "target") or BOTTOM:
        above = call.interpreter.classes.mro(atom.cls) if isinstance(atom, Instance) else []
        made = next((held.of[cls] for cls in above if cls in held.of), None)
        if made is None:
            continue
        for table in made.tables:
            call.evaluator.touch(table, "insert", call.line)
            call.evaluator.touch(table, "read", call.line)
            if call.receiver != "insert":
                call.evaluator.touch(table, "update", call.line)
        _begun(call, held)
    return call.atoms.none


def linked(call: NativeCall) -> Value:
    """A pair was written."""
    held = versions(call.interpreter)
    call.evaluator.touch(held.named.replace("%s", call.receiver), "insert", call.line)
    _begun(call, held)
    return call.atoms.none


def _begun(call: NativeCall, held: Versions) -> None:
    call.evaluator.touch("transaction", "insert", call.line)
    if held.keeps_changes:
        call.evaluator.touch("transaction_changes", "insert", call.line)


def version_class(call: NativeCall) -> Value:
    """`version_class(Order)`."""
    held = versions(call.interpreter).of
    found = [held.get(atom.cls) for atom in call.first if isinstance(atom, (ClassAtom, Instance))]
    return join(call.atoms.class_(one.cls) for one in found if one is not None) or UNKNOWN


def parent_class(call: NativeCall) -> Value:
    """`parent_class(OrderVersion)`."""
    held = versions(call.interpreter).parents
    found = [held.get(atom.cls) for atom in call.first if isinstance(atom, (ClassAtom, Instance))]
    return join(call.atoms.class_(one) for one in found if one is not None) or UNKNOWN


def transaction_class(call: NativeCall) -> Value:
    """`transaction_class(Order)`."""
    held = versions(call.interpreter).transaction
    return call.atoms.class_(held.cls) if held is not None else UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    f"{PACKAGE}.make_versioned": configured,
    f"{PACKAGE}.version_class": version_class,
    f"{PACKAGE}.parent_class": parent_class,
    f"{PACKAGE}.transaction_class": transaction_class,
    f"{PACKAGE}.written": written,
    f"{PACKAGE}.linked": linked,
}
