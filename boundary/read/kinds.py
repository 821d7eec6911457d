"""Which files are sources, by their names?  Python, and SQL under any ending that databases' tools give it."""

from __future__ import annotations

import re

_OTHER_SQL = frozenset(
    ["ddl", "fnc", "pgsql", "pkb", "pks", "pls", "plsql", "prc", "psql", "tpb", "tps", "trg", "tsql", "vw"]
)
"""Packages, types and routines of Oracle in files of their own above all; other programs use some of these too."""
_SQL_ENDINGS = frozenset({"sql", *_OTHER_SQL})
_DEFINES = re.compile(rb"\b(?:create|insert|alter|select)\b", re.IGNORECASE)


def is_sql(name: str) -> bool:
    """Whether a file's name says that it holds SQL."""
    return name.rpartition(".")[2].lower() in _SQL_ENDINGS and "." in name


def is_source(name: str) -> bool:
    """Whether a file's name says that it is read."""
    return name.endswith(".py") or is_sql(name)


def speaks_sql(name: str, content: bytes) -> bool:
    """Whether a file whose name is one of SQL holds any, which is in doubt only for endings that others use too."""
    return name.lower().endswith(".sql") or (b"\0" not in content and _DEFINES.search(content) is not None)
