"""Which names do the files of an application of web2py share?  Those of its models, and web2py's own.

    applications/shop/models/db.py              db = DAL(...); db.define_table("dog", ...)
    applications/shop/controllers/default.py    def index(): return dict(dogs=db(db.dog).select())
    applications/shop/modules/tools.py          import tools

Models are executed one after the other, then the controller, all with the same names; nothing is imported. So each of
these files takes everything from web2py and from the models, the later ones before the earlier. Modules are found by
their names alone. An application lies below `applications`, or is what the project consists of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.walking import variables_in
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo, Program
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.syntax.bodies import Bodies

NAMESPACE: Final = "gluon.namespace"
STATE: Final = "web2py applications"
MODELS, CONTROLLERS, MODULES = "models", "controllers", "modules"
GIVEN: Final = frozenset({"DAL", "SQLFORM", "db", "request", "response", "session", "auth", "T", "cache", "crud"})
"""Names that such files use and nobody binds in them."""


class Application:
    """The files of one application, in the order in which they are executed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.models: list[ModuleInfo] = []
        self.controllers: list[ModuleInfo] = []


def applications_of(program: Program) -> dict[str, Application]:
    """The applications of web2py among the modules of a program, by their folders."""
    found: dict[str, Application] = {}
    for module in sorted(program.modules.values(), key=lambda one: one.file):
        folder, kind = _placed(module)
        if kind and not module.library:
            held = found.setdefault(folder, Application(folder))
            (held.models if kind == MODELS else held.controllers).append(module)
    doing = {one.file for one in program.modules.values() if one.source.is_package and one.body}
    return {name: one for name, one in found.items() if one.controllers and _shares(doing, one)}


def _placed(module: ModuleInfo) -> tuple[str, str]:
    """The folder of the application that a module would be of, and what it would be there."""
    parts = module.file.split("/")[:-1]
    for at, part in enumerate(parts):
        if part in {MODELS, CONTROLLERS}:  # folders inside have models of one controller alone, and no controllers
            inside = part == CONTROLLERS and at < len(parts) - 1
            return ("", "") if module.source.is_package or inside else ("/".join(parts[:at]), part)
    return "", ""


def _shares(doing: set[str], application: Application) -> bool:
    """Whether the files of an application use what they do not bind, and are in no packages that do anything."""
    if any(f"{application.name}/{kind}/__init__.py".lstrip("/") in doing for kind in (MODELS, CONTROLLERS)):
        return False
    return any(_unbound(one) for one in (*application.controllers, *application.models))


def _modules_folder(program: Program, application: Application) -> str:
    """What the names of the application's modules begin with; empty where they are found by themselves."""
    within = f"{application.name}/{MODULES}/".lstrip("/")
    for module in program.modules.values():
        if module.file.startswith(within) and not module.library and not module.source.is_package:
            own = module.file.removeprefix(within).removesuffix(".py").replace("/", ".")
            if module.name.endswith(f".{own}"):
                return module.name.removesuffix(f".{own}")
    return ""


def _unbound(module: ModuleInfo) -> bool:
    return not module.stars and any(name in GIVEN and name not in module.bindings for name in variables_in(module.body))


def applications(interpreter: Interpreter) -> dict[str, Application]:
    """The applications of a program, found once."""
    held: dict[str, Application] | None = interpreter.frameworks.state.get(STATE)
    if held is None:
        held = interpreter.frameworks.state[STATE] = (
            applications_of(interpreter.program) if NAMESPACE in interpreter.program.modules else {}
        )
    return held


def bind(interpreter: Interpreter) -> None:
    """Give the files of each application the names that they share."""
    for application in applications(interpreter).values():
        shared = [NAMESPACE, *[one.name for one in application.models]]
        for module in application.models:
            module.give_all()
        for module in (*application.models, *application.controllers):
            taken = [one for one in shared if one != module.name]
            module.stars[:0] = [code.ImportFrom(one, 0, (code.Alias("*", None),), 1) for one in taken]
        folder = _modules_folder(interpreter.program, application)
        if folder:
            interpreter.program.started_in.append(folder)
        interpreter.frameworks.requests = ""


def works(program: Program, bodies: Bodies) -> bool:
    """Whether the project is an application of web2py: its transactions end with requests, or where it commits."""
    del bodies
    return NAMESPACE in program.modules and bool(applications_of(program))
