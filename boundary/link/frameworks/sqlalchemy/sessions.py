"""What do sessions and connections do?  Objects added and deleted, statements executed, work begun and ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import is_unknown, strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import ANY, BOTTOM, UNKNOWN, Constant, Instance, Wrapped
from boundary.link.effects import own_connections
from boundary.link.effects.flow import ENTRY
from boundary.link.frameworks.naming import handed
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.events import session_event
from boundary.link.frameworks.sqlalchemy.flushed import mapping_of, objects_in, persist, remove, write
from boundary.link.frameworks.sqlalchemy.hung import hanging, hung_before
from boundary.link.frameworks.sqlalchemy.loading import loaded
from boundary.link.frameworks.sqlalchemy.makers import commits_flushes, made_by, note_expiry
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.own_engines import connection_of
from boundary.link.frameworks.sqlalchemy.proxied import rows_in
from boundary.link.frameworks.sqlalchemy.results import (
    SCALARS,
    execute,
    maybe,
    query_of,
    read,
    result,
    result_method,
    stored,
)
from boundary.link.frameworks.sqlalchemy.savepoints import begin_nested, releases
from boundary.link.frameworks.sqlalchemy.several import committed, dealing
from boundary.link.frameworks.sqlalchemy.statements import Shape, flat
from boundary.link.syntax.kinds import ATTRIBUTE

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

CONNECTION: Final = "sqlalchemy.engine.Connection"
ENGINE: Final = "sqlalchemy.engine.Engine"
SESSION: Final = "sqlalchemy.orm.session.Session"
SCOPED: Final = "sqlalchemy.orm.session.scoped_session"
HANDED: Final = frozenset({"add", "add_all", "delete", "merge"})
WORK: Final = ("sqlalchemy", "flask_sqlalchemy", "sqlmodel", "flask.ext.sqlalchemy")


# --- objects ------------------------------------------------------------------------------------------


def given(call: NativeCall) -> Value:
    """What a session is handed; where nothing is known of it, what its name suggests (`session.delete(self.order)`)."""
    written = call.evaluator.calling
    if written is None or type(written.function) is not ATTRIBUTE or written.function.name not in HANDED:
        return call.first
    return handed(call)


def add(call: NativeCall) -> Value:
    """`session.add(order)`, `.add_all([...])`, `.bulk_save_objects([...])`."""
    rows = list(rows_in(call.evaluator, given(call), call.line))
    found = [persist(call.evaluator, atom, call.line) for atom in rows]
    for atom in rows:
        for along in hung_before(call.evaluator, atom):
            persist(call.evaluator, along, call.line, "cascade")
    if not any(found):
        call.evaluator.blind(call.line, "an object of an unknown class is added to the session")
    return call.atoms.none


def delete(call: NativeCall) -> Value:
    """`session.delete(order)`."""
    found = [remove(call.evaluator, atom, call.line) for atom in rows_in(call.evaluator, given(call), call.line)]
    if not any(found):
        call.evaluator.blind(call.line, "an object of an unknown class is deleted")
    return call.atoms.none


def merge(call: NativeCall) -> Value:
    """`session.merge(order)`: the row is read, then inserted or updated; with `load=False` it is taken as it is."""
    found: list[Value] = []
    asks = truth(call.arguments.keywords.get("load", BOTTOM)) is not False
    for atom in rows_in(call.evaluator, given(call), call.line):
        mapping = mapping_of(call.evaluator, atom)
        if mapping is not None:
            if asks:
                read(call.evaluator, frozenset(mapping.tables), call.line)
                persist(call.evaluator, atom, call.line)
                for along in hung_before(call.evaluator, atom):
                    persist(call.evaluator, along, call.line, "cascade")
                _look_for_hanging(call, atom)
            found.append(stored(call.evaluator, mapping.cls))
    return join(found) or call.first


def _look_for_hanging(call: NativeCall, holder: Instance) -> None:
    """What hangs on an object that is merged is merged with it: its row is looked for, and what hung on the old one."""
    tables: set[str] = set()
    for atom, cls, _ in hanging(call.evaluator, holder):
        target, source = mapping_of(call.evaluator, atom), mappings(call.interpreter).add(cls)
        if target is None:
            continue
        tables.update(target.tables)
        for relation in source.all_relations() if source is not None else ():
            if relation.target is target and not (relation.view_only or relation.dynamic):
                tables |= relation.reads
    read(call.evaluator, frozenset(tables), call.line)


def _locks(call: NativeCall) -> bool:
    """Whether `with_for_update=` asks for a lock: where it may be off and nothing is known to turn it on, it is off."""
    flag = call.arguments.keywords.get("with_for_update") or BOTTOM
    told = [atom for atom in flag if not is_unknown(atom)]
    return any(not isinstance(atom, Constant) or atom.value for atom in told) if told else ANY in flag


def refresh(call: NativeCall) -> Value:
    """`session.refresh(order)`, `session.refresh(order, ["lines"])`."""
    names = {text for value in flat(call.arguments.get(1, "attribute_names") or BOTTOM) for text in strings(value)}
    for atom in objects_in(call.first):
        mapping = mapping_of(call.evaluator, atom)
        if mapping is not None:
            named = [held.reads | held.target.loaded for name in names if (held := mapping.relation(name)) is not None]
            read(
                call.evaluator,
                frozenset(mapping.tables).union(*named) if names else frozenset(mapping.loaded),
                call.line,
            )
            if _locks(call):
                call.evaluator.touch(mapping.table, "lock", call.line)
    return call.atoms.none


def bulk(op: Operation) -> Handler:
    """`session.bulk_insert_mappings(Order, rows)`."""

    def handler(call: NativeCall) -> Value:
        for mapping in mappings(call.interpreter).of_value(call.first):
            write(call.evaluator, mapping, op, call.line, guessed=False)
        return call.atoms.none

    return handler


# --- statements ---------------------------------------------------------------------------------------


def executed(call: NativeCall) -> Value:
    """`session.execute(statement)`."""
    return execute(call, call.arguments.get(0, "statement") or UNKNOWN)


def scalars(call: NativeCall) -> Value:
    """`session.scalars(statement)`; SQLModel's `session.exec(statement)`, unless the rows are of several parts."""
    found: list[Value] = []
    for atom in executed(call):
        shape = atom.site if isinstance(atom, Instance) else None
        whole = not isinstance(shape, Shape) or (call.name.endswith(".exec") and len(shape.entities) > 1)
        found.append(atom.alone if whole else result(call.evaluator, shape, SCALARS))  # type: ignore[arg-type]
    return join(found)


def scalar(call: NativeCall) -> Value:
    """`session.scalar(statement)`."""
    found: list[Value] = []
    for atom in executed(call):
        if isinstance(atom, Instance) and isinstance(atom.site, Shape):
            held = type(call)(call.evaluator, "sqlalchemy.result", (atom, "scalar"), call.arguments, call.line)
            found.append(result_method(held))
    return join(found) or UNKNOWN


def get(call: NativeCall) -> Value:
    """`session.get(Order, 1)`, `session.get(Order, 1, options=[joinedload(Order.lines)])`."""
    found: list[Value] = []
    options: list[Value] = [atom.alone for atom in objects_in(call.arguments.keywords.get("options", BOTTOM))]
    for mapping in mappings(call.interpreter).of_value(call.first):
        read(call.evaluator, loaded(call.evaluator, (mapping.cls,), options) | mapping.loaded, call.line)
        if _locks(call):
            call.evaluator.touch(mapping.table, "lock", call.line)
        found.append(stored(call.evaluator, mapping.cls))
    return maybe(call, join(found)) if found else UNKNOWN


def get_one(call: NativeCall) -> Value:
    """`session.get_one(Order, 1)`: never None."""
    found = get(call)
    return found - call.atoms.none or UNKNOWN


def query(call: NativeCall) -> Value:
    """`session.query(Order)`."""
    rest = [call.arguments.rest] if call.arguments.rest else []
    return query_of(call.evaluator, [*call.arguments.positional, *rest])


# --- work ---------------------------------------------------------------------------------------------


def flush(call: NativeCall) -> Value:
    """`session.flush()`: what was added has rows now."""
    _flushes(call.evaluator, frozenset((call.receiver[0],)), call.line)
    keep_rows(call.evaluator)
    if commits_flushes(call.evaluator, call.receiver[0]):
        call.evaluator.pending &= ~ENTRY  # what callers have executed has committed itself
        call.evaluator.end_work(call.line)
    return call.atoms.none


def _flushes(evaluator: Evaluator, session: Value, line: int) -> None:
    """A session writes what was added: who listens to that runs."""
    for event in ("before_flush", "after_flush", "after_flush_postexec"):
        session_event(evaluator, event, session, line)


def commit(call: NativeCall) -> Value:
    """`session.commit()`: the unit of work ends."""
    session = frozenset((call.receiver[0],))
    session_event(call.evaluator, "before_commit", session, call.line)
    flush(call)
    committed(call, call.receiver[0])
    goes_on = call.evaluator.pending if releases(call.evaluator) else 0
    own_connections.commit(call.evaluator, call.line)
    call.evaluator.pending |= goes_on
    call.evaluator.expired = True
    session_event(call.evaluator, "after_commit", session, call.line)
    return call.atoms.none


def keep_rows(evaluator: Evaluator) -> None:
    """Objects that a function has made are stored from now on."""
    flow = evaluator.context.flow
    flow.flushes = True
    flow.keep(flow.added)
    for name, value in evaluator.env.items():
        if any(isinstance(atom, Instance) and atom.stored is False for atom in value):
            evaluator.env[name] = join(
                stored(evaluator, atom.cls, guessed=atom.guessed)
                if isinstance(atom, Instance) and atom.stored is False and mapping_of(evaluator, atom) is not None
                else atom.alone
                for atom in value
            )


def leaves_block(evaluator: Evaluator, opened: Value, line: int) -> None:
    """`with session.begin():` ends: it commits."""
    if evaluator.interpreter.frameworks.is_session(evaluator.interpreter, opened):
        session_event(evaluator, "before_commit", opened, line)
        _flushes(evaluator, opened, line)
        keep_rows(evaluator)
        evaluator.expired = evaluator.context.flow.expires = True


def rollback(call: NativeCall) -> Value:
    """`session.rollback()`, `.close()`, `.remove()`: nothing is open."""
    atom, name = call.receiver
    if atom.guessed and name != "rollback":
        return call.atoms.none  # something else may be called a session, too, and be closed
    goes_on = call.evaluator.saved if name == "rollback" and releases(call.evaluator) else 0
    own_connections.rollback(call.evaluator)
    call.evaluator.pending |= goes_on
    call.evaluator.expired = name == "rollback"  # what is left of a session that was closed is not asked for again
    return call.atoms.none


def begin(call: NativeCall) -> Value:
    """`with session.begin():`, `with engine.begin() as connection:`."""
    atom = call.receiver[0]
    committed(call, atom)
    inner = atom.alone
    classes = call.interpreter.classes
    if classes.is_subclass(atom.cls, ENGINE):
        inner = connection_of(call, atom, CONNECTION)
        call.evaluator.made = True
    return call.atoms.wrapped("atomic", inner, "default")


def same(call: NativeCall) -> Value:
    """A method that changes nothing that matters."""
    return call.atoms.none


def either(call: NativeCall) -> Value:
    """A question that only a run can answer."""
    del call
    return UNKNOWN


METHODS: Final[dict[str, Handler]] = {
    **dict.fromkeys(("add", "add_all", "bulk_save_objects", "_save_or_update_state"), add),
    "delete": delete,
    "merge": merge,
    "refresh": refresh,
    "bulk_insert_mappings": bulk("insert"),
    "bulk_update_mappings": bulk("update"),
    **dict.fromkeys(("execute", "stream", "exec_driver_sql"), executed),
    **dict.fromkeys(("scalars", "stream_scalars", "exec"), scalars),
    "scalar": scalar,
    "get": get,
    "get_one": get_one,
    "query": query,
    "flush": flush,
    "commit": commit,
    **dict.fromkeys(("rollback", "close", "remove", "aclose", "invalidate", "expunge_all"), rollback),
    "begin": begin,
    **dict.fromkeys(("begin_nested", "begin_twophase"), begin_nested),
    **dict.fromkeys(("expire", "expire_all", "expunge", "prepare"), same),
    **dict.fromkeys(("is_modified", "in_transaction", "in_nested_transaction"), either),
}


class ConnectionHook(Hook):
    """Sessions and connections."""

    base = CONNECTION

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Session()`: new work begins; a scoped session is the one that is there."""
        note_expiry(evaluator, arguments.keywords.get("expire_on_commit"))
        if not evaluator.interpreter.classes.is_subclass(cls, SCOPED):
            evaluator.begin_work()
            if not evaluator.interpreter.classes.is_subclass(cls, SESSION):
                evaluator.context.flow.connects = True
        return evaluator.atoms.instance(cls, site=made_by(evaluator, arguments, line)) if cls.library else None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """The methods of sessions."""
        del line
        return evaluator.atoms.native(f"sqlalchemy.session.{name}", (atom, name)) if name in METHODS else None


class EngineHook(ConnectionHook):
    """Engines, which execute as connections do."""

    base = ENGINE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """An engine is not a connection yet."""
        del evaluator, cls, arguments, line
        return None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`engine.execute` (SQLAlchemy 1), `engine.begin`."""
        return super().missing(evaluator, atom, name, line) if name in {"execute", "scalar", "begin"} else None


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`transaction = connection.begin()`, then `transaction.commit()`."""
    del line
    if atom.kind == "atomic" and atom.inner and name in {"commit", "rollback", "close"}:
        (first, *_) = atom.inner
        return evaluator.atoms.native(f"sqlalchemy.session.{name}", (first, name))
    return None


HOOKS: Final = (ConnectionHook(), EngineHook())
DEALING: Final = HANDED | {
    *("query", "get", "get_one", "refresh", "_save_or_update_state"),
    *("execute", "stream", "scalar", "scalars", "stream_scalars", "exec"),
    *("bulk_save_objects", "bulk_insert_mappings", "bulk_update_mappings"),
}
"""Methods that are about rows."""
NATIVES: Final[dict[str, Handler]] = {
    f"sqlalchemy.session.{name}": dealing(handler) if name in DEALING else handler for name, handler in METHODS.items()
}
