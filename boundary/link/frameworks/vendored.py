"""Which packages of a project are copies of libraries?  What is known of a library holds for its copy, too.

`shop/vendor/cornice` is one where all modules of the skeleton of `cornice` stand in it, with all the classes and
functions of these. Those that a framework file speaks of are the library's: for the code, the copy takes them from
there (`from cornice.service import Service`). What else the copy defines is read as the project's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from boundary.link.frameworks.said import said
from boundary.link.syntax.kinds import CLASS, FUNCTION
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.frameworks.protocol import Handler
    from boundary.model.facts import SourceModule


def with_copies(modules: Iterable[SourceModule]) -> list[SourceModule]:
    """The modules; those of copies take from the library what is known of it."""
    held = list(modules)
    copied = dict(_copied(held))
    return [_taking(one, copied[one.name]) if one.name in copied and not one.library else one for one in held]


def _copied(modules: list[SourceModule]) -> Iterator[tuple[str, SourceModule]]:
    """The names of the modules in copies, each with the module of the skeleton."""
    skeletons: dict[str, list[SourceModule]] = {}
    for one in modules:
        if one.library:
            skeletons.setdefault(one.name.partition(".")[0], []).append(one)
    own = {one.name: one for one in modules if not one.library}
    for one in own.values():
        before, _, name = one.name.rpartition(".")
        if before and one.is_package and name in skeletons and _is_copy(own, before, skeletons[name]):
            yield from [(f"{before}.{told.name}", told) for told in skeletons[name]]


def _is_copy(own: dict[str, SourceModule], before: str, skeleton: list[SourceModule]) -> bool:
    """Whether a package below another one has all that a skeleton has."""
    pairs = [(_defined(told), own.get(f"{before}.{told.name}")) for told in skeleton]
    return any(names for names, _ in pairs) and all(
        module is not None and names <= _defined(module) for names, module in pairs
    )


def _defined(module: SourceModule) -> set[str]:
    return {one.name for one in module.facts.body if type(one) is CLASS or type(one) is FUNCTION}


def _taking(module: SourceModule, told: SourceModule) -> SourceModule:
    """A module of a copy that takes from the library what framework files speak of."""
    taken = {name for name in _defined(told) if _is_known(f"{told.name}.{name}")}
    body: list[code.Statement] = []
    for one in module.facts.body:
        if (type(one) is CLASS or type(one) is FUNCTION) and one.name in taken:
            body.append(code.ImportFrom(told.name, 0, (code.Alias(one.name, None),), one.line))
        else:
            body.append(one)
    return msgspec.structs.replace(module, facts=msgspec.structs.replace(module.facts, body=tuple(body)))


def _is_known(dotted: str) -> bool:
    """Whether a framework file says what a class or function of a library does."""
    known = said()
    return any(f"{one}.".startswith(f"{dotted}.") for one in (*known.natives, *[hook.base for hook in known.hooks]))


NATIVES: Final[dict[str, Handler]] = {}
