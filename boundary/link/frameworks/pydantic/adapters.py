"""What does an adapter of pydantic make of a value?  `TypeAdapter(OrderOut).validate_python(order)`.

Of a model it makes an object, as `model_validate` does. Of any other type (`object`, `list[Order]`, `Callable`) what it
gives is taken for what it was given: code that hands on what it does not know checks it so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, External, Wrapped, by_age
from boundary.link.frameworks.pydantic.models import is_model, read_fields
from boundary.link.frameworks.pydantic.validators import validate

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

NEEDS: Final = ("pydantic",)
ADAPTERS: Final = frozenset({"pydantic.TypeAdapter", "pydantic.type_adapter.TypeAdapter"})
KIND: Final = "pydantic adapter"
PYTHON: Final = "validate_python"
TEXTS: Final = frozenset({"validate_json", "validate_strings"})


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """`TypeAdapter(OrderOut)`, `TypeAdapter[OrderOut](OrderOut)`."""
    del line
    if atom.dotted.removesuffix("[]") not in ADAPTERS:
        return None
    return evaluator.atoms.wrapped(KIND, arguments.get(0, "type") or UNKNOWN)


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`adapter.validate_python`."""
    del line
    if atom.kind != KIND:
        return None
    return evaluator.atoms.native(f"{KIND}.{name}", atom) if name == PYTHON or name in TEXTS else UNKNOWN


def validated(call: NativeCall) -> Value:
    """`adapter.validate_python(order)`."""
    python = call.name.endswith(PYTHON)
    given = call.first if python else UNKNOWN
    found: list[Value] = []
    for one in by_age(call.receiver.inner):
        if isinstance(one, ClassAtom) and is_model(call.interpreter, one.cls):
            validate(call.evaluator, one.cls, call.line)
            if python:
                read_fields(call.evaluator, one.cls, given, call.line)
            found.append(call.atoms.instance(one.cls))
        else:
            found.append(given)
    return join(found)


NATIVES: Final[dict[str, Handler]] = {f"{KIND}.{name}": validated for name in (PYTHON, *TEXTS)}
