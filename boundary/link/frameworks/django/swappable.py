"""Which models have no table, since a setting names another one in their place?

`class User: class Meta: swappable = "AUTH_USER_MODEL"` makes no table once that setting says `accounts.User`. So a
group that is deleted does not take along what would have pointed at it from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import Constant
from boundary.link.frameworks.django.settings import is_always_set, setting

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo


def is_swapped_out(interpreter: Interpreter, model: ModelInfo, swappable: str) -> bool:
    """Whether the setting that a model may be swapped by always names other models."""
    if not is_always_set(interpreter, swappable):
        return False
    held = setting(interpreter, swappable)
    own = f"{model.label}.{model.cls.name}".lower()
    return bool(held) and all(
        isinstance(atom, Constant) and isinstance(atom.value, str) and atom.value.lower() != own for atom in held
    )
