"""What is a listener handed that asks for the state of an object?  `listen(Order.total, "set", told, raw=True)`.

Instead of the object it gets what SQLAlchemy keeps of it, with the object at hand: `state.object`, `state.obj()`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

STATE: Final = "sqlalchemy.orm.state.InstanceState"
SESSION: Final = "sqlalchemy.orm.session.Session"
SESSIONS: Final = frozenset({"session", "async_session"})


def state_of(evaluator: Evaluator, value: Value) -> Value:
    """The state of objects."""
    cls = evaluator.interpreter.library_class(STATE)
    return evaluator.atoms.instance(cls, site=(STATE, value)) if cls is not None else value


class StateHook(Hook):
    """What a state says."""

    base = STATE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`state.object`, `state.session`."""
        del line
        if not isinstance(atom.site, tuple) or atom.site[:1] != (STATE,):
            return None
        held: Value = atom.site[1]
        if name == "object":
            return held
        if name == "obj":
            return evaluator.atoms.native(f"{STATE}.obj", held)
        cls = evaluator.interpreter.library_class(SESSION) if name in SESSIONS else None
        return evaluator.atoms.instance(cls) if cls is not None else None


def object_of(call: NativeCall) -> Value:
    """`state.obj()`."""
    held: Value = call.receiver
    return held


HOOKS: Final = (StateHook(),)
NATIVES: Final[dict[str, Handler]] = {f"{STATE}.obj": object_of}
