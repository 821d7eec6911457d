"""What text do a source file's bytes hold?  Python's own rules: a byte order mark, a declared encoding, else UTF-8."""

from __future__ import annotations

import codecs
import re

from boundary.read.python.refusal import RefusedError

_DECLARED = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
_BLANK = re.compile(rb"^[ \t\f]*(?:[#\r\n]|$)")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(content: bytes) -> str:
    """The text of a Python file (PEP 263).

    Raises `RefusedError`, naming the byte, where the bytes are no text or not in the encoding that they claim.
    """
    if b"\0" in content:
        raise _with_null(content)
    marked = content.startswith(codecs.BOM_UTF8)
    body = content[len(codecs.BOM_UTF8) :] if marked else content
    declared = _declared(body)
    if marked and declared and _canonical(declared) != "utf-8":
        raise RefusedError(f"starts with the mark of UTF-8 and declares the encoding {declared}", 1)
    encoding = declared or "utf-8"
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(content, error, declared, len(content) - len(body)) from None
    except (LookupError, UnicodeError):
        raise RefusedError(f"declares the encoding {encoding}, which Python does not know", 1) from None


def _declared(body: bytes) -> str | None:
    """The encoding that one of the first two lines declares."""
    for line in body.split(b"\n", 2)[:2]:
        match = _DECLARED.match(line)
        if match:
            return match[1].decode("ascii")
        if not _BLANK.match(line):
            return None
    return None


def _canonical(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return encoding


def _undecodable(content: bytes, error: UnicodeDecodeError, declared: str | None, offset: int) -> RefusedError:
    position = error.start + offset
    byte = f"byte 0x{content[position]:02x} at position {position}" if position < len(content) else "its last byte"
    claim = f"not valid in the encoding {declared} that the file declares"
    reason = f"{byte} is {claim if declared else 'not UTF-8, and the file declares no other encoding'}"
    return RefusedError(reason, _line(content, position))


def _with_null(content: bytes) -> RefusedError:
    if content.startswith(_WIDE_MARKS):
        return RefusedError("is UTF-16, which Python does not read as source", 1)
    position = content.index(b"\0")
    return RefusedError(f"has a NUL byte at position {position}, so it is no source text", _line(content, position))


def _line(content: bytes, position: int) -> int:
    return content.count(b"\n", 0, position) + 1
