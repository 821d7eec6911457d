"""What do querysets of mongoengine do?  They are refined, and asked where somebody goes through them or wants a number.

    Order.objects(state="new").order_by("-made")             nothing yet
    for order in Order.objects.filter(...): ...               read
    Order.objects(state="old").delete()                       delete, with what `reverse_delete_rule` says

Conditions join nothing, but what is asked for in them is read: `Order.objects(customer__in=Customer.objects)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, Instance, by_age
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.mongoengine.deletions import delete_rows
from boundary.link.frameworks.mongoengine.fields import held_by
from boundary.link.frameworks.mongoengine.models import records, references
from boundary.link.frameworks.mongoengine.rows import SWITCHED, collection, row, table_of
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pymongo.pipelines import touch_stages
from boundary.link.frameworks.records import doubt
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

QUERYSET: Final = "mongoengine.queryset.base.BaseQuerySet"
UNKNOWN_MODEL: Final = "a queryset of which no collection is known"
PLAIN: Final = "plain"
"""The site of a queryset that gives no documents."""
REFINING: Final = (
    *("all", "filter", "search_text", "none", "no_sub_classes", "using", "clone", "limit", "skip", "hint"),
    *("collation", "batch_size", "only", "exclude", "fields", "all_fields", "order_by", "clear_cls_query", "comment"),
    *("snapshot", "allow_disk_use", "timeout", "read_preference", "read_concern", "where", "max_time_ms", "rewind"),
)
PLAINLY: Final = ("scalar", "values_list", "as_pymongo")
ASKING: Final = ("get", "first", "with_id", "in_bulk", "count", "explain", "to_json", "exec_js", "sum", "average")
WRITES: Final[dict[str, tuple[Operation, ...]]] = {
    "update": ("update",),
    "update_one": ("update",),
    "upsert_one": ("update", "insert", "read"),
    "modify": ("update",),
}


def touch(evaluator: Evaluator, atom: Instance, op: Operation, line: int) -> bool:
    """Documents of a queryset are read or written; whether it is known in which collection."""
    record = records(evaluator.interpreter).linked(atom.model)
    if record is None:
        evaluator.blind(line, UNKNOWN_MODEL)
        return False
    with evaluator.believed(doubt(atom)):
        evaluator.touch(table_of(atom, record), op, line)
        for table in sorted(atom.joins) if op == "read" else ():
            evaluator.touch(table, "read", line)
    return True


def run(evaluator: Evaluator, atom: Instance, line: int) -> Value:
    """A queryset is asked: a document, or what it gives instead."""
    if not touch(evaluator, atom, "read", line) or atom.model is None or atom.site == PLAIN:
        return UNKNOWN
    return row(evaluator, atom.model, guessed=atom.guessed, site=atom.site)


def read_asked(call: NativeCall) -> None:
    """Querysets among conditions are asked."""
    for value in call.arguments.every():
        for atom in by_age(value):
            if isinstance(atom, Instance) and call.interpreter.classes.is_subclass(atom.cls, QUERYSET):
                run(call.evaluator, atom, call.line)


class QuerySets(Hook):
    """`Order.objects`: iterated over, tested, counted."""

    base = QUERYSET
    lazy = True

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self._document`, `self._collection` in a queryset of the project's own."""
        del line
        if atom.model is None:
            return None
        if name == "_document":
            return evaluator.atoms.class_(atom.model)
        if name in {"_collection", "_collection_obj"}:
            record = records(evaluator.interpreter).linked(atom.model)
            return collection(evaluator, table_of(atom, record)) if record is not None else None
        return None

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for order in queryset`, `queryset[0]`."""
        return run(evaluator, atom, line)


def refined(call: NativeCall) -> Value:
    """`filter`, `order_by`, and a call of the queryset itself."""
    read_asked(call)
    return call.receiver.alone if isinstance(call.receiver, Instance) else UNKNOWN


def changed(call: NativeCall, *, site: object = None, joins: frozenset[str] = frozenset()) -> Value:
    """A queryset like the one at hand, that gives something else or reads more."""
    atom = call.receiver
    if not isinstance(atom, Instance):
        return UNKNOWN
    kept = {"model": atom.model, "guessed": atom.guessed, "exact": atom.exact}
    return call.atoms.instance(atom.cls, joins=atom.joins | joins, site=site or atom.site, **kept)  # type: ignore[arg-type]


def plainly(call: NativeCall) -> Value:
    """`scalar("name")`, `as_pymongo()`: what is asked gives no documents."""
    return changed(call, site=PLAIN)


def select_related(call: NativeCall) -> Value:
    """`select_related()`: what the documents refer to is read with them."""
    cls = call.receiver.model if isinstance(call.receiver, Instance) else None
    held = records(call.interpreter)
    found = [held.linked(target) for _, target, _ in (references(call.interpreter, cls) if cls is not None else ())]
    return changed(call, joins=frozenset([one.table for one in found if one is not None]))


def unfollowed(call: NativeCall) -> Value:
    """`no_dereference()`: references of the documents are keys."""
    return changed(call, site="keys")


def asking(call: NativeCall) -> Value:
    """`get`, `first`, `in_bulk`, `count`."""
    read_asked(call)
    atom = call.receiver
    if not isinstance(atom, Instance):
        return UNKNOWN
    name = call.name.rpartition(".")[2]
    found = run(call.evaluator, atom, call.line)
    if name == "in_bulk":
        return containers.make_dict(call.evaluator, [], found)
    if name == "get":
        return found
    return found | call.atoms.none if name in {"first", "with_id"} else UNKNOWN


def distinct(call: NativeCall) -> Value:
    """`distinct("customer")`: what the references lead to is read, and given."""
    atom = call.receiver
    if not isinstance(atom, Instance) or not touch(call.evaluator, atom, "read", call.line) or atom.model is None:
        return UNKNOWN
    held = records(call.interpreter)
    found: list[Value] = []
    for name in strings(call.arguments.get(0, "field") or BOTTOM):
        field = held_by(call.interpreter, atom.model).get(name)
        for target in field.targets if field is not None and field.kind == "reference" else ():
            mapped.touch(call.evaluator, held.linked(target), "read", call.line)
            found.append(row(call.evaluator, target))
    return call.atoms.container("list", join(found) or UNKNOWN)


def aggregate(call: NativeCall) -> Value:
    """`aggregate([{"$match": ...}, {"$lookup": ...}])`."""
    if isinstance(call.receiver, Instance):
        touch(call.evaluator, call.receiver, "read", call.line)
    given = [*call.arguments.positional, *filter(None, [call.arguments.keywords.get("pipeline")])]
    touch_stages(call.evaluator, given, call.line)
    return call.atoms.container("list", UNKNOWN)


def map_reduce(call: NativeCall) -> Value:
    """`map_reduce(map_f, reduce_f, "totals")`: what comes out is kept, but where it is "inline"."""
    if isinstance(call.receiver, Instance):
        touch(call.evaluator, call.receiver, "read", call.line)
    for table in strings(call.arguments.get(2, "output") or BOTTOM):
        if table != "inline":
            call.evaluator.touch(table, "insert", call.line)
    return call.atoms.container("list", UNKNOWN)


def writing(call: NativeCall) -> Value:
    """`update`, `update_one`, `modify`, `upsert_one`: in one statement each, without signals."""
    read_asked(call)
    atom, name = call.receiver, call.name.rpartition(".")[2]
    if not isinstance(atom, Instance):
        return UNKNOWN
    flags = call.arguments.keywords
    removes = name == "modify" and truth(flags.get("remove", BOTTOM)) is True
    operations = ("delete",) if removes else WRITES[name]
    if "upsert" in flags and truth(flags["upsert"]) is not False:
        operations = (*operations, "insert")
    known = [touch(call.evaluator, atom, op, call.line) for op in operations]
    if name in {"modify", "upsert_one"} and all(known) and atom.model is not None:
        found = row(call.evaluator, atom.model, guessed=atom.guessed)
        return found | call.atoms.none if name == "modify" else found
    return UNKNOWN


def delete(call: NativeCall) -> Value:
    """`delete()`: one by one where somebody wants to be told of each."""
    atom = call.receiver
    if isinstance(atom, Instance) and atom.model is not None:
        with call.evaluator.believed(doubt(atom)):
            if atom.site is not None and atom.site[:1] == (SWITCHED,):  # type: ignore[index]
                touch(call.evaluator, atom, "delete", call.line)
            elif not delete_rows(call.evaluator, atom.model, call.line):
                call.evaluator.blind(call.line, UNKNOWN_MODEL)
    return UNKNOWN


def insert(call: NativeCall) -> Value:
    """The part of `insert([...])` that writes."""
    if isinstance(call.receiver, Instance):
        touch(call.evaluator, call.receiver, "insert", call.line)
    return call.atoms.none


def inserted(call: NativeCall) -> Value:
    """What was inserted is read again: documents where several were given."""
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    found = run(call.evaluator, call.receiver, call.line)
    several = any(isinstance(one, Container) for one in call.first)
    single = any(isinstance(one, Instance) for one in call.first)
    listed = call.atoms.container("list", found)
    return listed if several and not single else found if single and not several else listed | found


def from_json(call: NativeCall) -> Value:
    """`from_json(text)`: documents that were written so."""
    model = call.receiver.model if isinstance(call.receiver, Instance) else None
    return call.atoms.container("list", row(call.evaluator, model)) if model is not None else UNKNOWN


NEEDS: Final = ("mongoengine", "flask_mongoengine")
HOOKS: Final = (QuerySets(),)
NATIVES: Final[dict[str, Handler]] = {
    **{f"{QUERYSET}.{name}": refined for name in (*REFINING, "__call__")},
    **{f"{QUERYSET}.{name}": plainly for name in PLAINLY},
    **{f"{QUERYSET}.{name}": asking for name in ASKING},
    **{f"{QUERYSET}.{name}": writing for name in WRITES},
    f"{QUERYSET}.select_related": select_related,
    f"{QUERYSET}.no_dereference": unfollowed,
    f"{QUERYSET}.distinct": distinct,
    f"{QUERYSET}.item_frequencies": asking,
    f"{QUERYSET}.aggregate": aggregate,
    f"{QUERYSET}.map_reduce": map_reduce,
    f"{QUERYSET}.delete": delete,
    f"{QUERYSET}.__insert__": insert,
    f"{QUERYSET}.__inserted__": inserted,
    f"{QUERYSET}.from_json": from_json,
}
