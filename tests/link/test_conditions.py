"""Statements whose conditions branches put into a list."""

# ruff: noqa: S608 - the applications here put SQL together; nothing executes it

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

ENDS = {
    "joined": "conn.execute('SELECT * FROM orders o WHERE ' + ' AND '.join(filters))",
    "where there are some": """if filters:
        query = base + " WHERE " + " AND ".join(filters)
    else:
        query = base
    conn.execute(query)""",
    "formatted": "conn.execute('SELECT * FROM orders o WHERE {more}'.format(more=' AND '.join(filters)))",
    "in an f-string": "conn.execute(f\"SELECT * FROM orders o WHERE {' OR '.join(filters)}\")",
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("few", [True, False], ids=["few", "many"])
def test_conditions_that_branches_append(end: str, few: bool) -> None:  # noqa: FBT001 - a case
    others = "" if few else "".join(f"    if wanted[{n}]:\n        filters.append('o.a{n} = 1')\n" for n in range(5))
    assert_touches(f"""
# file: shop/app.py
import sqlite3
conn = sqlite3.connect("shop.db")
def work(wanted, number):
    base = "SELECT * FROM orders o"
    filters = []
    if number > 1:
        filters.append("o.id = 3")
    if number > 2:
        filters.append("o.id IN (SELECT order_id FROM lines)")
{others}
    {end}
    conn.execute("DELETE FROM logs")
    conn.commit()  #> read orders, read lines, delete logs
""")
