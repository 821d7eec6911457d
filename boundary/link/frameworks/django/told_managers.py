"""Which model is a manager told that no model's body made?  `manager.model = Order`, as Django does it itself.

    manager = type(self)()
    manager.model = self.model
    return manager

What a manager does through its class works for the one that it is handed: `Orders.create(Order.objects, number=1)`,
which is how code wraps the methods of all managers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.django.managers import asked_of_queryset, is_manager
from boundary.link.frameworks.django.models import MANAGER
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

MODEL: Final = "model"
UNBOUND: Final = "manager.unbound"


def told(evaluator: Evaluator, held: Value, value: Value) -> Value:
    """What a variable holds from `held.model = value` on: managers of no model are those of that one."""
    classes = [atom for atom in value if isinstance(atom, ClassAtom)]
    if len(classes) != 1 or not any(_of_none(evaluator, atom) for atom in held):
        return held
    (cls,) = classes
    return join(
        evaluator.atoms.instance(atom.cls, model=cls.cls, site=atom.site)
        if isinstance(atom, Instance) and _of_none(evaluator, atom)
        else atom.alone
        for atom in held
    )


def _of_none(evaluator: Evaluator, atom: Atom) -> bool:
    return isinstance(atom, Instance) and atom.model is None and is_manager(evaluator.interpreter, atom)


def call_unbound(call: NativeCall) -> Value:
    """`Orders.create(manager, ...)`: the method of the querysets of the manager that is handed over.

    The class of that one may call its own method so, in one that wraps it.
    """
    name = call.receiver
    if not isinstance(name, str):
        return UNKNOWN
    bound = join(
        asked_of_queryset(call.evaluator, atom, name, call.line)
        for atom in call.first
        if is_manager(call.interpreter, atom) and isinstance(atom, Instance)
    )
    return call.interpreter.calls.call(call.evaluator, bound, call.arguments.behind_first(), call.line)


class UnboundHook(Hook):
    """What the class of a manager has of its querysets."""

    base = MANAGER

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Manager.create`, which no class of managers defines itself."""
        del line
        if name.startswith("__") or evaluator.interpreter.classes.lookup(atom.cls, name)[0] is not None:
            return None
        _, held = evaluator.interpreter.classes.lookup(atom.cls, "_queryset_class")
        classes = [one.cls for one in held if isinstance(one, ClassAtom)]
        has = any(evaluator.interpreter.classes.lookup(one, name)[0] is not None for one in classes)
        return evaluator.atoms.native(UNBOUND, name) if has else None


HOOKS: Final = (UnboundHook(),)
NATIVES: Final[dict[str, Handler]] = {UNBOUND: call_unbound}
