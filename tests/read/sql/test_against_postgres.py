"""Does the reader say of a statement what PostgreSQL says of it?

The server is asked, not we: the tables that a statement mentions are the dependencies that `pg_depend` notes for a
function with the statement as its SQL-standard body, the tables that it writes are the ModifyTable nodes of its plan,
and the schema is its own catalogue. Skipped where libpq's environment (PGHOST ...) leads to no server.
"""
# ruff: noqa: E501, S608, ANN401 - the driver may be missing, so its types are not known; a case is one line of SQL, however long, and none is made of what a user wrote

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from boundary.link.sql.evolve import evolve
from boundary.model.sql import SqlSchema
from boundary.read.sql import read_sql, read_sql_file

if TYPE_CHECKING:
    from collections.abc import Iterator

psycopg = pytest.importorskip("psycopg")
pytestmark = pytest.mark.needs_server

SHOP = """
CREATE TABLE customer (id serial PRIMARY KEY, name text NOT NULL, referrer int REFERENCES customer ON DELETE SET NULL);
CREATE TABLE product (id serial PRIMARY KEY, title text, stock int DEFAULT 0, CONSTRAINT positive CHECK (stock >= 0));
CREATE TABLE orders (id serial PRIMARY KEY, customer int NOT NULL REFERENCES customer ON DELETE CASCADE, placed timestamptz);
CREATE TABLE line (
    orders int REFERENCES orders ON UPDATE CASCADE ON DELETE CASCADE, product int, amount numeric(10, 2),
    PRIMARY KEY (orders, product), CONSTRAINT line_product FOREIGN KEY (product) REFERENCES product (id)
);
CREATE TABLE audit (at timestamptz DEFAULT now(), what text, who text);
CREATE TABLE payment (id int, at date NOT NULL, amount numeric) PARTITION BY RANGE (at);
CREATE TABLE payment_2024 PARTITION OF payment FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE old_name (a int, b int);
ALTER TABLE old_name RENAME TO stock_move;
ALTER TABLE stock_move RENAME COLUMN a TO product;
ALTER TABLE stock_move DROP COLUMN b, ADD COLUMN orders int, ADD FOREIGN KEY (product) REFERENCES product ON DELETE RESTRICT;
CREATE TABLE "Mixed Case" ("Id" int PRIMARY KEY, "From" text);
CREATE TABLE gone (i int REFERENCES product);
DROP TABLE gone;
CREATE VIEW big AS SELECT o.id, sum(l.amount) AS total FROM orders o JOIN line l ON l.orders = o.id GROUP BY 1;
CREATE MATERIALIZED VIEW top AS WITH b AS (SELECT * FROM big) SELECT c.name, b.total FROM customer c, b;
CREATE FUNCTION log_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit (what) VALUES (TG_OP); RETURN NEW; END $$;
CREATE TRIGGER orders_log AFTER INSERT OR DELETE OR UPDATE OF placed ON orders FOR EACH ROW EXECUTE FUNCTION log_it();
CREATE FUNCTION total(o int) RETURNS numeric LANGUAGE sql AS 'SELECT sum(amount) FROM line WHERE orders = o';
"""

STATEMENTS = """
SELECT * FROM orders, line l WHERE orders.id = l.orders;
SELECT (SELECT max(id) FROM product), total(1) FROM customer WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer = customer.id);
SELECT * FROM (orders o JOIN line l ON l.orders = o.id) CROSS JOIN LATERAL (SELECT * FROM product WHERE id = l.product) p;
SELECT * FROM big JOIN top ON true;
SELECT extract(year FROM placed), substring('x' FROM 1 FOR 2), trim(both 'x' FROM 'y') FROM orders WHERE id IS DISTINCT FROM 1;
WITH orders AS (SELECT * FROM line) SELECT * FROM orders;
WITH a AS (SELECT * FROM customer), b AS (SELECT * FROM a) SELECT * FROM b UNION SELECT * FROM b EXCEPT TABLE customer;
WITH RECURSIVE r AS (SELECT id FROM customer UNION ALL SELECT c.id FROM customer c JOIN r ON c.referrer = r.id) SELECT * FROM r;
WITH RECURSIVE x AS (SELECT * FROM y), y AS (SELECT * FROM product) SELECT * FROM x;
SELECT * FROM "Mixed Case" m, generate_series(1, 2) g, unnest(ARRAY[1]) u WHERE m."Id" = g;
SELECT * FROM payment TABLESAMPLE system (10) WHERE at > now() - interval '1 day';
SELECT DISTINCT ON (customer) *, row_number() OVER (PARTITION BY customer ORDER BY id) FROM orders ORDER BY customer, id DESC;
SELECT * FROM orders o FULL JOIN product USING (id) ORDER BY 1;
SELECT count(*) FILTER (WHERE id IN (SELECT orders FROM line)) FROM orders GROUP BY GROUPING SETS ((customer), ()) HAVING count(*) > 1;
SELECT * FROM orders WHERE (id, customer) IN (SELECT orders, product FROM line) FOR UPDATE OF orders SKIP LOCKED;
SELECT a.n FROM (VALUES (1), ((SELECT max(id) FROM product))) a(n);
SELECT CASE WHEN id > 1 THEN (SELECT name FROM customer LIMIT 1) ELSE 'x; FROM audit' END FROM orders /* FROM line */;
SELECT ARRAY(SELECT id FROM product), ROW(1, 2), 'a' || name FROM customer WHERE name ~ '^x' AND name ILIKE ANY (ARRAY['a']);
INSERT INTO customer (name) VALUES ('a'), ('b') RETURNING id;
INSERT INTO audit (what) SELECT name FROM customer UNION ALL SELECT title FROM product;
INSERT INTO product AS p (id, title) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET stock = p.stock + excluded.stock WHERE p.id > 1;
INSERT INTO audit DEFAULT VALUES;
WITH moved AS (DELETE FROM line WHERE product = 1 RETURNING *) INSERT INTO stock_move SELECT product, orders FROM moved;
WITH a AS (INSERT INTO audit (what) VALUES ('x') RETURNING *), b AS (UPDATE product SET stock = 1 RETURNING id) SELECT * FROM a, b, orders;
INSERT INTO "Mixed Case" SELECT id, name FROM customer;
INSERT INTO payment SELECT id, placed, 1 FROM orders;
UPDATE product SET stock = stock - 1 WHERE id = (SELECT product FROM line LIMIT 1);
UPDATE product p SET stock = p.stock - l.amount FROM line l JOIN orders o ON o.id = l.orders WHERE l.product = p.id;
UPDATE ONLY orders SET (placed, customer) = (SELECT now(), id FROM customer LIMIT 1);
UPDATE customer SET referrer = c.id FROM customer c WHERE c.name = customer.name;
DELETE FROM line USING orders WHERE orders.id = line.orders AND orders.placed < now();
DELETE FROM orders o WHERE NOT EXISTS (SELECT FROM line WHERE orders = o.id) RETURNING (SELECT name FROM customer WHERE id = o.customer);
MERGE INTO product p USING (SELECT product, sum(amount) s FROM line GROUP BY 1) l ON p.id = l.product
  WHEN MATCHED AND l.s > 1 THEN UPDATE SET stock = 1 WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (id) VALUES (l.product);
"""


@pytest.fixture(scope="module")
def shop() -> Iterator[Any]:
    """A connection in whose transaction the shop's schema exists; rolled back at the end."""
    if not (os.environ.get("PGHOST") or os.environ.get("PGSERVICE") or os.environ.get("BOUNDARY_TEST_DSN")):
        pytest.skip("no PostgreSQL server: set PGHOST or BOUNDARY_TEST_DSN")
    try:
        connection = psycopg.connect(os.environ.get("BOUNDARY_TEST_DSN", ""), connect_timeout=3)
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL server: {error}")
    if connection.info.server_version < 150000:
        pytest.skip("MERGE needs PostgreSQL 15")
    with connection:
        connection.execute("CREATE SCHEMA boundary_shop; SET LOCAL search_path TO boundary_shop")
        connection.execute(SHOP)
        yield connection
        connection.rollback()


def mentioned(connection: Any, statement: str) -> set[str]:
    """The tables and views that a statement mentions."""
    with connection.transaction(force_rollback=True):
        connection.execute(f"CREATE FUNCTION probe() RETURNS void BEGIN ATOMIC {statement}; END")
        rows = connection.execute(
            "SELECT DISTINCT c.relname FROM pg_depend d JOIN pg_class c ON c.oid = d.refobjid"
            " WHERE d.objid = 'probe'::regproc AND d.refclassid = 'pg_class'::regclass AND c.relkind IN ('r', 'p', 'v', 'm')"
        )
        return {name for (name,) in rows.fetchall()}


def written(connection: Any, statement: str) -> set[tuple[str, str]]:
    """The operations of a statement's plan on their tables; those of a MERGE are one to the plan."""
    plan = connection.execute(f"EXPLAIN (FORMAT JSON) {statement}").fetchone()[0][0]["Plan"]
    found, pending = set(), [plan]
    while pending:
        node = pending.pop()
        pending += node.get("Plans", [])
        if node["Node Type"] == "ModifyTable":
            found.add((node["Operation"].lower(), node["Relation Name"]))
    return found


@pytest.mark.parametrize("statement", [line.strip() for line in STATEMENTS.split(";\n") if line.strip()])
def test_statement(shop: Any, statement: str) -> None:
    accesses = read_sql(statement, "postgres").accesses
    assert {access.table for access in accesses} == mentioned(shop, statement)
    writes = {(access.op, access.table) for access in accesses if access.op in {"insert", "update", "delete"}}
    says = written(shop, statement)
    if statement.startswith("MERGE"):
        assert {table for _, table in writes} == {table for _, table in says}
    else:
        upserts = {("update", table) for op, table in writes if op == "insert"} if "ON CONFLICT" in statement else set()
        assert writes - upserts == says


def test_schema(shop: Any) -> None:
    state = evolve(SqlSchema(), read_sql_file(SHOP, "postgres").changes)
    here = "n.nspname = 'boundary_shop'"
    columns = shop.execute(
        "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
        f" WHERE {here} AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND NOT c.relispartition"
    ).fetchall()
    assert sorted((t.name, column.name) for t in state.tables.values() for column in t.columns) == sorted(columns)
    keys = shop.execute(
        "SELECT c.relname, t.relname, k.confdeltype, k.confupdtype FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
        f" JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {here} AND k.contype = 'f'"
    ).fetchall()
    letter = {None: "a", "no action": "a", "cascade": "c", "set null": "n", "restrict": "r"}
    ours = (
        (t.name, k.to_table, letter[k.on_delete], letter[k.on_update])
        for t in state.tables.values()
        for k in t.foreign_keys
    )
    assert sorted(ours) == sorted(keys)
    views = shop.execute(
        "SELECT DISTINCT v.relname, c.relname FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class"
        f" JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = v.relnamespace WHERE {here} AND v.oid <> c.oid"
        " AND d.refclassid = 'pg_class'::regclass"
    ).fetchall()
    assert sorted((v.name, access.table) for v in state.views.values() for access in v.reads) == sorted(views)
    triggers = shop.execute(
        "SELECT g.tgname, c.relname, p.proname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_proc p ON p.oid = g.tgfoid"
        f" JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {here} AND NOT g.tgisinternal"
    ).fetchall()
    assert [(t.name, t.table, t.calls[0].name) for t in state.triggers.values()] == triggers
