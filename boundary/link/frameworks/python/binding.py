"""What makes a method of a function?  `function.__get__(order)`, `types.MethodType(function, order)`; and its name.

A class whose objects are decorators of methods has a `__get__` that binds the function, or the object itself, to
the object that the method is asked of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Frozen
from boundary.link.definitions.wrappers import behind
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance, Wrapped
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

GET: Final = "__get__"
NAME: Final = "__name__"
CLASSES_OWN: Final[frozenset[str]] = frozenset({"classmethod", "staticmethod"})
"""What is read through a class, as a property of classes reads the method that it was made of."""


def function_attribute(evaluator: Evaluator, atom: Function, name: str, line: int) -> Value | None:
    """`function.__get__`; `function.__name__`, by which registries keep it: that of what a wrapper says it wraps."""
    del line
    if name == NAME:
        function, _ = behind(atom.function, atom.closure)
        return evaluator.atoms.constant(function.name) if type(function.node) is FUNCTION else None
    return evaluator.atoms.native(GET, atom) if name == GET else None


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`function.__get__` of what a decorator has made of a function."""
    del line
    return evaluator.atoms.native(GET, atom) if name == GET else None


def get(call: NativeCall) -> Value:
    """`function.__get__(order)`; of no object, it stays the function, and a class method is one of the class."""
    asked = [one for one in call.arguments.get(1, "type") or BOTTOM if isinstance(one, ClassAtom)]
    receiver = call.receiver
    if asked and isinstance(receiver, Wrapped) and receiver.kind in CLASSES_OWN and call.first == call.atoms.none:
        return join(_of_class(call, inner, receiver, one) for inner in receiver.inner for one in asked)
    return _bound(call, call.receiver.alone, call.first)


def _of_class(call: NativeCall, inner: Atom, receiver: Wrapped, cls: ClassAtom) -> Value:
    return call.interpreter.attributes.bound(inner, cls) if receiver.kind == "classmethod" else inner.alone


def method_type(call: NativeCall) -> Value:
    """`types.MethodType(function, order)`."""
    return _bound(call, call.first, call.arguments.get(1, "instance") or UNKNOWN)


def _bound(call: NativeCall, functions: Value, holder: Value) -> Value:
    """Functions as methods of an object or a class; an object that is called is called with it."""
    found: list[Value] = []
    for receiver in holder:
        if isinstance(receiver, (Instance, ClassAtom)):
            found.extend(_as_method(call, one, receiver) for one in functions)
    return join(found) or functions


def _as_method(call: NativeCall, one: Atom, receiver: Instance | ClassAtom) -> Value:
    if isinstance(one, Instance):
        return call.atoms.wrapped("partial", one.alone, Frozen((receiver.alone,), {}))
    if isinstance(one, Wrapped) and isinstance(receiver, Instance):
        return call.interpreter.attributes.from_instance(call.evaluator, one, receiver, "", call.line)
    return call.interpreter.attributes.bound(one, receiver)


NATIVES: Final[dict[str, Handler]] = {GET: get, "types.MethodType": method_type}
