"""What does a field of a record hold that its constructor is not given?  `field(default_factory=Cart)`.

Dataclasses, attrs, msgspec and pydantic: a class, a function or an object that stands as default is what the field
holds, as far as nothing else is known of it. So is a collection, which is filled later. Flags and texts are what some
objects begin with, and decide nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.values import BOTTOM, ClassAtom, Container, Function, Instance, Native, Wrapped

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

FIELDS: Final = (
    *("dataclasses.field", "attr.ib", "attr.attrib", "attr.field", "attrs.field", "msgspec.field"),
    *("pydantic.Field", "pydantic.PrivateAttr", "pydantic.fields.Field", "pydantic.dataclasses.Field"),
)
FACTORIES: Final = ("attr.Factory", "attrs.Factory")
TELLING: Final = (ClassAtom, Function, Instance, Wrapped)


def field(call: NativeCall) -> Value:
    """`field(default=..., default_factory=...)`."""
    keywords = call.arguments.keywords
    default = keywords.get("default", BOTTOM)
    if call.name in {"attr.ib", "attr.attrib", "pydantic.Field"} and call.arguments.positional:
        default |= call.arguments.positional[0]
    for name in ("default_factory", "factory"):
        default |= _made(call, keywords.get(name, BOTTOM))
    return _telling(default) or call.atoms.external(f"{call.name}()")


def factory(call: NativeCall) -> Value:
    """`Factory(Cart)`: what calling it gives."""
    made = _made(call, call.arguments.get(0, "factory") or BOTTOM)
    return made or call.atoms.external("attr.field()")


def _made(call: NativeCall, factories: Value) -> Value:
    known = frozenset(atom for atom in factories if isinstance(atom, (*TELLING, Native)))
    return _telling(call.interpreter.calls.call(call.evaluator, known, NO_ARGUMENTS, call.line)) if known else BOTTOM


def _telling(value: Value) -> Value:
    """What of a value says what a field holds: objects and their like, and collections, which are filled later."""
    return frozenset(atom for atom in value if isinstance(atom, (*TELLING, Container)))


NATIVES: Final[dict[str, Handler]] = {**dict.fromkeys(FIELDS, field), **dict.fromkeys(FACTORIES, factory)}
