"""Which methods of a model run when it is saved or deleted?  Those that django-lifecycle's `@hook(moment)` marks.

What asks for a condition (`when=`, `condition=`) may hold or not: the method is taken to run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, Function, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.syntax.kinds import CALL, FUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

WORD: Final = "__call_hooked__"


class Lifecycle(Hook):
    """Models with hooks."""

    base = "django_lifecycle.mixins.LifecycleModelMixin"

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self.__call_hooked__`."""
        del line
        return evaluator.atoms.native(WORD, atom) if name == WORD else None


def call_hooked(call: NativeCall) -> Value:
    """`self.__call_hooked__(hook, moment)`: every method that is decorated with `hook(moment)`."""
    receiver = call.receiver
    if not isinstance(receiver, Instance):
        return call.atoms.none
    wanted = {atom.function for atom in call.arguments.get(0, "") or BOTTOM if isinstance(atom, Function)}
    moments = strings(call.arguments.get(1, "") or BOTTOM)
    held = _hooked(call, receiver.cls, wanted)
    for name in dict.fromkeys(name for name, moment, _ in held if moment in moments):
        method = call.interpreter.attributes.get(call.evaluator, receiver.alone, name, call.line)
        if all(late for one, moment, late in held if one == name and moment in moments):
            call.interpreter.calls.deferred(call.evaluator, method, NO_ARGUMENTS, call.line)
        else:
            call.interpreter.calls.call(call.evaluator, method, NO_ARGUMENTS, call.line)
    return call.atoms.none


def _hooked(call: NativeCall, cls: ClassInfo, wanted: set[FunctionInfo]) -> list[tuple[str, str, bool]]:
    """The methods with hooks of a class, each with a moment and whether it waits for the commit (found once)."""
    held: list[tuple[str, str, bool]] | None = cls.answers.get(WORD)
    if held is None:
        held = cls.answers[WORD] = list(dict.fromkeys(_found(call, cls, wanted)))
    return held


def _found(call: NativeCall, cls: ClassInfo, wanted: set[FunctionInfo]) -> Iterator[tuple[str, str, bool]]:
    for owner in call.interpreter.classes.mro(cls):
        evaluator = call.interpreter.class_evaluator(owner)
        for name, bindings in owner.bindings.items():
            for binding in bindings:
                statement = binding.statement
                for decorator in statement.decorators if type(statement) is FUNCTION else ():
                    if type(decorator) is CALL and _is(evaluator.evaluate(decorator.function), wanted):
                        given = evaluator.arguments(decorator)
                        late = truth(given.keywords.get("on_commit", BOTTOM)) is True
                        yield from ((name, moment, late) for moment in strings(given.get(0, "hook") or BOTTOM))


def _is(value: Value, wanted: set[FunctionInfo]) -> bool:
    return any(isinstance(atom, Function) and atom.function in wanted for atom in value)


HOOKS: Final = (Lifecycle(),)
NATIVES: Final[dict[str, Handler]] = {WORD: call_hooked}
