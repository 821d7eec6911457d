"""What does FastAPI ask instead of a dependency?  `app.dependency_overrides[get_session] = sessions.request`.

Code that knows nothing of a database asks for what only stands there (`def get_session(): raise NotImplementedError`);
the application is told what is meant. What is overridden may still be asked: there may be another application.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import union
from boundary.link.domain.values import BOTTOM, ClassAtom, Function, by_age

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

KEY: Final = "dependency overridden"
OVERRIDES: Final = "fastapi.Overrides"


def meant(evaluator: Evaluator, dependency: Value) -> Value:
    """A dependency, and what is asked instead of it."""
    found = dependency
    for atom in dependency:
        key = _key(atom)
        if key is not None:
            found = union(found, evaluator.interpreter.read((KEY, key), evaluator.context))
    return found


def _key(atom: Atom) -> Hashable:
    """What tells a dependency: the function, with the class or object that it is of, or the class."""
    if isinstance(atom, Function):
        return atom.function, atom.receiver
    return atom.cls if isinstance(atom, ClassAtom) else None


def overridden(call: NativeCall) -> Value:
    """`app.dependency_overrides[get_session] = ...`."""
    instead = call.arguments.get(1, "instead") or BOTTOM
    for atom in by_age(call.arguments.get(0, "dependency") or BOTTOM):
        key = _key(atom)
        if key is not None:
            call.interpreter.write((KEY, key), instead)
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {f"{OVERRIDES}.__setitem__": overridden}
