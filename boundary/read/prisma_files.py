"""Which models does a schema of Prisma declare?  A language of its own, in files that end in `.prisma`.

    model Post {
      id       Int    @id @map("post_id")
      author   User   @relation(fields: [authorId], references: [id], onDelete: Cascade)
      authorId Int
      tags     Tag[]

      @@map("posts")
      @@schema("blog")
    }

A view is read as a model is. What is no block of these, enumerations and composite types among it, is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.model.prisma import PrismaField, PrismaModel
from boundary.read.python.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX = ".prisma"
_STRING = r'"(?:[^"\\\n]|\\.)*"'
_COMMENT = re.compile(rf"({_STRING})|//[^\n]*")
_BLOCK = re.compile(r"^[ \t]*(?:model|view)[ \t]+(\w+)[ \t]*\{", re.MULTILINE)
_FIELD = re.compile(r"^[ \t]*(\w+)[ \t]+(\w+)(?:\([^)\n]*\))?(\[\])?(\?)?", re.MULTILINE)
_RELATION = re.compile(rf"@relation\(((?:{_STRING}|[^()\"]|\([^()]*\))*)\)")
_NAMED = re.compile(rf"(?:^|,)\s*(?:name\s*:\s*)?({_STRING})")
_COLUMNS = re.compile(r"\bfields\s*:\s*\[([^\]]*)\]")
_DELETED = re.compile(r"\bonDelete\s*:\s*(\w+)")
_MAPPED = re.compile(rf"(?<!@)@map\(\s*(?:name\s*:\s*)?({_STRING})")
_TABLE = re.compile(rf"@@map\(\s*(?:name\s*:\s*)?({_STRING})")
_SCHEMA = re.compile(rf"@@schema\(\s*({_STRING})")
_BRACE = re.compile(rf"{_STRING}|[{{}}]")
_OPEN = {"{": 1, "}": -1}


def is_prisma(path: str) -> bool:
    """Whether a file is a schema of Prisma, by how it is called."""
    return path.endswith(SUFFIX)


def read_prisma(file: str, content: bytes) -> list[PrismaModel]:
    """The models that a file declares. Raises `RefusedError` where a block is not closed, or it is no text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError("is no text in UTF-8") from None
    text = _COMMENT.sub(lambda found: found[1] or "", text)
    models = []
    for found in _BLOCK.finditer(text):
        line = text.count("\n", 0, found.start(1)) + 1
        end = _end(text, found.end())
        if end < 0:
            raise RefusedError(f"the block of {found[1]} is not closed", line)
        models.append(_model(file, line, found[1], text[found.end() : end]))
    return models


def _end(text: str, at: int) -> int:
    """Where a block ends that was opened before; -1 where it does not."""
    depth = 1
    for found in _BRACE.finditer(text, at):
        depth += _OPEN.get(found[0], 0)
        if depth == 0:
            return found.start()
    return -1


def _model(file: str, line: int, name: str, body: str) -> PrismaModel:
    table, schema = _text(_TABLE, body) or name, _text(_SCHEMA, body)
    return PrismaModel(file, line, name, f"{schema}.{table}" if schema else table, tuple(_fields(body, line)))


def _fields(body: str, line: int) -> Iterator[PrismaField]:
    """The fields of a block; what a field says of itself may go on over several lines, up to the next one."""
    found = list(_FIELD.finditer(body))
    mapped = {one[1]: _text(_MAPPED, said) for one, said in zip(found, _said(body, found), strict=True)}
    for one, said in zip(found, _said(body, found), strict=True):
        relation = _RELATION.search(said)
        told = relation[1] if relation else ""
        columns = _COLUMNS.search(told)
        deleted = _DELETED.search(told)
        yield PrismaField(
            one[1],
            one[2],
            line + body.count("\n", 0, one.start(1)),
            many=bool(one[3]),
            optional=bool(one[4]),
            relation=_text(_NAMED, told),
            columns=tuple(mapped.get(name) or name for name in re.findall(r"\w+", columns[1])) if columns else (),
            on_delete=deleted[1] if deleted else "",
        )


def _said(body: str, found: list[re.Match[str]]) -> list[str]:
    """What stands behind each field, up to the next one."""
    ends = [one.start() for one in found[1:]]
    return [body[one.end() : end] for one, end in zip(found, [*ends, len(body)], strict=False)]


def _text(pattern: re.Pattern[str], said: str) -> str:
    """The text that a pattern finds, without its quotes; empty where it finds none."""
    found = pattern.search(said)
    return re.sub(r"\\(.)", r"\1", found[1][1:-1]) if found else ""
