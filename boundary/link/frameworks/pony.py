"""What do Pony's entities do?  Making one inserts, assigning updates, `select(... for ...)` reads, in a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Function, Instance, Wrapped
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.django.transactions import decorated
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.records import Mapper, Relation, text
from boundary.link.syntax.kinds import COMPREHENSION
from boundary.link.syntax.walking import given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Record, Records
    from boundary.model.scan import ForeignKey, Operation, Table

ENTITY: Final = "pony.orm.Entity"
DATABASE: Final = "pony.orm.Database"
QUERY: Final = "pony.orm.Query"
KINDS: Final = ("Required", "Optional", "Set", "PrimaryKey")
TOLD: Final = frozenset({"delete", "update"})
"""What an entity's own methods are told of."""
PLAIN: Final = frozenset({"count", "sum", "avg", "min", "max", "exists", "first", "get"})
"""What a query is asked for at once; `first` and `get` give a row."""


def _table(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """`_table_`, else the name of the class, or of the entity that it extends: they share a table."""
    found = cls
    for one in interpreter.classes.mro(cls)[1:]:
        if not one.library and interpreter.classes.is_subclass(one, ENTITY):
            found = one
    return text(interpreter.classes.own(found, "_table_")) or found.name


def _targets(interpreter: Interpreter, cls: ClassInfo) -> Iterator[tuple[str, str, ClassInfo, int, str | None]]:
    """The attributes that relate entities: name, kind, target, line, and how a table between them is called."""
    for name, call, owner in mapped.fields(interpreter, cls, *KINDS):
        kind = getattr(call.function, "id", getattr(call.function, "name", ""))
        first = given(call, 0, "py_type")
        if first is None:
            continue
        value = interpreter.class_evaluator(owner).evaluate(first)
        wanted = [atom.cls for atom in value if isinstance(atom, ClassAtom)]
        for last in strings(value):
            wanted.extend(one for one in interpreter.program.classes if one.name == last and not one.library)
        for target in wanted:
            if interpreter.classes.is_subclass(target, ENTITY) and not target.library:
                table = given(call, -1, "table")
                between = text(interpreter.class_evaluator(owner).evaluate(table)) if table is not None else None
                yield name, kind, target, call.line, between


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """`Required("Customer")` is a foreign key; `Set` on both ends is a table between them."""
    for name, kind, target, line, table in _targets(interpreter, cls):
        ends = [(back, of, between) for back, of, one, _, between in _targets(interpreter, target) if one is cls]
        other = next((end for end in ends if end[0] != name), None)
        back = other[0] if other else None
        if kind != "Set":
            on_delete = "CASCADE" if kind == "Required" else "SET NULL"
            yield Relation(name, target, back or f"{cls.name.lower()}_set", on_delete, None, line)
        elif other and other[1] == "Set":
            first, second = sorted((cls.name, target.name))
            yield Relation(name, target, None, None, table or other[2] or f"{first}_{second}", line)


MAPPER: Final = Mapper(ENTITY, _table, _relations, KINDS.__contains__)


def records(interpreter: Interpreter) -> Records:
    """Pony's entities."""
    return mapped.records(interpreter, MAPPER)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of Pony's entities."""
    yield from records(interpreter).described()


def _entities(call: NativeCall) -> list[ClassInfo]:
    receiver = call.receiver
    return [receiver.cls] if isinstance(receiver, (ClassAtom, Instance)) else []


class Entities(Hook):
    """Entities: made, assigned to, followed."""

    base = ENTITY

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Person(name="x")`: a row is inserted when the session ends."""
        record = records(evaluator.interpreter).linked(cls)
        mapped.touch(evaluator, record, "insert", line)
        for name in arguments.keywords if record is not None else ():
            _relate(evaluator, record, name, line, made=True)
        value = mapped.row(evaluator, cls)
        evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        tell(evaluator, value, "insert", line)
        return value

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`person.name = "x"`: the row is updated when the session ends."""
        del value
        record = records(evaluator.interpreter).linked(atom.cls)
        if record is not None and not name.startswith("_") and not _relate(evaluator, record, name, line):
            mapped.touch(evaluator, record, "update", line)
            tell(evaluator, atom.alone, "update", line)
        return False

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.customer`, `customer.orders`."""
        record = records(evaluator.interpreter).linked(atom.cls)
        if record is None:
            return None
        relation = record.relations.get(name)
        if relation is not None and relation.link_table is None:
            mapped.touch(evaluator, records(evaluator.interpreter).of(relation.target), "read", line)
            return mapped.maybe(evaluator, relation.target)
        held = record.back.get(name)
        target = relation.target if relation is not None else held[0].cls if held else None
        made = evaluator.interpreter.library_class(QUERY)
        if target is None or made is None:
            return UNKNOWN if name in record.columns else None
        link = relation.link_table if relation is not None else None
        joins = frozenset({link}) if link else frozenset()
        return evaluator.atoms.instance(made, model=target, joins=joins, site=("link", link) if link else None)

    def rows(self, evaluator: Evaluator, atom: ClassAtom, line: int) -> Value | None:
        """`Person[1]`, and the persons that a generator is about: the query that it stands in reads them."""
        del line
        return mapped.row(evaluator, atom.cls) if records(evaluator.interpreter).of(atom.cls) else None


class Databases(Hook):
    """Databases: their entities are attributes of them, wherever they are defined."""

    base = DATABASE

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.Order`."""
        del atom, line
        classes = evaluator.interpreter.classes
        named = [one for one in evaluator.interpreter.program.classes if one.name == name and not one.library]
        return join(evaluator.atoms.class_(one) for one in named if classes.is_subclass(one, ENTITY)) or None


class Queries(Hook):
    """Queries and collections of entities."""

    base = QUERY

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`query.order_by`, `customer.orders.add`."""
        del line
        return evaluator.atoms.native("pony.said", (atom, name))

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for order in customer.orders`, `query[:10]`."""
        return run(evaluator, atom, "read", line)


def _relate(evaluator: Evaluator, record: Record | None, name: str, line: int, *, made: bool = False) -> bool:
    """Whether an attribute is a collection: to set it changes the rows of pairs, or those that point at the row."""
    relation = record.relations.get(name) if record is not None else None
    if relation is not None:
        ops: tuple[Operation, ...] = ("insert",) if made else ("delete", "insert")
        for op in ops if relation.link_table is not None else ():
            evaluator.touch(str(relation.link_table), op, line, because="m2m")
        return relation.link_table is not None
    holder = record.back.get(name) if record is not None else None
    if holder is None:
        return False
    mapped.touch(evaluator, holder[0], "update", line)
    return True


def tell(evaluator: Evaluator, row: Value, op: Operation, line: int) -> None:
    """`before_insert`, `after_insert` and their like of an entity, around what is done to its row."""
    for when in ("before", "after"):
        evaluator.interpreter.objects.method(evaluator, row, f"{when}_{op}", line)


def run(evaluator: Evaluator, atom: Instance, op: Operation, line: int) -> Value:
    """The rows of a query are touched."""
    held = records(evaluator.interpreter)
    record = held.linked(atom.model)
    if record is None or atom.model is None:
        return UNKNOWN
    mapped.touch(evaluator, record, op, line)
    for table in sorted(atom.joins):
        evaluator.touch(table, "read", line)
    if op == "delete":
        held.cascade(evaluator, record, line)
        tell(evaluator, mapped.row(evaluator, atom.model), op, line)
    return mapped.row(evaluator, atom.model)


def said(call: NativeCall) -> Value:
    """A method of a query or of a collection."""
    atom, name = call.receiver
    link = atom.site[1] if isinstance(atom.site, tuple) else None
    if name in {"add", "remove", "clear"}:
        if link:
            call.evaluator.touch(link, "insert" if name == "add" else "delete", call.line, because="m2m")
        else:
            mapped.touch(call.evaluator, records(call.interpreter).of(atom.model), "update", call.line)
        return UNKNOWN
    if name == "delete":
        return run(call.evaluator, atom, "delete", call.line)
    if name in PLAIN:
        rows = run(call.evaluator, atom, "read", call.line)
        return rows | call.atoms.none if name in {"first", "get"} else UNKNOWN
    if name == "for_update":
        run(call.evaluator, atom, "lock", call.line)
    if name == "create" and atom.model is not None:
        if link:
            call.evaluator.touch(link, "insert", call.line, because="m2m")
        return call.interpreter.objects.instantiate(call.evaluator, atom.model, call.arguments, call.line)
    return atom.alone  # type: ignore[no-any-return]


def asked(op: Operation, *, gives: str = "") -> Handler:
    """`Person.get(...)`, `Person.exists(...)`."""

    def handler(call: NativeCall) -> Value:
        held = records(call.interpreter)
        for cls in _entities(call):
            mapped.touch(call.evaluator, held.linked(cls), op, call.line)
            if op == "delete" and (record := held.of(cls)) is not None:
                held.cascade(call.evaluator, record, call.line)
            if op in TOLD:
                tell(call.evaluator, mapped.row(call.evaluator, cls), op, call.line)
        return join(mapped.maybe(call.evaluator, cls) for cls in _entities(call)) if gives else UNKNOWN

    return handler


def by_sql(call: NativeCall) -> Value:
    """`Person.select_by_sql("SELECT ...")`, `Person.get_by_sql(...)`."""
    touch_sql(call, call.first)
    rows = join(mapped.row(call.evaluator, cls) for cls in _entities(call)) or UNKNOWN
    return rows if call.name.endswith("get_by_sql") else call.atoms.container("list", rows)


def selected(call: NativeCall) -> Value:
    """`Person.select(lambda p: p.age > 20)`: a query; what the lambda reads is part of the statement."""
    made = call.interpreter.library_class(QUERY)
    if made is None:
        return UNKNOWN
    return join(call.atoms.instance(made, model=cls) for cls in _entities(call))


def generated(op: Operation, *, gives: str = "query") -> Handler:
    """`select(p for p in Person)`: the generator is read as a statement, where iterating a class gives its rows."""

    def handler(call: NativeCall) -> Value:
        made = call.interpreter.library_class(QUERY)
        found: list[Value] = []
        _read_iterated(call)
        for atom in call.first:
            held = atom.element if isinstance(atom, Container) else atom.alone
            for one in held:
                record = records(call.interpreter).linked(one.cls) if isinstance(one, Instance) else None
                if record is None or made is None:
                    continue
                (query,) = call.atoms.instance(made, model=record.cls)
                assert isinstance(query, Instance)  # noqa: S101 - an instance was just made
                if gives == "query":
                    found.append(query.alone)
                else:
                    rows = run(call.evaluator, query, op, call.line)
                    found.append(rows if gives == "row" else UNKNOWN)
        return join(found) or UNKNOWN

    return handler


def _read_iterated(call: NativeCall) -> None:
    """`sum(order.total for order in Order)` gives no row, but reads those that it goes through."""
    written = call.evaluator.calling.arguments[:1] if call.evaluator.calling is not None else ()
    for node in written:
        for clause in node.clauses if type(node) is COMPREHENSION else ():
            for atom in call.evaluator.evaluate(clause.iterable):
                record = records(call.interpreter).linked(atom.cls) if isinstance(atom, ClassAtom) else None
                mapped.touch(call.evaluator, record, "read", call.line)


def execute(call: NativeCall) -> Value:
    """`db.execute("...")`, `db.select("...")`."""
    given = frozenset(
        join(call.atoms.constant(f"select {one}" if call.name.endswith((".select", ".get")) and
             not one.lstrip().lower().startswith("select") else one) for one in strings(call.first))
    )  # fmt: skip
    touch_sql(call, given or call.first)
    return UNKNOWN


def inserted(call: NativeCall) -> Value:
    """`db.insert("Person", name="x")`."""
    for name in strings(call.first):
        call.evaluator.touch(name, "insert", call.line, rule="sql")
    for atom in call.first:
        record = records(call.interpreter).of(atom.cls) if isinstance(atom, ClassAtom) else None
        mapped.touch(call.evaluator, record, "insert", call.line)
    return UNKNOWN


def session(call: NativeCall) -> Value:
    """`db_session`, `db_session(retry=3)`, `@db_session`."""
    functions = frozenset(atom for atom in call.first if isinstance(atom, (Function, Wrapped)))
    if functions:
        return decorated(call.evaluator, functions, "default")
    return call.atoms.wrapped("atomic", BOTTOM, "default")


def commit(call: NativeCall) -> Value:
    """`commit()`: what was done in the session so far is a transaction."""
    call.evaluator.end_work(call.line)
    return UNKNOWN


def rollback(call: NativeCall) -> Value:
    """`rollback()`."""
    call.evaluator.drop_work()
    return UNKNOWN


WORK: Final = ("pony",)
HOOKS: Final = (Entities(), Databases(), Queries())
NATIVES: Final[dict[str, Handler]] = {
    "pony.said": said,
    f"{ENTITY}.get": asked("read", gives="row"),
    f"{ENTITY}.get_for_update": asked("lock", gives="row"),
    f"{ENTITY}.exists": asked("read"),
    f"{ENTITY}.load": asked("read"),
    f"{ENTITY}.set": asked("update"),
    f"{ENTITY}.delete": asked("delete"),
    f"{ENTITY}.select_by_sql": by_sql,
    f"{ENTITY}.get_by_sql": by_sql,
    f"{ENTITY}.select": selected,
    f"{ENTITY}.select_random": selected,
    "pony.orm.select": generated("read"),
    "pony.orm.left_join": generated("read"),
    "pony.orm.delete": generated("delete", gives="number"),
    "pony.orm.exists": generated("read", gives="number"),
    "pony.orm.count": generated("read", gives="number"),
    **{f"pony.orm.{name}": generated("read", gives="number") for name in ("avg", "group_concat", "max", "min", "sum")},
    "pony.orm.get": generated("read", gives="row"),
    "pony.orm.Database.execute": execute,
    "pony.orm.Database.select": execute,
    "pony.orm.Database.get": execute,
    "pony.orm.Database.exists": execute,
    "pony.orm.Database.insert": inserted,
    "pony.orm.Database.commit": commit,
    "pony.orm.Database.rollback": rollback,
    "pony.orm.commit": commit,
    "pony.orm.rollback": rollback,
    "pony.orm.Session.__call__": session,
}
