"""What does a worker run of a task whose class the project writes?  `@app.task(base=InTransaction)`.

    class InTransaction(Task):
        def __call__(self, *args, **kwargs):
            with transaction.atomic():
                return self.run(*args, **kwargs)

The worker calls an object of the class, whose `run` is the function: what stands around that is part of the task.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import BOTTOM, ClassAtom, Function, Instance
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import NativeCall

RUNS: Final = "a task that runs"
RUN_BY: Final = "celery.app.task.run_by"
CALLED: Final = "__call__"


def named_base(call: NativeCall) -> ClassInfo | None:
    """The class of tasks that `base=` names."""
    named = [atom.cls for atom in call.arguments.keywords.get("base", BOTTOM) if isinstance(atom, ClassAtom)]
    return named[0] if len(named) == 1 else None


def base_of(call: NativeCall) -> ClassInfo | None:
    """The same, where it says itself what a call of one does."""
    cls = named_base(call)
    owner, _ = call.interpreter.classes.lookup(cls, CALLED) if cls is not None else (None, BOTTOM)
    return cls if owner is not None and not owner.library else None


def run_by(call: NativeCall, cls: ClassInfo, function: Function, *, bound: bool) -> Iterator[Function]:
    """What a worker calls for a function: the object of the class, with the function as its `run`."""
    helper = call.interpreter.names.at(RUN_BY)
    task = call.atoms.instance(cls, site=(RUNS, function, bound))
    given = Arguments((task, function.alone))
    made = call.interpreter.calls.call(call.evaluator, helper, given, call.line) if helper is not None else BOTTOM
    return (atom for atom in made if isinstance(atom, Function))


class RunHook(Hook):
    """Objects of classes of tasks that were made for one function."""

    base = "celery.app.task.Task"

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self.run`, which is given the task first where it is bound."""
        del line
        if name != "run" or not isinstance(atom.site, tuple) or atom.site[0] != RUNS:
            return None
        _, function, bound = atom.site
        receiver = function.receiver or (atom if bound else None)
        return evaluator.atoms.function(function.function, receiver, function.closure, function.traits)


HOOKS: Final = (RunHook(),)
