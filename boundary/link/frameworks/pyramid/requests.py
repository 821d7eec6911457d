"""What can a request of Pyramid do?  What `includeme` adds to it: `request.db`, `request.user`, services by interface.

A parameter called `request` is a request, one called `config` a configurator, in a project that imports Pyramid. All
functions called `includeme` are evaluated first. A service that is found by an interface is what the factory that is
registered for it gives; where the code does not say which, it is one of the classes that implement the interface.
What a configurator is told may be named by a dotted text (`told`). `request.tm` is a transaction manager.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments, Frozen
from boundary.link.domain.asking import known, strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance, Wrapped
from boundary.link.evaluator.lent import LENT
from boundary.link.frameworks.entry_functions import functions_in, register
from boundary.link.frameworks.naming import name_of
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pyramid.contexts import note
from boundary.link.frameworks.pyramid.security import asked, permission
from boundary.link.frameworks.pyramid.told import told
from boundary.link.frameworks.registry import PYRAMID_REQUEST as REQUEST
from boundary.link.frameworks.zope.interfaces import MOST_IMPLEMENTERS, implementers
from boundary.link.frameworks.zope.transactions import MANAGER

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

CONFIGURATOR: Final = "pyramid.config.Configurator"
NAMED: Final = {"request": REQUEST, "config": CONFIGURATOR}
VIEWS: Final = ("add_view", "add_notfound_view", "add_forbidden_view", "add_exception_view")
OWN_WORDS: Final = """
    session params POST GET body json json_body matchdict matched_route registry headers cookies response environ tm
    method path path_info path_url path_qs url host host_url host_port scheme domain referer referrer user_agent
    accept accept_language accept_encoding remote_addr client_addr content_type content_length charset text
    route_path route_url current_route_path current_route_url resource_path resource_url static_path static_url
    has_permission is_authenticated authenticated_userid unauthenticated_userid identity effective_principals
    context root view_name subpath traversed virtual_root exception exc_info add_response_callback
    add_finished_callback invoke_subrequest invoke_exception_view localizer locale_name translate pluralize is_xhr
    is_body_readable range if_match if_none_match if_modified_since authorization _
"""
OWN: Final = frozenset(OWN_WORDS.split())
"""What Pyramid itself, its sessions and its translations give a request."""


def start(interpreter: Interpreter) -> None:
    """What requests can do is found first."""
    if interpreter.frameworks.requests != REQUEST:
        return
    cls = interpreter.library_class(REQUEST)
    if cls is not None:  # tasks find theirs where the workers' start has put it
        interpreter.write((LENT, "celery.Celery()", "request"), interpreter.atoms.instance(cls))
    for module in list(interpreter.program.modules.values()):
        if not module.library and "includeme" in module.bindings:
            for atom in functions_in(interpreter.names.value(module, "includeme")):
                interpreter.demand(interpreter.calls.root_context(atom), None)


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """`request`, `self.request`, and `config` in a function that is handed it."""
    if evaluator.interpreter.frameworks.requests != REQUEST:
        return BOTTOM
    dotted = NAMED.get(name_of(node) or "")
    cls = evaluator.interpreter.library_class(dotted) if dotted else None
    return evaluator.atoms.instance(cls) if cls is not None else BOTTOM


# --- what requests can do -----------------------------------------------------------------------------------


def handed(kind: str, name: str) -> Handler:
    """A function that a configurator is handed, by its dotted name perhaps."""

    def handler(call: NativeCall) -> Value:
        value = told(call, 0, name)
        note(call.interpreter, value, strings(call.arguments.keywords.get("route_name", BOTTOM)))
        given = call.arguments.keywords.get("permission", BOTTOM)
        register(call.interpreter, kind, "", value, permission(call, value, given) if kind == "route" else None)
        return call.atoms.none

    return handler


def add_request_method(call: NativeCall) -> Value:
    """`config.add_request_method(session, name="db", reify=True)`."""
    function = told(call, 0, "callable")
    names = strings(call.arguments.get(1, "name") or BOTTOM) or [one.function.name for one in functions_in(function)]
    wanted = [call.arguments.get(place, name) or BOTTOM for place, name in ((2, "property"), (3, "reify"))]
    is_property = call.name.endswith("property") or any(truth(one) for one in wanted)
    held = call.atoms.wrapped("request property" if is_property else "request method", function)
    for name in names:
        call.interpreter.write(("request method", name), held)
    return call.atoms.none


def add_directive(call: NativeCall) -> Value:
    """`config.add_directive("add_shop", add_shop)`: each configurator has a method more."""
    for name in strings(call.arguments.get(0, "name") or BOTTOM):
        call.interpreter.write(("directive", name), told(call, 1, "directive"))
    return call.atoms.none


class ConfiguratorHook(Hook):
    """Configurators: what was added to them."""

    base = CONFIGURATOR

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`config.add_shop`."""
        del line
        held = evaluator.interpreter.read(("directive", name), evaluator.context)
        return join(evaluator.atoms.wrapped("partial", one.alone, Frozen((atom.alone,))) for one in held) or None


class RequestHook(Hook):
    """Requests: what was added to them, else something of Pyramid's own."""

    base = REQUEST

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`request.db`."""
        held = evaluator.interpreter.read(("request method", name), evaluator.context)
        given = Arguments((atom.alone,))
        found: list[Value] = []
        for one in held:
            if isinstance(one, Wrapped) and one.kind == "request property":
                with _Kept(evaluator):
                    found.append(evaluator.interpreter.calls.call(evaluator, one.inner, given, line))
            elif isinstance(one, Wrapped):
                found.append(evaluator.atoms.wrapped("partial", one.inner, given))
        return join(found) or None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`request.session`, `request.params`."""
        answered = asked(evaluator, atom.alone, name, line)
        if answered is not None:
            return answered
        manager = evaluator.interpreter.library_class(MANAGER) if name == "tm" else None
        if manager is not None:
            return evaluator.atoms.instance(manager)
        return evaluator.atoms.external(f"{REQUEST}.{name}") if name in OWN else None


class _Kept:
    """A request has one session: who asks for it begins no work, whatever its function does the first time."""

    __slots__ = ("_begins", "_evaluator", "_expired", "_outer", "_pending", "_resets")

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        flow = evaluator.context.flow
        self._begins, self._resets = flow.begins, flow.resets
        self._expired, self._outer, self._pending = evaluator.expired, evaluator.outer, evaluator.pending

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None:
        evaluator, flow = self._evaluator, self._evaluator.context.flow
        flow.begins, flow.resets = self._begins, self._resets
        evaluator.expired, evaluator.outer = self._expired, self._outer
        evaluator.pending |= self._pending


# --- services -----------------------------------------------------------------------------------------------


def register_service(call: NativeCall) -> Value:
    """`config.register_service_factory(UserService.create, IUserService, name="users")`."""
    kind = "service factory" if call.name.endswith("factory") else "service"
    held = call.atoms.wrapped(kind, told(call, 0, kind.rpartition(" ")[2]))
    for key in _keys(call):
        call.interpreter.write(("service", *key), held)
    return call.atoms.none


def find_service(call: NativeCall) -> Value:
    """`request.find_service(IUserService)`."""
    request = call.receiver.alone if isinstance(call.receiver, Instance) else UNKNOWN
    found: list[Value] = []
    for key in _keys(call):
        for one in call.interpreter.read(("service", *key), call.evaluator.context):
            if isinstance(one, Wrapped) and one.kind == "service":
                found.append(one.inner)
            elif isinstance(one, Wrapped):
                given = Arguments((UNKNOWN, request))
                found.append(call.interpreter.calls.call(call.evaluator, one.inner, given, call.line))
    result = join(found)
    if any(isinstance(atom, Instance) for atom in result):
        return result
    asked_for = [cls for cls, _ in _keys(call) if cls is not None]
    classes = [one for cls in asked_for for one in implementers(call.interpreter).get(cls, ())]
    if 0 < len(classes) <= MOST_IMPLEMENTERS:
        return call.interpreter.instances_of(classes)
    return result if known(result) else call.atoms.external(f"{REQUEST}.find_service()")


def _keys(call: NativeCall) -> list[tuple[ClassInfo | None, str]]:
    """By what a service is registered and found: its interface, and its name where it has one."""
    interfaces: list[ClassInfo | None] = []
    at = 0 if call.name.endswith("find_service") else 1
    interfaces += [atom.cls for atom in call.arguments.get(at, "iface") or BOTTOM if isinstance(atom, ClassAtom)]
    names = strings(call.arguments.get(at + 2, "name") or BOTTOM) or [""]
    return [(interface, name) for interface in interfaces or [None] for name in names]


HOOKS: Final = (RequestHook(), ConfiguratorHook())
NATIVES: Final[dict[str, Handler]] = {
    f"{CONFIGURATOR}.add_directive": add_directive,
    f"{CONFIGURATOR}.add_request_method": add_request_method,
    f"{CONFIGURATOR}.set_request_property": add_request_method,
    f"{CONFIGURATOR}.register_service": register_service,
    f"{CONFIGURATOR}.register_service_factory": register_service,
    **dict.fromkeys((f"{CONFIGURATOR}.{name}" for name in VIEWS), handed("route", "view")),
    f"{REQUEST}.find_service": find_service,
}
