"""What the database does by itself: triggers, cascades, views and routines behind the writes of the code."""

# ruff: noqa: S608 - no SQL here is made of what a user wrote

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SCHEMA = """
# file: db/schema.sql
CREATE TABLE customer (id serial PRIMARY KEY, name text);
CREATE TABLE orders (id serial PRIMARY KEY, customer int REFERENCES customer ON DELETE CASCADE, total int);
CREATE TABLE line (orders int REFERENCES orders ON DELETE CASCADE, product int, note int);
CREATE TABLE note (id int PRIMARY KEY, line int, orders int REFERENCES orders (id) ON DELETE SET NULL);
CREATE TABLE audit (what text);
CREATE TABLE stock (product int, amount int);
CREATE FUNCTION log_it() RETURNS trigger LANGUAGE plpgsql AS $$ -- #> insert audit
BEGIN
    INSERT INTO audit (what) VALUES (TG_OP);
    RETURN NEW;
END $$;
CREATE TRIGGER orders_log AFTER INSERT OR DELETE ON orders FOR EACH ROW EXECUTE FUNCTION log_it();
CREATE VIEW big AS SELECT o.id, sum(l.product) FROM orders o JOIN line l ON l.orders = o.id GROUP BY 1;
CREATE VIEW bigger AS SELECT * FROM big JOIN customer ON true;
CREATE VIEW named AS SELECT id, name FROM customer;
CREATE FUNCTION reserve(p int) RETURNS int LANGUAGE sql AS 'UPDATE stock SET amount = 0 RETURNING 1'; -- #> update stock
CREATE PROCEDURE place(c int) LANGUAGE sql AS 'INSERT INTO orders (customer) VALUES (c)'; -- #> insert orders, insert audit
"""  # noqa: E501 - an expectation stands on the line that it is about


def test_a_trigger_is_an_effect_of_the_write() -> None:
    scan = assert_touches(
        SCHEMA
        + """
# file: shop/raw.py
from django.db import connection, transaction

def order():
    with transaction.atomic():  #> insert orders, insert audit
        connection.cursor().execute("INSERT INTO public.orders (customer) VALUES (1)")

def update():
    connection.cursor().execute("UPDATE orders SET total = 1")  #> no transaction

def alone():
    connection.cursor().execute("INSERT INTO orders (customer) VALUES (1)")  #> insert orders, insert audit
"""
    )
    one = next(one for one in scan.transactions if one.function == "shop.raw.order")
    access = next(access for access in one.accesses if access.table == "audit")
    assert access.because == "trigger"
    assert (access.file, access.line, access.function) == ("db/schema.sql", 9, "db.schema.sql.log_it")
    assert [(frame.file, frame.line, frame.function) for frame in access.via] == [
        ("shop/raw.py", 5, "shop.raw.order"),
        ("db/schema.sql", 12, "db.schema.sql.orders_log"),
    ]


def test_a_trigger_is_an_effect_of_the_orm() -> None:
    assert_touches(
        """
def order(customer):
    Log.objects.create(text="x")  #> insert shop_log, update shop_stock

# file: db/triggers.sql
CREATE FUNCTION count_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN UPDATE shop_stock SET "left" = 1; RETURN NULL; END $$;
CREATE TRIGGER count AFTER INSERT ON public.shop_log FOR EACH STATEMENT EXECUTE PROCEDURE count_it();
"""
    )


def test_a_cascade_goes_on_and_fires_triggers() -> None:
    scan = assert_touches(
        SCHEMA
        + """
# file: db/clean.sql
DELETE FROM customer; -- #> delete customer, delete orders, delete line, update note, insert audit
BEGIN; -- #> delete line
DELETE FROM line;
COMMIT;
"""
    )
    one = next(one for one in scan.transactions if one.file == "db/clean.sql")
    causes = {access.table: access.because for access in one.accesses}
    assert causes == {
        "customer": None,
        "orders": "cascade",
        "line": "cascade",
        "note": "cascade",
        "audit": "trigger",
    }
    assert {(access.file, access.line) for access in one.accesses if access.because == "cascade"} == {
        ("db/clean.sql", 1)
    }
    rule = next(access.rule for access in one.accesses if access.table == "note")
    assert rule == "foreign key of note at db/schema.sql:4"


def test_a_view_is_its_base_tables() -> None:
    scan = assert_touches(
        SCHEMA
        + """
# file: shop/raw.py
from django.db import connection

def report():
    connection.cursor().execute("SELECT * FROM bigger")  #= read orders, read line, read customer
    connection.cursor().execute("UPDATE named SET name = 'x'")  #= update customer
"""
    )
    rules = {access.rule for access in scan.accesses if access.file == "shop/raw.py"}
    assert rules == {"view bigger at db/schema.sql:14", "view named at db/schema.sql:15"}
    assert {one.name: one.tables for one in scan.views} == {
        "big": ("orders", "line"),
        "bigger": ("orders", "line", "customer"),
        "named": ("customer",),
    }
    assert not {one.name for one in scan.tables} & {"big", "bigger", "named"}


def test_a_view_for_others_is_not_the_table_that_it_shows() -> None:
    scan = assert_touches("""
# file: db/report.sql
CREATE VIEW report.shop_order AS (SELECT id, total FROM shop_order);
CREATE VIEW report.shop_tag AS (SELECT id FROM public.shop_tag);
CREATE VIEW report.totals AS (SELECT sum(total) FROM report.shop_order);

# file: shop/services.py
from django.db import connection, transaction
from shop.models import *

def work():
    with transaction.atomic():  #> insert shop_order, insert shop_tag, read shop_order
        Order.objects.create()
        Tag.objects.create()
        connection.cursor().execute("SELECT * FROM report.totals")
""")
    assert {one.name: one.tables for one in scan.views} == {
        "report.shop_order": ("shop_order",),
        "report.shop_tag": ("shop_tag",),
        "totals": ("shop_order",),
    }


def test_a_trigger_instead_of_a_write_to_a_view() -> None:
    assert_touches(
        SCHEMA
        + """
# file: db/more.sql
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO stock VALUES (1, 1); RETURN NULL; END $$;
CREATE TRIGGER put_it INSTEAD OF INSERT ON big FOR EACH ROW EXECUTE FUNCTION put();
CREATE RULE r AS ON DELETE TO named DO INSTEAD DELETE FROM audit;
# file: db/run.sql
BEGIN; -- #> insert stock
INSERT INTO big VALUES (1);
COMMIT;
BEGIN; -- #> delete audit
DELETE FROM named;
COMMIT;
"""
    )


def test_a_rule_instead_of_some_rows_of_a_write() -> None:
    assert_touches(
        SCHEMA
        + """
# file: db/more.sql
CREATE TABLE parcel (id int);
CREATE RULE twice AS ON INSERT TO parcel WHERE EXISTS (SELECT 1 FROM parcel WHERE id = new.id) DO INSTEAD NOTHING;
CREATE RULE kept AS ON UPDATE TO parcel WHERE new.id > 9 DO INSTEAD INSERT INTO audit VALUES (1);
CREATE RULE never AS ON DELETE TO parcel DO INSTEAD NOTHING;
# file: db/run.sql
BEGIN; -- #> insert parcel
INSERT INTO parcel VALUES (1);
COMMIT;
BEGIN; -- #> update parcel, insert audit
UPDATE parcel SET id = 2;
COMMIT;
BEGIN; -- #> nothing
DELETE FROM parcel;
COMMIT;
"""
    )


def test_triggers_with_bodies_of_their_own() -> None:
    assert_touches(
        """
# file: app/mysql.sql
CREATE TABLE `orders` (`id` INT AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE `audit` (`id` INT) ENGINE=InnoDB;
CREATE TABLE `stock` (`id` INT) ENGINE=InnoDB;
DELIMITER $$
CREATE TRIGGER orders_ai AFTER INSERT ON `orders` FOR EACH ROW
BEGIN
    INSERT INTO `audit` VALUES (NEW.id);
    UPDATE `stock` SET id = 1;
END$$
DELIMITER ;
START TRANSACTION; -- #> insert orders, insert audit, update stock
INSERT INTO `orders` VALUES (1);
COMMIT;
"""
    )


def test_python_calls_a_routine() -> None:
    scan = assert_touches(
        SCHEMA
        + """
# file: shop/raw.py
from django.db import connection, transaction

def order(c):
    with transaction.atomic():  #> update stock, insert orders, insert audit
        cursor = connection.cursor()
        cursor.execute("SELECT * FROM reserve(%s)", [1])
        cursor.callproc("place", [c])
        cursor.execute("SELECT count(*), lower(name) FROM customer")

def unknown():
    with transaction.atomic():  #> nothing
        connection.cursor().execute("CALL elsewhere(1)")
"""
    )
    one = next(one for one in scan.transactions if one.function == "shop.raw.order")
    assert not one.blind_spots
    stock = next(access for access in one.accesses if access.table == "stock")
    assert (stock.file, stock.function) == ("db/schema.sql", "db.schema.sql.reserve")
    assert [frame.line for frame in stock.via] == [6]
    other = next(one for one in scan.transactions if one.function == "shop.raw.unknown")
    assert [spot.reason for spot in other.blind_spots] == ["the procedure elsewhere is in no file of SQL"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("orders", "orders"),
        ("ORDERS", "orders"),
        ("public.orders", "orders"),
        ('"public"."orders"', "orders"),
        ("sales.item", "sales.item"),
        ("item", "stock.item"),
        ("stock.item", "stock.item"),
        ("nowhere.orders", "orders"),
        ("sales.only", "only"),
        ("only", "only"),
        ("never_defined", "never_defined"),
        ("nowhere.item", "nowhere.item"),
        ("dbo.never_defined", "never_defined"),
    ],
)
def test_names_with_and_without_a_schema(said: str, meant: str) -> None:
    assert_touches(
        f"""
# file: db/schema.sql
CREATE TABLE orders (id int);
CREATE TABLE stock.item (id int);
CREATE TABLE sales.item (id int);
CREATE TABLE sales.only (id int);
# file: db/run.sql
UPDATE {said} SET id = 1; -- #= update {meant}
"""
    )


def test_a_routine_finds_the_tables_of_its_schema_first() -> None:
    assert_touches(
        """
# file: db/schema.sql
CREATE TABLE stock.item (id int);
CREATE TABLE sales.item (id int);
CREATE FUNCTION sales.clear() RETURNS void LANGUAGE sql AS 'DELETE FROM item'; -- #> delete sales.item
CREATE FUNCTION stock.clear() RETURNS void LANGUAGE sql AS 'DELETE FROM item'; -- #> delete stock.item
CREATE FUNCTION sales.all_() RETURNS void LANGUAGE sql AS 'SELECT clear()'; -- #> delete sales.item
CREATE FUNCTION both() RETURNS void LANGUAGE sql AS 'SELECT stock.clear(), sales.clear()'; -- #> delete stock.item, delete sales.item
"""  # noqa: E501 - an expectation stands on the line that it is about
    )


def test_the_catalogue_of_the_database_is_no_table() -> None:
    scan = assert_touches(
        """
# file: db/run.sql
SELECT * FROM pg_class, information_schema.tables, pg_catalog.pg_proc, orders; -- #= read orders
"""
    )
    assert [one.name for one in scan.tables if one.name != "orders" and not one.name.startswith("shop_")] == []


def test_partitions_are_their_table_and_children_go_with_their_parent() -> None:
    scan = assert_touches(
        """
# file: db/schema.sql
CREATE TABLE payment (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE payment_1 PARTITION OF payment FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE payment_2 (id int, at date);
ALTER TABLE ONLY payment ATTACH PARTITION payment_2 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE note (id int);
CREATE TABLE order_note (orders int) INHERITS (note);
CREATE TABLE old_note (at date) INHERITS (order_note);
# file: db/run.sql
INSERT INTO payment_1 VALUES (1, now()); -- #= insert payment
UPDATE payment_2 SET id = 1; -- #= update payment
BEGIN; -- #> delete note, delete order_note, delete old_note, insert payment, update note, update order_note, update old_note
DELETE FROM note;
INSERT INTO payment VALUES (1, now());
UPDATE note SET id = 1;
COMMIT;
INSERT INTO note VALUES (1); -- #= insert note
"""  # noqa: E501 - an expectation stands on the line that it is about
    )
    own = {one.name for one in scan.tables if one.file == "db/schema.sql"}
    assert own == {"payment", "note", "order_note", "old_note"}


def test_a_routine_defined_anew_with_its_schema_written_out() -> None:
    assert_touches(
        """
# file: db/1.sql
CREATE TABLE item (id int);
CREATE TABLE old (id int);
CREATE TABLE new (id int);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO old VALUES (1); RETURN NEW; END $$;
CREATE TRIGGER t AFTER INSERT ON item FOR EACH ROW EXECUTE FUNCTION note();
# file: db/2.sql
CREATE OR REPLACE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN -- #> insert new
INSERT INTO new VALUES (1); RETURN NEW; END $$;
# file: db/run.sql
BEGIN; -- #> insert item, insert new
INSERT INTO item VALUES (1);
COMMIT;
"""
    )


def test_overloads_in_several_files() -> None:
    assert_touches(
        """
# file: db/1.sql
CREATE TABLE item (id int);
CREATE TABLE old (id int);
CREATE FUNCTION note(a int, OUT b int) LANGUAGE sql AS 'DELETE FROM old';
CREATE FUNCTION note(a int, b int) RETURNS int LANGUAGE sql AS 'INSERT INTO item VALUES (1); SELECT 1';-- #> insert item
# file: db/2.sql
CREATE FUNCTION note(a bigint) RETURNS int LANGUAGE sql AS 'SELECT note(1, 2)'; -- #> insert item
"""
    )


def test_two_schemas_with_the_same_names() -> None:
    one = """
# file: db/one.sql
SET search_path TO one, public;
CREATE TABLE item (id int PRIMARY KEY);
CREATE TABLE part (item int REFERENCES item ON DELETE CASCADE);
CREATE TABLE only_here (id int);
CREATE VIEW items AS SELECT * FROM item;
CREATE FUNCTION fill() RETURNS void LANGUAGE sql AS 'INSERT INTO item SELECT * FROM public.source, only_here'; -- #> insert one.item
"""  # noqa: E501 - an expectation stands on the line that it is about
    scan = assert_touches(
        one
        + one.replace("one", "two").replace("only_here", "other")
        + """
# file: db/none.sql
CREATE TABLE source (id int);
CREATE FUNCTION clear() RETURNS void LANGUAGE sql AS 'DELETE FROM two.item'; -- #> delete two.item, delete two.part
"""
    )
    names = sorted(table.name for table in scan.tables if not table.name.startswith("shop_"))
    assert names == ["one.item", "one.part", "only_here", "other", "source", "two.item", "two.part"]
    keys = {(key.from_, key.to) for key in scan.foreign_keys}
    assert keys >= {("one.part", "one.item"), ("two.part", "two.item")}
    assert [(view.name, view.tables) for view in scan.views] == [
        ("one.items", ("one.item",)),
        ("two.items", ("two.item",)),
    ]
