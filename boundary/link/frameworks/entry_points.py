"""Where does the outside call in?  Routes, framework classes, tasks, receivers, commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.calling.contexts import Context  # noqa: TC001 - a compiled dataclass looks the classes of its fields up
from boundary.link.definitions.wrappers import behind
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Function, Instance, Wrapped, by_age
from boundary.link.frameworks.abstract_types import is_abstract_type
from boundary.link.frameworks.base_views import is_base_alone
from boundary.link.frameworks.django.admin_pages import pages_of
from boundary.link.frameworks.django.fixtures import load
from boundary.link.frameworks.django.requests import one_by_one
from boundary.link.frameworks.django.settings import setting
from boundary.link.frameworks.entered_for import without_methods
from boundary.link.frameworks.mounting import Route, told, written
from boundary.link.frameworks.rest_framework.actions import answering
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import NativeCall

MOST_ENTRIES: Final = 400
OTHERS: Final = "*"
"""Stands for all methods that a class tells everybody of, where its framework calls each."""
INCLUDED: Final = "where a package's routes are included"
VERBS: Final = frozenset({"get", "post", "put", "patch", "delete"})
"""The methods of a class that a request for each verb comes to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry point: how it is reached, its name, and the context that it starts."""

    kind: str
    name: str
    context: Context
    owner: ClassInfo | None = None
    route: tuple[str, int] | None = None
    """The file and line at which the project routes requests to it."""
    below: Route | None = None
    """Its path, and the router whose it is."""


def entries(interpreter: Interpreter) -> dict[tuple[str, str, str], Entry]:
    """The entry points found so far; one function that decorators have wrapped is one for each that it wraps."""
    found: dict[tuple[str, str, str], Entry] = interpreter.frameworks.state.setdefault("entries", {})
    return found


def told_name(interpreter: Interpreter, entry: Entry) -> str:
    """The name of an entry point: a route's whole path, where the router is known that it is of."""
    return (told(interpreter, entry.below) if entry.below is not None else "") or entry.name


def is_first(interpreter: Interpreter, entered: str) -> bool:
    """Whether this is asked for the first time, by whom enters something once the bodies of all modules were seen."""
    state = interpreter.frameworks.state
    known = bool(state.get(entered))
    state[entered] = True
    return not known


def enter(  # noqa: PLR0913, PLR0917 - one entry point, spelled out
    interpreter: Interpreter,
    kind: str,
    name: str,
    value: Value,
    owner: ClassInfo | None = None,
    given: dict[str, Value] | None = None,
    route: tuple[str, int] | None = None,
) -> None:
    """Evaluate functions that the outside calls (with what is `given` by name), and remember them as entry points."""
    for atom in sorted((one for one in value if isinstance(one, (Function, Wrapped))), key=repr):
        if isinstance(atom, Wrapped):
            enter(interpreter, kind, name, atom.inner, owner, given, route)
            continue
        if atom.function.native:
            continue
        handed = {**(given or {}), **_request_first(interpreter, atom)} if kind == "route" else given
        context = interpreter.calls.root_context(atom, handed)
        context.root = True
        function, closure = behind(atom.function, atom.closure)
        routes = interpreter.frameworks.state.get("entry routes", {})
        below = routes.get((function, closure)) or routes.get(function)
        called = (written(below) if below is not None else "") or name
        stands_for = f"{function.dotted} {closure.receiver if closure is not None else None!r}"
        if not function.library:  # one view after the other may have the same name
            stands_for += f" {function.node.line}"
        if closure is not None and function is atom.function and not function.library:
            stands_for += f" {closure.number}"  # a wrapper that does not say what it wraps
        site = context.receiver.site if isinstance(context.receiver, Instance) else None
        key = kind, called, f"{context!r} {stands_for} {answering(context.receiver)} {site}"
        entries(interpreter).setdefault(key, Entry(kind, called, context, owner, route, below))
        interpreter.demand(context, None)


def _request_first(interpreter: Interpreter, atom: Function) -> dict[str, Value]:
    """The arguments of a function that takes any (`def wrapper(*args)`): the first is the request."""
    parameters, receiver = atom.function.parameters, atom.receiver
    taken = receiver is not None and bool(parameters) and parameters[0].kind in {"normal", "positional"}
    rest = parameters[1:] if taken else parameters
    cls = interpreter.library_class(interpreter.frameworks.requests)
    if cls is None or not rest or rest[0].kind != "args":
        return {}
    request = interpreter.atoms.instance(cls, exact=False)
    first = (receiver.alone, request) if receiver is not None and not taken else (request,)
    return {rest[0].name: interpreter.atoms.container(containers.OPEN, join(first) | UNKNOWN, (*first, UNKNOWN))}


def routed(call: NativeCall) -> Value:
    """`path("route", view)`; `path("route", view, {"model": Order})` hands the view what stands in the dict."""
    view = call.arguments.get(1, "view") or BOTTOM
    names = strings(call.arguments.get(0, "route") or UNKNOWN)
    functions = frozenset(atom for atom in view if isinstance(atom, (Function, Wrapped)))
    pairs = containers.pairs(call.arguments.get(2, "kwargs") or BOTTOM) or {}
    given = {key: value for key, value in pairs.items() if isinstance(key, str)}
    module = call.evaluator.module
    included = call.interpreter.frameworks.state.get(INCLUDED)
    route = included if module.library else (module.file, call.line)
    enter(call.interpreter, "route", names[0] if names else "", functions, given=given, route=route)
    for atom in view:
        if isinstance(atom, ClassAtom):
            enter_class(call.interpreter, atom.cls)
    return UNKNOWN


def entry_methods(interpreter: Interpreter, cls: ClassInfo) -> dict[str, str]:
    """The methods of a class that its framework calls by itself, with the kind of entry point."""
    found: dict[str, str] = {}
    for one in reversed(interpreter.classes.mro(cls)):
        held = interpreter.classes.own(one, "__entry_points__")
        for atom in held:
            for key, kind in getattr(atom, "entries", None) or ():
                kinds = strings(kind)
                if isinstance(key, str) and kinds:
                    found[key] = kinds[0]
    return found


def enter_class(interpreter: Interpreter, cls: ClassInfo) -> None:
    """Evaluate the methods of one project class that its framework calls."""
    if cls.library or "entered" in cls.data:
        return
    methods = _entered(interpreter, cls)
    if not methods:
        return
    cls.data["entered"] = True
    answered = _answered(interpreter, cls)
    evaluator = interpreter.module_evaluator(cls.module)
    value = interpreter.atoms.instance(cls)
    if cls.data.get("instantiated") is None:
        interpreter.objects.construct(evaluator, value, NO_ARGUMENTS, 0)
    for name, kind in methods.items():
        if answered and name in VERBS and name.upper() not in answered:
            continue
        held = interpreter.classes.lookup(cls, name)[1]
        is_class_method = any(isinstance(atom, Wrapped) and atom.kind == "classmethod" for atom in held)
        holders = [interpreter.atoms.class_(cls)] if is_class_method else [value]
        if kind == "admin" or (kind == "route" and name == "dispatch"):
            holders = pages_of(interpreter, cls) if kind == "admin" else one_by_one(interpreter, cls)
        for holder in holders:
            method = interpreter.attributes.get(evaluator, holder, name, 0)
            for atom in by_age(_decorated(interpreter, cls, method)):
                handed = None
                if kind == "middleware" and isinstance(atom, Function):
                    handed = interpreter.frameworks.handed_to(interpreter, atom)
                enter(interpreter, kind, cls.dotted, atom.alone, cls, handed)


def _entered(interpreter: Interpreter, cls: ClassInfo) -> dict[str, str]:
    """The methods of a class that its framework calls on it, with the kind of entry point."""
    methods = _with_others(interpreter, cls, entry_methods(interpreter, cls))
    if not methods or is_abstract_type(interpreter, cls):
        return {}
    if "route" in methods.values() and is_base_alone(interpreter, cls):
        return {}
    idle = without_methods(interpreter, cls)
    return {name: kind for name, kind in methods.items() if name not in idle}


def _with_others(interpreter: Interpreter, cls: ClassInfo, methods: dict[str, str]) -> dict[str, str]:
    kind = methods.pop(OTHERS, None)
    return {**dict.fromkeys(_public(interpreter, cls), kind), **methods} if kind is not None else methods


def _public(interpreter: Interpreter, cls: ClassInfo) -> list[str]:
    """The other functions of a class that have names for everybody, save those that it excludes itself."""
    excluded = containers.texts_in(interpreter.classes.lookup(cls, "excluded_methods")[1])
    names = [name for one in interpreter.classes.mro(cls) if not one.library for name in one.bindings]
    return [
        name
        for name in dict.fromkeys(names)
        if not name.startswith(("_", "before_", "after_"))
        and name not in excluded
        and _is_function(interpreter, cls, name)
    ]


def _is_function(interpreter: Interpreter, cls: ClassInfo, name: str) -> bool:
    held = interpreter.classes.lookup(cls, name)[1]
    return any(isinstance(one, Function) or (isinstance(one, Wrapped) and one.kind == "staticmethod") for one in held)


def _answered(interpreter: Interpreter, cls: ClassInfo) -> set[str]:
    """The verbs that a class says itself that it answers, as `methods = ["GET"]` of Flask; none if it does not."""
    named = strings(interpreter.classes.lookup(cls, "__answers__")[1])
    members = (one for name in named for one in containers.members(interpreter.classes.own(cls, name)) or ())
    return {text.upper() for one in members for text in strings(one)}


def _decorated(interpreter: Interpreter, cls: ClassInfo, method: Value) -> Value:
    """A method behind the decorators that its class lists for its framework: `decorators = [login_required]` of Flask.

    One that is not known leaves the method as it is.
    """
    evaluator = interpreter.module_evaluator(cls.module)
    if not any(isinstance(atom, (Function, Wrapped)) for atom in method):
        return method
    named = containers.members(interpreter.classes.lookup(cls, "__decorated_by__")[1]) or ()
    for name in (text for one in named for text in strings(one)):
        for decorator in containers.members(interpreter.classes.lookup(cls, name)[1]) or ():
            made = interpreter.calls.call(evaluator, decorator, Arguments((method,)), 0)
            method = frozenset(atom for atom in made if isinstance(atom, (Function, Wrapped))) or method
    return method


def call_command(call: NativeCall) -> Value:
    """`call_command("tidy")`: the command of that name runs here."""
    given = call.arguments.get(0, "command_name") or BOTTOM
    commands = [atom.cls for atom in given if isinstance(atom, Instance)]
    names = strings(given)
    load(call, names)
    for module in _modules_of_commands(call.interpreter, names):
        commands.extend(
            atom.cls for atom in call.interpreter.names.value(module, "Command") if isinstance(atom, ClassAtom)
        )
    options = Arguments(call.arguments.positional[1:], call.arguments.keywords, others=UNKNOWN)
    for cls in commands:
        value = call.atoms.instance(cls)
        method = call.interpreter.attributes.get(call.evaluator, value, "handle", call.line)
        call.interpreter.calls.call(call.evaluator, method, options, call.line)
    return UNKNOWN


def _modules_of_commands(interpreter: Interpreter, names: list[str]) -> list[ModuleInfo]:
    """The modules of commands that have one of these names: the project's, or those of a package that it installs."""
    endings = tuple(f"management.commands.{name}" for name in names)
    found = [one for one in interpreter.program.modules.values() if one.name.endswith(endings)] if endings else []
    if endings and not found:
        apps = [app for atom in setting(interpreter, "INSTALLED_APPS") for app in named_in(atom)]
        held = [interpreter.find_module(f"{app}.{ending}") for app in apps for ending in endings]
        found = [one for one in held if one is not None]
    return found


ANSWER: Final = "builtins.__answer__"
"""What a middleware is handed: who calls it runs the views."""
PHASES: Final = ("__call__", "process_request", "process_view", "process_response", "process_exception")


def enter_middleware(interpreter: Interpreter) -> None:
    """Evaluate the classes and functions that `settings.MIDDLEWARE` names."""
    rest = Arguments((interpreter.atoms.native(ANSWER, None),))
    for atom in setting(interpreter, "MIDDLEWARE"):
        for dotted in named_in(atom):
            module_name, _, name = dotted.rpartition(".")
            module = interpreter.find_module(module_name)
            if module is None or module.library:
                continue
            evaluator = interpreter.module_evaluator(module)
            for held in interpreter.names.value(module, name):
                if isinstance(held, ClassAtom):
                    made = interpreter.objects.instantiate(evaluator, held.cls, rest, 0)
                    for phase in PHASES:
                        owner, _ = interpreter.classes.lookup(held.cls, phase)
                        if owner is not None:
                            method = interpreter.attributes.get(evaluator, made, phase, 0)
                            enter(interpreter, "middleware", dotted, method)
                elif isinstance(held, Function):
                    made = interpreter.calls.call(evaluator, held.alone, rest, 0)
                    enter(interpreter, "middleware", dotted, made)


def named_in(atom: object) -> list[str]:
    """The strings in a list of a settings module."""
    if not isinstance(atom, Container):
        return []
    return [text for part in containers.parts(atom) for text in strings(part)]


NATIVES: Final = {
    "django.core.management.call_command": call_command,
    "django.urls.path": routed,
    "django.urls.re_path": routed,
    "django.urls.url": routed,
}
