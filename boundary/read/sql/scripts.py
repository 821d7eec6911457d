"""How is a file of SQL cut into parts?  The tools' own commands out, and the marks that end a statement for them.

psql's backslash commands and the data behind `COPY ... FROM stdin`, MySQL's DELIMITER, sqlcmd's GO, SQL*Plus' lines and
its `/`: each tool that runs scripts has words that the database never sees.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Chunk(NamedTuple):
    """A part of a file; `whole` says that a routine in it goes on to its end, whatever semicolons it holds."""

    start: int
    end: int
    whole: bool


_COPY_DATA = re.compile(
    r"^[ \t]*COPY\b[^;]*?\bFROM\s+stdin\b[^;\n]*;[ \t]*\n(?P<data>.*?^\\\.[ \t]*$)",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
_PSQL = re.compile(r"^[ \t]*\\(?!\.)[a-zA-Z!?;].*$", re.MULTILINE)
_PSQL_AT_END = re.compile(r"\\(?:gset|g|gexec|gx|crosstabview)\b.*$", re.MULTILINE)
_SQLCMD = re.compile(
    r"^[ \t]*(?::(?:setvar|r|on|connect|out|error|exit|quit|list|help|reset|xml|ed|!!)\b|!!).*$",
    re.IGNORECASE | re.MULTILINE,
)
_SQLPLUS = re.compile(
    r"^[ \t]*(?:(?:prompt|rem|remark|var|variable|pause|spool|whenever|host|accept|undefine)\b[^\n]*|@{1,2}\S[^\n]*|[$!][ \t]*\w[^\n]*|\.[ \t]*"
    r"|(?:spool|whenever|accept|undef|undefine|def|define|col|column|ttitle|btitle|break|compute|conn|connect|host|pause"
    r"|variable|var|print|clear|timing|repheader|repfooter|store|start|exit|quit|disconnect|show)\b"
    r"(?![^\n]*;[ \t]*$)[^\n]*"
    r"|set[ \t]+(?:echo|feed\w*|head\w*|lines\w*|pages\w*|serverout\w*|sqlbl\w*|ver\w*|term\w*|trims\w*|define|scan"
    r"|timing|tab|long\w*|num\w*|sqlprompt|sqlp|suffix|escape|concat|wrap|newp\w*|unders\w*|colsep|arraysize|auto\w*|errorlogging"
    r"|trimout|trim|exitcommit|sqln\w*|space|markup|flush|appinfo|document|embedded|shiftinout|showmode|sqlc\w*|sqlt\w*"
    r"|loboffset|copy\w*)\b[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_SQLPLUS_BUFFER = re.compile(
    r"(?:^[ \t]*/|;)[ \t]*\n\s*?(?P<command>^[ \t]*(?:l|list|r|run|ed|edit|get|save|del|input|i|append|a|change|c|help"
    r"|describe|desc|recover|startup|shutdown|archive|oradebug|xquery)\b(?![ \t]*(?:[:=(.]|\n\s*[:=(.]))[^\n;]*;?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""SQL*Plus' commands whose words could be names elsewhere, behind the end of a statement."""
_FOREIGN_SOURCE = re.compile(
    r"^[ \t]*create\s+(?:or\s+replace\s+)?(?:and\s+(?:resolve|compile)\s+)?(?:noforce\s+)?"
    r"(?:java\s+\w+|mle\s+module)\b[^;]*?\bas\b(?P<code>.*?)(?=^[ \t]*/[ \t]*$|\Z)",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
_DELIMITER = re.compile(r"^[ \t]*DELIMITER[ \t]+(?P<mark>[^\w\s]\S*)[^\n]*$", re.IGNORECASE | re.MULTILINE)
_UNDOING = re.compile(
    r"^[ \t]*--[ \t]*(?:migrate:down|\+(?:goose|micrate|migrate)[ \t]+down|-*[ \t]*!downs)\b"
    r".*?(?=^[ \t]*--[ \t]*(?:migrate:up|\+(?:goose|micrate|migrate)[ \t]+up|-*[ \t]*!ups)\b|\Z)",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
"""The half of a migration that takes it back: dbmate's, goose's, sql-migrate's and Play's."""
_NAME = re.compile(r"^[ \t]*--+[ \t]*:?name[ \t]*:?[ \t]+(?P<name>[A-Za-z_][\w-]*)", re.MULTILINE)
_GO = re.compile(r"^[ \t]*GO(?:[ \t]+\d+)?[ \t]*;?[ \t]*(?:--[^\n]*)?\r?$", re.IGNORECASE | re.MULTILINE)
_SLASH = re.compile(r"^[ \t]*/[ \t]*\r?$", re.MULTILINE)


def masked(text: str, dialect: str | None) -> str:
    """The text with what only its tool reads blanked out; all positions and lines stay."""
    text = _UNDOING.sub(lambda found: _blank(found.group()), text)
    if "\\" in text:
        text = _COPY_DATA.sub(lambda found: _without(found, "data"), text)
        if dialect in {"postgres", "redshift", None}:
            text = _PSQL.sub(lambda found: _blank(found.group()), text)
            text = _PSQL_AT_END.sub(lambda found: ";" + _blank(found.group())[1:], text)
    if dialect == "tsql":
        text = _SQLCMD.sub(lambda found: _blank(found.group()), text)
    if dialect == "oracle":
        text = _FOREIGN_SOURCE.sub(lambda found: _without(found, "code"), text)
        text = _SQLPLUS.sub(lambda found: _blank(found.group()), text)
        text = _SQLPLUS_BUFFER.sub(lambda found: _without(found, "command"), text)
    return text


def names(text: str) -> list[tuple[int, str]]:
    """The names that comments give to queries, with their positions; a dash in one is an underscore to the program."""
    return [(found.start(), found["name"].replace("-", "_")) for found in _NAME.finditer(text)]


def _without(found: re.Match[str], part: str) -> str:
    """What was found, with one of its groups blanked out."""
    start, end = (at - found.start() for at in found.span(part))
    return found.group()[:start] + _blank(found[part]) + found.group()[end:]


def _blank(text: str) -> str:
    return "".join("\n" if character == "\n" else " " for character in text)


def chunks(text: str, dialect: str | None) -> list[Chunk]:
    """The parts of a (masked) file, in order."""
    if dialect in {"mysql", "mariadb", None} and _DELIMITER.search(text):
        return _delimited(text)
    if dialect == "tsql":
        return _between(text, _GO, whole=True)
    if dialect in {"oracle", None} and _SLASH.search(text):
        return _between(text, _SLASH, whole=False)
    return [Chunk(0, len(text), whole=False)]


def _between(text: str, mark: re.Pattern[str], *, whole: bool) -> list[Chunk]:
    result: list[Chunk] = []
    start = 0
    for found in mark.finditer(text):
        result.append(Chunk(start, found.start(), whole))
        start = found.end()
    result.append(Chunk(start, len(text), whole))
    return result


def _delimited(text: str) -> list[Chunk]:
    """The parts of a MySQL script: what stands between two marks other than the semicolon is one statement."""
    result: list[Chunk] = []
    mark, start = ";", 0
    for found in [*_DELIMITER.finditer(text), None]:
        end = found.start() if found is not None else len(text)
        if mark == ";":
            result.append(Chunk(start, end, whole=False))
        else:
            position = start
            while (at := text.find(mark, position, end)) >= 0:
                result.append(Chunk(position, at, whole=True))
                position = at + len(mark)
            result.append(Chunk(position, end, whole=True))
        if found is not None:
            mark, start = found.group("mark"), found.end()
    return result
