"""What do GINO's models and statements do?  SQLAlchemy's Core, with rows that are asked for and written at once.

    db = Gino()
    user = await User.create(name="x")
    await user.update(name="y").apply()
    users = await User.query.where(User.name == "x").gino.all()
    await User.update.values(name="x").where(User.id == 1).gino.status()
    async with db.transaction() as tx: await tx.connection.all(User.query)

Models are mapped as SQLAlchemy's are. An attribute that is set writes nothing. What a query loads (`gino.load(Book)`)
are rows of the first class that it names.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance
from boundary.link.evaluator.stores import ANY_NAME
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.records import asked
from boundary.link.frameworks.sqlalchemy.declarative import Names, bases
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.results import execute, fetched, row, run, stored
from boundary.link.frameworks.sqlalchemy.specs import CORE
from boundary.link.frameworks.sqlalchemy.statements import CLAUSE, Shape, about, entities_of, statement
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

DATABASE: Final = "gino.api.Gino"
EXECUTOR: Final = "gino.api.GinoExecutor"
SCHEMA: Final = "gino.api.SchemaVisitor"
EXECUTING: Final = "gino.engine.Executing"
TRANSACTION: Final = "gino.engine.GinoTransaction"
MODEL: Final = "gino.crud.CRUDModel"
REQUEST: Final = "gino.crud.UpdateRequest"
OF_TABLE: Final = frozenset({"select", "insert", "join", "outerjoin", "count", "c"})
"""What a model has of its table."""
WRITES: Final = frozenset({"update", "delete"})
"""Statements as attributes of a model, methods of a row."""
ASKING: Final = ("all", "first", "one", "one_or_none", "scalar", "status", "iterate", "first_or_404")
LONE: Final = frozenset({"scalar", "status"})
"""What gives no rows."""


class Databases(Names):
    """GINO's `db`: all names of SQLAlchemy, and a base for models."""

    base = DATABASE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Gino(model_classes=(Mixin, ...))`."""
        del line
        state = evaluator.interpreter.frameworks.state
        state["gino base"] = state.get("gino base", BOTTOM) | (arguments.get(-1, "model_classes") or BOTTOM)
        return evaluator.atoms.instance(cls) if cls.library else None

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.Model`, `db.gino.create_all()`."""
        del atom, line
        if name == "Model":
            return bases(evaluator, MODEL, evaluator.interpreter.frameworks.state.get("gino base"))
        return _made(evaluator, SCHEMA) if name == "gino" else None


def _made(evaluator: Evaluator, dotted: str, cls: ClassInfo | None = None, site: object = None) -> Value:
    held = evaluator.interpreter.library_class(dotted)
    return evaluator.atoms.instance(held, model=cls, site=site) if held is not None else UNKNOWN


# --- models and rows --------------------------------------------------------------------------------------


class Models(Hook):
    """Models and their rows."""

    base = MODEL

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`User.query`, `User.update`, `User.select("id")`, `User.join(Team)`."""
        mapping = mappings(evaluator.interpreter).add(atom.cls)
        _, held = evaluator.interpreter.classes.lookup(atom.cls, name)
        if mapping is None or any(isinstance(one, Function) for one in held):
            return None
        if name == "query":
            return statement(
                evaluator, f"{CORE}.Select", about(evaluator, [atom.alone], single=True), frozenset(mapping.loaded)
            )
        if name in WRITES:
            return statement(evaluator, f"{CORE}.{name.title()}", Shape(name, mapping.table), frozenset())
        if name in OF_TABLE:
            table = evaluator.interpreter.attributes.get(evaluator, atom.alone, "__table__", line)
            return evaluator.interpreter.attributes.get(evaluator, table, name, line)
        return None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`user.update(name="x")`, `user.delete()`, `user.query`."""
        if name in WRITES:
            return evaluator.atoms.native(f"gino.{name}", atom)
        (cls,) = evaluator.atoms.class_(atom.cls)
        return self.class_attribute(evaluator, cls, name, line) if isinstance(cls, ClassAtom) else None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`user.name = "x"`: nothing is written by that."""
        del value, line
        mapping = mappings(evaluator.interpreter).add(atom.cls)
        return mapping is not None and (name == ANY_NAME or mapping.has_column(name))


def changing(op: str) -> Handler:
    """A method that writes the row of a model at once."""

    def handler(call: NativeCall) -> Value:
        found: list[Value] = []
        for cls in asked(call):
            mapping = mappings(call.interpreter).add(cls)
            if mapping is not None:
                for one in statement(call.evaluator, f"{CORE}.{op.title()}", Shape(op, mapping.table), frozenset()):
                    if isinstance(one, Instance) and isinstance(one.site, Shape):
                        run(call.evaluator, one, one.site, call.line)
                found.append(stored(call.evaluator, cls))
        if not found:
            call.evaluator.blind(call.line, "a row of a model that has no table")
        return join(found) or UNKNOWN

    return handler


def got(call: NativeCall) -> Value:
    """`await User.get(1)`."""
    found: list[Value] = []
    for cls in asked(call):
        mapping = mappings(call.interpreter).add(cls)
        for table in sorted(mapping.loaded) if mapping is not None else ():
            call.evaluator.touch(table, "read", call.line)
        found.append(stored(call.evaluator, cls))
    return join([*found, call.atoms.none])


def requested(call: NativeCall) -> Value:
    """`user.update(name="x")`: an update that is to be applied, of the class that the model has for that."""
    row: Instance = call.receiver
    classes = call.interpreter.attributes.get(call.evaluator, row.alone, "_update_request_cls", call.line)
    made = [call.atoms.instance(one.cls, model=row.cls) for one in classes if isinstance(one, ClassAtom)]
    update = call.interpreter.attributes.get(call.evaluator, join(made), "update", call.line)
    return call.interpreter.calls.call(call.evaluator, update, call.arguments, call.line)


class Requests(Hook):
    """Updates that are to be applied to a row."""

    base = REQUEST

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """The row, as the project's own classes of requests ask for it."""
        del line
        return stored(evaluator, atom.model) if name == "_instance" and atom.model is not None else None


# --- statements -------------------------------------------------------------------------------------------


class Statements(Hook):
    """Statements have what executes them: `query.gino`."""

    base = CLAUSE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`query.gino`."""
        del line
        return _made(evaluator, EXECUTOR, atom.model, ("gino", atom)) if name == "gino" else None


class Executors(Hook):
    """What executes a statement."""

    base = EXECUTOR

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`query.gino.all()`, `query.gino.load(Book)`, `query.gino.query`."""
        del line
        if not isinstance(atom.site, tuple) or name.startswith("__"):
            return None
        return atom.site[1].alone if name == "query" else evaluator.atoms.native(f"gino.executor.{name}", atom)


def loading(call: NativeCall) -> Value:
    """`query.gino.load(Book.load(author=User))`, `.load((Book, User))`, `.model(User)`: what rows are from now on."""
    held: Instance = call.receiver.site[1]
    loaded = entities_of(call.evaluator, [call.first])
    if not isinstance(held.site, Shape) or not any(loaded):
        return call.receiver.alone  # type: ignore[no-any-return]
    single = containers.members(call.first) is None
    found = statement(call.evaluator, held.cls, replace(held.site, entities=loaded, single=single), held.joins)
    return join([_made(call.evaluator, EXECUTOR, held.model, ("gino", one)) for one in found])


def executor(call: NativeCall) -> Value:
    """`await query.gino.all()`."""
    return _asked(call, call.receiver.site[1].alone)


def executing(call: NativeCall) -> Value:
    """`await db.all(query)`, `await connection.status("DELETE FROM users")`."""
    return _asked(call, call.arguments.get(0, "clause") or UNKNOWN)


def _asked(call: NativeCall, clauses: Value) -> Value:
    """Execute a statement, and give what the method gives of its rows."""
    execute(call, clauses)
    name = call.name.rpartition(".")[2]
    shapes = [one.site for one in clauses if isinstance(one, Instance) and isinstance(one.site, Shape)]
    if name in LONE or not shapes:
        return UNKNOWN
    if name == "iterate":
        return call.atoms.container("generator", join([row(call.evaluator, one) for one in shapes]))
    return join([fetched(call, one, name, scalar=False) or UNKNOWN for one in shapes])


def transaction(call: NativeCall) -> Value:
    """`async with db.transaction() as tx`."""
    return call.atoms.wrapped("atomic", _made(call.evaluator, TRANSACTION), "default")


WORK: Final = ("gino", "gino_aiohttp", "gino_quart", "gino_sanic", "gino_starlette", "gino_tornado")
HOOKS: Final = (Databases(), Models(), Requests(), Statements(), Executors())
NATIVES: Final[dict[str, Handler]] = {
    "gino.update": requested,
    "gino.delete": changing("delete"),
    f"{REQUEST}.apply": changing("update"),
    f"{MODEL}.create": changing("insert"),
    f"{MODEL}.get": got,
    "gino.executor.load": loading,
    "gino.executor.model": loading,
    **{f"gino.executor.{name}": executor for name in ASKING},
    **{f"{EXECUTING}.{name}": executing for name in ASKING if name != "first_or_404"},
    f"{EXECUTING}.transaction": transaction,
}
