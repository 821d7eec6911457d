"""What does a template say?  Its parts in the same small language that reading leaves of Python.

A template is cut where its pages are put together: bodies and blocks are lists of pieces, a piece is either a `Part`,
some statements with the variables that they need from the page, or an `Include`, another template in its place. What
looks something up, shows it, filters it or is a tag is a call of one of the names below, which the linker knows.
"""

from __future__ import annotations

import msgspec

from boundary.model.code import Expression as Expression  # noqa: PLC0414 - msgspec looks the name up here
from boundary.model.code import Function, Keyword, Node

PAGE = "__page__"
"""The variable of a part that holds all variables of the page, for tags and templates that it includes."""
LOOKUP = "__part__"
"""`__part__(value, "name")`: what a dot gives, called where it can be; without a name, the variable itself."""
CALLED = "__called__"
"""`__called__(value, "name", "forms.name", argument, keyword=argument)`: what a dot gives, called with arguments, as
Jinja can; the text is what is written there, where that is a name or two, for it may be a macro."""
SHOWN = "__shown__"
"""`__shown__(value)`: the value is written into the page."""
TESTED = "__tested__"
"""`__tested__(value)`: whether there is any."""
FILTERED = "__filtered__"
"""`__filtered__("name", value, argument)`."""
TAGGED = "__tagged__"
"""`__tagged__("name", __page__, argument, keyword=argument)`."""
INCLUDED = "__included__"
"""`__included__(name, __page__, {"variable": value}, only)`: another template, where variables of the part are seen."""
PLACED = "__placed__"
"""`__placed__("name", __page__)`: a block where variables of the part are seen."""


class Part(Node, frozen=True, tag=100):
    """Some statements of a template: a function of the variables that they need.

    `tags` are the names of the tags in it that no template language brings along, `includes` the templates that it
    puts in, None for one whose name is computed and for a block.
    """

    function: Function
    tags: list[str]
    includes: list[str | None]


class Include(Node, frozen=True, tag=101):
    """Another template in the place of this piece; with `only`, it sees no other variables than `given`."""

    template: Expression
    given: tuple[Keyword, ...]
    only: bool
    line: int


class Inner(Node, frozen=True, tag=102):
    """The place of a block of the same template, where no variables are bound."""

    name: str


Piece = Part | Include | Inner


class Block(Node, frozen=True):
    """A part of a page that templates below this one may write anew; `keeps` says that it shows the one above, too."""

    pieces: list[Piece]
    keeps: bool = False


class TemplateFacts(msgspec.Struct, frozen=True, array_like=True):
    """The facts of one template. `extends` names the one that it fills in; `loads` the libraries of tags.

    `macros` are those of Jinja that it defines, `imports` those of others under the names that they have here: the
    template, and the macro in it, or nothing for all of them.
    """

    body: list[Piece]
    blocks: dict[str, Block]
    extends: Expression | None
    loads: list[str]
    lines: int
    macros: dict[str, Function] = {}
    imports: dict[str, tuple[str, str]] = {}


class TemplateSource(msgspec.Struct, frozen=True):
    """One template of the monolith: `file` relative to the root, the `names` by which it can be asked for."""

    file: str
    names: tuple[str, ...]
    facts: TemplateFacts
