"""How are type parameters and aliases (PEP 695, 696) written in older forms?  Where a scan can tell, without libcst.

`def first[T: Row](rows)`, `class Page[T]:`, `type Key = int` are most of what the grammar of Python 3.11 refuses, and
libcst takes longer to load than such a file to read. What has strings or line breaks among its parameters it reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.read.python.older import ALIAS, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEFINED = re.compile(
    r"^(?P<indent>[ \t]*)(?:(?P<function>(?:async[ \t]+)?def[ \t]+\w+)\[|(?P<cls>class[ \t]+\w+)\["
    r"|type[ \t]+(?P<alias>\w+)[ \t]*(?:\[|=(?!=)))",
    re.MULTILINE,
)
_PIECE = re.compile(r"[\[\](){},:=]|[\n\"'#\\]")
"""What divides parameters, or nests in them; and what is not plain."""
_NAME = re.compile(r"\s*(?P<stars>\*{0,2})\s*(?P<name>\w+)\s*")
_SPACE = re.compile(r"[ \t]*")
_KINDS = ("TypeVar", "TypeVarTuple", "ParamSpec")
"""By the stars before the name."""


def rewrite(text: str) -> tuple[str, int]:
    """The text with its type parameters and aliases as `older` reads them, on the same lines; of how many definitions.

    None of them, where there are others that are not plain.
    """
    written: list[str] = []
    position = count = 0
    for found in _DEFINED.finditer(text):
        if found.start() < position:
            continue
        types, end = _types(text, found.end()) if found[0].endswith("[") else ("", found.end() - 1)
        if types is None:
            return text, 0
        indent, behind = found["indent"], text[end : end + 1]
        if found["function"] and behind == "(":
            new = f"{indent}{found['function']}({TYPES}:{types},"
        elif found["cls"] and behind == "(":
            new = f"{indent}{found['cls']}({types},"
        elif found["cls"] and behind == ":":
            new = f"{indent}{found['cls']}({types}):"
        elif found["alias"] and behind == "=":
            new = f"{indent}{found['alias']}:{ALIAS}({types})="
        else:
            return text, 0
        written += [text[position : found.start()], new]
        position, count = end + 1, count + 1
    return "".join([*written, text[position:]]), count


def _types(text: str, start: int) -> tuple[str | None, int]:
    """The calls that declare the type parameters from `start` on, and where what follows begins; None if not plain."""
    calls: list[str] = []
    for parts, end in _parameters(text, start):
        found = _NAME.fullmatch(parts[""])
        if found is not None:
            held = [  # a star before the default of a `*Ts` says nothing more
                f",{key}=({parts[sign].strip().removeprefix('*')})"
                for sign, key in ((":", "bound"), ("=", "default"))
                if sign in parts
            ]
            calls.append(f"{_KINDS[len(found['stars'])]}({found['name']!r}{''.join(held)}),")
        elif not calls or len(parts) > 1 or parts[""].strip() or text[end - 1] != "]":
            break  # nothing, but for a last comma
        if text[end - 1] == "]":
            behind = _SPACE.match(text, end)
            return f"{TYPES}({''.join(calls)})", behind.end() if behind else end
    return None, start


def _parameters(text: str, start: int) -> Iterator[tuple[dict[str, str], int]]:
    """Each parameter in parts: "" is its name, ":" its bound, "=" its default; and where what ends it ends."""
    parts: dict[str, str] = {}
    sign, depth = "", 0
    for found in _PIECE.finditer(text, start):
        piece = found[0]
        if piece in "\n\"'#\\":
            return
        if piece in "[({":
            depth += 1
        elif depth and piece in "])}":
            depth -= 1
        elif not depth:
            parts[sign] = text[start : found.start()]
            sign, start = piece, found.end()
            if piece in {",", "]"}:
                yield parts, start
                parts, sign = {}, ""
            elif piece in {")", "}"} or sign in parts:
                return
