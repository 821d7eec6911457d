"""How is a template cut?  Statements that need the same variables go together, so that pages can share them.

What a page's frame says of the user is the same on every page, whatever else the page is given: a part is followed
once for each of the values that it needs, not for each page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model import code
from boundary.model.templates import Block, Include, Inner, Part, TemplateFacts
from boundary.read.templates.variables import needs

if TYPE_CHECKING:
    from boundary.model.templates import Piece


class Draft:
    """A template while it is read: statements, includes and (as their names) blocks, in order."""

    def __init__(self) -> None:
        self.body: list[object] = []
        self.blocks: dict[str, list[object]] = {}
        self.extends: code.Expression | None = None
        self.loads: list[str] = []
        self.macros: dict[str, code.Function] = {}
        self.imports: dict[str, tuple[str, str]] = {}

    def facts(self, lines: int) -> TemplateFacts:
        """The whole template in its pieces."""
        blocks = {
            name: Block(_pieces(f"block {name}", held), keeps=_shows_above(held)) for name, held in self.blocks.items()
        }
        body = _pieces("body", self.body)
        return TemplateFacts(body, blocks, self.extends, self.loads, lines, self.macros, self.imports)


def _pieces(name: str, held: list[object]) -> list[Piece]:
    found: list[Piece] = []
    statements: list[code.Statement] = []
    for one in held:
        if isinstance(one, str):
            found.append(Inner(one))
        elif isinstance(one, Include):
            found.append(one)
        else:
            statements.append(one)  # type: ignore[arg-type]
    return [*_parts(name, statements), *found]


class _Group:
    """Statements that go together."""

    def __init__(self) -> None:
        self.statements: list[code.Statement] = []
        self.free: dict[str, None] = {}
        self.bound: dict[str, None] = {}
        self.tags: dict[str, None] = {}
        self.includes: dict[str | None, None] = {}


def _parts(name: str, statements: list[code.Statement]) -> list[Part]:
    groups: dict[frozenset[str], _Group] = {}
    holders: dict[str, _Group] = {}
    for statement in statements:
        needed = needs([statement])
        holder = next((holders[one] for one in needed.free if one in holders), None)
        if holder is None:
            holder = next((holders[one] for one in needed.bound if one in holders), None)
        if holder is None:
            holder = _Group() if _binds(statement) else groups.setdefault(frozenset(needed.free), _Group())
        holder.statements.append(statement)
        holder.free.update({one: None for one in needed.free if holders.get(one) is not holder})
        holder.tags.update(needed.tags)
        holder.includes.update(needed.includes)
        if _binds(statement):
            holders.update(dict.fromkeys(needed.bound, holder))
    held = dict.fromkeys([*groups.values(), *holders.values()])
    return [_part(name, group) for group in held if group.free or group.tags or group.includes]


def _binds(statement: code.Statement) -> bool:
    """Whether a statement binds variables that those behind it see."""
    return isinstance(statement, (code.Assign, code.Function))


def _part(name: str, group: _Group) -> Part:
    lines = [getattr(one, "line", 1) for one in group.statements]
    parameters = tuple(code.Parameter(one, "keyword", None, None) for one in group.free)
    function = code.Function(
        name,
        name,
        parameters,
        (),
        None,
        tuple(group.statements),
        min(lines),
        min(lines),
        max(lines),
        is_async=False,
        is_generator=False,
    )
    return Part(function, list(group.tags), list(group.includes))


def _shows_above(held: list[object]) -> bool:
    """Whether a block shows what the same block of the template above says (`{{ block.super }}`)."""
    stack: list[object] = list(held)
    while stack:
        node = stack.pop()
        if isinstance(node, code.Name):
            if node.id == "block":
                return True
        elif isinstance(node, tuple):
            stack.extend(node)
        elif isinstance(node, code.Node):
            stack.extend(getattr(node, name) for name in node.fields)
    return False
