"""What do fields of the project's own do while a model is made?  `contribute_to_class` of each, told its model.

Such a field mostly listens to the rows of the model that it stands in, and to those of no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.arguments import Arguments
from boundary.link.frameworks.django_contributed import MAKING
from boundary.link.frameworks.django_models import models

if TYPE_CHECKING:
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo


def start(interpreter: Interpreter) -> None:
    """Fields take part in the making of the models that have them."""
    own: dict[ClassInfo, bool] = {}
    for model in list(models(interpreter).by_class.values()):
        if model.abstract or model.cls.library:
            continue
        for name, spec in list(model.fields.items()):
            kind = spec.kind
            if kind is None or kind.library:
                continue
            if kind not in own:
                own[kind] = takes_part(interpreter, kind)
            if own[kind]:
                evaluator = interpreter.module_evaluator(kind.module)
                made = interpreter.atoms.instance(kind, site=spec)
                method = interpreter.attributes.get(evaluator, made, MAKING, 0)
                arguments = Arguments((interpreter.atoms.class_(model.cls), interpreter.atoms.constant(name)))
                interpreter.calls.call(evaluator, method, arguments, spec.line)


def takes_part(interpreter: Interpreter, kind: ClassInfo) -> bool:
    """Whether a class of fields says itself what it does to the model."""
    owner, _ = interpreter.classes.lookup(kind, MAKING)
    return owner is not None and not owner.library
