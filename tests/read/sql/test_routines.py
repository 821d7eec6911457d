"""Are the bodies of routines read in every procedural language?"""
# ruff: noqa: E501 - a case is one line of SQL, however long, and none is made of what a user wrote

from __future__ import annotations

import pytest

from .touching import named, routine, script, touched

PLPGSQL = """
CREATE OR REPLACE FUNCTION shop.place(p_order int, VARIADIC xs int[]) RETURNS SETOF orders
LANGUAGE plpgsql SECURITY DEFINER AS $body$
<<outer>>
DECLARE
    r record;
    n integer := (SELECT count(*) FROM counted);
    c CURSOR FOR SELECT * FROM cursored;
    q text := 'SELECT 1 FROM built WHERE i = ' || p_order;
BEGIN
    FOR r IN SELECT * FROM looped JOIN joined USING (i) LOOP
        IF EXISTS (SELECT 1 FROM tested WHERE i = r.i) THEN
            UPDATE updated SET x = CASE WHEN r.x THEN 1 ELSE 2 END WHERE i = r.i;
        ELSIF shop.check_it(r) > 1 THEN
            CONTINUE;
        ELSE
            SELECT max(i) INTO STRICT r.x, n FROM selected;
        END IF;
    END LOOP;
    FOR i IN 1 .. array_upper(xs, 1) LOOP
        PERFORM shop.log('x; from nothing');
    END LOOP;
    EXECUTE q;
    EXECUTE format('DELETE FROM %I', r.t);
    EXECUTE 'INSERT INTO written VALUES ($1)' USING n;
    n := CASE WHEN n > 1 THEN (SELECT 1 FROM assigned) ELSE 0 END;
    RETURN QUERY SELECT * FROM returned;
    CREATE TEMP TABLE short AS SELECT * FROM copied;
    DELETE FROM short;
EXCEPTION
    WHEN unique_violation THEN
        INSERT INTO failures DEFAULT VALUES;
END;
$body$;
SELECT * FROM after;
"""


def test_plpgsql() -> None:
    found = routine(PLPGSQL, "postgres", "place")
    assert named(found).split(", ") == [
        "read counted", "read cursored", "read looped", "read joined", "read tested", "update updated", "read selected",
        "read built", "insert written", "read assigned", "read returned", "insert short*", "read copied", "delete short*",
        "insert failures",
    ]  # fmt: skip
    assert [str(call) for call in found.calls] == ["shop.check_it", "shop.log"]
    assert [found.schema, found.language, found.line, found.end_line] == ["shop", "plpgsql", 1, 33]
    assert found.dynamic == (23,), "the one EXECUTE whose table is not written down"
    assert next(a.line for a in found.accesses if a.table == "updated") == 12


def test_sql_functions() -> None:
    text = "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'INSERT INTO a VALUES (''x''); SELECT i FROM b';"
    assert named(routine(text, "postgres")) == "insert a, read b"
    text = (
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC INSERT INTO a VALUES (1); SELECT i FROM b; END; SELECT 1 FROM c;"
    )
    assert named(routine(text, "postgres")) == "insert a, read b"
    text = "CREATE FUNCTION f() RETURNS SETOF language AS $$ SELECT * FROM language $$ LANGUAGE sql;"
    assert named(routine(text, "postgres")) == "read language"


def test_a_schema_that_a_template_fills_in_is_not_known() -> None:
    text = "CREATE FUNCTION {{ schema }}.f() RETURNS int LANGUAGE sql AS 'INSERT INTO {{ schema }}.a SELECT {{ schema }}.g()';"
    found = routine(text, "postgres", "f")
    assert [found.schema, named(found), [str(call) for call in found.calls]] == [None, "insert {}.a", ["g"]]


def test_what_follows_an_atomic_body_is_no_part_of_it() -> None:
    text = "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT x AS y FROM b; END;\nDELETE FROM c;"
    facts = script(text, "postgres")
    assert [named(one) for one in facts.routines] == ["read b"]
    assert [statement.kind for statement in facts.statements] == ["create function", "delete"]
    text = "CREATE PROCEDURE p() BEGIN SELECT x AS y FROM b; END;\nDELETE FROM c;"
    assert [statement.kind for statement in script(text, "mysql").statements] == ["create procedure", "delete"]


def test_text_that_is_run_is_sql_whatever_it_looks_like() -> None:
    text = """CREATE FUNCTION f() RETURNS SETOF t LANGUAGE plpgsql AS $$ BEGIN
    RETURN QUERY EXECUTE $q$ SELECT p.id as payment, p.ref as reference FROM payment p WHERE p.id = $1 $q$ USING i;
    END $$;"""
    assert named(routine(text, "postgres")) == "read payment"
    text = """CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    EXECUTE format('DELETE FROM %I', k.name) FROM kind k WHERE k.id = NEW.kind INTO x; END; $$;"""
    assert named(routine(text, "postgres")) == "read kind"


def test_transact_sql_makes_tables_by_selecting_into_them() -> None:
    text = "CREATE PROCEDURE dbo.p AS\nSELECT a, REPLACE(b, 'x', 'y') AS c\nINTO dbo.archive\nFROM dbo.orders;\n"
    assert named(routine(text, "tsql")) == "insert dbo.archive, read dbo.orders"
    text = "CREATE PROCEDURE p AS SET NOCOUNT ON; SELECT a AS 'x' FROM orders UNION ALL SELECT b AS 'x' FROM lines;"
    assert named(routine(text, "tsql")) == "read orders, read lines"
    text = "CREATE PROCEDURE p() SELECT a AS 'x' FROM orders;"
    assert named(routine(text, "mysql")) == "read orders"


def test_routines_of_oracle_in_files_of_their_own() -> None:
    facts = script(
        "list\nshow errors\nprocedure p is n number; begin delete from a; end;\n/\nselect * from b;\n", "oracle"
    )
    assert [named(one) for one in facts.routines] == ["delete a"]
    assert [named(one) for one in facts.statements] == ["", "read b"]


def test_other_languages_are_noted_and_their_strings_are_read() -> None:
    text = (
        "CREATE FUNCTION f() RETURNS int AS $$\nimport x\nplpy.execute('UPDATE a SET x = 1')\n$$ LANGUAGE plpython3u;"
    )
    assert named(routine(text, "postgres")) == "update a"
    assert [note.reason for note in script(text, "postgres").notes] == ["f is written in plpython3u"]


TSQL = """
CREATE OR ALTER PROCEDURE [dbo].[Place Order] @id int, @x AS int = 1
WITH EXECUTE AS OWNER
AS
SET NOCOUNT ON
BEGIN TRY
    BEGIN TRAN
    DECLARE @n int = (SELECT MAX(i) FROM a), @t TABLE (i int)
    IF EXISTS (SELECT 1 FROM b WITH (UPDLOCK))
    BEGIN
        INSERT INTO c (i) SELECT i FROM d UNION SELECT i FROM e
        UPDATE x SET y = 1 FROM f AS x WHERE x.i = @n
    END
    ELSE
        EXEC dbo.Log @id
    WITH z AS (SELECT * FROM g) INSERT INTO h SELECT * FROM z
    MERGE INTO i AS t USING j AS s ON t.i = s.i
        WHEN MATCHED THEN UPDATE SET t.x = s.x
        WHEN NOT MATCHED BY TARGET THEN INSERT (i) VALUES (s.i)
        WHEN NOT MATCHED BY SOURCE THEN DELETE;
    DECLARE cur CURSOR FOR SELECT i FROM k FOR UPDATE
    FETCH NEXT FROM cur INTO @n
    WHILE @@FETCH_STATUS = 0 BEGIN DELETE FROM l WHERE CURRENT OF cur FETCH NEXT FROM cur INTO @n END
    EXEC('SELECT * FROM m')
    EXEC(@unknown)
    COMMIT TRAN
END TRY
BEGIN CATCH
    IF @@TRANCOUNT > 0 ROLLBACK TRAN
    ;THROW
END CATCH
GO
SELECT * FROM after
GO
"""


def test_tsql() -> None:
    found = routine(TSQL, "tsql")
    assert named(found) == (
        "read a, read b, lock b, insert c, read d, read e, update f, read g, insert h, update i, insert i, delete i, read j, "
        "read k, lock k, delete l, read m"
    )
    assert (found.name, found.schema) == ("Place Order", "dbo")
    assert [str(call) for call in found.calls] == ["dbo.Log"]
    assert [control.kind for control in found.controls] == ["begin", "commit", "rollback"]
    assert found.dynamic == (24,)
    assert named(script(TSQL, "tsql").statements[-1]) == "read after"


PACKAGE = """
CREATE OR REPLACE PACKAGE BODY hr.orders AS
  g_limit CONSTANT NUMBER(10) := 5;
  CURSOR c_all IS SELECT * FROM listed;
  PROCEDURE later(p NUMBER);
  FUNCTION total(p_id IN NUMBER DEFAULT 1) RETURN NUMBER IS
    l_sum lines.amount%TYPE;
    PROCEDURE inner IS BEGIN BEGIN DELETE FROM inside; END; END inner;
  BEGIN
    SELECT SUM(amount) INTO l_sum FROM lines WHERE id = p_id;
    RETURN CASE WHEN l_sum IS NULL THEN 0 ELSE l_sum END;
  EXCEPTION WHEN NO_DATA_FOUND THEN RETURN 0;
  END total;
  PROCEDURE later(p NUMBER) AS
  BEGIN
    FOR r IN (SELECT * FROM looped) LOOP
      IF r.x = 1 THEN UPDATE updated SET x = total(r.id) WHERE id = r.id; END IF;
    END LOOP;
    FORALL i IN 1 .. l_ids.COUNT DELETE FROM deleted_rows WHERE id = l_ids(i);
    INSERT INTO inserted_rows VALUES r RETURNING id INTO l_id;
    EXECUTE IMMEDIATE 'TRUNCATE TABLE emptied';
    log_pkg.write('x');
    SAVEPOINT s; ROLLBACK TO s; COMMIT;
  END;
BEGIN
  later(1);
END orders;
/
SELECT * FROM after;
"""


def test_packages() -> None:
    facts = script(PACKAGE, "oracle")
    found = {one.name: one for one in facts.routines}
    assert {name: one.package for name, one in found.items()} == dict.fromkeys(("total", "later", "orders"), "orders")
    assert named(found["total"]) == "delete inside, read lines"
    assert (
        named(found["later"])
        == "read looped, update updated, delete deleted_rows, insert inserted_rows, delete emptied"
    )
    assert {str(call) for call in found["later"].calls} >= {"total", "log_pkg.write"}
    assert [c.kind for c in found["later"].controls] == ["savepoint", "rollback_to", "commit"]
    assert named(found["orders"]) == "read listed"
    assert [str(call) for call in found["orders"].calls] == ["later"]
    assert named(facts.statements[-1]) == "read after"


MYSQL = """
DELIMITER //
CREATE DEFINER=`root`@`localhost` PROCEDURE place (IN p INT, OUT q INT)
READS SQL DATA
main: BEGIN
  DECLARE done INT DEFAULT FALSE;
  DECLARE c CURSOR FOR SELECT i FROM a;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; INSERT INTO failures VALUES (1); END;
  START TRANSACTION;
  OPEN c;
  rows_: LOOP
    FETCH c INTO q;
    IF done THEN LEAVE rows_; END IF;
    WHILE p > 0 DO UPDATE b SET x = q; SET p = p - (SELECT 1 FROM d); END WHILE;
  END LOOP;
  SELECT COUNT(*) INTO q FROM e;
  CALL log_it(q);
  COMMIT;
END//
CREATE TRIGGER t AFTER UPDATE ON b FOR EACH ROW INSERT INTO audit VALUES (new.i)//
DELIMITER ;
SELECT * FROM after;
"""


def test_mysql() -> None:
    found = routine(MYSQL, "mysql", "place")
    assert named(found) == "read a, insert failures, update b, read d, read e"
    assert [control.kind for control in found.controls] == ["rollback", "begin", "commit"]
    assert [str(call) for call in found.calls] == ["log_it"]
    assert named(routine(MYSQL, "mysql", "t")) == "insert audit"
    assert named(script(MYSQL, "mysql").statements[-1]) == "read after"


def test_anonymous_blocks() -> None:
    assert touched("DO $$ BEGIN UPDATE a SET x = 1; END $$; SELECT * FROM b", "postgres") == "update a, read b"
    assert (
        touched("DECLARE n NUMBER; BEGIN SELECT 1 INTO n FROM a; DELETE FROM b; END;", "oracle") == "read a, delete b"
    )


def test_triggers() -> None:
    changes = script(
        """
        CREATE TRIGGER t1 BEFORE INSERT OR UPDATE OF x ON s.a FOR EACH ROW WHEN (new.x > 1) EXECUTE FUNCTION s.f();
        CREATE RULE r AS ON DELETE TO a DO INSTEAD (UPDATE a SET gone = true; INSERT INTO b VALUES (old.i));
        """,
        "postgres",
    ).changes
    first, second = (change.new_trigger for change in changes)
    assert first
    assert (first.table, first.schema, first.events, first.timing) == ("a", "s", ("insert", "update"), "before")
    assert [str(call) for call in first.calls] == ["s.f"]
    assert second
    assert second.body
    assert (second.events, second.timing, named(second.body)) == (("delete",), "instead of", "update a, insert b")


@pytest.mark.parametrize(
    ("condition", "timing"),
    [
        ("", "instead of"),
        ("WHERE new.x > 1 ", "after"),
        ("WHERE (SELECT count(*) FROM a WHERE i = new.i) > 0 ", "after"),
    ],
)
def test_a_rule_with_a_condition_leaves_the_statement_for_other_rows(condition: str, timing: str) -> None:
    (change,) = script(f"CREATE RULE r AS ON INSERT TO a {condition}DO INSTEAD NOTHING;", "postgres").changes
    assert change.new_trigger
    assert (change.new_trigger.table, change.new_trigger.timing) == ("a", timing)


def test_triggers_of_other_dialects() -> None:
    cases = {
        "tsql": "CREATE TRIGGER [dbo].[t] ON [dbo].[a] AFTER INSERT, DELETE AS BEGIN INSERT INTO b SELECT i FROM inserted END",
        "sqlite": "CREATE TRIGGER t AFTER INSERT ON a WHEN new.x BEGIN DELETE FROM c WHERE i = 1; INSERT INTO b VALUES (1); END;",
        "oracle": "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN INSERT INTO b VALUES (:new.i); END;\n/",
    }
    for dialect, text in cases.items():
        facts = script(text, dialect)
        trigger = facts.changes[0].new_trigger
        assert trigger
        assert trigger.body
        assert (trigger.table, "insert" in trigger.events, "insert b" in named(trigger.body)) == ("a", True, True), (
            dialect
        )
