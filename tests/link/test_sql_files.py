"""Files of SQL: scripts with their transactions, routines as units that call each other, in five dialects."""

# ruff: noqa: S608 - no SQL here is made of what a user wrote

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: db/schema.sql
CREATE TABLE customer (id serial PRIMARY KEY, name text);
CREATE TABLE orders (id serial PRIMARY KEY, customer int REFERENCES customer);
CREATE TABLE stock (product int, amount int);
CREATE TABLE audit (what text);
"""


def test_transactions_of_a_script() -> None:
    assert_touches(
        SHOP
        + """
# file: db/nightly.sql
DELETE FROM audit; -- #= delete audit
BEGIN; -- #> update stock, insert audit
UPDATE stock SET amount = 1;
SAVEPOINT here;
INSERT INTO audit VALUES ('x');
ROLLBACK TO here;
COMMIT;
START TRANSACTION; -- #> insert orders, read customer
INSERT INTO orders SELECT id, id FROM customer;
COMMIT;
BEGIN; -- #> no transaction
DELETE FROM customer;
ROLLBACK;
WITH gone AS (DELETE FROM orders RETURNING *) INSERT INTO audit SELECT id FROM gone; -- #> delete orders, insert audit
"""
    )


def test_an_installation_is_no_transaction_of_the_program() -> None:
    assert_touches(
        """
# file: db/install.sql
BEGIN; -- #> no transaction
CREATE TABLE customer (id int);
CREATE TABLE kind (id int);
INSERT INTO kind VALUES (1);
INSERT INTO customer VALUES (1);
COMMIT;
# file: db/run.sql
BEGIN; -- #> insert kind
INSERT INTO kind VALUES (2);
COMMIT;
"""
    )


def test_migrations_run_once() -> None:
    assert_touches(
        """
# file: db/migration/V1__start.sql
CREATE TABLE orders (id int);
# file: db/migration/V2__fill.sql
BEGIN; -- #> no transaction
INSERT INTO orders VALUES (1); -- #= nothing
COMMIT;
CREATE FUNCTION drop_all() RETURNS void LANGUAGE sql AS 'DELETE FROM orders'; -- #> delete orders
"""
    )


def test_calls_between_routines() -> None:
    assert_touches(
        SHOP
        + """
# file: db/routines.sql
CREATE FUNCTION reserve(p int) RETURNS void LANGUAGE plpgsql AS $$ -- #> update stock
BEGIN
    UPDATE stock SET amount = amount - 1 WHERE product = p;
END $$;
CREATE FUNCTION place(c int) RETURNS int LANGUAGE plpgsql AS $$ -- #> insert orders, update stock, read customer
BEGIN
    IF NOT EXISTS (SELECT 1 FROM customer WHERE id = c) THEN RAISE 'no'; END IF;
    PERFORM reserve(1);
    INSERT INTO orders (customer) VALUES (c);
    RETURN 1;
END $$;
# file: db/run.sql
BEGIN; -- #> insert orders, update stock, delete audit
SELECT place(1);
DELETE FROM audit;
COMMIT;
"""
    )


def test_a_commit_divides_a_procedure_and_a_savepoint_does_not() -> None:
    assert_touches(
        SHOP
        + """
# file: db/routines.sql
CREATE PROCEDURE run() LANGUAGE plpgsql AS $$ -- #> insert orders, update stock
BEGIN
    INSERT INTO orders VALUES (1);
    UPDATE stock SET amount = 0;
    COMMIT; -- #> insert audit
    INSERT INTO audit VALUES ('x');
EXCEPTION WHEN OTHERS THEN
    ROLLBACK;
END $$;
"""
    )


def test_a_rollback_in_a_branch_does_not_divide() -> None:
    assert_touches(
        SHOP
        + """
# file: db/routines.sql
CREATE PROCEDURE run(c int) LANGUAGE plpgsql AS $$ -- #> insert orders, update stock
BEGIN
    INSERT INTO orders VALUES (1);
    IF c = 0 THEN ROLLBACK; RETURN; END IF;
    UPDATE stock SET amount = 0;
    COMMIT;
END $$;
"""
    )


def test_mysql_with_delimiters() -> None:
    assert_touches(
        """
# file: mysql/schema.sql
CREATE TABLE `orders` (`id` INT AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE `stock` (`id` INT) ENGINE=InnoDB;
CREATE TABLE `audit` (`id` INT) ENGINE=InnoDB;
DELIMITER //
CREATE PROCEDURE place(IN p INT)
BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION ROLLBACK;
    DELETE FROM `audit`; -- #= delete audit
    START TRANSACTION; -- #> insert orders, update stock
    INSERT INTO `orders` VALUES (p);
    UPDATE `stock` SET id = 1;
    COMMIT;
END //
CREATE PROCEDURE twice(IN p INT) -- #> insert orders, update stock, delete audit
BEGIN
    CALL place(p);
END //
DELIMITER ;
"""
    )


def test_tsql_with_batches() -> None:
    assert_touches(
        """
# file: mssql/schema.sql
CREATE TABLE [dbo].[Orders] ([Id] INT IDENTITY(1,1) PRIMARY KEY)
GO
CREATE TABLE [dbo].[Stock] ([Id] INT)
GO
CREATE PROCEDURE [dbo].[Place] @p INT AS
SET NOCOUNT ON
BEGIN TRY
    BEGIN TRANSACTION -- #> insert Orders, update Stock
    INSERT INTO [dbo].[Orders] DEFAULT VALUES
    UPDATE dbo.stock SET Id = @p
    COMMIT TRANSACTION
END TRY
BEGIN CATCH
    IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION
    THROW
END CATCH
GO
CREATE PROCEDURE dbo.Outer_ AS -- #> insert Orders, update Stock, delete Orders
DELETE FROM Orders
EXEC dbo.Place @p = 1
GO
"""
    )


def test_oracle_packages() -> None:
    assert_touches(
        """
# file: oracle/schema.sql
CREATE TABLE orders (id NUMBER(10) PRIMARY KEY, name VARCHAR2(10));
CREATE TABLE stock (id NUMBER(10));
CREATE OR REPLACE PACKAGE shop AS
  PROCEDURE place(p NUMBER);
END shop;
/
CREATE OR REPLACE PACKAGE BODY shop AS
  PROCEDURE reserve(p NUMBER) IS -- #> update stock
  BEGIN
    UPDATE stock SET id = p;
  END reserve;
  PROCEDURE place(p NUMBER) IS -- #> insert orders, update stock
  BEGIN
    INSERT INTO orders VALUES (p, 'x');
    reserve(p);
    COMMIT;
  END place;
END shop;
/
CREATE OR REPLACE PROCEDURE outside AS -- #> insert orders, update stock
BEGIN
  shop.place(1);
END;
/
"""
    )


@pytest.mark.parametrize(
    "body",
    [
        "EXECUTE 'DELETE FROM ' || what;",
        "EXECUTE format('DELETE FROM %I', what);",
    ],
)
def test_dynamic_sql_is_a_blind_spot(body: str) -> None:
    scan = assert_touches(
        f"""
# file: db/routines.sql
CREATE TABLE audit (what text);
CREATE FUNCTION clear(what text) RETURNS void LANGUAGE plpgsql AS $$ -- #> insert audit
BEGIN
    INSERT INTO audit VALUES (what);
    {body}
END $$;
"""
    )
    (one,) = scan.transactions
    assert [(spot.file, spot.line) for spot in one.blind_spots] == [("db/routines.sql", 5)]
    assert scan.completeness.blind_spots == 1


def test_what_is_dropped_or_defined_anew_is_gone() -> None:
    scan = assert_touches(
        SHOP
        + """
# file: db/migration/V1__a.sql
CREATE FUNCTION old() RETURNS void LANGUAGE sql AS 'DELETE FROM stock'; -- #> no transaction
CREATE FUNCTION kept() RETURNS void LANGUAGE sql AS 'DELETE FROM stock'; -- #> no transaction
CREATE FUNCTION two(a int) RETURNS void LANGUAGE sql AS 'DELETE FROM stock'; -- #> delete stock
CREATE FUNCTION two(a text) RETURNS void LANGUAGE sql AS 'DELETE FROM audit'; -- #> delete audit
# file: db/migration/V2__b.sql
DROP FUNCTION IF EXISTS old(), other(int);
CREATE OR REPLACE FUNCTION kept() RETURNS void LANGUAGE sql AS 'DELETE FROM audit'; -- #> delete audit
DROP FUNCTION two(int);
"""
    )
    assert {one.function.rpartition(".")[2] for one in scan.transactions} == {"kept", "two"}


def test_a_dump_that_loads_rows_one_by_one_is_told_once() -> None:
    scan = assert_touches(
        """
# file: db/dump.sql
CREATE TABLE kind (id int);
INSERT INTO kind VALUES (1); -- #= insert kind
INSERT INTO kind VALUES (2); -- #= nothing
INSERT INTO kind VALUES (3); -- #= nothing
"""
    )
    assert len(scan.accesses) == 1


def test_modules_couplings_and_completeness() -> None:
    scan = assert_touches(
        SHOP
        + """
# file: db/report.sql
SELECT * FROM orders o JOIN customer c ON c.id = o.customer; -- #= read orders, read customer
CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'DELETE FROM audit'; -- #> delete audit
# file: db/run.sql
SELECT f();
"""
    )
    assert {"db.schema.sql", "db.report.sql", "db.run.sql"} <= {one.name for one in scan.modules}
    found = {(one.kind, one.from_, one.to, one.line) for one in scan.couplings if one.kind != "import"}
    assert found == {
        ("foreign_key", "orders", "customer", 2),
        ("join", "orders", "customer", 1),
        ("read", "db.report.sql", "orders", 1),
        ("read", "db.report.sql", "customer", 1),
        ("write", "db.report.sql", "audit", 2),
        ("call", "db.run.sql", "db.report.sql", 1),
    }
    assert scan.completeness.sql_strings == scan.completeness.sql_understood == 8


@pytest.mark.parametrize(
    ("library", "load"),
    [
        ("aiosql", "aiosql.from_path('db/queries.sql', 'psycopg2')"),
        ("anosql", "anosql.from_path('db/queries.sql', 'psycopg2')"),
        ("pugsql", "pugsql.module('db')"),
    ],
)
def test_named_queries(library: str, load: str) -> None:
    scan = assert_touches(
        SHOP
        + f"""
# file: db/queries.sql
-- name: place-order<!
INSERT INTO orders (customer) VALUES (:customer);
-- :name take_stock :affected
UPDATE stock SET amount = 0 WHERE product = :product;
-- name: all_orders
SELECT * FROM orders JOIN customer ON true;
# file: shop/raw.py
import {library}
from django.db import connection, transaction

queries = {load}

def order(c):
    with transaction.atomic():  #> insert orders, update stock, read customer
        queries.place_order(connection, customer=c)
        queries.take_stock(connection, product=1)
        return queries.all_orders_cursor(connection)
"""
    )
    one = next(one for one in scan.transactions if one.file == "shop/raw.py")
    access = next(access for access in one.accesses if access.op == "insert")
    assert (access.file, access.line, access.function) == ("db/queries.sql", 2, "db.queries.sql.place_order")


def test_a_view_of_a_common_table_expression_in_tsql() -> None:
    scan = assert_touches(
        """
# file: mssql/schema.sql
CREATE TABLE dbo.Orders ([Id] INT IDENTITY(1,1))
GO
CREATE VIEW dbo.Tree AS
WITH Numbered AS (SELECT Id FROM dbo.Orders UNION ALL SELECT Id FROM Numbered)
SELECT * FROM Numbered
GO
CREATE OR ALTER VIEW dbo.Again AS WITH Numbered AS (SELECT * FROM dbo.Tree) SELECT * FROM Numbered
GO
CREATE PROCEDURE dbo.Show AS SELECT * FROM Again -- #> read Orders
GO
CREATE FUNCTION dbo.Sum_(@a INT, @b INT) RETURNS INT AS BEGIN RETURN @a + @b END -- #> no transaction
GO
"""
    )
    assert {one.name: one.tables for one in scan.views} == {"Again": ("Orders",), "Tree": ("Orders",)}
    assert not [one for one in scan.tables if one.name == "Numbered"]
