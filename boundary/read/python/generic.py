"""How are plain type parameters (PEP 695) written in older forms?  Where a pattern can tell, without libcst.

`def first[T: Row](rows)`, `class Page[T]:` are most of what the grammar of Python 3.11 refuses, and libcst takes longer
to load than such a file to read. What has a default, or a bound that is more than names, is left to it.
"""

from __future__ import annotations

import ast
import re

from boundary.read.python.older import TYPES

_DECLARED = re.compile(
    r"^(?P<head>[ \t]*(?:(?P<function>(?:async[ \t]+)?def)|class)[ \t]+\w+)"
    r"\[(?P<types>[^\[\]()\n\"'#=\\]+)\](?P<tail>[(:])",
    re.MULTILINE,
)
_TYPE = re.compile(r"\s*(?P<stars>\*{0,2})\s*(?P<name>\w+)\s*(?::\s*(?P<bound>\w[\w.| ]*))?")
_KINDS = ("TypeVar", "TypeVarTuple", "ParamSpec")
"""By the stars before the name."""


def rewrite(text: str) -> str | None:
    """The text with its plain type parameters as `older` reads them, on the same lines; None where it has no other."""
    broken = False

    def older(found: re.Match[str]) -> str:
        nonlocal broken
        types = _types(found["types"])
        if types is None or (found["function"] and found["tail"] == ":"):
            broken = True
            return found[0]
        if found["function"]:
            return f"{found['head']}({TYPES}:{types},"
        return f"{found['head']}({types}{',' if found['tail'] == '(' else '):'}"

    rewritten, count = _DECLARED.subn(older, text)
    return rewritten if count and not broken else None


def in_a_string(tree: ast.Module) -> bool:
    """Whether what was rewritten stood in a string, which says something else now."""
    return any(
        isinstance(node, ast.Constant) and isinstance(node.value, str) and TYPES in node.value
        for node in ast.walk(tree)
    )


def _types(text: str) -> str | None:
    """The calls that declare type parameters; None where one of them is not plain."""
    calls: list[str] = []
    for each in text.rstrip().removesuffix(",").split(","):
        found = _TYPE.fullmatch(each)
        if found is None:
            return None
        bound = f",bound=({found['bound'].strip()})" if found["bound"] else ""
        calls.append(f"{_KINDS[len(found['stars'])]}({found['name']!r}{bound}),")
    return f"{TYPES}({''.join(calls)})"
