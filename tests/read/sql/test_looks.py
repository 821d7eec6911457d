"""Is SQL told from English?"""
# ruff: noqa: E501, S608 - a case is one line of SQL, however long, and none is made of what a user wrote

from __future__ import annotations

import pytest

from boundary.model.sql import HOLE
from boundary.read.sql import looks_like_sql

SQL = [
    "SELECT 1",
    "select * from t",
    "select id from users",
    "SELECT a FROM b",
    "(SELECT a FROM b) UNION (SELECT c FROM d)",
    "\n  SELECT DISTINCT x.id\n  FROM y x",
    "-- why\nselect a from b",
    f"SELECT {HOLE} FROM {HOLE}",
    "select f(1)",
    "Select * From t",
    "select case when a then 2 end from t",
    "select id from t where name = 'The end.'",
    "WITH x AS (select 1) select * from x",
    "INSERT INTO t (a) VALUES (1)",
    "insert into t values (%s)",
    f"INSERT INTO {HOLE} ({HOLE}) VALUES {HOLE}",
    "REPLACE INTO t VALUES (1)",
    "UPDATE t SET a=1",
    "update users u set name = %s",
    "UPDATE ONLY a.b SET (x,y) = (1,2)",
    "DELETE FROM t",
    "delete from t where a=1",
    "MERGE INTO t USING s ON 1=1",
    "BEGIN",
    "ROLLBACK;",
    "begin;",
    "SAVEPOINT x",
    "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE",
    "LOCK TABLE orders",
    "TRUNCATE TABLE orders",
    "COPY t FROM STDIN",
    "CREATE TABLE x (a int)",
    "ALTER TABLE x ADD y int",
    "DROP TABLE IF EXISTS x",
    "CALL p(1)",
    "EXEC sp_foo @a=1",
    "EXPLAIN SELECT 1",
    "DO $$ begin end $$",
]
ENGLISH = [
    "Select a product from the list", "Select a product from the list.", "select an option", "select one of the options from your profile",
    "Select files from disk", "Select one", "select", "Select", "Select %s to change", "Select from these (optional)", "SELECTED",
    "Select a valid choice. %(value)s is not one of the available choices.", "Select all %(total_count)s %(module_name)s", "select_related",
    "Update your profile", "Update the set of rules", "Update %s", "update user set", "Delete from the cart", "Delete this item",
    "Insert into the slot", "Insert into playlist", "With love", "Create table reservation", "Set the table", "Set x=1 and be done",
    "Call us (now)", "Copy from here to there", "Drop it", "Lock the door", "Execute order", "Begin", "commit", "End", "Explain yourself",
    "Show all", "Grant access on demand", "Replace into", "", "x",
]  # fmt: skip


@pytest.mark.parametrize("text", SQL)
def test_sql(text: str) -> None:
    assert looks_like_sql(text)


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert not looks_like_sql(text)
