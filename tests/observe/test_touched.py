"""The tables of statements, as Django and people write them."""

from __future__ import annotations

import pytest

from boundary.observe.touched import Locking, touched

STATEMENTS = {
    'SELECT "a"."id" FROM "a" INNER JOIN "b" ON ("a"."b_id" = "b"."id") WHERE "b"."x" = %s': "select a, select b",
    "SELECT `a`.`id` FROM `a` LIMIT 21": "select a",
    "SELECT [a].[id] FROM [dbo].[a]": "select dbo.a",
    'INSERT INTO "a" ("x", "y") VALUES (%s, %s) RETURNING "a"."id"': "insert a",
    'INSERT OR IGNORE INTO "a" ("x") SELECT 1': "upsert a",
    'INSERT INTO "a" ("x") VALUES (%s) ON CONFLICT DO NOTHING': "upsert a",
    "INSERT INTO a (x) VALUES (1) ON CONFLICT (x) DO UPDATE SET x = EXCLUDED.x": "upsert a",
    "INSERT INTO a (x) VALUES (1) ON DUPLICATE KEY UPDATE x = 2": "upsert a",
    "INSERT IGNORE INTO `a` (`x`) VALUES (1)": "upsert a",
    "INSERT LOW_PRIORITY INTO a VALUES (1)": "insert a",
    "INSERT INTO _alembic_tmp_a (x) SELECT a.x FROM a": "insert a, select a",
    'INSERT INTO s."_alembic_tmp_a" (x) SELECT a.x FROM s.a': "insert s.a, select s.a",
    "UPDATE LOW_PRIORITY IGNORE a SET x = 1": "update a",
    "DELETE QUICK FROM a WHERE x = 1": "delete a",
    "UPDATE ignore SET x = 1": "update ignore",
    "REPLACE INTO a VALUES (1)": "upsert a",
    "SELECT REPLACE(x, 'FROM b', '') FROM a": "select a",
    'UPDATE "a" SET "x" = %s WHERE "a"."id" IN (SELECT U0."id" FROM "b" U0)': "update a, select b",
    "UPDATE a SET x = b.x FROM b WHERE b.id = a.id": "update a, select b",
    "UPDATE update SET x = 1 FROM a WHERE update.id = a.id": "update update, select a",
    "SELECT update.x AS update_x FROM a JOIN update ON update.id = a.id FOR UPDATE OF update": (
        "select a, select_for_update update"
    ),
    "INSERT INTO update (x) VALUES (1) ON CONFLICT (x) DO UPDATE SET x = 2": "upsert update",
    'DELETE FROM "a" WHERE "a"."id" IN (%s)': "delete a",
    "DELETE FROM a USING b WHERE a.id = b.id": "delete a, select b",
    "DELETE a FROM a JOIN b ON b.id = a.id": "delete a, select b",
    'SELECT 1 FROM "a" FOR UPDATE': "select_for_update a",
    'SELECT 1 FROM "a" JOIN "b" ON true FOR UPDATE OF "a" SKIP LOCKED': "select_for_update a, select b",
    "SELECT 1 FROM a x JOIN b AS y ON true FOR NO KEY UPDATE OF y": "select a, select_for_update b",
    "SELECT * FROM a, b AS c, d WHERE a.x IN (1, 2)": "select a, select b, select d",
    "SELECT * FROM (SELECT 1 FROM a) s, b": "select a, select b",
    "WITH c AS (SELECT * FROM a), d (x) AS (SELECT x FROM c) SELECT * FROM d": "select a",
    "WITH c AS ((SELECT * FROM a) UNION (SELECT * FROM b)) SELECT * FROM c": "select a, select b",
    "WITH gone AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM gone": "delete a, insert b",
    "SELECT EXTRACT(YEAR FROM created), TRIM(BOTH 'x' FROM name) FROM a": "select a",
    "SELECT 1 FROM a WHERE a.x IS DISTINCT FROM a.y": "select a",
    "SELECT g FROM generate_series(1, 3) g": "",
    "SELECT 'DELETE FROM b' -- FROM c\n /* JOIN d */ FROM a": "select a",
    "SELECT $$ FROM b $$, E'it\\'s FROM c' FROM a": "select a",
    "SELECT 1 FROM a JOIN b USING (id, x)": "select a, select b",
    "SELECT 1 FROM a LEFT OUTER JOIN LATERAL (SELECT 1 FROM b) l ON true": "select a, select b",
    "MERGE INTO a USING b ON true WHEN MATCHED THEN UPDATE SET x = 1 WHEN NOT MATCHED THEN INSERT (x) VALUES (1)":
        "merge a, select b",
    'TRUNCATE "a", "b"': "truncate a, truncate b",
    "LOCK TABLE a IN EXCLUSIVE MODE": "lock a",
    "SELECT 1 FROM a UNION SELECT 2 FROM b": "select a, select b",
    "SELECT 1 FROM public.a": "select public.a",
    "SELECT name FROM sqlite_master": "",
    'SAVEPOINT "s1"': "",
    "CREATE TABLE a (x int REFERENCES b ON DELETE CASCADE ON UPDATE CASCADE)": "",
    "": "",
    "not sql at all ((": "",
    "SELECT 1 FROM": "",
}  # fmt: skip


@pytest.mark.parametrize(("sql", "tables"), STATEMENTS.items())
def test_tables(sql: str, tables: str) -> None:
    assert ", ".join(f"{touch.op} {touch.table}" for touch in touched(sql)) == tables


@pytest.mark.parametrize(("locking", "tables"), [("base", "select_for_update a, select b"),
                                                 ("all", "select_for_update a, select_for_update b")])  # fmt: skip
def test_locks_that_the_database_cannot_say(locking: Locking, tables: str) -> None:
    sql = "SELECT 1 FROM a JOIN b ON true WHERE a.x IN (SELECT y FROM c)"
    found = touched(sql, locking)
    assert ", ".join(f"{touch.op} {touch.table}" for touch in found) == f"{tables}, select c"
