"""SQLAlchemy binds that enforce a split: every context on an engine of its own.

A session that is made with these binds sends each statement to the engine of its table, and fails to join two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.exports.identifiers import identifiers

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Split

TEMPLATE = '''\
"""An engine for every context: written by `boundary emit binds` for the split {split!r}.

    Session = sessionmaker(binds=binds(Base.metadata, {{{keys}}}))

With Flask-SQLAlchemy, `SQLALCHEMY_BINDS` has these keys, and `__bind_key__` of a model is `BINDS[table]`.
"""

BINDS = {{
{rows}
}}
"""The key of the engine that holds each table."""


def binds(metadata, engines):
    """The `binds` of a session: from every table of `metadata` to its engine in `engines`, a dict by key.

    A table that is not listed is left to the session's own `bind`. Raises KeyError for an engine that is not given.
    """
    return {{table: engines[BINDS[table.name]] for table in metadata.tables.values() if table.name in BINDS}}
'''


def render(scan: Scan, split: Split) -> str:
    """The module with the binds. The key of a context is its name as an identifier."""
    del scan
    key = identifiers(context.name for context in split.contexts)
    rows = [f"    {table!r}: {key[context.name]!r}," for context in split.contexts for table in context.tables]
    keys = ", ".join(f'"{one}": engine' for one in key.values())
    return TEMPLATE.format(split=split.name, keys=keys, rows="\n".join(rows))
