"""Which classes does a registry of SQLAlchemy list?  `Base.registry.mappers`, and what is kept by the names of classes.

Code that is told the name of a table or class looks for it among all that are mapped: each says of itself how it is
called, so it is kept apart from the others (`members/comprehensions.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.mappers import mapper_of
from boundary.link.frameworks.sqlalchemy.models import BASE, mappings
from boundary.link.frameworks.sqlalchemy.named import NamedHook
from boundary.link.frameworks.sqlalchemy.specs import DECLARATIVE

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import ClassAtom, Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator

REGISTRY: Final = f"{DECLARATIVE}.registry"
CLASSES: Final = f"{DECLARATIVE}.ClassRegistry"


def classes_of(evaluator: Evaluator, base: ClassInfo | None) -> list[ClassInfo]:
    """The mapped classes of the project, those below a base where one is known."""
    interpreter = evaluator.interpreter
    held = [cls for cls in mappings(interpreter).by_class if not cls.library]
    return [cls for cls in held if base is None or base in interpreter.classes.mro(cls)]


class MappedHook(Hook):
    """Bases, and the classes below them."""

    base = BASE

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Base.registry`; `Base._decl_class_registry` until SQLAlchemy 1.4."""
        del line
        dotted = {"registry": REGISTRY, "_decl_class_registry": CLASSES}.get(name)
        cls = evaluator.interpreter.library_class(dotted) if dotted else None
        if cls is None or evaluator.interpreter.classes.lookup(atom.cls, name)[0] is not None:
            return None
        mapped = mappings(evaluator.interpreter).add(atom.cls) is not None
        return evaluator.atoms.instance(cls, model=None if mapped else atom.cls)


class RegistryHook(Hook):
    """Registries."""

    base = REGISTRY

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`registry.mappers`, `registry._class_registry`."""
        del line
        if name == "mappers":
            held = [mapper_of(evaluator, cls) for cls in classes_of(evaluator, atom.model)]
            return evaluator.atoms.container("set", frozenset().union(*held), tuple(one for one in held if one))
        cls = evaluator.interpreter.library_class(CLASSES) if name == "_class_registry" else None
        return evaluator.atoms.instance(cls, model=atom.model) if cls is not None else None


class ClassesHook(NamedHook):
    """Classes by name."""

    base = CLASSES
    natives = "sqlalchemy.registry"

    def members(self, evaluator: Evaluator, atom: Instance) -> list[tuple[Value, Value]]:
        """Each class under its name."""
        atoms = evaluator.atoms
        return [(atoms.constant(cls.name), atoms.class_(cls)) for cls in classes_of(evaluator, atom.model)]

    def under(self, evaluator: Evaluator, atom: Instance, names: Value) -> Value:
        """The classes of these names."""
        wanted = set(strings(names))
        found = [evaluator.atoms.class_(cls) for cls in classes_of(evaluator, atom.model) if cls.name in wanted]
        return join(found) or UNKNOWN

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """Iterating gives the names."""
        del evaluator, atom, line
        return UNKNOWN


_CLASSES: Final = ClassesHook()
HOOKS: Final = (MappedHook(), RegistryHook(), _CLASSES)
NATIVES: Final = _CLASSES.handlers()
