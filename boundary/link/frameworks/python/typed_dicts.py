"""What does a `TypedDict` hold?  Under each key what its class declares, and what was stored there.

One that code makes (`Context(context, user=user)`) is a dict like any other: it holds what it is made of, and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Constant, External, Instance

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

GETTING: Final[frozenset[str]] = frozenset({"get", "pop", "setdefault"})
METHODS: Final = GETTING | {"copy"}
PREFIX: Final = "typed dict"


def is_typed_dict(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether objects of a class are dicts whose keys the class declares."""
    known: bool | None = cls.answers.get(PREFIX)
    if known is None:
        bases = {base.rpartition(".")[2] for one in interpreter.classes.mro(cls) for base in one.externals}
        known = cls.answers[PREFIX] = "TypedDict" in bases
    return known


def made(evaluator: Evaluator, arguments: Arguments, line: int) -> Value:
    """`Context(context, user=user)`: what `dict` gives."""
    return evaluator.interpreter.calls.native(evaluator, "builtins.dict", None, arguments, line) or UNKNOWN


def item(evaluator: Evaluator, atom: Instance, index: Value, line: int) -> Value:
    """`context["session"]`; flags that were stored in one of many dicts, and keys that nobody declares, say nothing."""
    attributes = evaluator.interpreter.attributes
    held = join(attributes.get(evaluator, atom.alone, key, line) for key in strings(index))
    kept = frozenset(one for one in held if not isinstance(one, (Constant, External)))
    return kept | UNKNOWN if len(kept) < len(held) else kept or UNKNOWN


def store(evaluator: Evaluator, atom: Instance, index: Value, value: Value, line: int) -> None:
    """`context["session"] = session`."""
    for key in strings(index):
        evaluator.interpreter.stores.set(evaluator, atom.alone, key, value, line)


def got(call: NativeCall) -> Value:
    """`context.get("session")`, `.pop(...)`, `.setdefault(...)`; what it gives where the key is missing, too."""
    atom = call.receiver
    assert isinstance(atom, Instance)  # noqa: S101 - bound to an object of the class
    missing = call.arguments.get(1, "default") or call.atoms.none
    return item(call.evaluator, atom, call.first, call.line) | missing


def copied(call: NativeCall) -> Value:
    """`context.copy()`: what the class declares holds for the copy, too."""
    assert isinstance(call.receiver, Instance)  # noqa: S101 - bound to an object of the class
    return call.receiver.alone


NATIVES: Final[dict[str, Handler]] = {f"{PREFIX}.copy": copied, **{f"{PREFIX}.{name}": got for name in GETTING}}
