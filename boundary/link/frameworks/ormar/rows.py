"""What do ormar's models do?  Querysets that are awaited, rows, and relations to which rows are added.

    await Track.objects.select_related("album").filter(album__name="x").all()
    await album.tracks.create(title="x")
    async with database.transaction(): ...          # as `databases` has it

Every method that asks or writes is awaited at once; others refine.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled tuple looks the classes of its fields up
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, NO_JOINS, UNKNOWN, ClassAtom, Container, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.ormar.models import MODEL, records
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.records import RowsMade, asked, is_stored
from boundary.link.frameworks.row_signals import tell_by_name
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Record
    from boundary.model.scan import Operation

QUERYSET: Final = "ormar.queryset.QuerySet"
PROXY: Final = "ormar.queryset.RelationProxy"
ACCESSOR: Final = "ormar.queryset.FieldAccessor"
SAID: Final = "ormar.said"
CONDITION: Final = "ormar.condition"
SURE: Final = frozenset({"get", "first", "last"})
"""What raises where there is no row."""
MAYBE: Final = frozenset({"get_or_none", "first_or_none", "last_or_none"})
ANSWERS: Final = frozenset({"count", "exists", "max", "min", "sum", "avg", "values", "values_list"})
WRITES: Final[dict[str, Operation]] = {
    "delete": "delete",
    "bulk_create": "insert",
    "bulk_update": "update",
    "update": "update",
}
FOLLOWING: Final = frozenset({"select_all", "load_all", "save_related"})


class Held(NamedTuple):
    """How the rows of a relation are kept, and whose they are: by a table between, or by a key of their own."""

    link: str | None
    owner: ClassInfo


# --- querysets --------------------------------------------------------------------------------------------


def _paths(arguments: Arguments) -> list[str]:
    """The lookups among arguments: keywords, texts, and texts in lists."""
    found = list(arguments.keywords)
    for value in arguments.positional:
        found += [*strings(value), *containers.texts_in(value)]
    return found


def _joined(call: NativeCall, cls: ClassInfo | None) -> frozenset[str]:
    """The tables that the arguments of a refinement lead to."""
    held = records(call.interpreter)
    accessors = [one for one in _atoms(call.arguments.every()) if isinstance(one, Instance) and one.cls.library]
    found = mapped.along(held, cls, _paths(call.arguments)).union(*(one.joins for one in accessors))
    record = held.linked(cls) if call.name.rpartition(".")[2] in FOLLOWING else None
    if record is not None:
        found |= mapped.along(held, cls, [*record.relations, *record.back])
    return found


def _atoms(values: Iterable[Value]) -> list[Atom]:
    """The atoms of values, and those in lists of them."""
    found: list[Atom] = []
    for atom in chain.from_iterable(values):
        found.append(atom)
        if isinstance(atom, Container):
            found.extend(atom.element)
    return found


def run(call: NativeCall, cls: ClassInfo | None, op: Operation, joins: frozenset[str] = NO_JOINS) -> None:
    """The rows of a queryset are read, or written where they stand."""
    held, evaluator = records(call.interpreter), call.evaluator
    record = held.linked(cls)
    if record is None:
        evaluator.blind(call.line, "a queryset of which no model is known")
        return
    mapped.touch(evaluator, record, op, call.line)
    for table in sorted(joins - {record.table}):
        evaluator.touch(table, "read", call.line)
    if op == "delete":
        held.cascade(evaluator, record, call.line)


class QuerySets(Hook):
    """`Track.objects`: refined, awaited, written with."""

    base = QUERYSET

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`queryset.filter`, `queryset.update`."""
        del line
        return None if name.startswith("__") else evaluator.atoms.native(f"{SAID}.{name}", atom)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for track in album.tracks`: rows that were read before; `queryset[0]` refines."""
        del line
        if isinstance(atom.site, Held) and atom.model is not None:
            return mapped.row(evaluator, atom.model)
        return atom.alone


def refined(call: NativeCall) -> Value:
    """A method of a queryset that goes on: `filter`, `select_related`, `order_by`."""
    atom: Instance = call.receiver
    joins = atom.joins | _joined(call, atom.model)
    return call.atoms.instance(atom.cls, model=atom.model, site=atom.site, joins=joins)


def asking(call: NativeCall) -> Value:
    """`get`, `first_or_none`, `all`, `iterate`, `count`."""
    (atom,) = refined(call)
    name = call.name.rpartition(".")[2]
    if not isinstance(atom, Instance):
        return UNKNOWN
    run(call, atom.model, "read", atom.joins)
    if atom.model is None or name in ANSWERS:
        return UNKNOWN
    row = mapped.row(call.evaluator, atom.model)
    if name in SURE:
        return row
    return row | call.atoms.none if name in MAYBE else call.atoms.container("list", row)


def writing(call: NativeCall) -> Value:
    """`update`, `delete`, `bulk_create`, `bulk_update`: the rows that are asked for, or handed over."""
    op = WRITES[call.name.rpartition(".")[2]]
    for atom in refined(call) if op == "delete" else call.receiver.alone:
        if isinstance(atom, Instance):
            run(call, atom.model, op, atom.joins)
    return UNKNOWN


def create(call: NativeCall) -> Value:
    """`Track.objects.create(...)`, `album.tracks.create(...)`: saved, and put into the table between."""
    atom: Instance = call.receiver
    if atom.model is None:
        return UNKNOWN
    row = mapped.created(call.evaluator, atom.model, call.line)
    _link(call, atom, "insert")
    return row


def get_or_create(call: NativeCall) -> Value:
    """A row and whether it is new; older versions give the row alone, which has an attribute for nothing else."""
    run(call, call.receiver.model, "read")
    row = create(call)
    values = [row, UNKNOWN]
    return call.atoms.container("tuple", join(values), tuple(values)) | row


def update_or_create(call: NativeCall) -> Value:
    """The row, which is updated where it is there."""
    run(call, call.receiver.model, "read")
    run(call, call.receiver.model, "update")
    return create(call)


# --- relations ------------------------------------------------------------------------------------------------


def _link(call: NativeCall, atom: Instance, op: Operation) -> None:
    """Rows of the table between are made or removed."""
    if isinstance(atom.site, Held) and atom.site.link is not None:
        call.evaluator.touch(atom.site.link, op, call.line, because="m2m")


def add(call: NativeCall) -> Value:
    """`album.tracks.add(track)`: a row of the table between, else the key of the row itself, which is stored so."""
    atom: Instance = call.receiver
    _link(call, atom, "insert")
    if not isinstance(atom.site, Held) or atom.site.link is None:
        rows = [one for one in call.first if isinstance(one, Instance)]
        record = records(call.interpreter).of(atom.model)
        mapped.touch(call.evaluator, record, "update", call.line)
        if not rows or not all(map(is_stored, rows)):
            mapped.touch(call.evaluator, record, "insert", call.line)
    return UNKNOWN


def remove(call: NativeCall) -> Value:
    """`album.tracks.remove(track)`, `.clear()`: the row of the table between, else the key; or the row itself."""
    atom: Instance = call.receiver
    _link(call, atom, "delete")
    if not isinstance(atom.site, Held) or atom.site.link is None:
        gone = truth(call.arguments.keywords.get("keep_reversed", BOTTOM)) is False
        run(call, atom.model, "delete" if gone else "update")
    return UNKNOWN


class Rows(RowsMade):
    """Rows: relations give rows that were read with them, or what rows are asked for and added to."""

    base = MODEL

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`track.album`, `album.tracks`, `track.tags`; nothing is read by that."""
        del line
        record = records(evaluator.interpreter).linked(atom.cls)
        if record is None:
            return None
        relation = record.relations.get(name)
        if relation is not None:
            if relation.link_table is None:
                return mapped.maybe(evaluator, relation.target)
            return _proxy(evaluator, atom.cls, relation.target, relation.link_table)
        if name in record.back:
            holder, back = record.back[name]
            return _proxy(evaluator, atom.cls, holder.cls, back.link_table)
        return UNKNOWN if name in record.columns or name == "pk" else None

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Track.objects`, `Track.album.name`, `Track.ormar_config`."""
        del line
        record = records(evaluator.interpreter).linked(atom.cls)
        made = evaluator.interpreter.library_class(QUERYSET)
        if name == "objects" and made is not None and not atom.cls.library:
            return evaluator.atoms.instance(made, model=atom.cls)
        if name == "ormar_config":
            held = [one for one in evaluator.interpreter.classes.lookup(atom.cls, name)[1] if isinstance(one, Instance)]
            return join([evaluator.atoms.instance(one.cls, model=atom.cls, site=one.site) for one in held]) or None
        return _accessor(evaluator, record, name, NO_JOINS) if record is not None else None


def _proxy(evaluator: Evaluator, owner: ClassInfo, cls: ClassInfo, link: str | None) -> Value:
    made = evaluator.interpreter.library_class(PROXY)
    joins = frozenset({link}) if link else NO_JOINS
    site = Held(link, owner)
    return evaluator.atoms.instance(made, model=cls, site=site, joins=joins) if made is not None else UNKNOWN


# --- fields in conditions -------------------------------------------------------------------------------------


def _accessor(evaluator: Evaluator, record: Record, name: str, joins: frozenset[str]) -> Value | None:
    """A field of a model as conditions have it, with the tables that it leads through."""
    made = evaluator.interpreter.library_class(ACCESSOR)
    if made is None or not (name in record.columns or name in record.relations or name in record.back):
        return None
    relation = record.relations.get(name) or (record.back[name][1] if name in record.back else None)
    if relation is None:
        return evaluator.atoms.instance(made, joins=joins)
    joins |= mapped.along(records(evaluator.interpreter), record.cls, [name])
    target = record.back[name][0].cls if name in record.back else relation.target
    return evaluator.atoms.instance(made, model=target, joins=joins)


class Accessors(Hook):
    """`Track.album.name`, `Track.title.startswith("x")`."""

    base = ACCESSOR

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """A field of the related model, or a condition."""
        del line
        record = records(evaluator.interpreter).linked(atom.model)
        found = _accessor(evaluator, record, name, atom.joins) if record is not None else None
        return found or (None if name.startswith("__") else evaluator.atoms.native(CONDITION, atom))


def condition(call: NativeCall) -> Value:
    """`Track.title.in_([...])`, `ormar.or_(album__name="x")`: what is compared leads through the same tables."""
    made = call.interpreter.library_class(ACCESSOR)
    before = call.receiver.joins if isinstance(call.receiver, Instance) else NO_JOINS
    given = [one.joins for one in _atoms(call.arguments.every()) if isinstance(one, Instance) and one.cls.library]
    return call.atoms.instance(made, joins=before.union(*given)) if made is not None else UNKNOWN


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`(Track.album.name == "x") & (Track.title == "y")`."""
    made = evaluator.interpreter.library_class(ACCESSOR)
    found = [one for one in chain.from_iterable(values) if isinstance(one, Instance) and one.cls is made]
    if made is None or not found:
        return None
    return evaluator.atoms.instance(made, joins=NO_JOINS.union(*(one.joins for one in found)))


combined = operated


# --- rows -------------------------------------------------------------------------------------------------


def telling(what: str, change: Handler) -> Handler:
    """What changes a row, or a relation of one: the functions that wait for that are called before and behind it."""

    def handler(call: NativeCall) -> Value:
        _tell(call, f"pre_{what}")
        given = change(call) or UNKNOWN
        _tell(call, f"post_{what}")
        return given

    return handler


def _tell(call: NativeCall, moment: str) -> None:
    held = call.receiver.site if isinstance(call.receiver, Instance) else None
    for cls in [held.owner] if isinstance(held, Held) else asked(call):
        own = isinstance(call.receiver, Instance) and not isinstance(held, Held)
        row = call.receiver.alone if own else mapped.row(call.evaluator, cls)
        tell_by_name(call.evaluator, cls, moment, row, call.line)


def on_row(*ops: Operation) -> Handler:
    """A method of a row, which most of them give."""

    def handler(call: NativeCall) -> Value:
        for cls in asked(call):
            for op in ops:
                run(call, cls, op)
        return UNKNOWN if "delete" in ops else join([mapped.row(call.evaluator, cls) for cls in asked(call)])

    return handler


def upserted(call: NativeCall) -> Value:
    """`track.upsert()`: an update where it has a key."""
    return on_row(*(("update",) if is_stored(call.receiver) else ("insert", "update")))(call) or UNKNOWN


def with_related(op: Operation) -> Handler:
    """`track.load_all()`, `track.save_related()`: the rows that are related, too."""

    def handler(call: NativeCall) -> Value:
        held = records(call.interpreter)
        for cls in asked(call):
            mapped.touch(call.evaluator, held.linked(cls), op, call.line)
            for table in sorted(_joined(call, cls)):
                call.evaluator.touch(table, op, call.line)
        return join([mapped.row(call.evaluator, cls) for cls in asked(call)]) or UNKNOWN

    return handler


REFINING: Final = (
    *("filter", "exclude", "select_related", "select_all", "prefetch_related", "fields", "exclude_fields", "order_by"),
    *("paginate", "limit", "offset", "flatten_fields"),
)
NEEDS: Final = ("ormar",)
HOOKS: Final = (QuerySets(), Rows(), Accessors())
NATIVES: Final[dict[str, Handler]] = {
    CONDITION: condition,
    "ormar.queryset.and_": condition,
    "ormar.queryset.or_": condition,
    **{f"{SAID}.{name}": refined for name in REFINING},
    **{f"{SAID}.{name}": asking for name in (*SURE, *MAYBE, *ANSWERS, "all", "iterate")},
    **{f"{SAID}.{name}": writing for name in WRITES},
    f"{SAID}.create": create,
    f"{SAID}.get_or_create": get_or_create,
    f"{SAID}.update_or_create": update_or_create,
    f"{SAID}.add": telling("relation_add", add),
    f"{SAID}.remove": telling("relation_remove", remove),
    f"{SAID}.clear": remove,
    f"{MODEL}.save": telling("save", on_row("insert")),
    f"{MODEL}.update": telling("update", on_row("update")),
    f"{MODEL}.upsert": upserted,
    f"{MODEL}.delete": telling("delete", on_row("delete")),
    f"{MODEL}.load": on_row("read"),
    f"{MODEL}.load_all": with_related("read"),
    f"{MODEL}.save_related": with_related("update"),
}
