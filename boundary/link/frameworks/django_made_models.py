"""Which models do fields make for themselves?  One for each field of tags that names none.

The skeleton of such a field says of what a model is made (`__made_of__`) and how it is called (`__made_name__`, with
the names of the model and of the field that it belongs to).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.symbols import ClassInfo
from boundary.link.values import ClassAtom, strings

if TYPE_CHECKING:
    from boundary.link.classes import Classes
    from boundary.link.frameworks.django_model_info import FieldSpec, ModelInfo


def made_class(classes: Classes, model: ModelInfo, name: str, spec: FieldSpec) -> ClassInfo | None:
    """The class that a field makes for its target, None for a field that makes none."""
    if spec.kind is None:
        return None
    bases = [atom.cls for atom in classes.lookup(spec.kind, "__made_of__")[1] if isinstance(atom, ClassAtom)]
    for called in strings(classes.lookup(spec.kind, "__made_name__")[1]) if bases else ():
        text = called.format(model=model.cls.name, field=name)
        made = ClassInfo(text, text, model.cls.module, None)
        made.bases = list(bases)
        return made
    return None
