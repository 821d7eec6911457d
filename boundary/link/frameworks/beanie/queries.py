"""What do beanie's queries do?  They are refined, awaited or iterated over, asked for a list, and written with.

    order = await Order.find_one(Order.number == 1, fetch_links=True)
    async for order in Order.find(Order.state == "new").sort("-made"): ...
    await Order.find(Order.state == "new").update(Set({Order.state: "old"}))
    rows = await Order.aggregate([{"$lookup": {"from": "customers", ...}}]).to_list()
    order = Order.find_one(Order.number == 1).run()             # bunnet's, which nothing awaits

What links lead to is read with the documents where it is asked for (`fetch_links=True`), three links deep.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled tuple looks the classes of its fields up
from boundary.link.domain.asking import truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, NO_JOINS, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.beanie.models import BASE, fetched, read_of, records
from boundary.link.frameworks.own_statements import act
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pymongo.pipelines import mentioned
from boundary.link.frameworks.pymongo.statements import has_session
from boundary.link.frameworks.records import asked

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

UNKNOWN_DOCUMENT: Final = "a document of which no collection is known"
"""What is told as a blind spot where a class is asked that has no collection."""
QUERY: Final = "beanie.odm.queries.find.FindQuery"
MANY: Final = "beanie.odm.queries.find.FindMany"
ONE: Final = "beanie.odm.queries.find.FindOne"
AGGREGATION: Final = "beanie.odm.queries.aggregation.AggregationQuery"
WRITING: Final = "beanie.odm.queries.update.WriteQuery"
SAID: Final = "beanie.said"
WRITES: Final[dict[str, tuple[Operation, ...]]] = {
    **dict.fromkeys(("update", "update_one", "update_many", "set", "inc", "current_date", "replace_one"), ("update",)),
    "upsert": ("update", "insert"),
    **dict.fromkeys(("delete", "delete_one", "delete_many"), ("delete",)),
}
LISTS: Final = frozenset({"to_list", "run"})
ANSWERS: Final = frozenset({"count", "exists", "distinct", "sum", "avg", "max", "min", "get_cursor", "explain"})
FIRST: Final = "first_or_none"
AGGREGATE: Final = "aggregate"


class Asked(NamedTuple):
    """What is known of a query: whether it is given a session, and what its documents are shown as."""

    session: bool = False
    shown: ClassInfo | None = None
    plain: bool = False
    """Whether it gives dicts, or what is not known."""


def _said(call: NativeCall, before: Asked) -> Asked:
    """The same, and what the arguments of one more call add."""
    keywords = call.arguments.keywords
    name = call.name.rpartition(".")[2]
    shown = keywords.get("projection_model") or (call.arguments.positional[:1] if name == "project" else BOTTOM)
    if isinstance(shown, tuple):
        shown = shown[0] if shown else BOTTOM
    classes = [atom.cls for atom in shown if isinstance(atom, ClassAtom)]
    session = before.session or has_session(call) or name == "set_session"
    if classes:
        return Asked(session, classes[0])
    return Asked(session, before.shown, before.plain or name == AGGREGATE or bool(shown - call.atoms.none))


def _joined(call: NativeCall, cls: ClassInfo) -> frozenset[str]:
    """The collections that are read beside its own, as the arguments of a call say."""
    links = call.arguments.keywords.get("fetch_links")
    found = fetched(call.interpreter, cls) if links is not None and truth(links) is not False else NO_JOINS
    return found.union([name for op, name in _stages(call) if op == "read"])


def _stages(call: NativeCall) -> list[tuple[Operation, str]]:
    """What a pipeline that is given does to other collections."""
    if call.name.rpartition(".")[2] != AGGREGATE:
        return []
    given = call.arguments.get(0, "aggregation_pipeline") or BOTTOM
    return [(op, name) for op, name in mentioned(given) if name is not None]


def _made(call: NativeCall, dotted: str, cls: ClassInfo | None, joins: frozenset[str], before: Asked) -> Value:
    made = call.interpreter.library_class(dotted)
    if made is None:
        return UNKNOWN
    return call.atoms.instance(made, model=cls, joins=joins, site=_said(call, before))


def asking(dotted: str) -> Handler:
    """`Order.find(...)`, `Order.find_one(...)`, `Order.aggregate(...)`: nothing is read so far."""

    def handler(call: NativeCall) -> Value:
        found: list[Value] = []
        for cls in asked(call):
            _write_stages(call, joins=has_session(call))
            found.append(_made(call, dotted, cls, _joined(call, cls), Asked()))
        return join(found) or UNKNOWN

    return handler


def _write_stages(call: NativeCall, *, joins: bool) -> None:
    written = [(op, name) for op, name in _stages(call) if op != "read"]
    if written:
        act(call.evaluator, written, call.line, joins=joins)


def at_once(gives: str = "") -> Handler:
    """`await Order.count()`, `await Order.get(1)`: read as it is called."""

    def handler(call: NativeCall) -> Value:
        found: list[Value] = []
        for cls in asked(call):
            read(call.evaluator, cls, _joined(call, cls), call.line, joins=has_session(call))
            if gives:
                found.append(mapped.maybe(call.evaluator, cls))
        return join(found) or UNKNOWN

    return handler


def read(evaluator: Evaluator, cls: ClassInfo | None, others: frozenset[str], line: int, *, joins: bool) -> None:
    """Documents of a class are read, and what else is asked for with them."""
    own = read_of(evaluator.interpreter, cls) if cls is not None else NO_JOINS
    if not own:
        evaluator.blind(line, UNKNOWN_DOCUMENT)
    act(evaluator, [("read", table) for table in sorted(own | others)], line, joins=joins)


def write(evaluator: Evaluator, cls: ClassInfo | None, ops: tuple[Operation, ...], line: int, *, joins: bool) -> None:
    """Documents of a class are written, by one statement."""
    record = records(evaluator.interpreter).linked(cls)
    if record is None:
        evaluator.blind(line, UNKNOWN_DOCUMENT)
        return
    act(evaluator, [(op, record.table) for op in ops], line, joins=joins)


# --- what is done with a query --------------------------------------------------------------------------------


def _known(atom: Instance) -> Asked:
    return atom.site if isinstance(atom.site, Asked) else Asked()


def _documents(evaluator: Evaluator, atom: Instance, line: int) -> Value:
    """The documents of a query are read."""
    known = _known(atom)
    read(evaluator, atom.model, atom.joins, line, joins=known.session)
    if known.shown is not None and known.shown is not atom.model:
        return evaluator.atoms.instance(known.shown)
    return UNKNOWN if known.plain or atom.model is None else mapped.row(evaluator, atom.model)


class Queries(Hook):
    """Queries: refined, run, written with."""

    base = QUERY

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`query.sort`, `query.to_list`, `query.update`."""
        del line
        return None if name.startswith("_") else evaluator.atoms.native(f"{SAID}.{name}", atom)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`async for order in query`."""
        return _documents(evaluator, atom, line)


class Writing(Hook):
    """What has been written with: more may be said of it, and nothing more is done."""

    base = WRITING

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Order.find_one(...).update(...).upsert(...)`."""
        del line
        return None if name.startswith("_") else evaluator.atoms.native(f"{SAID}.{name}", atom)


def refined(call: NativeCall) -> Value:
    """`query.find(...)`, `query.sort("-made").limit(10)`, `query.project(OrderOut)`."""
    atom: Instance = call.receiver
    joins = atom.joins | (_joined(call, atom.model) if atom.model is not None else NO_JOINS)
    return call.atoms.instance(atom.cls, model=atom.model, joins=joins, site=_said(call, _known(atom)))


def aggregated(call: NativeCall) -> Value:
    """`query.aggregate([...])`."""
    atom: Instance = call.receiver
    _write_stages(call, joins=_known(atom).session or has_session(call))
    joins = atom.joins | (_joined(call, atom.model) if atom.model is not None else NO_JOINS)
    return _made(call, AGGREGATION, atom.model, joins, _known(atom)._replace(shown=None))


def ran(call: NativeCall) -> Value:
    """`to_list`, `first_or_none`, `count`; `run`, as bunnet has it."""
    atom: Instance = call.receiver
    name = call.name.rpartition(".")[2]
    if atom.cls.dotted == WRITING:
        return _written(call, atom)
    found = _documents(call.evaluator, atom, call.line)
    if name in ANSWERS:
        return UNKNOWN
    if name == FIRST or atom.cls.dotted == ONE:
        return found | call.atoms.none
    return call.atoms.container("list", found)


def written(call: NativeCall) -> Value:
    """`query.update(...)`, `.set(...)`, `.inc(...)`, `.upsert(...)`, `.delete()`, which are awaited at once."""
    atom: Instance = call.receiver
    name = call.name.rpartition(".")[2]
    joins = _known(atom).session or has_session(call)
    if atom.cls.dotted != WRITING or name == "upsert":
        write(call.evaluator, atom.model, WRITES[name], call.line, joins=joins)
    made = call.interpreter.library_class(WRITING)
    if made is None:
        return UNKNOWN
    rows = "values" if "response_type" not in call.arguments.keywords else "instances"
    return call.atoms.instance(made, model=atom.model, rows=rows, site=Asked(joins))


def awaited(call: NativeCall) -> Value:
    """`order = await Order.find_one(...)`, `await query.update(...)`; a list of what cannot be awaited in beanie."""
    atom = call.receiver
    if not isinstance(atom, Instance):
        return UNKNOWN
    if atom.cls.dotted == WRITING:
        return _written(call, atom)
    found = _documents(call.evaluator, atom, call.line)
    return found | call.atoms.none if atom.cls.dotted == ONE else call.atoms.container("list", found)


def _written(call: NativeCall, atom: Instance) -> Value:
    """What writing gives: the document where that is asked for."""
    return mapped.maybe(call.evaluator, atom.model) if atom.rows == "instances" and atom.model else UNKNOWN


REFINING: Final = (
    *("find", "find_many", "find_one", "find_all", "all", "sort", "skip", "limit", "project", "set_session", "clone"),
)
HOOKS: Final = (Queries(), Writing())
NATIVES: Final[dict[str, Handler]] = {
    **{f"{SAID}.{name}": refined for name in REFINING},
    **{f"{SAID}.{name}": ran for name in (*LISTS, *ANSWERS, FIRST)},
    **{f"{SAID}.{name}": written for name in WRITES},
    f"{SAID}.{AGGREGATE}": aggregated,
    f"{QUERY}.__await__": awaited,
    f"{WRITING}.__await__": awaited,
    **{f"{BASE}.{name}": asking(MANY) for name in ("find", "find_many", "find_all", "all", "find_many_in_all")},
    f"{BASE}.find_one": asking(ONE),
    f"{BASE}.{AGGREGATE}": asking(AGGREGATION),
    **{f"{BASE}.{name}": at_once() for name in ("count", "distinct", "sum", "avg", "max", "min")},
    f"{BASE}.get": at_once("row"),
}
