"""Which table do relations point at whose model is of a package that is not read?  `ManyToManyField("ipn.Payment")`.

The project's own tables know of it: a foreign key, or a table of pairs, which has the name that Django gives it. The
other table is called after the application and the model, as Django does it by itself, so that name is a guess. Rows of
such a model have the attributes that its package gives them, which are not known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
from boundary.link.domain.values import Constant, External, by_age

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.django.models import Models

MODEL: Final = "django.db.models.base.Model"
CONCRETE: Final = frozenset({"fk", "o2o", "m2m"})
PLACE: Final = re.compile(r"(?:\w+\.)*?(\w+)\.models\.(?:[a-z_]\w*\.)*([A-Z]\w*)")
"""Where an application has its models, as what imports one of them says."""
LABEL: Final = re.compile(r"(\w+)\.(\w+)")


def unread_class(index: Models, model: ModelInfo, kind: str, to: Value) -> ClassInfo | None:
    """The class of the model that a relation of the project names; None where it may be one that is read."""
    if kind not in CONCRETE or model.cls.library:
        return None
    for atom in by_age(to):
        dotted = atom.dotted if isinstance(atom, External) else ""
        label = atom.value if isinstance(atom, Constant) and isinstance(atom.value, str) else ""
        found = PLACE.fullmatch(dotted) or LABEL.fullmatch(label)
        if found is None or dotted.partition(".")[0] == model.cls.module.name.partition(".")[0]:
            return None
        app, name = found.groups()
        base = index.interpreter.library_class(MODEL)
        known = _described(index, app, name)
        if known is not None:  # a setting may name another one in place of a model that may be swapped
            return known if index.options.text(known, "swappable") is None else None
        if base is not None and not _is_own(index, app, name):
            return _made(base, dotted.rpartition(".")[0] or f"{app}.models", name)
    return None


def _described(index: Models, app: str, name: str) -> ClassInfo | None:
    """The model that a library describes: what the project points at is installed, whatever settings were found."""
    for cls in list(index.interpreter.program.classes):
        named = cls.library and cls.name.lower() == name.lower() and index.is_model(cls)
        if named and index.label_of(cls).lower() == app.lower():
            return cls
    return None


def _is_own(index: Models, app: str, name: str) -> bool:
    """Whether the project has models of this application, or of this name, of which one is meant."""
    read = (label for label, model in index.by_key.items() if model.table not in index.unread)
    return name.lower() in index.by_name or any(label.startswith(f"{app.lower()}.") for label in read)


def _made(base: ClassInfo, place: str, name: str) -> ClassInfo:
    """A model of a package: nothing is known of it but its name."""
    module = ModuleInfo(base.module.source, place, "", library=True, package=place, bindings={}, stars=[])
    made = ClassInfo(name, name, module, None)
    made.bases = [base, f"{place}.{name}"]
    return made
