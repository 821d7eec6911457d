"""Which tables does a lookup join that goes through an attribute of a library's?  `orders.filter(tags__name="x")`.

Such an attribute is many-to-many as a field of Django's is: it has the model of its pairs (`through`), and says which
foreign key of it leads on (`m2m_reverse_field_name`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.django.tables import KEYS, followed, inherited, model_of, relation_of
from boundary.link.frameworks.skeletons import classes_in, contributors

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo

STATE: Final = "attributes that lookups go through"
LEADS: Final = "m2m_reverse_field_name"


def through_contributed(evaluator: Evaluator, model: ModelInfo, path: str) -> set[str]:
    """The tables behind the first name of a path that is no relation but a contributed attribute."""
    at: ModelInfo = model
    names = path.lstrip("-").split("__")
    for place, name in enumerate(names):
        relation = relation_of(at, name)
        if relation is not None:
            forward = name in at.relations or inherited(at, name) is not None
            at = relation.target if forward else relation.source
        elif name in KEYS:
            return set()
        else:
            held = _contributed(evaluator, at).get(name)
            return _behind(evaluator, held, names[place + 1 :]) if held else set()
    return set()


def _behind(evaluator: Evaluator, held: Value, rest: list[str]) -> set[str]:
    interpreter = evaluator.interpreter
    found: set[str] = set()
    leads = interpreter.objects.method(evaluator, held, LEADS, 0, NO_ARGUMENTS)
    for cls in classes_in(interpreter.attributes.get(evaluator, held, "through", 0)):
        pairs = model_of(interpreter, cls)
        if pairs is not None and not pairs.abstract:
            found.update(pairs.tables)
            for name in strings(leads or BOTTOM):
                found |= followed(pairs, "__".join((name, *rest)))
    return found


def _contributed(evaluator: Evaluator, model: ModelInfo) -> dict[str, Value]:
    """The attributes of a model that take part in its making, by name (found once for each model)."""
    known: dict[ClassInfo, dict[str, Value]] = evaluator.interpreter.frameworks.state.setdefault(STATE, {})
    if model.cls not in known:
        known[model.cls] = dict(contributors(evaluator.interpreter, model.cls))
    return known[model.cls]
