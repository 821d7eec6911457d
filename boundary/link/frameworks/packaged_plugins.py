"""Which plug-ins belong to a group?  Those that the project's packaging offers under it, for skeletons that load them.

A skeleton asks `__plugins__(group)`, or `__plugins__(group, names)` for those of the names that are known; where none
is, it may be any of them. What another distribution offers is not seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.listed_classes import joined_members
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def plugins(call: NativeCall) -> Value:
    """`__plugins__("shop.payments")`: a list of classes and functions."""
    declared: Mapping[str, Mapping[str, str]] = call.interpreter.frameworks.state.get("plugins", {})
    wanted = _names(call.arguments.get(1, "names") or BOTTOM)
    found: list[Value] = []
    for group in strings(call.arguments.get(0, "group") or UNKNOWN):
        offered = declared.get(group, {})
        for name, dotted in offered.items():
            if name in wanted or wanted.isdisjoint(offered):
                value = call.interpreter.names.at(dotted)
                found += [value] if value else []
    return call.atoms.container("list", joined_members(found), tuple(found))


def _names(value: Value) -> set[str]:
    members = [one for atom in value for one in containers.members(atom.alone) or ()]
    return {name for one in (value, *members) for name in strings(one)}


NATIVES: Final[dict[str, Handler]] = {"builtins.__plugins__": plugins}
