"""What do fields of the project's own do while a model is made?  `contribute_to_class` of each, told its model.

Such a field mostly listens to the rows of the model that it stands in, and to those of no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.frameworks.django.contributed import make, says
from boundary.link.frameworks.django.models import models

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter


def start(interpreter: Interpreter) -> None:
    """Fields take part in the making of the models that have them."""
    for model in list(models(interpreter).by_class.values()):
        if model.abstract or model.cls.library:
            continue
        for name, spec in list(model.fields.items()):
            kind = spec.kind
            if kind is not None and says(interpreter, kind):
                made = interpreter.atoms.instance(kind, site=spec)
                evaluator = interpreter.module_evaluator(kind.module)
                make(evaluator, made, model.cls, interpreter.atoms.constant(name), spec.line)
