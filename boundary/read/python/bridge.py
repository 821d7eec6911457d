"""How is a text in a newer grammar written in an older one?  Piece by piece: libcst reads only what `ast` refuses.

libcst is some forty times slower than `ast`, and one newer form in a file of a thousand lines is the rule. So the text
is cut at its statements, and only the pieces that `ast` refuses are rewritten (`forms`). Where a cut was wrong, inside
a string for instance, neither parser takes the piece, and the whole is given to libcst.
"""

from __future__ import annotations

import ast
import contextlib
import re
import warnings

import libcst as cst

from boundary.read.python.forms import to_older_forms

SMALL = 40
"""Lines of a piece that is not worth cutting further."""

_HEADER = "class _:\n"
"""What makes an indented piece a text of its own."""
_CONTINUES = re.compile(r"\s*(?:[)\]}#\r\n]|$|(?:else|elif|except|finally)\b)")
_TRIPLE_QUOTES = re.compile(r"\"\"\"|'''")
_TEMPLATE = re.compile(r"\b(?:[tT][rR]?|[rR][tT])(?=['\"])")


def rewrite(text: str) -> str:
    """The text in forms that Python 3.11's parser accepts, with as many lines as before, each name where it was.

    What libcst refuses too stays as it is, for `ast` to name the fault. Raises RecursionError and MemoryError where
    the text nests too deeply.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rewritten = "".join(_piece(piece, 0) for piece in _pieces(_lines(text), 0))
    return rewritten if _accepts(rewritten) else _whole(text) or rewritten


def _piece(lines: list[str], indent: int) -> str:
    """A statement that stands at `indent`, with what follows it there."""
    text, header = "".join(lines), _HEADER if indent else ""
    if _accepts(header + text):
        return text
    cut = _cut(lines, indent) if len(lines) > SMALL else text
    if cut is not text and _accepts(header + cut):
        return cut
    whole = _whole(header + text)
    return cut if whole is None else whole[len(header) :]


def _cut(lines: list[str], indent: int) -> str:
    """A compound statement, its body cut into pieces."""
    deeper = min((_indent(line) for line in lines[1:] if line.strip() and _indent(line) > indent), default=0)
    if not deeper:
        return "".join(lines)
    first = next(index for index, line in enumerate(lines) if index and line.strip() and _indent(line) == deeper)
    body = "".join(_piece(piece, deeper) for piece in _pieces(lines[first:], deeper))
    tail, header = " " * deeper + "pass\n", _HEADER if indent else ""
    head = f"{header}{''.join(lines[:first])}{tail}"
    if not _accepts(head):
        head = _whole(head) or head
    return head[len(header) :].removesuffix(tail) + body


def _pieces(lines: list[str], indent: int) -> list[list[str]]:
    """The statements that stand at `indent`, decorators and `else` with what they belong to; a guess, checked later."""
    pieces: list[list[str]] = [[]]
    quote, decorated = "", False
    for line in lines:
        if not quote and _indent(line) == indent and not _CONTINUES.match(line):
            if pieces[-1] and not decorated:
                pieces.append([])
            decorated = line.lstrip().startswith("@")
        pieces[-1].append(line)
        for found in _TRIPLE_QUOTES.findall(line):
            quote = "" if quote == found else quote or found
    return pieces


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one."""
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _accepts(text: str) -> bool:
    """Whether this interpreter's grammar takes the text."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError, MemoryError):
        return False
    return True


def _whole(text: str) -> str | None:
    """The text, all of it read and rewritten by libcst; None where libcst refuses it."""
    module = _parse(text)
    rewritten = to_older_forms(module) if module else None
    if rewritten is None or rewritten.count("\n") != text.count("\n"):
        return None
    return rewritten


def _parse(text: str) -> cst.Module | None:
    for attempt in (text, _TEMPLATE.sub(_spelled_as_format, text)):
        with contextlib.suppress(cst.ParserSyntaxError, cst.CSTLogicError, cst.CSTValidationError):
            return cst.parse_module(attempt)
    return None


def _spelled_as_format(prefix: re.Match[str]) -> str:
    """An f-string may stand for what libcst 1.9 does not know: `T"..."`, `tr"..."` and `t"..." t"..."`."""
    return "rf" if len(prefix[0]) > 1 else "f"
