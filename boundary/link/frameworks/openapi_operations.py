"""Which functions does a description of an API name?  Each answers the requests of its operation.

    post:
      operationId: shop.orders.create                 # a function, or a method: `shop.orders.Orders.create`

Where a description names none, connexion's `RestyResolver("shop.api")` looks for `shop.api.orders.post`: in a module
called after the path, the function called after the verb, `search` for a `get` of all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Wrapped
from boundary.link.frameworks.entry_points import enter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.openapi import Operation

OPERATIONS: Final = "operations"
ENTERED: Final = "operations of descriptions"
PACKAGES: Final = "packages of operations"
ALL: Final = "search"


def resty_resolver(call: NativeCall) -> Value:
    """`RestyResolver("shop.api")`."""
    said = strings(call.arguments.get(0, "default_module_name") or UNKNOWN)
    call.interpreter.frameworks.state.setdefault(PACKAGES, {}).update(dict.fromkeys(said))
    return call.atoms.none


def finish(interpreter: Interpreter) -> bool:
    """Enter what answers the operations, once the bodies of all modules have been seen; more as packages come up."""
    operations: Sequence[Operation] = interpreter.frameworks.state.get(OPERATIONS, ())
    packages: dict[str, None] = interpreter.frameworks.state.get(PACKAGES, {})
    entered: set[tuple[Operation, str]] = interpreter.frameworks.state.setdefault(ENTERED, set())
    before = len(entered)
    for one in operations:
        for dotted in (one.function,) if one.function else _by_path(one, packages):
            if (one, dotted) not in entered:
                entered.add((one, dotted))
                held = _named(interpreter, dotted)
                enter(interpreter, "route", one.path or dotted, held, route=(one.file, one.line))
    return len(entered) > before


def _by_path(one: Operation, packages: dict[str, None]) -> list[str]:
    """Where a function lies that is called after its path and verb."""
    parts = [part for part in one.path.split("/") if part]
    names = [part.replace("-", "_") for part in parts if not part.startswith("{")]
    if not names:
        return []
    verb = ALL if one.verb == "get" and not parts[-1].startswith("{") else one.verb
    return [".".join([package, *names, verb]) for package in packages]


def _named(interpreter: Interpreter, dotted: str) -> Value:
    """The project's functions that a dotted name stands for; those of a class are its instances'."""
    found = interpreter.names.at(dotted)
    if found is None:
        holder, _, name = dotted.rpartition(".")
        cls = next((one.cls for one in interpreter.names.at(holder) or () if isinstance(one, ClassAtom)), None)
        if cls is None or cls.library:
            return BOTTOM
        evaluator = interpreter.module_evaluator(cls.module)
        found = interpreter.attributes.get(evaluator, interpreter.atoms.instance(cls), name, 0)
    return frozenset(one for one in found if isinstance(one, (Function, Wrapped)))


NATIVES: Final[dict[str, Handler]] = {"connexion.resolver.RestyResolver.__init__": resty_resolver}
