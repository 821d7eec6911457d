"""What runs when an object of a pydantic model is made?  Its validators, and `model_post_init`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN
from boundary.link.syntax.kinds import CALL, FUNCTION
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

KEY: Final = "pydantic validators"
DECORATORS: Final = frozenset({"validator", "root_validator", "field_validator", "model_validator"})
AFTER: Final = "model_post_init"


def validate(evaluator: Evaluator, cls: ClassInfo, line: int) -> None:
    """Call the validators of a model with what is not known."""
    names: tuple[str, ...] | None = cls.answers.get(KEY)
    if names is None:
        names = cls.answers[KEY] = tuple(_validators(evaluator.interpreter, cls))
    for name in names:
        itself = evaluator.atoms.instance(cls)
        function = evaluator.interpreter.attributes.get(evaluator, itself, name, line)
        evaluator.interpreter.calls.call(evaluator, function, Arguments((), {}, UNKNOWN), line)


def _validators(interpreter: Interpreter, cls: ClassInfo) -> list[str]:
    found: dict[str, None] = {}
    for one in interpreter.classes.mro(cls):
        for name, bindings in one.bindings.items():
            for binding in bindings:
                statement = binding.statement
                if type(statement) is FUNCTION and (
                    name == AFTER or any(_is_validator(each) for each in statement.decorators)
                ):
                    found[name] = None
    return list(found)


def _is_validator(decorator: code.Expression) -> bool:
    return last_name(decorator.function if type(decorator) is CALL else decorator) in DECORATORS
