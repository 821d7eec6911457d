"""Which models may a generic foreign key point at?  Those to which the key of its content type is limited.

    kind = models.ForeignKey(ContentType, limit_choices_to=Q(app_label="shop", model="order") | Q(...))
    kind = models.ForeignKey(ContentType, limit_choices_to={"model__in": ("order", "offer")})
    about = GenericForeignKey("kind", "number")

Where the condition names no app, models of the key's own are meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import Container, Wrapped
from boundary.link.frameworks.django.models import models
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import FieldSpec, ModelInfo

TYPED_BY: Final = "content_type"
"""The key of the content type, where a generic one names no other."""
KEY: Final = "__pk"


def limited(evaluator: Evaluator, model: ModelInfo, key: FieldSpec) -> list[ModelInfo]:
    """The models that are named where a generic key's content types are limited: of the apps that are, if any is."""
    fields = {name: spec for one in reversed(model.lineage) for name, spec in one.fields.items()}
    typed_by = [fields[name] for name in strings(key.to) or [TYPED_BY] if name in fields]
    named = {text for spec in typed_by for text in _names(spec.limits)}
    if not named:
        return []
    index = models(evaluator.interpreter)
    meant = [one for name in sorted(named) for one in index.by_name.get(name, ()) if not one.abstract]
    return [one for one in meant if one.label in named] or [one for one in meant if one.label == model.label]


def _names(limits: Value) -> set[str]:
    """The texts in a condition: names of apps, of models, and of the columns that hold them."""
    found: set[str] = set()
    for atom in limits:
        if isinstance(atom, Wrapped) and atom.kind == "lookup":
            found.update(one.removesuffix(KEY) for one in atom.extra if isinstance(one, str))
        elif isinstance(atom, Container):
            for value in (containers.pairs(atom.alone) or {}).values():
                found.update(strings(value))
                found.update(containers.texts_in(value))
    return found
