"""Which model does a content type stand for?  The one that it was asked for, as long as it is handed on.

`ContentType.objects.get(app_label="shop", model="order")` asks for it by its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.tables import model_of
from boundary.link.frameworks.skeletons import argument, classes_in

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import NativeCall

KIND: Final = "content type"


def typed(call: NativeCall) -> Value:
    """`__type_of__(row, model)`: the row of the content types that stands for a model, or for that of an object."""
    meant = [cls for cls in classes_in(argument(call, 1)) if model_of(call.interpreter, cls) is not None]
    return _rows_for(call, meant)


def typed_by_name(call: NativeCall) -> Value:
    """`__type_named__(row, app_label, model)`: the same for a model by its name, of any app where that is not told."""
    names, index = strings(argument(call, 2)), models(call.interpreter)
    apps = strings(argument(call, 1))
    if apps:
        found = [index.named(f"{app}.{name}") for app in apps for name in names]
    else:
        found = [one for name in names for one in index.by_name.get(name.lower(), ())]
    return _rows_for(call, [one.cls for one in found if one is not None])


def _rows_for(call: NativeCall, meant: list[ClassInfo]) -> Value:
    """The rows of content types that are asked for, each as the one that stands for a model."""
    found = [
        call.atoms.instance(row.cls, stored=True, site=(KIND, cls))
        for row in argument(call, 0)
        if isinstance(row, Instance)
        for cls in meant
    ]
    return join(found) or argument(call, 0) or UNKNOWN


def meant_by(atom: Atom) -> ClassInfo | None:
    """The model that a content type stands for, where that is known."""
    if isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[0] == KIND:
        cls: ClassInfo = atom.site[1]
        return cls
    return None


def model_class(call: NativeCall) -> Value:
    """`__model_of_type__(type)`: the class of the model."""
    return join(call.atoms.class_(cls) for cls in map(meant_by, argument(call, 0)) if cls is not None) or UNKNOWN


NATIVES: Final = {
    "builtins.__type_of__": typed,
    "builtins.__type_named__": typed_by_name,
    "builtins.__model_of_type__": model_class,
}
