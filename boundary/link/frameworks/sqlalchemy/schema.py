"""What do `Table`, `Column`, `ForeignKey` and `relationship` make?  Values that keep what was written."""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, External, Function, Instance, Native, by_age
from boundary.link.frameworks.protocol import Hook, NativeCall
from boundary.link.frameworks.sqlalchemy.specs import (
    COLUMN,
    CORE,
    DECLARATIVE,
    FOREIGN_KEY,
    PROXY,
    RELATIONSHIP,
    TABLE,
    ColumnSpec,
    ForeignKeySpec,
    ProxySpec,
    RelationSpec,
    TableSpec,
    flag_of,
    place_of,
    specs,
    text_of,
)
from boundary.link.frameworks.sqlalchemy.temporary import UNNAMED, is_temporary, note
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler

MUTABLE: Final = "sqlalchemy.ext.mutable.Mutable"
EAGER: Final = frozenset({"joined", "subquery", "selectin", "immediate"})
MANY: Final = frozenset({"dynamic", "write_only"})
ALL: Final = "save-update, merge, delete, expunge, refresh-expire"
USUAL: Final = "save-update, merge"
COLLECTIONS: Final = frozenset({"ARRAY", "HSTORE", "JSON", "JSONB"})
"""The types whose values are dicts and lists."""


def made(call: NativeCall, dotted: str, spec: Hashable) -> Value:
    """An object of a skeleton class that carries a specification."""
    cls = call.interpreter.library_class(dotted)
    return call.atoms.instance(cls, site=spec) if cls is not None else UNKNOWN


def column_spec(call: NativeCall) -> ColumnSpec:
    """The specification of a column; its name is its first argument where that is a string."""
    given = call.arguments
    values = [*given.positional, *(value for name, value in given.keywords.items() if name != "default")]
    keys = [one for one in specs(values, ForeignKeySpec) if isinstance(one, ForeignKeySpec)]
    named = given.keywords.get("foreign_key")  # SQLModel's `Field(foreign_key="order.id")`
    if text_of(named) is not None:
        keys.append(ForeignKeySpec(named or BOTTOM, text_of(given.keywords.get("ondelete")), call.line))
    inner = [one for one in specs([given.keywords.get("sa_column", BOTTOM)], ColumnSpec) if isinstance(one, ColumnSpec)]
    keys.extend(key for one in inner for key in one.foreign_keys)
    name = text_of(given.keywords.get("name")) or (text_of(given.positional[0]) if given.positional else None)
    primary = flag_of(given.keywords.get("primary_key")) is True or any(one.primary_key for one in inner)
    held = any(one.collection for one in inner) or any(_is_of_collections(each) for each in values)
    inserted, updated = _functions(call, "default", "insert_default"), _functions(call, "onupdate")
    mutable = mutable_class(call, values) or next((one.mutable for one in inner if one.mutable is not None), None)
    return ColumnSpec(name, tuple(dict.fromkeys(keys)), primary, place_of(call), mutable, held, inserted, updated)


def _functions(call: NativeCall, *names: str) -> Value:
    """The functions of the project that are given under these names."""
    given = [call.arguments.keywords.get(name, BOTTOM) for name in names]
    return frozenset([one for value in given for one in value if type(one) is Function and not one.function.library])


def _is_of_collections(value: Value) -> bool:
    """Whether a type is one of dicts and lists: `JSON`, `ARRAY(String)`, `JSON().with_variant(JSONB, "postgresql")`."""
    names = [atom.dotted.replace("()", "").split(".") for atom in value if isinstance(atom, External)]
    return any(not COLLECTIONS.isdisjoint(one) for one in names)


def mutable_class(call: NativeCall, values: list[Value]) -> ClassInfo | None:
    """The class of what the type of a column gives, where that tells of changes in place."""
    classes = call.interpreter.classes
    held = [atom.cls for value in values for atom in by_age(value) if isinstance(atom, (Instance, ClassAtom))]
    return next((cls for cls in held if classes.is_subclass(cls, MUTABLE)), None)


def column(call: NativeCall) -> Value:
    """`mapped_column(...)`, `Field(...)`."""
    return made(call, COLUMN, column_spec(call))


def relationship(call: NativeCall) -> Value:
    """`relationship(...)`, `Relationship(...)`."""
    given = call.arguments
    cascade = text_of(given.get(-1, "cascade"))
    if flag_of(given.get(-1, "cascade_delete")):  # SQLModel's
        cascade = "all, delete-orphan"
    back = given.get(-1, "backref") or BOTTOM
    backref = text_of(back)
    options: tuple[tuple[str, Value], ...] = ()
    for atom in back:
        if isinstance(atom, Native) and atom.name == "sqlalchemy.backref":
            backref, options = atom.receiver
    keywords: dict[str, Value] = dict(options)
    spec = RelationSpec(
        target=given.get(0, "argument") or BOTTOM,
        secondary=given.get(1, "secondary") or given.get(-1, "link_model") or BOTTOM,
        cascade=spelled_cascade(cascade),
        back_populates=text_of(given.get(-1, "back_populates")),
        backref=backref,
        backref_cascade=spelled_cascade(text_of(keywords.get("cascade"))),
        backref_many=flag_of(keywords.get("uselist")) is not False,
        backref_lazy=loading(keywords.get("lazy")),
        backref_passive=_passive(keywords.get("passive_deletes")),
        many=flag_of(given.get(-1, "uselist")),
        lazy=loading(given.get(-1, "lazy")),
        passive_deletes=_passive(given.get(-1, "passive_deletes")),
        view_only=flag_of(given.get(-1, "viewonly")) is True,
        foreign_keys=given.get(-1, "foreign_keys") or BOTTOM,
        remote_side=given.get(-1, "remote_side") or BOTTOM,
        collection=given.get(-1, "collection_class") or BOTTOM,
        place=place_of(call),
    )
    if "sa_relationship_kwargs" in given.keywords:
        pairs = containers.pairs(given.keywords["sa_relationship_kwargs"]) or {}
        merged = {str(key): value for key, value in pairs.items()}
        rest = {name: value for name, value in given.keywords.items() if name != "sa_relationship_kwargs"}
        more = type(given)(given.positional, {**rest, **merged})
        return relationship(NativeCall(call.evaluator, call.name, call.receiver, more, call.line))
    return made(call, RELATIONSHIP, spec)


def dynamic_loader(call: NativeCall) -> Value:
    """`dynamic_loader(...)`: a relationship that is a query."""
    keywords = {**call.arguments.keywords, "lazy": call.atoms.constant("dynamic")}
    given = type(call.arguments)(call.arguments.positional, keywords)
    return relationship(NativeCall(call.evaluator, call.name, call.receiver, given, call.line))


def loading(lazy: Value | None) -> str:
    """How a relationship is loaded: `lazy=False` is "joined"."""
    return text_of(lazy) or ("joined" if flag_of(lazy) is False else "")


def _passive(value: Value | None) -> str:
    """How far a relationship leaves a delete to the database: `passive_deletes=True`, `passive_deletes="all"`."""
    return "all" if text_of(value) else "yes" if flag_of(value) else ""


def spelled_cascade(text: str | None) -> str:
    """The cascades of a relationship, "all" written out."""
    return USUAL if text is None else text.replace("all", ALL)


def backref(call: NativeCall) -> Value:
    """`backref("name", cascade=...)`."""
    name = text_of(call.arguments.get(0, "name"))
    options = tuple(sorted(call.arguments.keywords.items(), key=lambda one: one[0]))
    return call.atoms.native("sqlalchemy.backref", (name, options))


def proxy(call: NativeCall) -> Value:
    """`association_proxy("lines", "stock")`."""
    through, attribute = (text_of(call.arguments.get(at, "")) or "" for at in (0, 1))
    creator = frozenset(one for one in call.arguments.get(2, "creator") or BOTTOM if isinstance(one, Function))
    return made(call, PROXY, ProxySpec(through, attribute, creator))


class ColumnHook(Hook):
    """`Column(...)`."""

    base = COLUMN

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Keep the specification."""
        call = NativeCall(evaluator, COLUMN, None, arguments, line)
        return evaluator.atoms.instance(cls, site=column_spec(call))


class ForeignKeyHook(Hook):
    """`ForeignKey("orders.id")`."""

    base = FOREIGN_KEY

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Keep what it names."""
        to = arguments.get(0, "column") or BOTTOM
        spec = ForeignKeySpec(to, text_of(arguments.keywords.get("ondelete")), line)
        return evaluator.atoms.instance(cls, site=spec)


class ConstraintHook(Hook):
    """`ForeignKeyConstraint(["a", "b"], ["orders.x", "orders.y"])`."""

    base = f"{CORE}.ForeignKeyConstraint"

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Keep the first column that it names: they are all of one table."""
        members = containers.members(arguments.get(1, "refcolumns") or BOTTOM)
        own = containers.members(arguments.get(0, "columns") or BOTTOM)
        action, column = text_of(arguments.keywords.get("ondelete")), text_of(own[0]) if own else None
        spec = ForeignKeySpec(members[0] if members else BOTTOM, action, line, column)
        return evaluator.atoms.instance(cls, site=spec)


REFLECTS: Final = frozenset({"autoload", "autoload_with"})
"""What makes a table ask the database for its columns."""


class TableHook(Hook):
    """`Table("orders", metadata, ...)`."""

    base = TABLE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """A table by its name; any of several, where it may have each of them."""
        names = named_so(strings(arguments.get(0, "name") or BOTTOM))
        if not names and is_temporary(arguments.keywords.get("prefixes")):
            names = [UNNAMED]
        call = NativeCall(evaluator, TABLE, None, arguments, line)
        return join(_table(call, cls, name) for name in names) or None


def named_so(names: list[str]) -> list[str]:
    """The names of tables: of several texts, as settings hold them side by side, those that are names of anything."""
    fitting = [name for name in names if name.replace(".", "_").isidentifier() and not iskeyword(name)]
    return fitting if len(names) > 1 and fitting else names


def _table(call: NativeCall, cls: ClassInfo, name: str) -> Value:
    evaluator, arguments = call.evaluator, call.arguments
    given = [*arguments.positional[1:], arguments.rest]
    columns = [one for one in specs(given, ColumnSpec) if isinstance(one, ColumnSpec)]
    keys = [one for one in specs(given, ForeignKeySpec) if isinstance(one, ForeignKeySpec)]
    if keys:
        columns.append(ColumnSpec(None, tuple(keys), False, place_of(call)))  # noqa: FBT003 - a field by position
    schema = text_of(arguments.keywords.get("schema")) or metadata_schema(arguments.get(1, "metadata"))
    place = ("", 0) if evaluator.module.library else place_of(call)
    asked = not arguments.keywords.keys().isdisjoint(REFLECTS)
    spec = TableSpec(name, schema, tuple(columns), place, reflected=asked)
    tables(evaluator).setdefault(spec.full_name, spec)
    note(evaluator.interpreter, spec.full_name, arguments.keywords.get("prefixes"))
    return table_value(evaluator, cls, spec)


class MetaDataHook(Hook):
    """`MetaData(schema="shop")`."""

    base = f"{CORE}.MetaData"

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Keep the schema."""
        del line
        schema = text_of(arguments.keywords.get("schema"))
        return evaluator.atoms.instance(cls, site=("schema", schema)) if schema else None


def metadata_schema(value: Value | None) -> str | None:
    """The schema that a `MetaData` gives its tables."""
    for atom in value or BOTTOM:
        if isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[0] == "schema":
            return str(atom.site[1])
    return None


def tables(evaluator: Evaluator) -> dict[str, TableSpec]:
    """The tables that are written out, by name."""
    held: dict[str, TableSpec] = evaluator.interpreter.frameworks.state.setdefault("sqlalchemy tables", {})
    return held


def table_value(evaluator: Evaluator, cls: ClassInfo, spec: TableSpec) -> Value:
    """A table as a value: something that reads it."""
    return evaluator.atoms.instance(cls, site=spec, joins=frozenset({spec.full_name}))


def described_name(call: NativeCall) -> Value:
    """`table("orders", column("id"))`: a table by its name alone."""
    cls = call.interpreter.library_class(TABLE)
    name = text_of(call.arguments.get(0, "name"))
    if cls is None or name is None:
        return UNKNOWN
    return table_value(
        call.evaluator, cls, TableSpec(name, text_of(call.arguments.get(-1, "schema")), (), place_of(call))
    )


HOOKS: Final = (ColumnHook(), ForeignKeyHook(), ConstraintHook(), TableHook(), MetaDataHook())
NATIVES: Final[dict[str, Handler]] = {
    f"{DECLARATIVE}.mapped_column": column,
    f"{DECLARATIVE}.relationship": relationship,
    f"{DECLARATIVE}.backref": backref,
    f"{DECLARATIVE}.association_proxy": proxy,
    "sqlalchemy.orm.dynamic_loader": dynamic_loader,
    f"{CORE}.table": described_name,
    "sqlmodel.main.Field": column,
    "sqlmodel.main.Relationship": relationship,
}
