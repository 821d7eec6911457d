"""Which letters of a text does a comprehension keep?  Those that its conditions leave: names made safe stay known."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("expected", "safe"),
    [
        ("order_lines", '"".join(c for c in name if c.isalnum() or c == "_")'),
        ("order_lines", '"".join([c for c in name if c.isalpha() or c in "_"]).lower()'),
        ("orderlines", '"".join(c for c in name if c.isidentifier() and c not in ("_", "-"))'),
    ],
)
def test_a_name_made_safe(expected: str, safe: str) -> None:
    assert_touches(f"""
import sqlalchemy as sa
from sqlalchemy.orm import sessionmaker
session = sessionmaker()()
def sanitized(name):
    kept = {safe}
    if not kept:
        raise ValueError(name)
    return kept.lower()
class Editor:
    def __init__(self, table_name):
        self.table_name = sanitized(table_name)
    def remove(self):
        session.execute(sa.delete(sa.table(self.table_name)))
def run():
    Editor(table_name="order_lines;").remove()
    session.commit()  #> delete {expected}
""")
