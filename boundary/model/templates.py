"""What does a template say?  Its parts in the same small language that reading leaves of Python.

A template is cut where its pages are put together: bodies and blocks are lists of pieces, a piece is either a `Part`,
some statements with the variables that they need from the page, or an `Include`, another template in its place. What
looks something up, shows it, filters it or is a tag is a call of one of the names below, which the linker knows.
"""

from __future__ import annotations

import msgspec

from boundary.model.code import Expression, Function, Keyword
from boundary.model.code.coding import Decoder, Encoder

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


class Part(msgspec.Struct, frozen=True, gc=False, eq=False):
    """Some statements of a template: a function of the variables that they need.

    `tags` are the names of the tags in it that no template language brings along, `includes` the templates that it
    puts in, None for one whose name is computed and for a block.
    """

    function: Function
    tags: list[str]
    includes: list[str | None]


class Include(msgspec.Struct, frozen=True, gc=False, eq=False):
    """Another template in the place of this piece; with `only`, it sees no other variables than `given`."""

    template: Expression
    given: tuple[Keyword, ...]
    only: bool
    line: int


class Inner(msgspec.Struct, frozen=True, gc=False, eq=False):
    """The place of a block of the same template, where no variables are bound."""

    name: str


Piece = Part | Include | Inner


class Block(msgspec.Struct, frozen=True, gc=False, eq=False):
    """A part of a page that templates below this one may write anew; `keeps` says that it shows the one above, too."""

    pieces: list[Piece]
    keeps: bool = False


class TemplateFacts(msgspec.Struct, frozen=True):
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

    def encoded(self) -> bytes:
        """The facts as bytes. Raises `RecursionError` where the template nests too deeply, `UnicodeEncodeError`."""
        encoder = Encoder()
        body = _kept(self.body, encoder)
        blocks = {name: (_kept(block.pieces, encoder), block.keeps) for name, block in self.blocks.items()}
        encoder.node(self.extends)
        encoder.nodes(tuple(self.macros.values()))
        rest = (list(self.macros), self.imports, self.loads, self.lines)
        kept = Encoded(encoder.row, encoder.texts, encoder.numbers, body, blocks, *rest)
        return _ENCODER.encode(kept)

    @staticmethod
    def decoded(content: bytes) -> TemplateFacts:
        """The facts that bytes hold. Raises `RecursionError` as above, `msgspec.DecodeError` where they hold none."""
        kept = _DECODER.decode(content)
        decoder = Decoder(kept.row, kept.texts, kept.numbers)
        try:
            body = _pieces(kept.body, decoder)
            blocks = {name: Block(_pieces(held, decoder), keeps) for name, (held, keeps) in kept.blocks.items()}
            extends = decoder.node()
            macros = dict(zip(kept.macros, decoder.nodes(), strict=True))
        except (LookupError, TypeError) as error:
            raise msgspec.DecodeError("the row of nodes is damaged") from error
        return TemplateFacts(body, blocks, extends, kept.loads, kept.lines, macros, kept.imports)


class TemplateSource(msgspec.Struct, frozen=True):
    """One template of the monolith: `file` relative to the root, the `names` by which it can be asked for."""

    file: str
    names: tuple[str, ...]
    facts: TemplateFacts


class KeptPart(msgspec.Struct, frozen=True, array_like=True, tag=0):
    """What is kept of a `Part` beside its nodes."""

    tags: list[str]
    includes: list[str | None]


class KeptInclude(msgspec.Struct, frozen=True, array_like=True, tag=1):
    """What is kept of an `Include` beside its nodes."""

    only: bool
    line: int


class KeptInner(msgspec.Struct, frozen=True, array_like=True, tag=2):
    """What is kept of an `Inner`."""

    name: str


Kept = KeptPart | KeptInclude | KeptInner


class Encoded(msgspec.Struct, frozen=True, array_like=True):
    """The facts of a template as they are kept: its nodes as `coding` writes them, piece by piece, and the rest."""

    row: list[int]
    texts: list[str]
    numbers: list[object]
    body: list[Kept]
    blocks: dict[str, tuple[list[Kept], bool]]
    macros: list[str]
    imports: dict[str, tuple[str, str]]
    loads: list[str]
    lines: int


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Encoded)


def _kept(pieces: list[Piece], encoder: Encoder) -> list[Kept]:
    found: list[Kept] = []
    for piece in pieces:
        if isinstance(piece, Part):
            encoder.node(piece.function)
            found.append(KeptPart(piece.tags, piece.includes))
        elif isinstance(piece, Include):
            encoder.node(piece.template)
            encoder.nodes(piece.given)
            found.append(KeptInclude(piece.only, piece.line))
        else:
            found.append(KeptInner(piece.name))
    return found


def _pieces(kept: list[Kept], decoder: Decoder) -> list[Piece]:
    found: list[Piece] = []
    for piece in kept:
        if isinstance(piece, KeptPart):
            found.append(Part(decoder.node(), piece.tags, piece.includes))
        elif isinstance(piece, KeptInclude):
            template = decoder.node()
            found.append(Include(template, decoder.nodes(), piece.only, piece.line))
        else:
            found.append(Inner(piece.name))
    return found
