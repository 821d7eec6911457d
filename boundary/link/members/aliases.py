"""Who else holds the same collection?  Another name of it, and an object that keeps what it was handed.

`rows = self.rows` makes two names of one list: what is put into one is in the other, until either is bound anew. An
object that keeps a list (`self.rows = rows` in its constructor) fills its caller's: what its methods put into the
attribute is in what the caller handed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain import merging
from boundary.link.domain.values import BOTTOM, Container, Instance
from boundary.link.evaluator.objects import cell_owner
from boundary.link.syntax.kinds import ATTRIBUTE, CHOICE, DISPLAY, NAME, OPERATION, SUBSCRIPT
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.execution import Executor

FILLABLE: Final = frozenset({"list", "set", "dict"})
HOLDERS: Final[frozenset[type]] = frozenset({code.Name, code.Attribute, code.Subscript})
"""The expressions that read a collection from where it is kept."""


def bound(executor: Executor, target: code.Expression, source: code.Expression, value: Value) -> None:
    """`target = source`: from here on both may name one collection."""
    if type(source) not in HOLDERS or _is_slice(source) or not is_fillable(value):
        return
    aliases = executor.aliases
    if type(target) is NAME:
        aliases.setdefault(target.id, []).append(source)
    if type(source) is NAME and type(target) in {NAME, ATTRIBUTE}:
        aliases.setdefault(source.id, []).append(target)
        if type(target) is ATTRIBUTE and source.id in executor.context.arguments:
            _kept(executor, target, source.id)


def bound_to_either(executor: Executor, target: code.Expression, source: code.Choice) -> None:
    """`target = new if row.is_new else old`: any of both."""
    for one in (source.body, source.orelse):
        if type(one) is CHOICE:
            bound_to_either(executor, target, one)
        elif type(one) in HOLDERS:
            bound(executor, target, one, executor.evaluate(one))


def either(before: list[dict[str, list[code.Expression]]]) -> dict[str, list[code.Expression]]:
    """Where branches meet, a variable may name what it names at the end of any of them."""
    found: dict[str, list[code.Expression]] = {}
    for one in before:
        for name, places in one.items():
            held = found.setdefault(name, [])
            held.extend(place for place in places if not any(place is other for other in held))
    return found


def of_rounds(executor: Executor, target: code.Expression, sources: tuple[code.Expression, ...]) -> None:
    """`for rows in (new, old)`, `for name, rows in (("new", new), ("old", old))`: any of these, as they are written."""
    for source in sources:
        if type(target) is DISPLAY and type(source) is DISPLAY:
            for one, other in zip(target.items, source.items, strict=False):
                of_rounds(executor, one, (other,))
        elif type(target) is NAME and type(source) in {NAME, ATTRIBUTE}:
            bound(executor, target, source, executor.evaluate(source))


def _is_slice(source: code.Expression) -> bool:
    """`rows[:]`, which is a list of its own."""
    index = source.index if type(source) is SUBSCRIPT else None
    return index is not None and type(index) is OPERATION and index.operator == "slice"


def rebound(executor: Executor, name: str) -> None:
    """A variable is bound anew: its collection is another one."""
    aliases = executor.aliases
    aliases.pop(name, None)
    for others in aliases.values():
        others[:] = [one for one in others if not (type(one) is NAME and one.id == name)]


def filled(executor: Executor, name: str, line: int, added: Value) -> None:
    """Something is put into the collection that a variable names: the others hold it, too."""
    places = executor.aliases.pop(name, None)
    if places is None:
        return
    for place in places:  # the list is out of the way: two names of each other would go in circles
        held = executor.evaluate(place)
        if is_fillable(held):
            executor.put_back(place, merging.merged(executor, held | added), line, added)
    executor.aliases[name] = places


def is_fillable(value: Value) -> bool:
    """Whether a value may be a collection that someone else can put something into."""
    return any(isinstance(atom, Container) and atom.kind in FILLABLE for atom in value)


# --- objects that keep what they are handed ----------------------------------------------------------------


def added_to(executor: Executor, holder: Value, name: str, added: Value) -> None:
    """Something is put into the collection in an attribute; remembered apart from what it was made with."""
    for atom in holder:
        if isinstance(atom, Instance):
            executor.interpreter.write(("added", cell_owner(atom), name), added)


def _kept(executor: Executor, target: code.Attribute, parameter: str) -> None:
    """`self.rows = rows` of a parameter: what was put into the attribute is in what a caller handed over."""
    added = BOTTOM
    for atom in executor.evaluate(target.value):
        if isinstance(atom, Instance):
            added |= executor.interpreter.read(("added", cell_owner(atom), target.name), executor.context)
    if added:
        executor.note_filled(parameter, added)
