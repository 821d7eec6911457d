"""Where does Cornice call in?  The views of its services and resources, behind the validators of their requests.

    @orders.post(validators=(colander_body_validator, validate_customer))
    def place(request): ...

A view may be told by the name of a method, with the class of the object that is made for each request (`klass=`).
Each validator is handed the request before the view is, in the same transaction; what it finds it puts into
`request.validated`. Validators may be said for a whole service, too, and a resource may name methods of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.wrappers import unwrapped
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance, by_age
from boundary.link.frameworks.entry_functions import functions_in, register
from boundary.link.frameworks.mounting import PREFIX
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.registry import PYRAMID_REQUEST
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.execution import Executor
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

SERVICE: Final = "cornice.service.Service"
RESOURCE: Final = "cornice.resource"
VERBS: Final = ("get", "head", "post", "put", "patch", "delete", "options")
METHODS: Final = (*VERBS, *(f"collection_{verb}" for verb in VERBS))
VALIDATED: Final[Hashable] = ("validated",)
KEY: Final = "cornice validators"


class ServiceHook(Hook):
    """What is said of all views of a service where that is made."""

    base = SERVICE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Service(name="orders", path="/orders", validators=(validate_customer,))`."""
        del line
        if not cls.library:
            return None
        path = "".join(strings(arguments.get(1, "path") or BOTTOM)[:1])
        return evaluator.atoms.instance(cls, site=(PREFIX, path, arguments.keywords.get("validators", BOTTOM)))


def verb(call: NativeCall) -> Value:
    """`@orders.post(validators=...)`."""
    path, everywhere = _service(call)
    return call.atoms.native("cornice.service()", (path, everywhere, _validators(call)))


def decorated(call: NativeCall) -> Value:
    """What it does to the view."""
    path, *validators = call.receiver
    _enter(call.interpreter, path, call.first, validators)
    return call.first


def add_view(call: NativeCall) -> Value:
    """`orders.add_view("POST", place, validators=...)`."""
    path, everywhere = _service(call)
    given = call.arguments.get(1, "view") or BOTTOM
    _enter(call.interpreter, path, _of_class(call, given), [everywhere, _validators(call)])
    return call.atoms.none


def _of_class(call: NativeCall, view: Value) -> Value:
    """The method that a text names, of an object of the class that stands beside it: `"list", klass=Orders`."""
    names, classes = strings(view), call.arguments.keywords.get("klass", BOTTOM)
    found = [
        call.interpreter.attributes.get(call.evaluator, _made(call, atom.cls), name.lower(), call.line)
        for atom in by_age(classes)
        if isinstance(atom, ClassAtom)
        for name in names
    ]
    return join(found) or view


def _made(call: NativeCall, cls: ClassInfo) -> Value:
    """The object that is made for a request."""
    given = Arguments((_request(call.interpreter),), {"context": UNKNOWN})
    return call.interpreter.objects.instantiate(call.evaluator, cls, given, call.line)


def view(call: NativeCall) -> Value:
    """`@view(validators=...)` of a method of a resource."""
    return call.atoms.native("cornice.view()", _validators(call))


def viewed(call: NativeCall) -> Value:
    """What it does to the method: the class says where it is reached."""
    _note(call.interpreter, call.first, call.receiver)
    return call.first


def resource(call: NativeCall) -> Value:
    """`@resource(collection_path="/orders", path="/orders/{id}")`."""
    given = call.arguments.keywords
    paths = [next(iter(strings(given.get(name, BOTTOM))), "") for name in ("path", "collection_path")]
    return call.atoms.native("cornice.resource()", (*paths, _validators(call)))


def resourced(call: NativeCall) -> Value:
    """What it does to the class: its methods are views, of an object that is made with the request."""
    path, collection_path, validators = call.receiver
    for atom in call.first:
        if not isinstance(atom, ClassAtom):
            continue
        made = _made(call, atom.cls)
        for name in METHODS:
            if call.interpreter.classes.lookup(atom.cls, name)[1]:
                method = call.interpreter.attributes.get(call.evaluator, made, name, call.line)
                where = collection_path if name.startswith("collection_") else path
                _enter(call.interpreter, where, method, [validators])
    return call.first


def _service(call: NativeCall) -> tuple[str, Value]:
    """The path of a service, and the validators of all its views."""
    site = call.receiver.site if isinstance(call.receiver, Instance) else None
    if not isinstance(site, tuple) or site[:1] != (PREFIX,):
        return "", BOTTOM
    return site[1], site[2]


def _validators(call: NativeCall) -> Value:
    return call.arguments.keywords.get("validators", BOTTOM)


def _enter(interpreter: Interpreter, path: str, value: Value, validators: list[Value]) -> None:
    register(interpreter, "route", path, value, VALIDATED)
    for one in validators:
        _note(interpreter, value, one)


def _note(interpreter: Interpreter, value: Value, validators: Value) -> None:
    """Remember the validators of views."""
    for atom in functions_in(value):
        function = unwrapped(atom.function, atom.closure)
        interpreter.frameworks.state.setdefault(KEY, {}).setdefault(function, {})[validators] = None


def _request(interpreter: Interpreter) -> Value:
    cls = interpreter.library_class(PYRAMID_REQUEST)
    return interpreter.atoms.instance(cls) if cls is not None else UNKNOWN


def trait(executor: Executor, held: tuple[object, ...]) -> None:
    """A view is entered: its validators run first. They are told what else its decorator was, as keywords."""
    function = executor.context.function
    if held != VALIDATED or function is None:
        return
    given = Arguments((_request(executor.interpreter),), others=UNKNOWN)
    for value in executor.interpreter.frameworks.state.get(KEY, {}).get(function, ()):
        for one in containers.members(value) or (value,):
            called = _named(executor, one)
            if called:
                executor.interpreter.calls.call(executor, called, given, function.first_line)


def _named(executor: Executor, validator: Value) -> Value:
    """The validator itself, or the method of the resource that a text names."""
    names, receiver = strings(validator), executor.context.receiver
    if not names or receiver is None:
        return validator
    return executor.interpreter.attributes.get(executor, receiver.alone, names[0], 0)


HOOKS: Final = (ServiceHook(),)
NATIVES: Final[dict[str, Handler]] = {
    **{f"{SERVICE}.{name}": verb for name in VERBS},
    "cornice.service()": decorated,
    f"{SERVICE}.add_view": add_view,
    f"{RESOURCE}.view": view,
    "cornice.view()": viewed,
    f"{RESOURCE}.resource": resource,
    "cornice.resource()": resourced,
}
