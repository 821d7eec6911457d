"""What does the `Meta` of a Django model say?  Its own, or that of an abstract model above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, ClassAtom, Constant
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.classes import Classes
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.django.model_info import ModelInfo

QUOTES: Final = dict.fromkeys(map(ord, '"`[]'))
"""What stands around names in SQL; `crm"."orders` is how a schema gets past the quotes that Django puts around it."""


def unquoted(name: str) -> str:
    """The name of a table without quotes, also between its schema and itself."""
    return name.translate(QUOTES)


class Options:
    """The options of models; `models` are those that are known so far, by their classes."""

    def __init__(self, classes: Classes, models: dict[ClassInfo, ModelInfo]) -> None:
        self._classes = classes
        self._models = models
        self._orderings: dict[ModelInfo, frozenset[str]] = {}

    def _meta(self, cls: ClassInfo) -> ClassInfo | None:
        """The `Meta` class in a model's own body."""
        for atom in self._classes.own(cls, "Meta"):
            if isinstance(atom, ClassAtom):
                return atom.cls
        return None

    def value(self, cls: ClassInfo, name: str, *, inherited: bool = True) -> Value:
        """An option of a model's `Meta`, or (`inherited`) of that of an abstract model above it."""
        for one in self._classes.mro(cls):
            if one is not cls and one in self._models and not self._models[one].abstract:
                return BOTTOM  # only abstract models hand their Meta down
            meta = self._meta(one)
            if meta is not None:
                if name == "abstract":
                    return self._classes.own(meta, name)
                return self._classes.lookup(meta, name)[1]
            if not inherited:
                return BOTTOM
        return BOTTOM

    def text(self, cls: ClassInfo, name: str, *, inherited: bool = False) -> str | None:
        """An option that is a text, None where it is not set."""
        found = strings(self.value(cls, name, inherited=inherited))
        return unquoted(found[0]) if found else None

    def is_set(self, cls: ClassInfo, name: str) -> bool:
        """Whether a model's own `Meta` says that an option is true."""
        value = self.value(cls, name, inherited=False)
        return any(isinstance(atom, Constant) and atom.value is True for atom in value)

    def ordering(self, model: ModelInfo) -> frozenset[str]:
        """The tables that are joined when rows come in the order of `Meta.ordering`, the order of related rows too."""
        from boundary.link.frameworks.django.tables import followed, reached  # noqa: PLC0415 - a sibling

        if model not in self._orderings:
            self._orderings[model] = frozenset()  # an order that comes back to itself ends here
            found: set[str] = set()
            for atom in self.value(model.cls, "ordering"):
                for member in containers.members(atom.alone) or ():
                    for path in strings(member):
                        found |= followed(model, path)
                        end = reached(model, path)
                        found |= self.ordering(end) if end is not None else frozenset()
            self._orderings[model] = frozenset(found)
        return self._orderings[model]
