"""Where does the outside call in?  Routes, framework classes, tasks, receivers, commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.link.arguments import NO_ARGUMENTS
from boundary.link.values import BOTTOM, UNKNOWN, ClassAtom, Function, Wrapped, strings

if TYPE_CHECKING:
    from boundary.link.contexts import Context
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Value

MOST_ENTRIES = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry point: how it is reached, its name, and the context that it starts."""

    kind: str
    name: str
    context: Context
    owner: ClassInfo | None = None


def entries(interpreter: Interpreter) -> dict[tuple[str, str, str], Entry]:
    """The entry points found so far."""
    return interpreter.frameworks.state.setdefault("entries", {})  # type: ignore[return-value]


def enter(interpreter: Interpreter, kind: str, name: str, value: Value, owner: ClassInfo | None = None) -> None:
    """Evaluate functions that the outside calls, and remember them as entry points."""
    for atom in sorted((one for one in value if isinstance(one, (Function, Wrapped))), key=repr):
        if isinstance(atom, Wrapped):
            enter(interpreter, kind, name, atom.inner, owner)
            continue
        if atom.function.native:
            continue
        context = interpreter.calls.root_context(atom)
        context.root = True
        entries(interpreter).setdefault((kind, name, repr(context)), Entry(kind, name, context, owner))
        interpreter.demand(context, None)


def routed(call: NativeCall) -> Value:
    """`path("route", view)`."""
    view = call.arguments.get(1, "view") or BOTTOM
    names = strings(call.arguments.get(0, "route") or UNKNOWN)
    functions = frozenset(atom for atom in view if isinstance(atom, (Function, Wrapped)))
    enter(call.interpreter, "route", names[0] if names else "", functions)
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
    methods = entry_methods(interpreter, cls)
    if not methods:
        return
    cls.data["entered"] = True
    evaluator = interpreter.module_evaluator(cls.module)
    value = interpreter.atoms.instance(cls)
    if cls.data.get("instantiated") is None:
        interpreter.calls.construct(evaluator, value, NO_ARGUMENTS, 0)
    for name, kind in methods.items():
        held = interpreter.classes.lookup(cls, name)[1]
        is_class_method = any(isinstance(atom, Wrapped) and atom.kind == "classmethod" for atom in held)
        holder = interpreter.atoms.class_(cls) if is_class_method else value
        method = interpreter.attributes.get(evaluator, holder, name, 0)
        enter(interpreter, kind, cls.dotted, method, cls)


HOOKS = ()
NATIVES = {
    "django.urls.path": routed,
    "django.urls.re_path": routed,
    "django.urls.url": routed,
}
