"""Which row is a session handed with an object that is none?  The one whose state the object hands out.

    class Held:
        def __getattr__(self, name):
            return getattr(self._row, name)  # of the row, `_sa_instance_state` too

    session.add(Held(Order()))  # inserts the order

A session asks whatever it is given for `_sa_instance_state`, and goes on with the object of that state. A proxy of
Werkzeug's hands out all that what it stands for has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Function, Instance
from boundary.link.frameworks.sqlalchemy.flushed import mapping_of, objects_in
from boundary.link.frameworks.sqlalchemy.states import STATE
from boundary.link.frameworks.werkzeug_proxies import PROXIED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

ASKED: Final = "_sa_instance_state"


def rows_in(evaluator: Evaluator, value: Value, line: int) -> Iterator[Instance]:
    """The objects that a session is handed, those behind others that answer for them."""
    for atom in objects_in(value):
        if mapping_of(evaluator, atom) is None and _answers(evaluator, atom):
            yield from _behind(evaluator, atom, line)
        else:
            yield atom


def _answers(evaluator: Evaluator, atom: Instance) -> bool:
    if atom.cls.dotted == PROXIED:
        return True
    owner, held = evaluator.interpreter.classes.lookup(atom.cls, "__getattr__")
    return owner is not None and not owner.library and any(isinstance(one, Function) for one in held)


def _behind(evaluator: Evaluator, atom: Instance, line: int) -> Iterator[Instance]:
    for state in evaluator.interpreter.attributes.get(evaluator, atom.alone, ASKED, line):
        if isinstance(state, Instance):
            kept = state.site
            yield from objects_in(kept[1]) if isinstance(kept, tuple) and kept[:1] == (STATE,) else (state,)
