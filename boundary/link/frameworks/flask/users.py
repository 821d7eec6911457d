"""Who is `current_user`?  What the application's loader gives (Flask-Login, Flask-HTTPAuth, Flask-JWT-Extended).

A loader at the top of a module is evaluated before everything else, one that a factory defines when the factory is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.entry_functions import direct, functions_in
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, FUNCTION
from boundary.link.syntax.scopes import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Function, Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

REQUEST: Final = "flask.request"
OF_REQUESTS: Final = "flask_login.LoginManager.request_loader"
LOADERS: Final = (
    *(f"flask_login.LoginManager.{name}" for name in ("user_loader", "request_loader", "header_loader")),
    *(f"flask_httpauth.HTTPAuth.{name}" for name in ("verify_password", "verify_token")),
    *(f"flask_jwt_extended.JWTManager.{name}" for name in ("user_lookup_loader", "user_loader_callback_loader")),
)
NAMES: Final = frozenset(dotted.rpartition(".")[2] for dotted in LOADERS)
PROXIES: Final = ("flask_login", "flask_jwt_extended")
"""The modules that know the user as `current_user`."""
ASKED: Final = (
    "token_in_blocklist_loader",
    "user_identity_loader",
    "additional_claims_loader",
    "token_verification_loader",
)
USER: Final = "current user"


def start(interpreter: Interpreter) -> None:
    """Evaluate the loaders first: everything else may ask for the user."""
    if not interpreter.frameworks.follows_work or interpreter.frameworks.imported.isdisjoint(PROXIES):
        return
    within = False
    for project in list(interpreter.program.modules.values()):
        for function, inner in loaders(project.body) if not project.library else ():
            within = within or inner
            if not inner:
                interpreter.names.value(project, function.name)  # its decorator says what it is
    if not within and USER not in interpreter.frameworks.state:
        know(interpreter, named_user(interpreter))


def loaders(body: tuple[code.Statement, ...], *, inner: bool = False) -> Iterator[tuple[code.Function, bool]]:
    """The functions that load users, with whether they are defined in another one."""
    for statement in flat(body):
        if type(statement) is FUNCTION:
            for decorator in statement.decorators:
                bare = decorator.function if type(decorator) is CALL else decorator
                if type(bare) is ATTRIBUTE and bare.name in NAMES:
                    yield statement, inner
            yield from loaders(statement.body, inner=True)


def loads(call: NativeCall) -> Value:
    """`@login_manager.user_loader`, `@jwt.user_lookup_loader`: what the function gives is the user."""
    for atom in functions_in(call.first):
        if not atom.function.native:
            context = call.interpreter.calls.root_context(atom, _given(call, atom))
            call.interpreter.demand(context, call.evaluator.context)
            user = frozenset(one for one in context.returned if isinstance(one, Instance))
            known_before = USER in call.interpreter.frameworks.state
            know(call.interpreter, user if user or known_before else named_user(call.interpreter))
    return call.first


def _given(call: NativeCall, atom: Function) -> dict[str, Value] | None:
    """What Flask-Login hands to a loader: the request, to the one that is asked where nobody is logged in."""
    names = [one.name for one in atom.function.parameters][atom.receiver is not None :]
    return {names[0]: call.atoms.external(REQUEST)} if names and call.name == OF_REQUESTS else None


def know(interpreter: Interpreter, user: Value) -> None:
    """Remember who the user may be; whoever has asked already is told."""
    if user:
        state = interpreter.frameworks.state
        state[USER] = state.get(USER, BOTTOM) | user
        for name in PROXIES:
            interpreter.write(("global", name, "current_user"), user)


def named_user(interpreter: Interpreter) -> Value:
    """The one mapped class called User."""
    from boundary.link.frameworks.sqlalchemy.models import mappings  # noqa: PLC0415 - a sibling

    found = mappings(interpreter).by_name.get("User", [])
    return interpreter.atoms.instance(found[0].cls, stored=True, guessed=True) if len(found) == 1 else BOTTOM


def current_user(call: NativeCall) -> Value:
    """`auth.current_user()`."""
    found: Value = call.interpreter.frameworks.state.get(USER, UNKNOWN)
    return found or UNKNOWN


def kept_by(call: NativeCall) -> Value:
    """`MongoEngineUserDatastore(db, User, Role)`: a row of the class that the store is made for."""
    users = [call.atoms.instance(atom.cls, stored=True) for atom in call.first if isinstance(atom, ClassAtom)]
    know(call.interpreter, join(users))
    return call.atoms.none


def proxied(call: NativeCall) -> Value:
    """`current_user._get_current_object()`: the object itself."""
    return call.receiver.alone  # type: ignore[no-any-return]


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(LOADERS, loads),
    **{f"flask_jwt_extended.JWTManager.{name}": direct("middleware", name="callback") for name in ASKED},
    "flask_httpauth.HTTPAuth.current_user": current_user,
    "flask_security.datastore._current": kept_by,
    "_get_current_object": proxied,
}
