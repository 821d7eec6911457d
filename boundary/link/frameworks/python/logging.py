"""What runs when a message is logged?  Handlers of the project's own, which may write it into a table.

`LOGGING` of Django's settings, `dictConfig` and `logger.addHandler` hang them on loggers by their names, and on the
loggers below those. Where a project has none, a logger is something outside of the code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Constant, External, Instance
from boundary.link.frameworks.django.settings import located, setting
from boundary.link.frameworks.python.strings import LEVELS, told
from boundary.link.members import containers
from boundary.link.syntax.kinds import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

HANDLER: Final = "logging.Handler"
LOGGER: Final = "logging.Logger"
ROOT: Final = ""
RANKS: Final[dict[str, int]] = {"DEBUG": 0, "INFO": 1, "WARNING": 2, "WARN": 2, "ERROR": 3, "CRITICAL": 4, "FATAL": 4}
"""Levels by how much they matter; a handler or a logger that has one is not told of what matters less."""
LEVEL_NAMES: Final = frozenset(f"logging.{name}" for name in RANKS)
RANK_OF: Final[dict[str, int]] = {level: 3 if level == "exception" else RANKS[level.upper()] for level in LEVELS}


def has_handlers(interpreter: Interpreter) -> bool:
    """Whether the project has classes of handlers."""
    state = interpreter.frameworks.state
    if "own handlers" not in state:
        is_subclass = interpreter.classes.is_subclass
        state["own handlers"] = any(
            "emit" in cls.bindings and not cls.library and is_subclass(cls, HANDLER)
            for cls in list(interpreter.program.classes)
        )
    return bool(state["own handlers"])


def start(interpreter: Interpreter) -> None:
    """What the settings hang on loggers."""
    if has_handlers(interpreter):
        configure(interpreter, setting(interpreter, "LOGGING"))


def configure(interpreter: Interpreter, value: Value) -> None:
    """Hang the handlers on loggers that a dict of configuration names."""
    configuration = containers.pairs(value) or {}
    handlers = containers.pairs(configuration.get("handlers", BOTTOM)) or {}
    loggers = containers.pairs(configuration.get("loggers", BOTTOM)) or {}
    for name, held in (*loggers.items(), (ROOT, configuration.get("root", BOTTOM))):
        options = containers.pairs(held) or {}
        if any(isinstance(atom, Constant) and atom.value is False for atom in options.get("propagate", BOTTOM)):
            interpreter.frameworks.state.setdefault("loggers apart", set()).add(name)
        for member in containers.members(options.get("handlers", BOTTOM)) or ():
            for called in strings(member):
                handler = containers.pairs(handlers.get(called, BOTTOM)) or {}
                rank = max(_rank(options), _rank(handler))
                interpreter.write((HANDLER, name, rank), _made(interpreter, handler))


def _rank(options: dict[object, Value]) -> int:
    return min((RANKS.get(level.upper(), 0) for level in strings(options.get("level", BOTTOM))), default=0)


def _made(interpreter: Interpreter, options: dict[object, Value]) -> Value:
    """The project's own handler that a configuration describes; nothing where it is somebody else's."""
    named = options.get("class", BOTTOM) | options.get("()", BOTTOM)
    places = [text.rpartition(".") for text in strings(named)]
    found = named | join(located(interpreter, module, name) for module, _, name in places)
    return join(
        interpreter.atoms.instance(atom.cls)
        for atom in found
        if isinstance(atom, ClassAtom) and interpreter.classes.is_subclass(atom.cls, HANDLER) and not atom.cls.library
    )


def logger(call: NativeCall) -> Value:
    """`logging.getLogger("shop.orders")`."""
    cls = call.interpreter.library_class(LOGGER) if has_handlers(call.interpreter) else None
    if cls is None:
        return call.atoms.external("logging.getLogger()")
    return call.atoms.instance(cls, site=("logger", _name(call)))


def _name(call: NativeCall) -> str | None:
    """The name of a logger that is asked for; None where it is not known."""
    written = call.evaluator.calling.arguments if call.evaluator.calling is not None else ()
    if not any(True for _ in call.arguments.every()):
        return ROOT
    if written and type(written[0]) is NAME and written[0].id == "__name__":
        return call.evaluator.module.name
    named = strings(call.first)
    return named[0] if len(named) == 1 else None


def logged(call: NativeCall) -> Value:
    """`logger.info("paid: %s", order)`: the handlers of the logger, and of those above it, are told."""
    rank = RANK_OF[call.name.rpartition(".")[2]]
    for name in _loggers(call.interpreter, call.receiver):
        for lower in range(rank + 1):
            _tell(call.evaluator, (HANDLER, name, lower), call.line)
    return told(call)


def logs(evaluator: Evaluator, arguments: Arguments, line: int) -> bool:
    """Whether something unknown is handed a message with its level: `log(logging.INFO, "placed")`.

    Whatever it is, the handlers that hear of everything may be told.
    """
    level = arguments.positional[0] if len(arguments.positional) > 1 else BOTTOM
    named = [atom.dotted if isinstance(atom, External) else "" for atom in level]
    if not named or not LEVEL_NAMES.issuperset(named):
        return False
    if has_handlers(evaluator.interpreter):
        for lower in range(max(RANKS[one.rpartition(".")[2]] for one in named) + 1):
            _tell(evaluator, (HANDLER, ROOT, lower), line)
    return True


def _tell(evaluator: Evaluator, key: tuple[object, ...], line: int) -> None:
    handlers = evaluator.interpreter.read(key, evaluator.context)
    if handlers:
        evaluator.interpreter.objects.method(evaluator, handlers, "handle", line, Arguments((UNKNOWN,)))


def _loggers(interpreter: Interpreter, receiver: object) -> Iterator[str]:
    """The names of a logger and of those above it, up to one that keeps its messages to itself."""
    site = receiver.site if isinstance(receiver, Instance) else None
    name = site[1] if isinstance(site, tuple) and site[0] == "logger" else None
    apart = interpreter.frameworks.state.get("loggers apart", ())
    while name:
        yield name
        if name in apart:
            return
        name = name.rpartition(".")[0]
    yield ROOT


def add_handler(call: NativeCall) -> Value:
    """`logger.addHandler(handler)`."""
    name = next(_loggers(call.interpreter, call.receiver))
    held = frozenset(atom for atom in call.first if isinstance(atom, Instance) and not atom.cls.library)
    call.interpreter.write((HANDLER, name, 0), held)
    return call.atoms.none


def configured(call: NativeCall) -> Value:
    """`logging.config.dictConfig({...})`."""
    if has_handlers(call.interpreter):
        configure(call.interpreter, call.first)
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {
    "logging.getLogger": logger,
    "logging.config.dictConfig": configured,
    f"{LOGGER}.addHandler": add_handler,
    **{f"{LOGGER}.{level}": logged for level in LEVELS},
}
