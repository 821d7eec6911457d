"""Which attributes of a view become variables of its page?  Those that `django_context_decorator.context` marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.joining import join
from boundary.link.domain.values import External, Function, Instance, by_age
from boundary.link.syntax.kinds import FUNCTION, NAME

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

DECORATOR: Final = "django_context_decorator.context"


def marked(interpreter: Interpreter, cls: ClassInfo) -> frozenset[str]:
    """The names of all attributes of a class that are marked."""
    held: frozenset[str] | None = cls.answers.get("marked for pages")
    if held is None:
        found: set[str] = set()
        for one in interpreter.classes.mro(cls):
            if not one.library:
                found.update(name for name in one.bindings if _is_marked(interpreter, one, name))
        held = cls.answers["marked for pages"] = frozenset(found)
    return held


def _is_marked(interpreter: Interpreter, cls: ClassInfo, name: str) -> bool:
    for binding in cls.bindings[name]:
        statement = binding.statement
        if type(statement) is FUNCTION:
            for decorator in statement.decorators:
                if type(decorator) is NAME:
                    value = interpreter.names.value(cls.module, decorator.id)
                    if any(isinstance(atom, External) and atom.dotted == DECORATOR for atom in value):
                        return True
    return False


def given_by_view(evaluator: Evaluator, views: Value, name: str, line: int) -> Value | None:
    """What the view of a page gives it under a name; None where it marks nothing so."""
    found: list[Value] = []
    for atom in by_age(views):
        if isinstance(atom, Instance) and name in marked(evaluator.interpreter, atom.cls):
            value = evaluator.interpreter.attributes.get(evaluator, atom.alone, name, line)
            functions = frozenset(one for one in value if isinstance(one, Function))
            if functions:
                value = (value - functions) | evaluator.interpreter.calls.call(evaluator, functions, NO_ARGUMENTS, line)
            found.append(value)
    return join(found) if found else None
