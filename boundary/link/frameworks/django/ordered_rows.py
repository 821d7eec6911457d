"""What do rows do that have an order (`order_with_respect_to`)?  A new one asks for the last, all are put in another.

`class Meta: order_with_respect_to = "question"`: a new row looks up the last place that its question has given away,
and `question.set_choice_order(keys)` writes the places of all choices, `get_choice_order()` reads their keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.tables import read

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo

OPTION: Final = "order_with_respect_to"
ENDING: Final = "_order"
METHODS: Final = {"set_": "bulk_update", "get_": "values_list"}
"""What the methods of the row that the others belong to do to those."""


def ask_for_the_last(evaluator: Evaluator, model: ModelInfo, line: int, *, guessed: bool) -> None:
    """A row that is inserted comes after the last one."""
    if models(evaluator.interpreter).options.text(model.cls, OPTION, inherited=True):
        read(evaluator, model, line, guessed=guessed)


def order_of(evaluator: Evaluator, model: ModelInfo, name: str, line: int) -> Value | None:
    """`question.set_choice_order`, `question.get_choice_order`; None for any other name."""
    method = METHODS.get(name[:4]) if name.endswith(ENDING) else None
    if method is None:
        return None
    options, kind = models(evaluator.interpreter).options, name[4:].removesuffix(ENDING)
    for relation in (one for held in model.lineage for one in held.incoming):
        source = relation.source.cls
        if source.name.lower() == kind and options.text(source, OPTION, inherited=True) == relation.name:
            get = evaluator.interpreter.attributes.get
            rows = get(evaluator, evaluator.atoms.class_(source), "_base_manager", line)
            return get(evaluator, rows, method, line)
    return None
