"""Which implementation does `functools.singledispatch` call?  The one for the class of the first argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import dotted_name
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Function, Instance, Wrapped, by_age
from boundary.link.frameworks.skeletons import decorators_of
from boundary.link.members import containers
from boundary.link.syntax.kinds import ATTRIBUTE, OPERATION

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

KIND: Final = "dispatched"


def dispatched(call: NativeCall) -> Value:
    """`@singledispatch`, `@singledispatchmethod`: a function with others registered beside it."""
    functions = frozenset(atom for atom in call.first if isinstance(atom, Function))
    keys = by_age(functions)
    return call.atoms.wrapped(KIND, functions, keys[0]) if keys else call.first


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`publish.register`."""
    del line
    return evaluator.atoms.native(f"{KIND}.{name}", atom) if atom.kind == KIND else None


def register(call: NativeCall) -> Value:
    """`@publish.register`, `@publish.register(Class)`, `publish.register(Class, function)`."""
    given = call.arguments.get(1, "func") or (call.first if _functions(call.first) else None)
    if given is None:  # what the decorator is called with waits for the function
        return call.atoms.native(f"{KIND}.registering", (call.receiver, call.first))
    _keep(call, call.receiver, call.first if given is not call.first else BOTTOM, given)
    return given


def registering(call: NativeCall) -> Value:
    """`@publish.register(Class)` meets its function."""
    holder, classes = call.receiver
    _keep(call, holder, classes, call.first)
    return call.first


def _functions(value: Value) -> list[Function]:
    return [atom for atom in value if isinstance(atom, Function)]


def _keep(call: NativeCall, holder: Wrapped, classes: Value, functions: Value) -> None:
    """Remember implementations under their classes; those without stand under what their annotation says."""
    for one in _functions(functions):
        keys = classes or _annotated(call, one)
        held: Value = one.alone
        entries = [(_key(call, atom), held) for atom in keys]
        call.interpreter.write((KIND, holder.extra, ""), containers.make_dict(call.evaluator, entries))


def _key(call: NativeCall, atom: Atom) -> Value:
    """A class as the key of a table; one that is not read by its name."""
    dotted = dotted_name(atom)
    return call.atoms.constant(dotted) if dotted else atom.alone


def _annotated(call: NativeCall, atom: Function) -> Value:
    """The class that the annotation of the first argument names."""
    parameters = [one for one in atom.function.parameters if one.name not in {"self", "cls"}]
    if not parameters or parameters[0].annotation is None:
        return UNKNOWN
    annotation = parameters[0].annotation
    scope = call.interpreter.module_evaluator(atom.function.module)
    parts = annotation.operands if type(annotation) is OPERATION else [annotation]
    return join(scope.evaluate(part) for part in parts) or UNKNOWN


def call_wrapped(evaluator: Evaluator, atom: Wrapped, arguments: Arguments, line: int) -> Value | None:
    """The implementations for the classes that the first argument may have; all of them where it is not known."""
    if atom.kind != KIND:
        return None
    _declare(evaluator, atom.extra.function.cls)
    table = containers.pairs(evaluator.interpreter.read((KIND, atom.extra, ""), evaluator.context)) or {}
    first = arguments.get(0, "") or UNKNOWN
    receivers = list(dict.fromkeys([one.receiver for one in _functions(atom.inner)]))
    found: list[Value] = []
    for given in first:
        chosen = _chosen(evaluator, given, table) if table else None
        if chosen is None:
            chosen = join((atom.inner, *table.values()))
        each = Arguments((given.alone, *arguments.positional[1:]), arguments.keywords, arguments.rest,
                         arguments.others)  # fmt: skip
        for one in _functions(chosen or atom.inner):
            for receiver in receivers if one.receiver is None else (one.receiver,):
                bound = evaluator.atoms.function(one.function, receiver, one.closure, one.traits)
                found.append(evaluator.interpreter.calls.call(evaluator, bound, each, line))
    return join(found) or UNKNOWN


def _chosen(evaluator: Evaluator, given: Atom, table: dict[Hashable, Value]) -> Value | None:
    """What is registered for the class of one value: nothing for the default, None where it is not known."""
    if isinstance(given, Instance) and (given.exact or not given.cls.subclasses):
        order = evaluator.interpreter.classes.mro(given.cls)
        return next((table[cls] for cls in order if cls in table), BOTTOM)
    if isinstance(given, Constant):
        return table.get(f"builtins.{type(given.value).__name__}", BOTTOM)
    return None


def _declare(evaluator: Evaluator, cls: ClassInfo | None) -> None:
    """The methods of a class that register themselves with another have done so before the first call."""
    for name, bindings in cls.bindings.items() if cls is not None else ():
        if any(one.name == "register" for one in decorators_of(bindings) if type(one) is ATTRIBUTE):
            evaluator.interpreter.classes.own(cls, name)  # type: ignore[arg-type]


NATIVES: Final[dict[str, Handler]] = {
    "functools.singledispatch": dispatched,
    "functools.singledispatchmethod": dispatched,
    f"{KIND}.register": register,
    f"{KIND}.registering": registering,
}
