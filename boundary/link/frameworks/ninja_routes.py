"""Where does Django Ninja call in?  Operations; what one returns is read as its `response` says.

`@api.get("/orders", response=list[OrderOut])` asks each row that the operation returns for the fields of `OrderOut`,
within the request: relations are followed, and rows behind these where a field is of a schema again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import decorator, direct, prefixed
from boundary.link.frameworks.pydantic_models import models_in, read_fields
from boundary.link.values import BOTTOM, strings
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.execution import Executor
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Value

ROUTER: Final = "ninja.router.Router"
API: Final = "ninja.main.NinjaAPI"
ANSWERS: Final = "ninja answers"
VERBS: Final = ("get", "post", "put", "patch", "delete")


def operation(at: int) -> Handler:
    """A method that gives the decorator of an operation; `at` is where its path stands."""

    def handler(call: NativeCall) -> Value:
        texts = strings(call.arguments.get(at, "path") or BOTTOM)
        models = tuple(dict.fromkeys(_answers(call)))
        return call.atoms.native("entry.decorator", ("route", prefixed(call, texts), (ANSWERS, *models)))

    return handler


def _answers(call: NativeCall) -> Iterator[ClassInfo]:
    """The schemas that `response=` names, alone, in a list, or by the status that they are for."""
    node = call.evaluator.calling
    for keyword in node.keywords if node is not None else ():
        if keyword.name == "response":
            written = keyword.value.values if isinstance(keyword.value, code.Mapping) else (keyword.value,)
            for one in written:
                yield from models_in(call.interpreter, call.interpreter.annotations.of(call.evaluator, one))


def answered(executor: Executor, held: tuple[object, ...], value: Value, line: int) -> None:
    """An operation returns a value: its schemas read it."""
    if held[0] == ANSWERS:
        for model in held[1:]:
            read_fields(executor, model, value, line)  # type: ignore[arg-type]


NATIVES: Final[dict[str, Handler]] = {
    **{f"{ROUTER}.{name}": operation(0) for name in VERBS},
    f"{ROUTER}.api_operation": operation(1),
    f"{ROUTER}.add_api_operation": direct("route", at=2, name="view_func", path=0),
    f"{API}.exception_handler": decorator("middleware"),
    f"{API}.add_exception_handler": direct("middleware", at=1, name="handler"),
}
