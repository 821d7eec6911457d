"""Files of SQL that are tests of pgTAP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.read.sources import survey
from tests.read.trees import grow

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("content", "read"),
    [  # the last one would take hours where a name may be of any length
        ("SELECT plan(1);\nINSERT INTO orders VALUES (1);\nSELECT * FROM finish();", False),
        ("select runtests('shop'::name);", False),
        ("CREATE OR REPLACE FUNCTION test_a() RETURNS SETOF TEXT AS $$ BEGIN RETURN NEXT ok(true); END $$", False),
        ('create function shop."test_a"()\n  returns setof text as $$ select 1 $$ language sql;', False),
        ("CREATE EXTENSION IF NOT EXISTS pgtap;\nCREATE TABLE orders (id int);", True),
        ("SELECT plan(id) FROM orders;", True),
        ("CREATE FUNCTION test_drive(car int) RETURNS SETOF text AS $$ SELECT 1 $$ LANGUAGE sql;", True),
        ("UPDATE orders SET finish = now();", True),
        (f"CREATE FUNCTION {'test_' * 200_000}", True),
    ],
)
def test_tests_of_pgtap_are_left_out_and_counted(tmp_path: Path, content: str, read: bool) -> None:  # noqa: FBT001
    grow(tmp_path, "app.py")
    (tmp_path / "test_orders.sql").write_text(content, encoding="utf-8")
    found = survey(tmp_path, cache=False)
    assert ([one.file for one in found.sql_files], found.excluded) == ((["test_orders.sql"], 0) if read else ([], 1))
