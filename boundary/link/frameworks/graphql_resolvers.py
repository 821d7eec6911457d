"""Which functions answer GraphQL?  Resolvers of Strawberry, beside or in its types, and those that Ariadne is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import NOWHERE, decorator, direct, functions_in, register
from boundary.link.frameworks.record_fields import field
from boundary.link.values import BOTTOM
from boundary.link.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.values import Value

MADE: Final = frozenset({"field", "mutation", "subscription", "connection"})
STRAWBERRIES: Final = ("strawberry", "strawberry.django", "strawberry_django", "strawberry_django_plus.gql")
TYPES: Final = {"MutationType": "mutation", "QueryType": "route", "ObjectType": "route", "InterfaceType": "route"}
"""Ariadne's types, and what their fields are."""
DEFAULTS: Final = frozenset({"default", "default_factory"})


def start(interpreter: Interpreter) -> None:
    """A field that a class body is assigned (`count: int = strawberry.field(resolver=counted)`) is made with it."""
    if not interpreter.frameworks.imports("strawberry"):
        return
    for cls in list(interpreter.program.classes):
        if cls.library or cls.closure is not None:
            continue
        for name, bindings in cls.bindings.items():
            written = [one.statement.value for one in bindings if isinstance(one.statement, code.Assign)]
            if any(isinstance(one, code.Call) and last_name(one.function) in MADE for one in written):
                interpreter.classes.own(cls, name)


def resolved(kind: str) -> Handler:
    """`@strawberry.mutation`, `@strawberry.field(description="...")`, `strawberry.field(resolver=orders)`."""

    def handler(call: NativeCall) -> Value:
        given = call.arguments.get(0, "resolver") or BOTTOM
        if any(functions_in(given)):
            register(call.interpreter, kind, "", given)
            return given
        if not DEFAULTS.isdisjoint(call.arguments.keywords):  # of an input, which may say something else
            return field(call)
        return call.atoms.native("entry.decorator", (kind, "", None))

    return handler


NATIVES: Final[dict[str, Handler]] = {
    **{f"{one}.mutation": resolved("mutation") for one in STRAWBERRIES},
    **{f"{one}.{name}": resolved("route") for one in STRAWBERRIES for name in MADE - {"mutation"}},
    **{f"ariadne.{name}().field": decorator(kind, at=NOWHERE) for name, kind in TYPES.items()},
    **{f"ariadne.{name}().set_field": direct(kind, at=1, name="resolver") for name, kind in TYPES.items()},
    "ariadne.SubscriptionType().source": decorator("route", at=NOWHERE),
    "ariadne.SubscriptionType().field": decorator("route", at=NOWHERE),
}
