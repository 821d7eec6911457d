"""What is a class generic in?  `get_args(cls.__orig_bases__[0])[0]`, by which a base finds a model.

`class Orders(Repository[Order])` tells its base, in `__init_subclass__` or later, that its rows are orders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Wrapped
from boundary.link.members import containers
from boundary.link.syntax.kinds import DISPLAY, SUBSCRIPT

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

ALIAS: Final = "generic alias"


def original_bases(evaluator: Evaluator, cls: ClassInfo) -> Value:
    """`Class.__orig_bases__`: the bases as they are written, of the nearest class that has generic ones."""
    for one in evaluator.interpreter.classes.mro(cls):
        bases = one.node.bases if one.node is not None and not one.library else []
        if any(type(base) is SUBSCRIPT for base in bases):
            scope = evaluator.interpreter.class_evaluator(one, outside=True)
            return containers.make(scope, "tuple", [_base(scope, base) for base in bases])
    return BOTTOM


def _base(scope: Evaluator, base: code.Expression) -> Value:
    if type(base) is not SUBSCRIPT:
        return scope.evaluate(base)
    written = base.index.items if type(base.index) is DISPLAY else (base.index,)
    return scope.atoms.wrapped(ALIAS, scope.evaluate(base.value), tuple(scope.evaluate(one) for one in written))


def arguments_of(call: NativeCall) -> Value:
    """`typing.get_args(alias)`."""
    return join(_arguments(call.evaluator, atom) for atom in call.first if isinstance(atom, Wrapped)) or UNKNOWN


def _arguments(evaluator: Evaluator, atom: Wrapped) -> Value:
    return containers.make(evaluator, "tuple", list(atom.extra)) if atom.kind == ALIAS else BOTTOM


def origin_of(call: NativeCall) -> Value:
    """`typing.get_origin(alias)`."""
    return join(atom.inner for atom in call.first if isinstance(atom, Wrapped) and atom.kind == ALIAS) or UNKNOWN


def bases_of(call: NativeCall) -> Value:
    """`types.get_original_bases(cls)`."""
    classes = [getattr(atom, "cls", None) for atom in call.first]
    return join(original_bases(call.evaluator, cls) for cls in classes if cls is not None) or UNKNOWN


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`alias.__args__`, `alias.__origin__`."""
    del line
    if atom.kind != ALIAS:
        return None
    return _arguments(evaluator, atom) if name == "__args__" else atom.inner if name == "__origin__" else None


NATIVES: Final[dict[str, Handler]] = {
    **{f"{module}.get_args": arguments_of for module in ("typing", "typing_extensions", "typing_inspect")},
    **{f"{module}.get_origin": origin_of for module in ("typing", "typing_extensions", "typing_inspect")},
    "types.get_original_bases": bases_of,
}
