"""Does the code go on behind a `with` whose body fails?  `suppress(...)`, `__exit__` that says so, helpers that catch.

What follows such a block may find it stopped anywhere: a `return` in it need not be the end of the function.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import External, Function, Instance, Wrapped
from boundary.link.syntax.kinds import CALL, CONSTANT, OPERATION, RAISE, RETURN, TRY, WITH
from boundary.link.syntax.walking import last_name, own_nodes_in
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator

SUPPRESS: Final = "suppress"
SWALLOWING: Final[frozenset[str]] = frozenset(
    {"contextlib.suppress()", "anyio.move_on_after()", "trio.move_on_after()"}
)
TELLING: Final[frozenset[str]] = frozenset({"isinstance", "issubclass"})
"""What an `__exit__` asks of an error that it may swallow."""


def swallows(evaluator: Evaluator, entered: Value) -> bool:
    """Whether what is entered may swallow an error of the block."""
    return any(_swallows(evaluator, atom) for atom in entered)


def _swallows(evaluator: Evaluator, atom: Atom) -> bool:
    if isinstance(atom, External):
        return atom.dotted in SWALLOWING
    if isinstance(atom, Wrapped) and atom.kind == "entered":
        helper: Context = atom.extra
        return helper.function is not None and _of_function(helper.function)
    return isinstance(atom, Instance) and any(
        isinstance(one, Function) and _of_function(one.function)
        for name in ("__exit__", "__aexit__")
        for one in evaluator.interpreter.classes.lookup(atom.cls, name)[1]
    )


def _of_function(function: FunctionInfo) -> bool:
    """Whether a helper that yields, or an `__exit__`, swallows errors of the block."""
    if function.swallows is None:
        told = _catches if function.is_generator else _says_so
        function.swallows = any(told(node) for node in own_nodes_in(function.body))
    return function.swallows


def _catches(node: object) -> bool:
    """Whether a helper goes on behind an error at its `yield`."""
    if type(node) is TRY:
        goes_on = any(all(type(one) is not RAISE for one in handler.body) for handler in node.handlers)
    else:
        goes_on = type(node) is WITH and any(_suppresses(item.context) for item in node.items)
    return goes_on and any(type(one) is code.Yield for one in own_nodes_in(getattr(node, "body", ())))


def _suppresses(entered: code.Expression) -> bool:
    return type(entered) is CALL and last_name(entered.function) == SUPPRESS


def _says_so(node: object) -> bool:
    """Whether an `__exit__` returns what may be true: `True`, `kind is Locked`, `issubclass(kind, Locked)`."""
    if type(node) is not RETURN or node.value is None:
        return False
    if type(node.value) is CALL:
        return last_name(node.value.function) in TELLING
    return type(node.value) is OPERATION or (type(node.value) is CONSTANT and node.value.value is True)
