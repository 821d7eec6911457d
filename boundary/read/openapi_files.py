"""Which function answers which request?  Descriptions of APIs in YAML, as connexion reads them.

    paths:
      /orders:
        x-openapi-router-controller: shop.orders
        post:
          operationId: create

Only what is needed is read, by its lines: keys and plain values, each below what it is indented under. Files are looked
into that are called like a description of an API, or lie in a folder that is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from boundary.model.openapi import Operation
from boundary.read.python.refusal import RefusedError

_SUFFIXES = (".yml", ".yaml")
_CALLED = re.compile(r"openapi|swagger|(?:^|[^a-z])(?:api|spec)s?(?:[^a-z]|$)")
_BLOCK = re.compile(r"[|>][-+0-9]*(?:$|\s)")
_INDENT = re.compile(r"(?:\s|-(?=\s))*")
_COLON = re.compile(r":(?=\s|$)")
_QUOTES = ("'", '"')
_QUOTED = frozenset({"#", *_QUOTES})
_VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})
_NAMED = "operationId"
_CONTROLLERS = ("x-openapi-router-controller", "x-swagger-router-controller")


class _Node(NamedTuple):
    """A key that others stand below."""

    indent: int
    key: str
    line: int
    said: dict[str, str]


def is_openapi(path: str) -> bool:
    """Whether a file may describe an API, by how it is called and where it lies."""
    return path.endswith(_SUFFIXES) and _CALLED.search(path.lower()) is not None


def read_openapi(file: str, content: bytes) -> list[Operation]:
    """The operations that a file describes. Raises `RefusedError` where one that has any is no text."""
    if _NAMED.encode() not in content and b"\npaths:" not in content:
        return []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError("is no text in UTF-8") from None
    found: list[tuple[_Node, list[_Node]]] = []
    above: list[_Node] = []
    block: int | None = None
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip())
        if not line.strip() or (block is not None and indent > block):
            continue
        block = None
        read = _key_in(line)
        if read is None:
            continue
        indent, key, value = read
        while above and above[-1].indent >= indent:
            above.pop()
        block = indent if _BLOCK.match(value) else None
        if above and value:
            above[-1].said[key] = value.partition(" #")[0].rstrip().strip("\"'")
        node = _Node(indent, key, number, {})
        if key in _VERBS and not value:
            found.append((node, list(above)))
        above.append(node)
    return [one for node, around in found if (one := _operation(file, node, around)) is not None]


def _key_in(line: str) -> tuple[int, str, str] | None:
    """How far a key is indented, the key, and the value behind it in its line; None where there is none.

    What is hostile may be long: nothing is looked for twice.
    """
    start = _INDENT.match(line)
    indent = start.end() if start is not None else 0
    end = line.find(line[indent], indent + 1) if line[indent : indent + 1] in _QUOTES else 0
    colon = _COLON.search(line, max(indent, end))
    if colon is None or end < 0:
        return None
    key = line[indent + 1 : end] if end else line[indent : colon.start()].rstrip()
    between = line[end + 1 : colon.start()].strip() if end else ""
    if not key or between or not _QUOTED.isdisjoint(key):
        return None
    value = line[colon.end() :].strip()
    return indent, key, "" if value.startswith("#") else value


def _operation(file: str, node: _Node, around: list[_Node]) -> Operation | None:
    """What stands below a verb, if that is an operation: it has a name, or stands below a path."""
    path = next((one.key for one in reversed(around) if one.key.startswith("/")), "")
    name = node.said.get(_NAMED, "")
    if not name and not path:
        return None
    holders = [node, *reversed(around)]
    controller = next((one.said[key] for one in holders for key in _CONTROLLERS if key in one.said), "")
    return Operation(node.key, path, f"{controller}.{name}" if controller and name else name, file, node.line)
