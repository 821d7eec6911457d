"""Where does Django Ninja call in?  Operations; what one returns is read as its `response` says.

`@api.get("/orders", response=list[OrderOut])` asks each row that the operation returns for the fields of `OrderOut`,
within the request: relations are followed, and rows behind these where a field is of a schema again. What a paginated
operation returns (`@paginate`, the lists of a `RouterPaginated`) becomes a page before that: its rows are counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Instance
from boundary.link.frameworks.django.settings import setting
from boundary.link.frameworks.entry_functions import decorator, direct, functions_in
from boundary.link.frameworks.mounting import PrefixHook, mounted, route_of
from boundary.link.frameworks.pydantic.models import models_in, read_fields
from boundary.link.syntax.kinds import FUNCTION, MAPPING, SUBSCRIPT
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.execution import Executor
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

ROUTER: Final = "ninja.router.Router"
API: Final = "ninja.main.NinjaAPI"
PAGED_ROUTER: Final = "ninja.pagination.RouterPaginated"
ANSWERS: Final = "ninja answers"
PAGED: Final = "ninja pages"
PAGER: Final = "ninja.pagination.LimitOffsetPagination"
"""What makes pages where `NINJA_PAGINATION_CLASS` names nothing else."""
LISTS: Final = frozenset({"list", "List"})
VERBS: Final = ("get", "post", "put", "patch", "delete")


def operation(at: int) -> Handler:
    """A method that gives the decorator of an operation; `at` is where its path stands."""

    def handler(call: NativeCall) -> Value:
        texts = strings(call.arguments.get(at, "path") or BOTTOM)
        models = tuple(dict.fromkeys(_answers(call)))
        held = (ANSWERS, _is_listed(call), *models)
        return call.atoms.native("entry.decorator", ("route", route_of(call, texts), held))

    return handler


def _answers(call: NativeCall) -> Iterator[ClassInfo]:
    """The schemas that `response=` names, alone, in a list, or by the status that they are for."""
    node = call.evaluator.calling
    for keyword in node.keywords if node is not None else ():
        if keyword.name == "response":
            written = keyword.value.values if type(keyword.value) is MAPPING else (keyword.value,)
            for one in written:
                yield from models_in(call.interpreter, call.interpreter.annotations.of(call.evaluator, one))


def _is_listed(call: NativeCall) -> bool:
    """Whether an operation of a router that makes pages answers with a list."""
    router = call.receiver
    if not isinstance(router, Instance) or not call.interpreter.classes.is_subclass(router.cls, PAGED_ROUTER):
        return False
    node = call.evaluator.calling
    given = [one.value for one in node.keywords if one.name == "response"] if node is not None else []
    return any(type(one) is SUBSCRIPT and last_name(one.value) in LISTS for one in given)


def paginate(call: NativeCall) -> Value:
    """`@paginate`, `@paginate(PageNumberPagination, page_size=50)`."""
    given = call.first
    if any(functions_in(given)):
        return _marked(call, given, None)
    named = next((atom.cls for atom in given if isinstance(atom, ClassAtom)), None)
    return call.atoms.native(PAGED, named)


def paged(call: NativeCall) -> Value:
    """The operation below `@paginate(PageNumberPagination)`."""
    return _marked(call, call.first, call.receiver)


def _marked(call: NativeCall, value: Value, pager: object) -> Value:
    """Functions that know what makes pages of what they return."""
    make = call.atoms.function
    marked = [
        make(one.function, one.receiver, one.closure, one.traits | {(PAGED, pager)}) for one in functions_in(value)
    ]
    return join(marked) or value


def answered(executor: Executor, held: tuple[object, ...], value: Value, line: int) -> None:
    """An operation returns a value: it becomes a page, and its schemas read it."""
    if held[0] == ANSWERS:
        if held[1]:
            _page(executor, None, value, line)
        for model in held[2:]:
            read_fields(executor, model, value, line)  # type: ignore[arg-type]
    elif held[0] == PAGED:
        _page(executor, held[1], value, line)


def _page(executor: Executor, pager: object, value: Value, line: int) -> None:
    """Rows become a page."""
    rows = frozenset(
        atom for atom in value if isinstance(atom, Container) or (isinstance(atom, Instance) and atom.model is not None)
    )
    interpreter, function = executor.interpreter, executor.context.function
    chosen = [pager] if pager is not None else _pagers(interpreter)
    waits = function is not None and type(function.node) is FUNCTION and function.node.is_async
    name = "apaginate_queryset" if waits else "paginate_queryset"
    for cls in chosen if rows else ():
        made = interpreter.atoms.instance(cls)  # type: ignore[arg-type]
        method = interpreter.attributes.get(executor, made, name, line)
        interpreter.calls.call(executor, method, Arguments((rows, UNKNOWN), {"request": UNKNOWN}), line)


def _pagers(interpreter: Interpreter) -> list[ClassInfo]:
    """What makes pages where an operation does not say: as the settings do."""
    named = interpreter.names.told(setting(interpreter, "NINJA_PAGINATION_CLASS"))
    found = [atom.cls for atom in named if isinstance(atom, ClassAtom)]
    default = interpreter.library_class(PAGER) if not found else None
    return found or ([default] if default is not None else [])


HOOKS: Final = (PrefixHook(ROUTER, ""),)
NATIVES: Final[dict[str, Handler]] = {
    f"{ROUTER}.add_router": mounted(at=1, path=0, argument="prefix"),
    **{f"{ROUTER}.{name}": operation(0) for name in VERBS},
    f"{ROUTER}.api_operation": operation(1),
    f"{ROUTER}.add_api_operation": direct("route", at=2, name="view_func", path=0),
    "ninja.pagination.paginate": paginate,
    PAGED: paged,
    f"{API}.exception_handler": decorator("middleware"),
    f"{API}.add_exception_handler": direct("middleware", at=1, name="handler"),
}
