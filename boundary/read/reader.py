"""What are the facts of one file, as bytes?  Reading as it is done in every process, here or elsewhere."""

from __future__ import annotations

import ast
import re

import msgspec

from boundary.read.kinds import is_sql, speaks_sql
from boundary.read.python.extract import extract
from boundary.read.python.refusal import RefusedError, failed
from boundary.read.python.syntax import TOO_DEEP, Parsed, parse, parse_plainly
from boundary.read.text import text_of

_ENCODER = msgspec.msgpack.Encoder()
_BRACKET = re.compile(rb"[\[({\])}]")


class Job(msgspec.Struct, frozen=True, array_like=True):
    """A file to read: the path to name it by, and its bytes; `dialect` is that of a file of SQL, where it is known.

    A `template` is read as one, whatever its name.
    """

    file: str
    content: bytes
    dialect: str | None = None
    template: bool = False

    @property
    def is_sql(self) -> bool:
        """Whether it is a file of SQL; what is no template either is Python."""
        return is_sql(self.file)

    @property
    def is_harmless(self) -> bool:
        """Whether it can be read in this process, without limits of time and memory."""
        return len(self.content) <= LONGEST_HERE and (self.template or not _nests_deeper(self.content, DEEPEST_HERE))


DEEPEST_HERE = 30
"""So many brackets may be open in a file that is read without limits: a parser's work can double with each."""
LONGEST_HERE = 200_000
"""So many bytes may a file have that is read without limits: its tree takes up to a thousand times as much memory."""


class Outcome(msgspec.Struct, frozen=True, array_like=True):
    """What reading a file gave: encoded `facts`, or the `reason` why there are none and the `line` of it.

    `settled` says that reading the same bytes again would give the same.
    """

    facts: bytes | None = None
    reason: str | None = None
    line: int | None = None
    settled: bool = True


def _nests_deeper(content: bytes, limit: int) -> bool:
    """Whether more brackets are open at once; those in strings count like any other."""
    depth = 0
    for bracket in _BRACKET.finditer(content):
        depth = depth + 1 if bracket[0] in b"[({" else max(depth - 1, 0)
        if depth > limit:
            return True
    return False


def read(job: Job) -> Outcome:
    """Reads a file in whatever grammar it is written; hostile content can end or stall the process."""
    try:
        return _other_facts(job) if job.template or job.is_sql else _facts(parse(job.content, job.file))
    except RefusedError as refused:
        return Outcome(reason=refused.reason, line=refused.line)
    except (RecursionError, MemoryError):
        return Outcome(reason=TOO_DEEP)
    except Exception as error:  # noqa: BLE001 - a fault of the reader costs this file, not the run
        return _failed(error)


def read_plainly(job: Job) -> Outcome:
    """Reads a file by the interpreter's own grammar; the outcome is not `settled` where `read` may do better."""
    try:
        return _other_facts(job) if job.template or job.is_sql else _facts(parse_plainly(job.content, job.file))
    except RefusedError as refused:
        return Outcome(reason=refused.reason, line=refused.line, settled=not refused.may_be_newer)
    except (RecursionError, MemoryError):
        return Outcome(reason=TOO_DEEP, settled=False)
    except Exception as error:  # noqa: BLE001 - as above
        return _failed(error)


def _failed(error: Exception) -> Outcome:
    return Outcome(reason=failed(error), settled=False)


def _other_facts(job: Job) -> Outcome:
    return _template_facts(job) if job.template else _sql_facts(job)


def _template_facts(job: Job) -> Outcome:
    from boundary.read.templates import read_template  # noqa: PLC0415 - many projects have none

    facts = read_template(text_of(job.content).replace("\0", " "))
    try:
        return Outcome(facts.encoded())
    except UnicodeEncodeError as error:
        raise RefusedError("holds text that is none") from error


def _sql_facts(job: Job) -> Outcome:
    from boundary.read.sql import read_sql_file  # noqa: PLC0415 - most projects hold no file of SQL

    text = text_of(job.content) if speaks_sql(job.file, job.content) else ""
    return Outcome(_ENCODER.encode(read_sql_file(text, job.dialect, job.file)))


def _facts(parsed: Parsed) -> Outcome:
    facts = extract(parsed.tree, parsed.source, bridged=parsed.bridged)
    try:
        return Outcome(facts.encoded())
    except UnicodeEncodeError:  # a literal such as "\ud800", which is no text
        facts = extract(_without_surrogates(parsed.tree), parsed.source, bridged=parsed.bridged)
        return Outcome(facts.encoded())


def _without_surrogates(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = node.value.encode(errors="replace").decode()
    return tree
