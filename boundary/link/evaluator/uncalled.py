"""Which of the functions that nobody has called begins?  The ones that the others are called by.

A function evaluated with unknown arguments is a guess at its callers. Where a caller stands in the code, too, it is the
caller that is to be entered: `perform_delete` runs inside the transaction of `delete_handler`, on what that one works.
So functions come in the order of the names that they mention, callers before callees, and each is entered only where
none of those before it has called it by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.link.domain.values import Function
from boundary.link.effects.reach import components
from boundary.model import code  # noqa: TC001 - a compiled dataclass looks the classes of its fields up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from boundary.link.domain.values import Value
    from boundary.link.syntax.bodies import Bodies


@dataclass(frozen=True, slots=True)
class Uncalled:
    """One function that may have to be entered, and how."""

    name: str
    file: str
    statement: code.Function
    enter: Callable[[], None]


def callers_first(held: list[Uncalled], bodies: Bodies) -> Iterable[Uncalled]:
    """The functions in the order in which to enter them; as given where they mention one another in a circle.

    Calls are told by names alone: components of the graph from each function to the names that it mentions, and from
    there to the functions that are called so (linear in the number of mentions).
    """
    names: dict[str, list[int]] = {}
    for number, one in enumerate(held):
        names.setdefault(one.name, []).append(number)
    first = len(held)  # nodes below are functions, the others names
    of_name = {name: first + position for position, name in enumerate(names)}
    successors: list[list[int]] = [
        sorted(of_name[name] for name in bodies.names(one.statement) if name in of_name and name != one.name)
        for one in held
    ]
    successors.extend(names.values())
    callees_first = list(components(successors))
    for component in reversed(callees_first):
        yield from (held[number] for number in sorted(component) if number < first)


def made_of(values: Iterable[Value]) -> Value:
    """The functions that run another one, and those that run in a transaction or otherwise than they stand there."""
    held = [atom for value in values for atom in value if isinstance(atom, Function)]
    return frozenset([atom for atom in held if atom.traits or atom.closure is not None])
