"""Who is the user of a request?  What the project's own backends load: a proxy of the model of users, say.

A backend that `AUTHENTICATION_BACKENDS` names may load its own rows in `get_user`, with methods that the model of users
lacks. Whatever else it gives, requests have a user of the model that the settings name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.django.settings import setting
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

LOADS: Final = "get_user"


def loaded(call: NativeCall) -> Value:
    """`__loaded_user__(user)`: the rows below the model of a user that backends load, or else the user."""
    interpreter, derives = call.interpreter, call.interpreter.classes.derives
    users = [atom.cls for atom in call.first if isinstance(atom, Instance)]
    found: set[Instance] = set()
    for cls in _backends(interpreter):
        method = interpreter.attributes.get(call.evaluator, call.atoms.instance(cls), LOADS, call.line)
        for one in interpreter.calls.call(call.evaluator, method, Arguments((UNKNOWN,)), call.line):
            if isinstance(one, Instance) and any(one.cls is not user and derives(one.cls, user) for user in users):
                found.add(one)
    return frozenset(found) or call.first


def _backends(interpreter: Interpreter) -> list[ClassInfo]:
    """The classes of backends that load users as the project says."""
    found: list[ClassInfo] = []
    for atom in setting(interpreter, "AUTHENTICATION_BACKENDS"):
        for name in containers.texts_in(atom.alone):
            for held in interpreter.names.at(name) or ():
                if isinstance(held, ClassAtom) and held.cls not in found:
                    owner, _ = interpreter.classes.lookup(held.cls, LOADS)
                    if owner is not None and not owner.library:
                        found.append(held.cls)
    return found


NATIVES: Final[dict[str, Handler]] = {"builtins.__loaded_user__": loaded}
