"""Which parameters does a function have?  `inspect.signature(place).parameters`, by their names, with their types.

A decorator that hands a session to those of its functions that take one asks so (`"session" in parameters`), and one
that registers handlers by what they take (`get_type_hints(handler)["command"]`, `parameter.annotation`); one that looks
an argument up by its name binds them all (`signature(function).bind(*args, **kwargs).arguments["order"]`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Frozen
from boundary.link.definitions.wrappers import unwrapped
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Function, Wrapped
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

SIGNATURE: Final = "signature"
PARAMETER: Final = "parameter of a signature"
BOUND: Final = "arguments bound to a signature"
BINDING: Final = frozenset({"bind", "bind_partial"})


def signed(call: NativeCall) -> Value:
    """`inspect.signature(function)`, of one function that is read; else something of the library."""
    if len(call.first) == 1 and all(isinstance(atom, Function) and not atom.function.native for atom in call.first):
        return call.atoms.wrapped(SIGNATURE, call.first)
    return call.atoms.external("inspect.Signature()")


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`.parameters`: what is known of each is its name, and its `.annotation`."""
    del line
    if atom.kind == PARAMETER:
        return atom.inner if name == "annotation" else evaluator.atoms.external(f"inspect.Parameter.{name}")
    if atom.kind == BOUND:
        return _bound_part(evaluator, atom, name)
    if atom.kind != SIGNATURE:
        return None
    if name in BINDING:
        return evaluator.atoms.native(f"{SIGNATURE}.{name}", atom)
    if name != "parameters":
        return evaluator.atoms.external(f"inspect.Signature.{name}")
    found = [
        (evaluator.atoms.constant(one.name), evaluator.atoms.wrapped(PARAMETER, _annotated(evaluator, function, one)))
        for function, own in _functions(atom.inner)
        for one in function.parameters[own:]
    ]
    return containers.make_dict(evaluator, found)


def bound(call: NativeCall) -> Value:
    """`signature(function).bind(*args, **kwargs)`: what each parameter would be given."""
    given = call.arguments
    found: list[tuple[Value, Value]] = []
    for function, own in _functions(call.receiver.inner):
        places = [one for one in function.parameters[own:] if one.kind not in {"args", "kwargs"}]
        for place, one in enumerate(places):
            value = given.keywords.get(
                one.name, given.positional[place] if place < len(given.positional) else given.rest
            )
            if value := value | given.others:
                found.append((call.atoms.constant(one.name), value))
    return call.atoms.wrapped(BOUND, containers.make_dict(call.evaluator, found), given.frozen())


def _bound_part(evaluator: Evaluator, atom: Wrapped, name: str) -> Value:
    """`bound.arguments["order"]`; `function(*bound.args, **bound.kwargs)` hands on what was bound."""
    given = atom.extra
    assert isinstance(given, Frozen)  # noqa: S101 - it was made so
    if name == "arguments":
        return atom.inner
    if name == "args":
        if given.rest:
            return evaluator.atoms.container("list", join((*given.positional, given.rest)))
        return containers.make(evaluator, "tuple", list(given.positional))
    if name == "kwargs":
        named = [(evaluator.atoms.constant(key), value) for key, value in given.keywords.items()]
        return containers.make_dict(evaluator, named, given.others)
    return evaluator.atoms.external(f"inspect.BoundArguments.{name}")


def hinted(call: NativeCall) -> Value:
    """`get_type_hints(function)`: the annotations of its parameters, by name."""
    found = [
        (call.atoms.constant(one.name), _annotated(call.evaluator, function, one))
        for function, own in _functions(call.first)
        for one in function.parameters[own:]
        if one.annotation is not None
    ]
    return containers.make_dict(call.evaluator, found) if found else UNKNOWN


def _functions(value: Value) -> Iterator[tuple[FunctionInfo, bool]]:
    """The functions that a value may be, without their wrappers, and whether their first parameter is their object."""
    for held in value:
        if isinstance(held, Function):
            function = unwrapped(held.function, held.closure)
            yield function, held.receiver is not None and function is held.function


def _annotated(evaluator: Evaluator, function: FunctionInfo, parameter: code.Parameter) -> Value:
    """What the annotation of a parameter is."""
    if parameter.annotation is None:
        return evaluator.atoms.external("inspect.Parameter.empty")
    return evaluator.interpreter.module_evaluator(function.module).evaluate(parameter.annotation)


NATIVES: Final[dict[str, Handler]] = {
    "inspect.signature": signed,
    "typing.get_type_hints": hinted,
    **{f"{SIGNATURE}.{name}": bound for name in sorted(BINDING)},
}
