"""What opens a Django transaction, and what leaves it?  `atomic` in all its forms, `on_commit`, raw connections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, METHODS, UNKNOWN, ClassAtom, Function, Wrapped
from boundary.link.members import containers
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import NativeCall


def atomic(call: NativeCall) -> Value:
    """`atomic`, `atomic()`, `atomic(using=...)`, `atomic(f)`."""
    given = call.arguments.get(0, "using")
    functions = frozenset(atom for atom in given or () if isinstance(atom, (Function, Wrapped)))
    if functions:
        return decorated(call.evaluator, functions, "default", call.line)
    names = strings(given or BOTTOM)
    return call.atoms.wrapped("atomic", BOTTOM, names[0] if names else "default" if given is None else None)


def decorated(
    evaluator: Evaluator, functions: Value, database: str | None, line: int = 0, *, helper: Context | None = None
) -> Value:
    """Functions that run as a whole in a transaction; a library's (`atomic(View.as_view())`) begins at this line.

    With a `helper` that they run inside of, what that does around its `yield` is part of the transaction.
    """
    found: set[Atom] = set()
    for atom in functions:
        if isinstance(atom, Function):
            trait: Hashable = ("atomic", "decorator", database, None, None, None, helper)
            if line and atom.function.library and not evaluator.module.library:
                trait = ("atomic", "decorator", database, line, line, evaluator.module.file, helper)
            found |= evaluator.atoms.function(atom.function, atom.receiver, atom.closure, atom.traits | {trait})
        elif isinstance(atom, Wrapped) and atom.kind in METHODS:
            inner = decorated(evaluator, atom.inner, database, line, helper=helper)
            found |= evaluator.atoms.wrapped(atom.kind, inner, atom.extra)
        else:
            found.add(atom)
    return frozenset(found)


def mentions_atomic(interpreter: Interpreter, atom: Function) -> bool:
    """Whether a function opens a transaction, is one, or hands one out (`return atomic if own else helper`)."""
    if any(isinstance(trait, tuple) and trait[0] == "atomic" for trait in atom.traits):
        return True
    node = atom.function.node
    return type(node) is FUNCTION and "atomic" in interpreter.bodies.names(node)


def call_wrapped(evaluator: Evaluator, atom: Wrapped, arguments: Arguments, line: int) -> Value | None:
    """`atomic()(f)`, and `with`-less use of `atomic` objects."""
    if atom.kind != "atomic":
        return None
    functions = arguments.get(0, "func") or BOTTOM
    return decorated(evaluator, functions, atom.extra, line) or UNKNOWN


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`atomic().__enter__`, for code that enters by hand."""
    if atom.kind == "atomic" and name in {"__enter__", "__aenter__"}:
        function = evaluator.context.function
        if function is not None and function.name in {"__enter__", "__aenter__"}:
            evaluator.context.enters = str(atom.extra)  # the `with` on the object is the transaction
            return UNKNOWN
        evaluator.open_region("block", line, line, atom.extra)
        return UNKNOWN
    return None


def on_commit(call: NativeCall) -> Value:
    """`on_commit(f)`: f runs after the transaction."""
    function = call.arguments.get(0, "func") or UNKNOWN
    call.interpreter.calls.deferred(call.evaluator, function, NO_ARGUMENTS, call.line)
    return call.atoms.none


def method_decorator(call: NativeCall) -> Value:
    """`@method_decorator(d)` on a method, `@method_decorator(d, name="dispatch")` on a class."""
    decorator = call.arguments.get(0, "decorator") or UNKNOWN
    names = tuple(strings(call.arguments.get(1, "name") or BOTTOM))
    return call.atoms.native("method.decorator", (decorator, names, call.line))


def decorate_method(call: NativeCall) -> Value:
    """What `method_decorator(...)` does to the function or class it decorates."""
    decorator, names, line = call.receiver
    target = call.arguments.get(0, "") or UNKNOWN
    classes = [atom.cls for atom in target if isinstance(atom, ClassAtom)]
    members = containers.members(decorator)
    for one in reversed(members) if members is not None else [decorator]:  # the first is the outermost
        for cls in classes:
            traits = [trait for atom in one if (trait := _trait_of(atom, cls, line)) is not None]
            for name in names:
                if traits:
                    cls.method_traits.setdefault(name, []).extend(traits)
                    call.interpreter.program.traited.add(name)
                else:
                    _redefine(call, cls, name, one)
        if not classes:
            target = _around(call, one, target)
    return target


def _redefine(call: NativeCall, cls: ClassInfo, name: str, decorator: Value) -> None:
    """A class has a method that it inherits or defines as a decorator leaves it."""
    method = call.interpreter.classes.lookup(cls, name)[1]
    redefined = _around(call, decorator, method, name) if method else method
    if redefined != method:
        cls.values[name] = redefined
        call.interpreter.classes.forget()


def _around(call: NativeCall, decorator: Value, method: Value, name: str = "") -> Value:
    """A method as a decorator of functions leaves it, which is given the method without its object."""
    calls = call.interpreter.calls
    result = calls.call(call.evaluator, decorator, Arguments((method,)), call.line)
    found = frozenset(atom for atom in result if isinstance(atom, (Function, Wrapped)))
    module = call.interpreter.find_module("django.utils.decorators")
    if module is None or not _are_wrappers(found, method):
        return found or method
    helper = call.interpreter.names.value(module, HELPERS.get(name, "_decorated_method"))
    return calls.call(call.evaluator, helper, Arguments((decorator, method)), call.line)


def _are_wrappers(found: Value, method: Value) -> bool:
    """Whether a decorator gave other functions than the method itself, which the linker follows."""
    same = {atom.function for atom in method if isinstance(atom, Function)}
    return bool(found) and all(
        isinstance(atom, Function) and not atom.function.native and atom.function not in same for atom in found
    )


def _trait_of(atom: Atom, cls: ClassInfo, line: int) -> tuple[object, ...] | None:
    """What a decorator says of the methods of a class that it is put on; None for one that says nothing here."""
    if (isinstance(atom, Wrapped) and atom.kind == "atomic") or _is_atomic(atom):
        database = atom.extra if isinstance(atom, Wrapped) else "default"
        end = cls.node.end_line if cls.node else line
        return "atomic", "decorator", database, line, end, cls.module.file, None
    if isinstance(atom, Function) and atom.function.native == "django.db.transaction.non_atomic_requests":
        return ("non atomic",)
    return None


def _is_atomic(atom: Atom) -> bool:
    return isinstance(atom, Function) and atom.function.native == "django.db.transaction.atomic"


def non_atomic(call: NativeCall) -> Value:
    """`@non_atomic_requests`: the view runs outside the request's transaction; `(using="other")` only outside of that.

    Requests are listed with what they do on the default database.
    """
    trait: Hashable = ("non atomic",)
    given = call.arguments.get(0, "using") or BOTTOM
    if call.receiver:
        return given
    found: set[Atom] = set()
    for atom in given:
        if isinstance(atom, Function):
            found |= call.atoms.function(atom.function, atom.receiver, atom.closure, atom.traits | {trait})
    names = strings(given)
    return frozenset(found) or call.atoms.native("non atomic", tuple(name for name in names if name != "default"))


HELPERS: Final = {"dispatch": "_decorated_dispatch"}
"""What the skeleton makes of a method that is given a request by nobody but the framework."""
NATIVES: Final = {
    "django.db.transaction.atomic": atomic,
    "django.db.transaction.commit_on_success": atomic,
    "django.db.transaction.on_commit": on_commit,
    "django.db.transaction.non_atomic_requests": non_atomic,
    "non atomic": non_atomic,
    "django.utils.decorators.method_decorator": method_decorator,
    "method.decorator": decorate_method,
    "xact.xact": atomic,
}
