"""Which methods answer for an action of another name?  `@notes.mapping.post`, where `notes` is an action of the class.

Requests come to the action's path, and by their verb to one of them; what its decorator says of the view it says of
each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks import http_verbs
from boundary.link.frameworks.skeletons import decorators_of
from boundary.link.syntax.walking import dotted_name

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Function, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

MAPPING: Final = "mapping"
MAPPED: Final = f".{MAPPING}"
VERBS: Final = frozenset({*http_verbs.VERBS, "trace"})
MAPPER: Final = "rest_framework.decorators.MethodMapper"
ANSWER: Final = "its methods that answer for an action"


def mapped(interpreter: Interpreter, cls: ClassInfo) -> dict[str, str]:
    """The actions for which methods of a class, or of one that it extends, answer, by the names of these."""
    known: dict[str, str] | None = cls.answers.get(ANSWER)
    if known is None:
        known = {}
        for owner in interpreter.classes.mro(cls):
            for name, bindings in owner.bindings.items() if not owner.library else ():
                for decorator in decorators_of(bindings):
                    action = _action(decorator)
                    if action:
                        known.setdefault(name, action)
        cls.answers[ANSWER] = known
    return known


def function_attribute(evaluator: Evaluator, atom: Function, name: str, line: int) -> Value | None:
    """`notes.mapping`: its decorators leave a function as it is."""
    del atom, line
    if name != MAPPING or not evaluator.interpreter.frameworks.imports("rest_framework"):
        return None
    cls = evaluator.interpreter.library_class(MAPPER)
    return evaluator.atoms.instance(cls) if cls is not None else None


def _action(decorator: code.Expression) -> str:
    """The action that `notes.mapping.post` is of; empty for every other decorator."""
    holder, _, verb = dotted_name(decorator).rpartition(".")
    return holder.removesuffix(MAPPED) if verb in VERBS and holder.endswith(MAPPED) else ""
