"""What is an application of Celery that a package makes which is not read?  One of a class that is called so.

`queue = NotifyCelery()` registers tasks by `@queue.task`, and sends them, as Celery's own does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

NAMED: Final = "Celery"
OWN: Final = "celery."


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """`NotifyCelery()`, where a package has that class."""
    del arguments, line
    name = atom.dotted.rpartition(".")[2]
    if not name.endswith(NAMED) or not name[0].isupper() or atom.dotted.startswith(OWN):
        return None
    return evaluator.atoms.external("celery.Celery()")
