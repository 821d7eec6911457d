"""Which tables and foreign keys does SQLAlchemy's metadata describe?  For the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.temporary import temporary
from boundary.model.scan import ForeignKey, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.evaluator.interpreter import Interpreter


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables of mapped classes, those that are written out, and the keys of both."""
    if not interpreter.frameworks.follows_work:
        return
    index, passing = mappings(interpreter), temporary(interpreter)
    for mapping in index.by_table.values():
        cls = mapping.cls
        if mapping.table in passing:
            continue
        yield Table(
            name=mapping.table,
            schema=mapping.schema,
            database=mapping.bind or "default",
            model=cls.dotted,
            file=None if cls.library else cls.module.file,
            line=None if cls.library else cls.line,
        )
    for spec in interpreter.frameworks.state.get("sqlalchemy tables", {}).values():
        if spec.full_name not in index.by_table and spec.full_name not in passing:
            yield Table(name=spec.full_name, schema=spec.schema, file=spec.place[0] or None, line=spec.place[1] or None)
    for source, column, target, key, place in index.all_keys():
        if source in passing:
            continue
        yield ForeignKey(
            from_=source, to=target, column=column, on_delete=key.on_delete, file=place[0], line=key.line or place[1]
        )
