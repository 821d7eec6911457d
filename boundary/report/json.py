"""The document ``boundary/1`` as JSON, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from boundary.errors import InputError
from boundary.model.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCHEMA = "boundary/1"
PIECE = 1000
"""So many entries of a list are made into text at a time: in one piece, the text takes as much room as the scan."""
LINES: Final = frozenset({"accesses", "couplings"})
"""Of these there are tens of thousands: each is a line of its own, to be compared and searched for as a whole."""
_ENCODER: Final = msgspec.json.Encoder()


def render(scan: Scan) -> bytes:
    """The document in UTF-8, indented so that two of them can be compared line by line; `LINES` are on one each."""
    return b"".join(pieces(scan))


def pieces(scan: Scan) -> Iterator[bytes]:
    """The same, one piece after the other."""
    before = b"{\n "
    for name in Scan.__struct_fields__:
        value = getattr(scan, name)
        yield before + _text(name) + b": "
        before = b",\n "
        if isinstance(value, tuple) and value:
            yield b"["
            for start in range(0, len(value), PIECE):
                part = value[start : start + PIECE]
                yield (b"," if start else b"") + (_lines(part) if name in LINES else _indented(part))
            yield b"\n ]"
        else:
            yield _deeper(_text(value))
    yield b"\n}\n"


def _lines(entries: tuple[object, ...]) -> bytes:
    """Entries of a list, one on each line: no string of JSON has a line break in it."""
    return b"\n  " + _encoded(_ENCODER.encode_lines, entries).removesuffix(b"\n").replace(b"\n", b",\n  ")


def _indented(entries: tuple[object, ...]) -> bytes:
    """Entries of a list, one field on each line."""
    return _deeper(_text(entries).removeprefix(b"[").removesuffix(b"\n]"))


def _text(value: object) -> bytes:
    return msgspec.json.format(_encoded(_ENCODER.encode, value), indent=1)


def _encoded(encode: Callable[[Any], bytes], value: object) -> bytes:
    """A value as `encode` makes JSON of it, which refuses lone surrogates: then with these spelt out."""
    try:
        return encode(value)
    except UnicodeEncodeError:
        return encode(encodable(msgspec.to_builtins(value)))


def _deeper(text: bytes) -> bytes:
    """Indented by one more; see `_lines`."""
    return text.replace(b"\n", b"\n ")


def parse(document: bytes, name: str) -> Scan:
    """The scan that a `document` holds; `name` is where it comes from.

    Raises `InputError` when it is not one, or one of another version.
    """
    try:
        scan = msgspec.json.decode(document, type=Scan)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{name}: not a {SCHEMA} document: {error}") from None
    if scan.schema != SCHEMA:
        raise InputError(f"{name}: schema {scan.schema!r}; this version reads {SCHEMA}")
    return scan


def encodable(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """The plain `value` with lone surrogates spelt out, which stand for the bytes of a name that is not UTF-8."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {encodable(key): encodable(item) for key, item in value.items()}
    return [encodable(item) for item in value] if isinstance(value, list | tuple) else value
