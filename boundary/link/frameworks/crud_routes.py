"""Which routes do libraries serve for a table by themselves?  Those that list, make, change and delete its rows.

    PiccoloCRUD(table=Task, read_only=False)                                      # piccolo_api
    create_admin([Task, TableConfig(Movie)])                                      # piccolo_admin
    OrmarCRUDRouter(schema=Task, delete_all_route=False)                          # fastapi-crudrouter
    TortoiseCRUDRouter(schema=TaskOut, db_model=Task), GinoCRUDRouter(...)

What is not allowed there is no route. The routes are told of at the class of the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import truth
from boundary.link.domain.values import BOTTOM, ClassAtom, Instance, by_age
from boundary.link.frameworks.entry_points import enter
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

PICCOLO: Final = "piccolo_api.crud.endpoints.PiccoloCRUD"
ADMIN: Final = "piccolo_admin.endpoints"
ROUTER: Final = "fastapi_crudrouter.CRUDRouter"
READING: Final = ("get_all", "get_single")
WRITING: Final = ("post_single", "put_single", "patch_single", "delete_single")
ROUTES: Final = ("get_all", "get_one", "create", "update", "delete_one", "delete_all")
MODELS: Final = {"OrmarCRUDRouter": (0, "schema")}
"""Which argument of a router is the model; of the others, the second."""


def serve(evaluator: Evaluator, cls: ClassInfo, table: Value, names: tuple[str, ...], line: int) -> None:
    """Requests reach these methods of a class of routes, each for the one table."""
    module = evaluator.module
    place = None if module.library else (module.file, line)
    holder = evaluator.atoms.class_(cls)
    for atom in by_age(table):
        if isinstance(atom, ClassAtom) and not atom.cls.library:
            for name in names:
                method = evaluator.interpreter.attributes.get(evaluator, holder, name, line)
                called = f"{atom.cls.name.lower()}/{name}"
                enter(evaluator.interpreter, "route", called, method, atom.cls, {"table": atom.alone}, place)


class PiccoloRoutes(Hook):
    """`PiccoloCRUD(table=Task, read_only=False, allow_bulk_delete=True)`: only reads, unless it is told otherwise."""

    base = PICCOLO

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Its routes."""
        writes = truth(arguments.get(1, "read_only") or BOTTOM) is False
        many = writes and truth(arguments.get(2, "allow_bulk_delete") or BOTTOM) is True
        names = (*READING, *(WRITING if writes else ()), *(("delete_all",) if many else ()))
        serve(evaluator, cls, arguments.get(0, "table") or BOTTOM, names, line)
        return None


class RouterRoutes(Hook):
    """`OrmarCRUDRouter(schema=Task)`: all routes, but for those that it is told to leave out."""

    base = ROUTER

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Its routes."""
        kept = [one for one in ROUTES if truth(arguments.keywords.get(f"{one}_route", BOTTOM)) is not False]
        known = next((MODELS[one.name] for one in evaluator.interpreter.classes.mro(cls) if one.name in MODELS), None)
        position, name = known or (1, "db_model")
        serve(evaluator, cls, arguments.get(position, name) or BOTTOM, tuple(kept), line)
        return None


def administered(call: NativeCall) -> Value | None:
    """`create_admin([Task, TableConfig(Movie)])`."""
    cls = call.interpreter.library_class(PICCOLO)
    tables = call.interpreter.items.iterate(call.evaluator, call.arguments.get(0, "tables") or BOTTOM, call.line)
    for atom in by_age(tables) if cls is not None else ():
        table = atom.site[1] if isinstance(atom, Instance) and isinstance(atom.site, tuple) else atom.alone
        if cls is not None:
            serve(call.evaluator, cls, table, READING + WRITING, call.line)
    return None


class TableConfigs(Hook):
    """`TableConfig(Movie, ...)`: a table, and how it is shown."""

    base = f"{ADMIN}.TableConfig"

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Keep the table."""
        del line
        return evaluator.atoms.instance(cls, site=("table", arguments.get(0, "table_class") or BOTTOM))


HOOKS: Final = (PiccoloRoutes(), RouterRoutes(), TableConfigs())
NATIVES: Final[dict[str, Handler]] = {f"{ADMIN}.create_admin": administered}
