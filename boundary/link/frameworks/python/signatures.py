"""Which parameters does a function have?  `inspect.signature(place).parameters`, by their names.

A decorator that hands a session to those of its functions that take one asks so (`"session" in parameters`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.wrappers import unwrapped
from boundary.link.domain.values import Function, Wrapped
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

SIGNATURE: Final = "signature"


def signed(call: NativeCall) -> Value:
    """`inspect.signature(function)`, of one function that is read; else something of the library."""
    if len(call.first) == 1 and all(isinstance(atom, Function) and not atom.function.native for atom in call.first):
        return call.atoms.wrapped(SIGNATURE, call.first)
    return call.atoms.external("inspect.Signature()")


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`.parameters`: what is known of each is its name."""
    del line
    if atom.kind != SIGNATURE:
        return None
    if name != "parameters":
        return evaluator.atoms.external(f"inspect.Signature.{name}")
    parameter = evaluator.atoms.external("inspect.Parameter()")
    found: list[str] = []
    for held in atom.inner:
        if isinstance(held, Function):
            function = unwrapped(held.function, held.closure)
            own = held.receiver is not None and function is held.function
            found += [one.name for one in function.parameters[own:]]
    return containers.make_dict(evaluator, [(evaluator.atoms.constant(one), parameter) for one in found])


HOOKS: Final = ()
NATIVES: Final[dict[str, Handler]] = {"inspect.signature": signed}
