r"""Which comments of the sources speak to a check?  `# boundary: ignore[BND202] reason="..." until=2027-03-01`.

In SQL the same stands after `--`. A comment alone on its line speaks of the next line that is no comment, one behind
code of its own line. Text in a string is no comment.
"""

from __future__ import annotations

import io
import re
import tokenize
from datetime import date
from typing import TYPE_CHECKING

from boundary.model.findings import Ignore
from boundary.read.kinds import is_sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARK = re.compile(rb"boundary:\s*ignore")
_COMMENT = re.compile(r"(?:#|--)\s*boundary:\s*ignore\b(?P<rest>.*)")
_FORM = re.compile(r"\[(?P<rules>[^\]]*)\](?P<more>.*)")
_PART = re.compile(r"""\s*(?:reason\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')|until\s*=\s*(?P<until>\S+))""")
_RULE = re.compile(r"BND\d{3}")


def ignores_in(contents: Iterable[tuple[str, bytes]]) -> tuple[Ignore, ...]:
    """The ignores in the files, given by path and content, in the order of the files."""
    return tuple(one for file, content in contents if _MARK.search(content) for one in _of_file(file, content))


def _of_file(file: str, content: bytes) -> Iterator[Ignore]:
    text = content.decode(errors="replace")
    lines = text.splitlines()
    comments = _sql_comments(lines) if is_sql(file) else _python_comments(content, lines)
    for line, comment in comments:
        said = _COMMENT.match(comment)
        if said is not None:
            yield _read(file, _target(lines, line), line, said["rest"])


def _python_comments(content: bytes, lines: list[str]) -> list[tuple[int, str]]:
    """The comments by line; where a file cannot be taken apart, everything that looks like one."""
    try:
        tokens = list(tokenize.tokenize(io.BytesIO(content).readline))
    except (tokenize.TokenError, SyntaxError, UnicodeDecodeError):
        return [(number, line[line.index("#") :]) for number, line in enumerate(lines, 1) if "#" in line]
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def _sql_comments(lines: list[str]) -> list[tuple[int, str]]:
    return [(number, line[line.index("--") :]) for number, line in enumerate(lines, 1) if "--" in line]


def _target(lines: list[str], line: int) -> int:
    """The line that a comment speaks of."""
    alone = ("#", "--")
    while line <= len(lines) and lines[line - 1].lstrip().startswith(alone):
        line += 1
    return line


def _read(file: str, line: int, at: int, rest: str) -> Ignore:
    """The ignore that a comment's text comes to, with what is wrong with it."""
    form = _FORM.match(rest)
    if form is None:
        return Ignore(file, line, (), fault="it names no rule: ignore[BND202]", at=at)
    rules = tuple(part.strip() for part in form["rules"].split(",") if part.strip())
    wrong = [rule for rule in rules if not _RULE.fullmatch(rule)]
    reason, until, fault, position = "", None, None, 0
    more = form["more"]
    while part := _PART.match(more, position):
        position = part.end()
        reason = part["double"] or part["single"] or reason
        until = part["until"] or until
    if wrong or not rules:
        fault = f"{wrong[0]!r} is not the id of a rule" if wrong else "it names no rule: ignore[BND202]"
    elif not reason.strip():
        fault = 'it has no reason: reason="..."'
    elif until is not None and not _is_day(until):
        fault = f"until={until} is not a day: until=2027-03-01"
    return Ignore(file, line, rules, reason.strip(), until, fault, at)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
