"""Who is `current_user`?  What the application's loader gives (Flask-Login, Flask-HTTPAuth)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.symbols import flat
from boundary.link.values import BOTTOM, UNKNOWN, Function, Instance, join
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ModuleInfo
    from boundary.link.values import Value

LOADERS = frozenset({"user_loader", "request_loader", "header_loader", "verify_password", "verify_token"})


def start(interpreter: Interpreter) -> None:
    """Evaluate the loaders first: everything else may ask for the user."""
    module = interpreter.program.modules.get("flask_login")
    if module is None or not interpreter.frameworks.follows_work:
        return
    found: list[Value] = []
    for project in list(interpreter.program.modules.values()):
        for function in loaders(project) if not project.library else ():
            for atom in interpreter.names.value(project, function.name):
                if isinstance(atom, Function) and not atom.function.native:
                    context = interpreter.calls.root_context(atom)
                    interpreter.demand(context, None)
                    found.append(frozenset(one for one in context.returned if isinstance(one, Instance)))
    user = join(found) or named_user(interpreter)
    if user:
        interpreter.frameworks.state["current user"] = user
        module.values["current_user"] = user


def loaders(module: ModuleInfo) -> Iterator[code.Function]:
    """The functions of a module that load users."""
    for statement in flat(module.body):
        if isinstance(statement, code.Function):
            for decorator in statement.decorators:
                bare = decorator.function if isinstance(decorator, code.Call) else decorator
                if isinstance(bare, code.Attribute) and bare.name in LOADERS:
                    yield statement


def named_user(interpreter: Interpreter) -> Value:
    """The one mapped class called User."""
    from boundary.link.frameworks.sqlalchemy_models import mappings  # noqa: PLC0415 - a sibling

    found = mappings(interpreter).by_name.get("User", [])
    return interpreter.atoms.instance(found[0].cls, stored=True, guessed=True) if len(found) == 1 else BOTTOM


def current_user(call: NativeCall) -> Value:
    """`auth.current_user()`."""
    found: Value = call.interpreter.frameworks.state.get("current user", UNKNOWN)
    return found


def proxied(call: NativeCall) -> Value:
    """`current_user._get_current_object()`: the object itself."""
    return call.receiver.alone  # type: ignore[no-any-return]


NATIVES: dict[str, Handler] = {
    "flask_httpauth.HTTPAuth.current_user": current_user,
    "_get_current_object": proxied,
}
