"""What do Tortoise's models do?  Rows and querysets that are awaited, relations, `in_transaction`, `atomic`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Function, Instance, Wrapped
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.django.transactions import decorated
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.records import Mapper, Relation, RowsMade, asked, called, is_stored, option, text
from boundary.link.frameworks.row_signals import tell
from boundary.link.members import containers
from boundary.link.members.containers import texts_in
from boundary.link.syntax.walking import given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Records
    from boundary.model.scan import ForeignKey, Operation, Table

MODEL: Final = "tortoise.models.Model"
QUERYSET: Final = "tortoise.models.QuerySet"
SINGLE: Final = ("ForeignKeyField", "OneToOneField")
MANY: Final = "ManyToManyField"
ROWS: Final = frozenset({"get", "first", "get_or_none", "earliest", "latest", "last"})
SURE: Final = frozenset({"get", "earliest", "latest"})
"""What raises where there is no row; the others of `ROWS` give None."""
ANSWERS: Final = frozenset({"count", "exists", "values", "values_list", "in_bulk", "explain"})
WRITES: Final[dict[str, Operation]] = {
    "update": "update",
    "delete": "delete",
    "bulk_create": "insert",
    "bulk_update": "update",
}


def _table(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """`Meta.table`, else the class's name in lower case; None for an abstract model."""
    if truth(option(interpreter, cls, "abstract")) is True:
        return None
    return text(option(interpreter, cls, "table")) or cls.name.lower()


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """`ForeignKeyField("models.Tournament", related_name="events")`."""
    for name, call, owner in mapped.fields(interpreter, cls, *SINGLE, MANY):
        evaluator = interpreter.class_evaluator(owner)

        def said(position: int, *names: str, call: object = call, evaluator: Evaluator = evaluator) -> str | None:
            node = given(call, position, *names)  # type: ignore[arg-type]
            return text(evaluator.evaluate(node)) if node is not None else None

        model = said(0, "model_name", "to")
        kind = getattr(call.function, "id", getattr(call.function, "name", ""))
        single = kind == "OneToOneField"
        back = said(1, "related_name") if kind != MANY else said(-1, "related_name")
        for target in called(interpreter, MODEL, model, cls):
            through = said(1, "through") if kind == MANY else None
            link = (through or f"{_table(interpreter, cls)}_{_table(interpreter, target)}") if kind == MANY else None
            on_delete = said(2, "on_delete") or "CASCADE"
            default = cls.name.lower() if single else f"{cls.name.lower()}s"
            yield Relation(name, target, back or default, None if link else on_delete, link, call.line, single=single)


MAPPER: Final = Mapper(MODEL, _table, _relations)


def records(interpreter: Interpreter) -> Records:
    """Tortoise's models."""
    return mapped.records(interpreter, MAPPER)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of Tortoise's models."""
    yield from records(interpreter).described()


# --- querysets --------------------------------------------------------------------------------------------


def followed(interpreter: Interpreter, cls: ClassInfo, paths: list[str]) -> frozenset[str]:
    """The tables that `a__b__c` joins along the way."""
    return mapped.along(records(interpreter), cls, paths)


def _paths(arguments: Arguments) -> list[str]:
    """The lookups among arguments; of a last part that only compares a key nothing is joined, which is left aside."""
    given = arguments.positional
    said = [*(one for value in given for one in strings(value)), *(one for value in given for one in texts_in(value))]
    terms = [one for value in arguments.keywords.values() for one in texts_in(value)]  # `annotate(n=Count("lines"))`
    return [*arguments.keywords, *said, *terms]


def term(call: NativeCall) -> Value:
    """`Q(order__total=1)`, `Count("lines")`: the lookups that it names, which a query joins along."""
    names = [call.atoms.constant(one) for one in _paths(call.arguments)]
    return call.atoms.container("set", join(names), tuple(names))


def queryset(call: NativeCall) -> Value:
    """`Model.filter(...)`, `Model.all()`."""
    made = call.interpreter.library_class(QUERYSET)
    if made is None:
        return UNKNOWN
    rows = "lock" if call.name.endswith("select_for_update") else "instances"
    return join(
        call.atoms.instance(made, model=cls, rows=rows, joins=followed(call.interpreter, cls, _paths(call.arguments)))
        for cls in asked(call)
    )


def run(evaluator: Evaluator, atom: Instance, op: Operation, line: int) -> Value:
    """A queryset is awaited."""
    held = records(evaluator.interpreter)
    record = held.linked(atom.model)
    if record is None or atom.model is None:
        return UNKNOWN
    if atom.rows == "lock" and op == "read":
        mapped.touch(evaluator, record, "lock", line)
    mapped.touch(evaluator, record, op, line)
    for table in sorted(atom.joins - {record.table}):
        evaluator.touch(table, "read", line)
    if op == "delete":
        held.cascade(evaluator, record, line)
    return mapped.row(evaluator, atom.model)


class QuerySets(Hook):
    """Querysets: refined, awaited, written with."""

    base = QUERYSET

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`queryset.filter`, `queryset.update`."""
        del line
        return evaluator.atoms.native("tortoise.said", (atom, name))

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`async for row in queryset`, `for row in await queryset`."""
        return run(evaluator, atom, "read", line)


def awaited(call: NativeCall) -> Value:
    """`rows = await queryset`."""
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    return call.atoms.container("list", run(call.evaluator, call.receiver, "read", call.line))


def said(call: NativeCall) -> Value:
    """A method of a queryset."""
    atom, name = call.receiver
    if name in WRITES:
        run(call.evaluator, atom, WRITES[name], call.line)
        return UNKNOWN
    paths = followed(call.interpreter, atom.model, _paths(call.arguments)) if atom.model else frozenset()
    rows = "lock" if name == "select_for_update" else atom.rows
    refined = call.atoms.instance(atom.cls, model=atom.model, rows=rows, joins=atom.joins | paths)
    if name in ROWS | ANSWERS:
        (one,) = refined
        assert isinstance(one, Instance)  # noqa: S101 - an instance was just made
        found = run(call.evaluator, one, "read", call.line)
        return found if name in SURE else found | call.atoms.none if name in ROWS else UNKNOWN
    return refined


# --- rows ---------------------------------------------------------------------------------------------------


def create(call: NativeCall) -> Value:
    """`await Model.create(...)`."""
    return join(mapped.created(call.evaluator, cls, call.line) for cls in asked(call)) or UNKNOWN


def saved(call: NativeCall) -> Value:
    """`await row.save()`."""
    for cls in asked(call):
        op: Operation = "update" if is_stored(call.receiver) else "insert"
        mapped.touch(call.evaluator, records(call.interpreter).of(cls), op, call.line)
        tell(call.evaluator, cls, "save", _row(call, cls), call.line)
    return UNKNOWN


def _row(call: NativeCall, cls: ClassInfo) -> Value:
    """The object that a method is called on, or a row of its class."""
    return call.receiver.alone if isinstance(call.receiver, Instance) else mapped.row(call.evaluator, cls)


def deleted(call: NativeCall) -> Value:
    """`await row.delete()`."""
    held = records(call.interpreter)
    for cls in asked(call):
        record = held.linked(cls)
        mapped.touch(call.evaluator, record, "delete", call.line)
        if record is not None:
            held.cascade(call.evaluator, record, call.line)
        tell(call.evaluator, cls, "delete", _row(call, cls), call.line)
    return UNKNOWN


def on_rows(*ops: Operation, gives: str = "") -> Handler:
    """A method of a model that touches its table when it is awaited."""

    def handler(call: NativeCall) -> Value:
        found: list[Value] = []
        for cls in asked(call):
            for op in ops:
                mapped.touch(call.evaluator, records(call.interpreter).linked(cls), op, call.line)
            for table in sorted(followed(call.interpreter, cls, list(call.arguments.keywords))):
                call.evaluator.touch(table, "read", call.line)
            found.append(mapped.row(call.evaluator, cls))
        if gives == "pair":
            values = [join(found), UNKNOWN]
            return call.atoms.container("tuple", join(values), tuple(values))
        if gives == "maybe":
            found.append(call.atoms.none)
        return join(found) if gives else UNKNOWN

    return handler


def in_one(*ops: Operation) -> Handler:
    """`get_or_create`, `update_or_create`: in a transaction of their own."""

    def handler(call: NativeCall) -> Value:
        with call.evaluator.implicit(call.line):
            return on_rows(*ops, gives="pair")(call) or UNKNOWN

    return handler


def fetch_related(call: NativeCall) -> Value:
    """`await row.fetch_related("events__participants")`."""
    for cls in asked(call):
        for table in sorted(followed(call.interpreter, cls, _paths(call.arguments))):
            call.evaluator.touch(table, "read", call.line)
    return UNKNOWN


def raw(call: NativeCall) -> Value:
    """`Model.raw("SELECT ...")`, `connection.execute_query("...")`."""
    touch_sql(call, call.first)
    return UNKNOWN


class Rows(RowsMade):
    """Rows: relations give rows, querysets or what rows are added to."""

    base = MODEL

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`event.tournament`, `tournament.events`, `event.participants`."""
        record = records(evaluator.interpreter).linked(atom.cls)
        if record is None:
            return None
        relation = record.relations.get(name)
        if relation is not None and relation.link_table is None:
            mapped.touch(evaluator, records(evaluator.interpreter).of(relation.target), "read", line)
            return mapped.maybe(evaluator, relation.target)
        held = record.back.get(name)
        if relation is None and held is not None and held[1].single:
            mapped.touch(evaluator, held[0], "read", line)
            return mapped.maybe(evaluator, held[0].cls)
        related = relation.target if relation is not None else held[0].cls if held else None
        if related is None:
            return UNKNOWN if name in record.columns else None
        link = relation.link_table if relation is not None else held[1].link_table if held else None
        made = evaluator.interpreter.library_class(QUERYSET)
        if made is None:
            return None
        joins = frozenset({link}) if link else frozenset()
        return evaluator.atoms.instance(made, model=related, joins=joins, site=("link", link) if link else None)


def related_rows(op: Operation) -> Handler:
    """`event.participants.add(...)`."""

    def handler(call: NativeCall) -> Value:
        if isinstance(call.receiver, tuple) and isinstance(call.receiver[0].site, tuple):
            call.evaluator.touch(call.receiver[0].site[1], op, call.line, because="m2m")
        return UNKNOWN

    return handler


# --- transactions -----------------------------------------------------------------------------------------------


def in_transaction(call: NativeCall) -> Value:
    """`in_transaction("name")`."""
    return call.atoms.wrapped("atomic", BOTTOM, text(call.arguments.get(0, "connection_name") or BOTTOM) or "default")


def atomic(call: NativeCall) -> Value:
    """`@atomic("name")`, `@atomic()`."""
    functions = frozenset(atom for atom in call.first if isinstance(atom, (Function, Wrapped)))
    return decorated(call.evaluator, functions, "default") if functions else in_transaction(call)


def in_bulk(call: NativeCall) -> Value:
    """`Model.in_bulk([...])`: rows by their keys."""
    rows = on_rows("read", gives="row")(call) or UNKNOWN
    return containers.make_dict(call.evaluator, [], rows)


def managed(call: NativeCall) -> Value:
    """A method of a queryset, or of the rows of a relation."""
    _, name = call.receiver
    if name in {"add", "remove", "clear"}:
        return related_rows("insert" if name == "add" else "delete")(call) or UNKNOWN
    return said(call)


HOOKS: Final = (QuerySets(), Rows())
NATIVES: Final[dict[str, Handler]] = {
    "tortoise.said": managed,
    f"{QUERYSET}.__await__": awaited,
    f"{MODEL}.create": create,
    f"{MODEL}.save": saved,
    f"{MODEL}.delete": deleted,
    f"{MODEL}.fetch_related": fetch_related,
    f"{MODEL}.raw": raw,
    f"{MODEL}.get": on_rows("read", gives="row"),
    f"{MODEL}.get_or_none": on_rows("read", gives="maybe"),
    f"{MODEL}.first": on_rows("read", gives="maybe"),
    f"{MODEL}.latest": on_rows("read", gives="row"),
    f"{MODEL}.earliest": on_rows("read", gives="row"),
    f"{MODEL}.exists": on_rows("read"),
    f"{MODEL}.refresh_from_db": on_rows("read"),
    f"{MODEL}.in_bulk": in_bulk,
    f"{MODEL}.bulk_create": on_rows("insert"),
    f"{MODEL}.bulk_update": on_rows("update"),
    f"{MODEL}.get_or_create": in_one("read", "insert"),
    f"{MODEL}.update_or_create": in_one("lock", "insert", "update"),
    **{f"{MODEL}.{name}": queryset for name in ("all", "filter", "exclude", "annotate", "select_for_update")},
    **{
        f"tortoise.backends.Client.{name}": raw
        for name in ("execute_query", "execute_query_dict", "execute_insert", "execute_many", "execute_script")
    },
    **{f"tortoise.{place}.Q": term for place in ("expressions", "query_utils", "queryset")},
    **{f"tortoise.functions.{name}": term for name in ("Avg", "Count", "Max", "Min", "Sum")},
    "tortoise.transactions.in_transaction": in_transaction,
    "tortoise.transactions.atomic": atomic,
}
