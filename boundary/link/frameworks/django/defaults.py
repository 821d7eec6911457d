"""What does a new row ask for by itself?  `default=current_plan`: a function of the project gives what nobody gave.

Django calls it in the constructor of the model, before anything is saved, for each field that is not named there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.values import Function
from boundary.link.frameworks.django.tables import model_of

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo

STATE: Final = "defaults of fields"


def ask_defaults(evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> None:
    """Call the defaults of a row that is made with these arguments."""
    model = model_of(evaluator.interpreter, cls)
    if model is None or model.abstract or arguments.positional or arguments.rest:
        return  # given by their places, as a row that was read: all of them
    known: dict[ModelInfo, dict[str, Value]] = evaluator.interpreter.frameworks.state.setdefault(STATE, {})
    asked = known.get(model)
    if asked is None:
        asked = known[model] = _asked(model)
    for name, default in asked.items():
        if name not in arguments.keywords and f"{name}_id" not in arguments.keywords:
            evaluator.interpreter.calls.call(evaluator, default, NO_ARGUMENTS, line)


def _asked(model: ModelInfo) -> dict[str, Value]:
    """The functions of the project by the fields of a model, and of those that it extends, whose defaults they give."""
    found: dict[str, Value] = {}
    for one in reversed(model.lineage):
        for name, spec in one.fields.items():
            functions = frozenset(
                atom for atom in spec.default if isinstance(atom, Function) and not atom.function.module.library
            )
            if functions:
                found[name] = functions
            else:
                found.pop(name, None)
    return found
