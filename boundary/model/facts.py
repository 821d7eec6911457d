"""What does reading leave of one file?  Its module's name and body, or the reason why it could not be read."""

from __future__ import annotations

import msgspec

from boundary.model.code import Statement
from boundary.model.code.coding import Decoder, Encoder


class Encoded(msgspec.Struct, frozen=True, array_like=True):
    """The facts of a file as they are kept: its nodes as `coding` writes them, and the rest as it is."""

    row: list[int]
    texts: list[str]
    numbers: list[object]
    lines: int
    calls: int
    bridged: bool


class ModuleFacts(msgspec.Struct, frozen=True):
    """The facts of one Python file. They depend on the file's bytes only, not on its place.

    `lines` counts all lines; `calls` the call expressions; `bridged` says that the file was written in a newer
    grammar than the running interpreter's and was read through libcst.
    """

    body: tuple[Statement, ...]
    lines: int
    calls: int
    bridged: bool = False

    def encoded(self) -> bytes:
        """The facts as bytes. Raises `RecursionError` where the code nests too deeply, `UnicodeEncodeError`."""
        encoder = Encoder()
        encoder.nodes(self.body)
        return _ENCODER.encode(
            Encoded(encoder.row, encoder.texts, encoder.numbers, self.lines, self.calls, self.bridged)
        )

    @staticmethod
    def decoded(content: bytes) -> ModuleFacts:
        """The facts that bytes hold. Raises `RecursionError` as above, `msgspec.DecodeError` where they hold none."""
        return ModuleFacts.with_texts(content)[0]

    @staticmethod
    def with_texts(content: bytes) -> tuple[ModuleFacts, list[str]]:
        """The facts that bytes hold, and the names and texts in them, each once. Raises as `decoded` does."""
        kept = _DECODER.decode(content)
        decoder = Decoder(kept.row, kept.texts, kept.numbers)
        try:
            body = decoder.nodes()
        except (LookupError, TypeError) as error:
            raise msgspec.DecodeError("the row of nodes is damaged") from error
        return ModuleFacts(body, kept.lines, kept.calls, kept.bridged), decoder.texts


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Encoded)


class SourceModule(msgspec.Struct, frozen=True):
    """One module of the monolith: dotted `name`, `file` relative to the root with forward slashes.

    `library` marks code that is read for its definitions only (the frameworks' own skeletons, the environment):
    what it does is attributed to the application's line that called it. `root` is the folder on the search path around
    the file; the name is longer than from there on where another such folder holds something else of that name.
    """

    name: str
    file: str
    facts: ModuleFacts
    is_package: bool = False
    library: bool = False
    root: str = ""


class Unreadable(msgspec.Struct, frozen=True):
    """A file that could not be read, and why."""

    file: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.reason}"
