"""Which models are made while modules of models are loaded?  `Order = model_factory(AbstractOrder)`.

Apps whose models may be replaced make each of a function, unless the project has one of its own. Django loads all
modules of models before any other code runs, so these are known to whoever asks for them by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import ClassAtom
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.models import Models
    from boundary.model import code


def called_models(interpreter: Interpreter, models: Models) -> Iterator[ClassInfo]:
    """The models that the project's modules of models bind to a name by a call that is given an abstract one."""
    for module in list(interpreter.program.modules.values()):
        if module.library or "models" not in module.name.split("."):
            continue
        for name, bindings in module.bindings.items():
            calls = [one.statement.value for one in bindings if type(one.statement) is ASSIGN]
            if any(type(call) is CALL and _extends(interpreter, models, module, call) for call in calls):
                for atom in interpreter.names.value(module, name):
                    if isinstance(atom, ClassAtom) and models.is_model(atom.cls):
                        yield atom.cls


def _extends(interpreter: Interpreter, models: Models, module: ModuleInfo, call: code.Call) -> bool:
    """Whether a call is given an abstract model."""
    evaluator = interpreter.module_evaluator(module)
    return any(
        isinstance(atom, ClassAtom) and models.is_model(atom.cls) and models.options.is_set(atom.cls, "abstract")
        for argument in call.arguments
        if type(argument) in {NAME, ATTRIBUTE}
        for atom in evaluator.evaluate(argument)
    )
