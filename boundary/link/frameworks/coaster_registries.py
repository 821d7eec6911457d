"""What may a model of coaster be asked for beside what its class defines?  What is registered with it.

Each mapped class has registries of its own, which the classes below it share: `@Order.views("main")` puts something
under a name, `order.views.main` gives it with the order at hand (`library/coaster/sqlalchemy/registry.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.models import mappings

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import ClassAtom, Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator

REGISTRY: Final = "coaster.sqlalchemy.registry.Registry"
OF_OBJECT: Final = "coaster.sqlalchemy.registry.InstanceRegistry"
NAMED: Final = frozenset({"views", "forms", "features"})


class RegistryHook(Hook):
    """Mapped classes that have registries, and their objects."""

    base = "coaster.sqlalchemy.registry.RegistryMixin"

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Order.views`."""
        del line
        return _registry(evaluator, atom.cls, name) if name in NAMED else None

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.views`."""
        if name not in NAMED:
            return None
        registry = _registry(evaluator, atom.cls, name)
        cls = evaluator.interpreter.library_class(OF_OBJECT)
        if registry is None or cls is None:
            return None
        arguments = Arguments((registry, atom.alone))
        return evaluator.interpreter.objects.instantiate(evaluator, cls, arguments, line)


def _registry(evaluator: Evaluator, cls: ClassInfo, name: str) -> Value | None:
    """The registry of the first class of a hierarchy that is mapped, unless a class body says what the name means."""
    registry = evaluator.interpreter.library_class(REGISTRY)
    if registry is None or evaluator.interpreter.classes.lookup(cls, name)[0] is not None:
        return None
    index = mappings(evaluator.interpreter)
    mapped = [one for one in evaluator.interpreter.classes.mro(cls) if not one.library and index.add(one) is not None]
    return evaluator.atoms.instance(registry, site=("made", (mapped or [cls])[-1], name))


HOOKS: Final = (RegistryHook(),)
