"""Which models is a permission about?  Those that its name ends with, or whose `Meta.permissions` have its name.

`shop.change_order` is about `Order` of the app `shop`, as are those that its `Meta` adds (`("audit", "May audit")`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Container
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.skeletons import argument
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.protocol import NativeCall


def permitted(call: NativeCall) -> Value:
    """`__permitted__(permissions)`: the models that these texts, or this one, are about."""
    asked = argument(call, 0)
    elements = [atom.element for atom in asked if isinstance(atom, Container)]
    found = [one for text in strings(join([asked, *elements])) for one in _about(call, text)]
    return join(call.atoms.class_(one.cls) for one in found) or UNKNOWN


def _about(call: NativeCall, text: str) -> list[ModelInfo]:
    label, _, name = text.rpartition(".")
    index = models(call.interpreter)
    usual = index.named(f"{label}.{name.partition('_')[2]}") if label and "_" in name else None
    if usual is not None and not usual.abstract:
        return [usual]
    return [
        one for one in index.by_class.values() if not one.abstract and one.label == label and name in _own(call, one)
    ]


def _own(call: NativeCall, model: ModelInfo) -> list[str]:
    """The names in `Meta.permissions` of a model: the first of each pair."""
    found: list[str] = []
    for atom in models(call.interpreter).options.value(model.cls, "permissions"):
        for pairs in containers.members(atom.alone) or ():
            for pair in pairs:
                members = containers.members(pair.alone)
                found += strings(members[0]) if members else []
    return found


NATIVES: Final = {"builtins.__permitted__": permitted}
