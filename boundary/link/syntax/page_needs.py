"""Which variables of a page does a part of it need?  Found before anything is followed, from what templates say.

Pages that agree in these are the same to the part, and it is followed once for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from boundary.link.syntax.kinds import CONSTANT, NAME
from boundary.model import code
from boundary.model.templates import FILTERED, PAGE, Include, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from boundary.link.evaluator.pages import Template

BODY: Final = ""
"""The name of the room that is a template's body; blocks have their own."""
Wants: TypeAlias = "Callable[[Template, str], frozenset[str] | bool | None]"
"""Which variables a tag of a template reads; None for any, False where nobody knows the tag."""


@dataclass(slots=True)
class Needs:
    """The variables of a page that some pieces need; `everything` where that cannot be told."""

    names: dict[str, None] = field(default_factory=dict)
    everything: bool = False
    tags: bool = False
    """Whether tags of the project are in it, which may do something without any variable."""

    def add(self, other: Needs, without: Iterable[str] = ()) -> None:
        """What another part needs, too."""
        left_out = frozenset(without)
        self.names.update({name: None for name in other.names if name not in left_out})
        self.everything = self.everything or other.everything
        self.tags = self.tags or other.tags

    def asks(self, name: str) -> bool:
        """Whether a variable may be needed."""
        return self.everything or name in self.names


class PageNeeds:
    """What the pieces, rooms and templates of a program need; `named` finds a template as another one names it."""

    def __init__(self, named: Callable[[str, str], Template | None]) -> None:
        self._named = named
        self.wants: Wants = _unknown
        self._rooms: dict[tuple[Template, str], Needs] = {}
        self._parts: dict[int, Needs] = {}
        self._templates: dict[Template, Needs] = {}

    def of_template(self, template: Template) -> Needs:
        """What a whole page needs, with the frame that it fills in."""
        found = self._templates.get(template)
        if found is None:
            found = self._templates[template] = Needs()
            for room in (BODY, *template.facts.blocks):
                found.add(self.of_room(template, room))
            if template.facts.extends is not None:
                self._named_by(template, template.facts.extends, found)
        return found

    def of_room(self, template: Template, room: str) -> Needs:
        """What a room needs, with all that is included in it."""
        found = self._rooms.get((template, room))
        if found is None:
            found = self._rooms[template, room] = Needs()
            for piece in template.pieces(room):
                if isinstance(piece, Part):
                    found.names.update({one.name: None for one in piece.function.parameters if one.name != PAGE})
                    found.add(self.of_part(template, piece))
                elif isinstance(piece, Include):
                    self._of_include(template, piece, found)
        return found

    def of_part(self, template: Template, part: Part) -> Needs:
        """What the tags and includes of a part need beside its own variables."""
        found = self._parts.get(id(part))
        if found is None:
            found = self._parts[id(part)] = Needs()
            for tag in part.tags:
                self._of_tag(template, tag, found)
            for name in part.includes:
                self._of_named(template, name, found)
        return found

    def _of_tag(self, template: Template, tag: str, found: Needs) -> None:
        wanted = self.wants(template, tag)
        if not isinstance(wanted, bool):
            found.tags = True
            found.everything = found.everything or wanted is None
            found.names.update(dict.fromkeys(wanted or ()))

    def _of_include(self, template: Template, piece: Include, found: Needs) -> None:
        for value in (piece.template, *(one.value for one in piece.given)):
            found.names.update(dict.fromkeys(variables(value)))
        inner = Needs()
        self._named_by(template, piece.template, inner)
        if piece.only:
            inner.names, inner.everything = {}, False
        found.add(inner, [one.name or "" for one in piece.given])

    def _named_by(self, template: Template, name: code.Expression, found: Needs) -> None:
        for held in texts_of(name) or (None,):
            self._of_named(template, held, found)

    def _of_named(self, template: Template, name: str | None, found: Needs) -> None:
        if name is None:
            found.everything = found.tags = True
            return
        other = self._named(name, template.source.file)
        if other is not None:
            found.add(self.of_template(other))


def _unknown(template: Template, tag: str) -> bool:
    del template, tag
    return False


def variables(node: object) -> list[str]:
    """The variables in an expression."""
    if type(node) is NAME:
        return [node.id]
    if isinstance(node, (code.Native, code.Call)):
        return [name for one in (*node.arguments, *(key.value for key in node.keywords)) for name in variables(one)]
    return []


def texts_of(name: code.Expression) -> list[str] | None:
    """The names of templates that an expression may give: one that is written out, or `value|yesno:"part,whole"`."""
    if type(name) is CONSTANT:
        return [str(name.value)] if isinstance(name.value, str) else None
    match name:
        case code.Native(
            name=called, arguments=[code.Constant(value="yesno"), _, code.Constant(value=str(written))]
        ) if called == FILTERED:
            return list(dict.fromkeys(one for one in written.split(",") if one))
        case _:
            return None
