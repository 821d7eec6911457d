"""Which functions does web2py call?  Those of controllers that take nothing: each request is a transaction.

    def index(): ...                    /shop/default/index
    def _helper(): ..., def helper(x)   nobody's
    @request.restful()                  calls what it has inside for each verb
    @service.jsonrpc                    called through an action that returns `service()`
    def total(dog): ...

What is open when an action has answered is committed. Tasks of a scheduler are transactions as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.wrappers import unwrapped
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.django.requests import ENDS_WITHIN, PER_TASK
from boundary.link.frameworks.entry_functions import decorator, direct, functions_in, register
from boundary.link.frameworks.entry_points import enter, is_first
from boundary.link.frameworks.python.functions import identity_decorator, same
from boundary.link.frameworks.web2py.namespace import CONTROLLERS, applications
from boundary.link.members import containers
from boundary.link.syntax.kinds import CALL, FUNCTION
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

AUTH: Final = "gluon.tools.Auth"
SERVICE: Final = "gluon.tools.Service"
SCHEDULER: Final = "gluon.scheduler.Scheduler"
ENTERED: Final = "web2py actions"
PASSING: Final = ("requires_login", "requires_signature", "allows_jwt", "requires_login_or_token")
"""Decorators of a function that stays what it is: `@auth.requires_login()`."""
VERBS: Final = ("GET", "POST", "PUT", "DELETE", "PATCH")
SERVED: Final = ("run", "csv", "xml", "rss", "json", "jsonrpc", "jsonrpc2", "xmlrpc", "amfrpc")


def start(interpreter: Interpreter) -> None:
    """Every request is a transaction, and every task; either may commit in between."""
    if applications(interpreter):
        interpreter.frameworks.state["transaction per request"] = True
        interpreter.frameworks.state[PER_TASK] = True
        interpreter.frameworks.state[ENDS_WITHIN] = True


def finish(interpreter: Interpreter) -> bool:
    """Enter the actions, once the models have been followed."""
    held = applications(interpreter)
    if not held or not is_first(interpreter, ENTERED):
        return False
    for application in held.values():
        for module in application.controllers:
            for name in actions(module):
                path = f"{application.name.rpartition('/')[2]}/{_inside(module)}/{name}".lstrip("/")
                value = interpreter.names.value(module, name)
                enter(interpreter, "route", path, value)
                if _is_restful(module, name):
                    _enter_verbs(interpreter, path, value)
    return True


def _is_restful(module: ModuleInfo, name: str) -> bool:
    """`@request.restful()`."""
    statement = module.bindings[name][-1].statement
    decorators = statement.decorators if type(statement) is FUNCTION else ()
    return any(type(one) is CALL and last_name(one.function) == "restful" for one in decorators)


def _enter_verbs(interpreter: Interpreter, path: str, value: Value) -> None:
    """Enter the functions inside an action that answer to a verb each, and so in transactions of their own."""
    made = {unwrapped(one.function, one.closure) for one in functions_in(value)}
    for context in [one for one in interpreter.contexts if one.function in made]:
        for verb in VERBS:
            enter(interpreter, "route", f"{path} {verb}", context.env.get(verb, BOTTOM))


def _inside(module: ModuleInfo) -> str:
    """What a controller is called: its file, with the folders in the folder of controllers."""
    return module.file.removesuffix(".py").rpartition(f"{CONTROLLERS}/")[2]


def actions(module: ModuleInfo) -> list[str]:
    """The functions of a controller that are actions."""
    found = []
    for name, bindings in module.bindings.items():
        statement = bindings[-1].statement
        if type(statement) is FUNCTION and not name.startswith("_") and not statement.parameters:
            found.append(name)
    return found


def scheduled(call: NativeCall) -> Value:
    """`Scheduler(db, tasks=dict(tidy=tidy))`."""
    given = call.arguments.get(0, "named") or BOTTOM
    for value in (containers.pairs(given) or {}).values():
        register(call.interpreter, "task", "", value)
    return call.atoms.none


def queued(call: NativeCall) -> Value:
    """`scheduler.queue_task(tidy)`."""
    register(call.interpreter, "task", "", call.first)
    return UNKNOWN


INSTEAD: Final = ("gluon", "pydal")
NATIVES: Final[dict[str, Handler]] = {
    "gluon.globals.restful": same,
    **dict.fromkeys([f"{AUTH}.{name}" for name in PASSING], identity_decorator),
    **{f"{SERVICE}.{name}": direct("rpc") for name in SERVED},
    f"{SERVICE}.soap": decorator("rpc", at=99),
    f"{SERVICE}.amfrpc3": decorator("rpc", at=99),
    f"{SCHEDULER}.tasks": scheduled,
    f"{SCHEDULER}.queued": queued,
}
