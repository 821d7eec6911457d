"""Which files are sources, by their names?  Python, SQL under any ending that databases' tools give it, templates."""

from __future__ import annotations

import re

_OTHER_SQL = frozenset(
    ["ddl", "fnc", "pgsql", "pkb", "pks", "pls", "plsql", "prc", "psql", "tpb", "tps", "trg", "tsql", "vw"]
)
"""Packages, types and routines of Oracle in files of their own above all; other programs use some of these too."""
_SQL_ENDINGS = frozenset({"sql", *_OTHER_SQL})
_OF_TEMPLATES = frozenset(
    ["htm", "html", "j2", "jinja", "jinja2", "md", "mjml", "rst", "tmpl", "tpl", "txt", "xhtml", "xml", "eml", "email"]
)
"""What pages and mails are made of; only in folders of templates does such a file count."""
_DEFINES = re.compile(rb"\b(?:create|insert|alter|select)\b", re.IGNORECASE)


def is_sql(name: str) -> bool:
    """Whether a file's name says that it holds SQL."""
    return name.rpartition(".")[2].lower() in _SQL_ENDINGS and "." in name


def is_source(name: str) -> bool:
    """Whether a file's name says that it is read."""
    return name.endswith(".py") or is_sql(name)


def may_be_template(name: str) -> bool:
    """Whether a file's name allows that it is a template, where its folder says so; many have no ending."""
    return "." not in name or name.rpartition(".")[2].lower() in _OF_TEMPLATES


def speaks_sql(name: str, content: bytes) -> bool:
    """Whether a file whose name is one of SQL holds any, which is in doubt only for endings that others use too."""
    return name.lower().endswith(".sql") or (b"\0" not in content and _DEFINES.search(content) is not None)
