"""Is a function handed rows?  By themselves, in collections or in objects that keep them, or as a queryset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import BOTTOM, Container, Instance

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.calling.contexts import Context


def is_handed_querysets(arguments: Arguments) -> bool:
    """Whether the first argument is a manager or a queryset."""
    first = arguments.positional[0] if arguments.positional else BOTTOM
    return any(isinstance(one, Instance) and one.model is not None for one in first)


def is_handed_rows(context: Context) -> bool:
    """Whether a function works on rows that somebody hands it."""
    for value in context.arguments.values():
        for atom in value:
            if (isinstance(atom, Instance) and atom.stored) or (isinstance(atom, Container) and atom.objects):
                return True
    return False


def is_handed_holders(context: Context, caller: Context) -> bool:
    """Whether a function works on objects of the project that keep rows; `caller` is asked again when one gets some."""
    for value in context.arguments.values():
        for atom in value:
            if isinstance(atom, Instance) and _keeps_rows(atom, caller):
                return True
    return False


def _keeps_rows(atom: Instance, caller: Context) -> bool:
    """Whether a row was stored in an attribute of an object, or of others of its class from which it is not told."""
    if atom.stored is not None or atom.cls.library:
        return False
    for cells in (atom.cells, atom.cls.cells):
        for cell in list(cells.values()):
            cell.read_by(caller)
            for one in cell.value:
                if isinstance(one, Instance) and one.stored:
                    return True
    return False
