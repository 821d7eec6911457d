"""Is a function handed rows?  By themselves, in collections or in objects that keep them, or as a queryset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.asking import is_stored_row
from boundary.link.domain.values import BOTTOM, Container, Instance

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.calling.contexts import Context
    from boundary.link.domain.memory import Memory


def is_handed_querysets(arguments: Arguments) -> bool:
    """Whether the first argument is a manager or a queryset."""
    first = arguments.positional[0] if arguments.positional else BOTTOM
    return any(isinstance(one, Instance) and one.model is not None for one in first)


def is_handed_rows(context: Context) -> bool:
    """Whether a function works on rows that somebody hands it."""
    for value in context.arguments.values():
        for atom in value:
            if is_stored_row(atom) or (isinstance(atom, Container) and atom.objects):
                return True
    return False


def is_handed_holders(context: Context, caller: Context, memory: Memory) -> bool:
    """Whether a function works on objects of the project that keep rows; `caller` is asked again when one gets some.

    A row was stored in an attribute of the object, or of others of its class from which it is not told.
    """
    for value in context.arguments.values():
        for atom in value:
            if not isinstance(atom, Instance) or atom.stored is not None or atom.cls.library:
                continue
            if memory.keep_rows(atom.cells, caller) or memory.keep_rows(atom.cls.cells, caller):
                return True
    return False
