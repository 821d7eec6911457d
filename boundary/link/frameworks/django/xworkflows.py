"""Which workflows does a row follow, and which transitions have no method?  Those of the fields of its model.

    class Flow(Workflow):
        transitions = (("accept", ["new"], "accepted"), ("refuse", ["new"], "refused"))
    class Order(WorkflowEnabled, models.Model):
        state = StateField(Flow)

`order.refuse()` may be called though `Order` has no such method: it changes the state, and what the workflow does then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, ClassAtom, Container
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN, CALL
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator

NEEDS: Final = ("django_xworkflows",)
WORD: Final = "__workflows__"
PLAIN: Final = "__plain_transition__"
FIELD: Final = "StateField"
TRANSITIONS: Final = "transitions"


class WorkflowHook(Hook):
    """Models whose rows follow workflows."""

    base = "django_xworkflows.models.WorkflowEnabled"

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`instance.__workflows__` of the skeleton; a transition that the model has no method for."""
        if name == WORD:
            flows = _workflows(evaluator, atom.cls)
            return evaluator.atoms.container("list", join(evaluator.atoms.instance(one) for one in flows))
        classes = evaluator.interpreter.classes
        if name.startswith("_") or classes.lookup(atom.cls, name)[0] is not None:
            return None
        if not any(name in _transitions(evaluator, one) for one in _workflows(evaluator, atom.cls)):
            return None
        return evaluator.interpreter.attributes.get(evaluator, atom.alone, PLAIN, line)


def _workflows(evaluator: Evaluator, cls: ClassInfo) -> list[ClassInfo]:
    """The workflows that the fields of a model name (found once)."""
    held: list[ClassInfo] | None = cls.answers.get(WORD)
    if held is None:
        held = cls.answers[WORD] = []
        for one in evaluator.interpreter.classes.mro(cls):
            for made in [binding.statement for bindings in one.bindings.values() for binding in bindings]:
                value = made.value if type(made) is ASSIGN else None
                if type(value) is CALL and last_name(value.function) == FIELD and value.arguments:
                    given = evaluator.interpreter.class_evaluator(one).evaluate(value.arguments[0])
                    held.extend(atom.cls for atom in given if isinstance(atom, ClassAtom))
    return held


def _transitions(evaluator: Evaluator, workflow: ClassInfo) -> set[str]:
    """The names of the transitions of a workflow: the first text of each."""
    _, said = evaluator.interpreter.classes.lookup(workflow, TRANSITIONS)
    each = [one for one in containers.element(evaluator, said) if isinstance(one, Container)]
    return {text for one in each for text in strings(one.entries[0] if one.entries else BOTTOM)}


HOOKS: Final = (WorkflowHook(),)
