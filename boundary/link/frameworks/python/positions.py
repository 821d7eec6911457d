"""Where does a text stand among the names of a tuple?  `tuple(parameters).index("session")`.

A decorator that finds out where its function takes a session tells by that whether a call hands one over
(`place < len(args)`), and so who ends the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Constant, Container
from boundary.link.frameworks.python.collections import collected

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def tuple_of(call: NativeCall) -> Value:
    """`tuple(x)`; of a dict whose keys are texts that are known, these."""
    held = call.arguments.positional[:1]
    atoms = [atom for atom in held[0] if isinstance(atom, Container) and atom.kind == "dict"] if held else []
    keys = [key for key, _ in atoms[0].entries or ()] if len(atoms) == 1 and len(held[0]) == 1 else []
    if not keys or not all(isinstance(key, str) for key in keys):
        return collected("tuple")(call) or UNKNOWN
    members = tuple([call.atoms.constant(key) for key in keys])
    return call.atoms.container("tuple", join(members), members)


def position(call: NativeCall) -> Value:
    """`names.index("session")`, of a tuple, which stays as it is."""
    held, wanted = call.receiver, strings(call.first)
    if not isinstance(held, Container) or held.kind != "tuple" or len(wanted) != 1 or len(call.first) != 1:
        return UNKNOWN
    for index, one in enumerate(held.entries or ()):
        if len(one) != 1 or not all(isinstance(atom, Constant) for atom in one):
            break
        if strings(one) == wanted:
            return call.atoms.constant(index)
    return UNKNOWN


NATIVES: Final[dict[str, Handler]] = {"builtins.tuple": tuple_of, "tuple.index": position}
