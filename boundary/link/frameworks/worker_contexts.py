"""What do the workers of arq and SAQ hand to their tasks?  A dict of their own, which their hooks have filled.

    async def startup(ctx):
        ctx["sessions"] = async_sessionmaker(create_async_engine(URL))

    async def tidy(ctx):
        async with ctx["sessions"]() as session: ...

    settings = {"queue": queue, "functions": [tidy], "startup": startup}

Tasks and hooks of all workers share one such dict here: what is under a key is whatever some hook or task puts there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Container, Function
from boundary.link.frameworks.entry_functions import functions_in, register
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN, CONSTANT, MAPPING, NAME

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

CONTEXT: Final = "arq.worker.Context"
TOLD: Final = "functions of workers"
PACKAGE: Final = "saq"
NEEDED: Final = frozenset({"queue", "functions"})
"""The keys of a dict that tells SAQ's command what to run."""
HOOKS_OF_SAQ: Final = ("startup", "shutdown", "before_process", "after_process")
HOOKS_OF_ARQ: Final = ("on_startup", "on_shutdown", "on_job_start", "on_job_end", "after_job_end")


def run(interpreter: Interpreter, value: Value, kind: str = "task") -> None:
    """A worker runs these functions, with its context."""
    register(interpreter, kind, "", value)
    told: dict[object, None] = interpreter.frameworks.state.setdefault(TOLD, {})
    for atom in functions_in(value):
        told[atom.function] = None


def listed(value: Value) -> Value:
    """What is in the lists that a worker is told, however long they are."""
    return join(atom.element for atom in value if isinstance(atom, Container))


def context(interpreter: Interpreter) -> Value:
    """What the first argument of a task is."""
    cls = interpreter.library_class(CONTEXT)
    return interpreter.atoms.instance(cls) if cls is not None else UNKNOWN


def handed_to(interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
    """The context of a function that a worker runs."""
    if atom.function not in interpreter.frameworks.state.get(TOLD, {}):
        return None
    taken = atom.function.parameters[1 if atom.receiver is not None else 0 :]
    if not taken or taken[0].kind not in {"normal", "positional"}:
        return None
    return {taken[0].name: context(interpreter)}


def start(interpreter: Interpreter) -> None:
    """The dicts at the top of modules that SAQ's command is given by name."""
    if not interpreter.frameworks.imports(PACKAGE):
        return
    for module in [one for one in interpreter.program.modules.values() if not one.library]:
        for statement in module.statements:
            if type(statement) is ASSIGN and _is_of_a_worker(statement):
                told = interpreter.module_evaluator(module).evaluate(statement.value)  # type: ignore[arg-type]
                held = containers.pairs(told) or {}
                run(interpreter, listed(held.get("functions", UNKNOWN)))
                for name in HOOKS_OF_SAQ:
                    run(interpreter, held.get(name, UNKNOWN))


def _is_of_a_worker(statement: code.Assign) -> bool:
    written = statement.value
    if type(written) is not MAPPING or not any(type(one) is NAME for one in statement.targets):
        return False
    return {key.value for key in written.keys if type(key) is CONSTANT} >= NEEDED
