"""Which attributes of an object fit a name with holes?  Those that were stored in it, as well as those of its class.

    for name, service in services.items():
        setattr(self, f"{name}_service", service)
    getattr(self, f"{kind}_service").save()

What is stored under such a name is kept under it, and found by whatever asks for a name that it may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.joining import MOST_KEPT, join
from boundary.link.domain.patterns import is_telling
from boundary.link.domain.values import Instance, Pattern

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import NativeCall


def keep(call: NativeCall, name: Value, value: Value) -> None:
    """`setattr(self, f"{name}_service", service)`."""
    for one in name:
        if isinstance(one, Pattern) and is_telling(one):
            called = call.interpreter.name_with_holes(one)
            for atom in call.first:
                if isinstance(atom, Instance):
                    call.interpreter.write_attribute(atom, called, value)


def names(call: NativeCall, holder: Value, pattern: Pattern) -> list[str]:
    """`getattr(self, f"{kind}_service")`: the names under which something was stored in what is asked."""
    if not is_telling(pattern):
        return []
    like = call.interpreter.stored_like(pattern, call.evaluator.context)
    atoms = [atom for atom in holder if isinstance(atom, Instance) and not atom.cls.library]
    if len(like) > MOST_KEPT:  # of others than these there is no need to hear
        like = [name for name in like if any(name in atom.cells or name in atom.cls.cells for atom in atoms)]
    stored = call.interpreter.attributes.stored
    return [name for name in like if any(stored(call.evaluator, atom, name) for atom in atoms)]


def kept(evaluator: Evaluator, atom: Instance, name: str) -> Value:
    """`self.order_service`: what is stored under names with holes that this may be."""
    stored = evaluator.interpreter.attributes.stored
    return join(stored(evaluator, atom, called) for called in evaluator.interpreter.held_like(name))
