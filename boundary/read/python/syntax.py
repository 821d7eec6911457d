"""What is the syntax tree of a source text, whatever grammar it is written in?

The standard `ast` is fast and knows only the grammar of the interpreter that runs it. Where it refuses a text, libcst
reads the text, `bridge` writes its newer forms as older ones without moving a line, and `ast` reads the outcome.
Either way the tree holds no form that Python 3.11 does not have: `older` sees to that.
"""

from __future__ import annotations

import ast
import re
import sys
import warnings
from typing import NamedTuple

from boundary.read.python import generic, older
from boundary.read.python.encoding import decode
from boundary.read.python.refusal import RefusedError

DEEPEST_NESTING = 1000
"""More open brackets than this are no program (the interpreter stops at 200) and overflow a parser's stack."""

LONGEST_CHAIN = 300
"""So many operators, each of which takes all that follows, or attributes of attributes, are no program: the
newer grammar's parser takes time that grows with their square."""

LONG_LINE = 500

TOO_DEEP = "nests deeper than can be read"
"""The reason where the interpreter's own limits are met."""

_FINAL = ("Missing parentheses in call", "too many nested parentheses", "too many levels of indentation")
_PYTHON_2_MESSAGE = re.compile(
    r"in call to '(?:print|exec)'|leading zeros in decimal|parameters cannot be parenthesized"
)
_PYTHON_2_LINE = re.compile(
    r"^\s*(?:print|exec)\s+[\w\"'%]|^\s*raise\s+[\w.]+\s*,|"
    r"\w\s*<>\s*\w|=\s*`[^`]+`|\b[uU][rR][\"']|=\s*\d+[lL]\b"
)
_CHAIN = re.compile(
    r"(?<![\w.])(?:(?:not\b|await\b|lambda\b[^:\n]{0,80}:|[-+~]|\w{1,80}\s+if\s+\w{1,80}\s+else\b"
    r"|\b\w++(?:\([^()\n]{0,80}\))?\s*\.)\s*)"
    rf"{{{LONGEST_CHAIN}}}"
)


class Parsed(NamedTuple):
    """A syntax tree with the `source` that it stands for; `bridged` says that libcst was needed."""

    tree: ast.Module
    source: str
    bridged: bool


def parse(source: str | bytes, filename: str = "<source>") -> Parsed:
    """The tree of `source`, read through libcst where this interpreter's grammar refuses it.

    Raises `RefusedError` where neither can read it. libcst runs in this process: hostile text can make it very slow
    or end it, so texts of unknown origin go through `boundary.read.isolated`.
    """
    text = decode(source) if isinstance(source, bytes) else source
    try:
        return parse_plainly(text, filename)
    except RefusedError as refused:
        if not refused.may_be_newer:
            raise
        return _parse_newer(text, filename, refused)


def parse_plainly(source: str | bytes, filename: str = "<source>") -> Parsed:
    """The tree of `source` by this interpreter's grammar alone; raises `RefusedError` where that refuses it."""
    text = decode(source) if isinstance(source, bytes) else source
    tree = _tree(text, filename)
    if sys.version_info >= (3, 12) and older.may_hold_newer_forms(text):
        tree = _lowered(tree)
    return Parsed(tree, text, bridged=False)


def _tree(text: str, filename: str) -> ast.Module:
    if "\0" in text:
        raise RefusedError("has a NUL character, so it is no source text", text.partition("\0")[0].count("\n") + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text, filename)
    except SyntaxError as error:
        message = error.msg or "invalid syntax"
        may_be_newer = not message.startswith(_FINAL)
        raise RefusedError(_worded(message, text, error.lineno), error.lineno, may_be_newer=may_be_newer) from None
    except (RecursionError, MemoryError):
        raise RefusedError(TOO_DEEP, _crowded_line(text)) from None
    except ValueError as error:
        raise RefusedError(str(error)) from None


def _parse_newer(text: str, filename: str, refused: RefusedError) -> Parsed:
    """The tree of a text that `ast` has `refused`."""
    plain = _plainly_generic(text, filename)
    if plain is not None:
        return Parsed(plain, text, bridged=True)
    deepest = _line_nested_deeper(text, DEEPEST_NESTING)
    if deepest:
        raise RefusedError(f"opens more than {DEEPEST_NESTING} brackets inside one another", deepest)
    chain = _CHAIN.search(text)
    if chain:
        line = text.count("\n", 0, chain.start()) + 1
        raise RefusedError(f"chains more than {LONGEST_CHAIN} operators or attributes", line)
    from boundary.read.python import bridge  # noqa: PLC0415 - libcst takes longer to load than most files to read

    try:
        rewritten = bridge.rewrite(text)
    except (RecursionError, MemoryError):
        raise RefusedError(TOO_DEEP, refused.line) from None
    # Where a fault is left, it is named from here: the first refusal may have been no more than a newer form.
    tree = _tree(rewritten, filename)
    return Parsed(_lowered(tree), text, bridged=True)


def _plainly_generic(text: str, filename: str) -> ast.Module | None:
    """The tree of a text in which nothing is newer than plain type parameters; None for every other."""
    rewritten, definitions = generic.rewrite(text)
    if not definitions:
        return None
    try:
        tree = _tree(rewritten, filename)
    except RefusedError:
        return None
    if older.lower_types(tree) != definitions:  # what was rewritten stood in a string, which says something else now
        return None
    return _lowered(tree) if sys.version_info >= (3, 12) else tree


def _lowered(tree: ast.Module) -> ast.Module:
    try:
        return older.lower(tree)
    except RecursionError:
        raise RefusedError(TOO_DEEP) from None


def _worded(message: str, text: str, line: int | None) -> str:
    """An interpreter's complaint as a reason; says so where the line is Python 2."""
    lines = text.split("\n")
    there = lines[line - 1] if line and line <= len(lines) else ""
    if _PYTHON_2_MESSAGE.search(message) or _PYTHON_2_LINE.search(there):
        return f"looks like Python 2: {message}"
    return f"syntax error: {message}"


def _crowded_line(text: str) -> int | None:
    """The line that most likely nests too deeply: the longest, where it is long."""
    lines = text.split("\n")
    longest = max(range(len(lines)), key=lambda index: len(lines[index]))
    return longest + 1 if len(lines[longest]) > LONG_LINE else None


def _line_nested_deeper(text: str, limit: int) -> int | None:
    """The first line with more than `limit` brackets open, or None; brackets in strings count like any other."""
    depth = 0
    for bracket in re.finditer(r"[\[({\])}]", text):
        depth += 1 if bracket[0] in "[({" else -1
        if depth > limit:
            return text.count("\n", 0, bracket.start()) + 1
    return None
