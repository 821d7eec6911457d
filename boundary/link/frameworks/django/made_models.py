"""Which models do fields make for themselves?  One for each field of tags that names none.

The skeleton of such a field says of what a model is made (`__made_of__`) and how it is called (`__made_name__`, with
the names of the model and of the field that it belongs to), or asks for the table of that model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.symbols import ClassInfo
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom

if TYPE_CHECKING:
    from boundary.link.definitions.classes import Classes
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.django.model_info import FieldSpec, ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall


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


def own_table(call: NativeCall) -> Value:
    """`__own_table__(cls)`: the table of a model, as its `Meta` says or as it is named after its application."""
    from boundary.link.frameworks.django.models import models  # noqa: PLC0415 - it asks for the classes that are made

    index = models(call.interpreter)
    found = [
        index.options.text(atom.cls, "db_table", inherited=True)
        or f"{index.apps.label_of(atom.cls.module.name)}_{atom.cls.name}".lower()
        for atom in call.first
        if isinstance(atom, ClassAtom)
    ]
    return join(map(call.atoms.constant, found)) or UNKNOWN


NATIVES: Final[dict[str, Handler]] = {"builtins.__own_table__": own_table}
