"""Do definitions, one after the other, leave the schema that the database would have?"""
# ruff: noqa: E501 - a case is one line of SQL, however long, and none is made of what a user wrote

from __future__ import annotations

import pytest

from .touching import schema, script

TABLE = """
CREATE TABLE IF NOT EXISTS shop.orders (
    id bigserial PRIMARY KEY,
    customer integer NOT NULL REFERENCES customers ON DELETE CASCADE,
    "Total" numeric(10, 2) DEFAULT (0) CHECK ("Total" >= 0),
    note varchar(20),
    parent int CONSTRAINT parent_key REFERENCES shop.orders (id) ON UPDATE SET NULL,
    CONSTRAINT pair UNIQUE (customer, note),
    CONSTRAINT a_key FOREIGN KEY (customer, note) REFERENCES other (x, y) ON DELETE SET DEFAULT ON UPDATE NO ACTION,
    EXCLUDE USING gist (note WITH =)
);
"""


def test_a_table() -> None:
    table = schema(TABLE, "postgres").tables["shop.orders"]
    assert [column.name for column in table.columns] == ["id", "customer", "Total", "note", "parent"]
    assert [column.type for column in table.columns] == ["bigserial", "integer", "numeric(10,2)", "varchar(20)", "int"]
    assert [column.nullable for column in table.columns] == [False, False, True, True, True]
    assert table.primary_key == ("id",)
    assert [(k.columns, k.to_table, k.to_columns, k.on_delete, k.on_update, k.name) for k in table.foreign_keys] == [
        (("customer",), "customers", (), "cascade", None, None),
        (("parent",), "orders", ("id",), None, "set null", "parent_key"),
        (("customer", "note"), "other", ("x", "y"), "set default", "no action", "a_key"),
    ]
    assert table.line == 1


HISTORY = [
    ("ALTER TABLE ONLY a ADD CONSTRAINT k FOREIGN KEY (x) REFERENCES b(i) ON DELETE CASCADE", "a(x)->b"),
    ("ALTER TABLE a ADD CONSTRAINT k FOREIGN KEY (x) REFERENCES b; ALTER TABLE a DROP CONSTRAINT k", ""),
    ("ALTER TABLE a ADD COLUMN y int REFERENCES b, ADD FOREIGN KEY (x) REFERENCES b", "a(y)->b, a(x)->b"),
    ("ALTER TABLE a ADD y int REFERENCES b; ALTER TABLE a DROP COLUMN y", ""),
    ("ALTER TABLE a ADD FOREIGN KEY (x) REFERENCES b; ALTER TABLE b RENAME TO c", "a(x)->c"),
    ("ALTER TABLE a ADD FOREIGN KEY (x) REFERENCES b; ALTER TABLE a RENAME COLUMN x TO z", "a(z)->b"),
    ("ALTER TABLE a ADD FOREIGN KEY (x) REFERENCES b; DROP TABLE IF EXISTS a CASCADE", ""),
    ("ALTER TABLE a ADD FOREIGN KEY (x) REFERENCES b; DROP TABLE b CASCADE", ""),
    ("ALTER TABLE a ADD FOREIGN KEY (x) REFERENCES b; DROP TABLE b; CREATE TABLE b (i int)", "a(x)->b"),
    ("ALTER TABLE [a] WITH CHECK ADD CONSTRAINT [k] FOREIGN KEY([x]) REFERENCES [dbo].[b] ([i])", "a(x)->b"),
]


@pytest.mark.parametrize(("text", "expected"), HISTORY, ids=[text for text, _ in HISTORY])
def test_changes(text: str, expected: str) -> None:
    state = schema(f"CREATE TABLE a (x int); CREATE TABLE b (i int); {text};")
    keys = (
        f"{table.name}({k.columns[0]})->{k.to_table}" for table in state.tables.values() for k in table.foreign_keys
    )
    assert ", ".join(keys) == expected


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        (
            "mysql",
            "CREATE TABLE `a` (`i` int(11) unsigned NOT NULL AUTO_INCREMENT, PRIMARY KEY (`i`), KEY `k` (`x`)) ENGINE=InnoDB",
            "a",
        ),
        ("mysql", "CREATE TABLE a (i int); RENAME TABLE a TO b", "b"),
        ("tsql", "CREATE TABLE [dbo].[a] ([i] [int] IDENTITY(1,1) NOT NULL)\nGO\nEXEC sp_rename 'dbo.a', 'b'", "dbo.b"),
        (
            "oracle",
            "CREATE TABLE Hr.A (i NUMBER(6) CONSTRAINT pk PRIMARY KEY) TABLESPACE x\n/\nDROP TABLE hr.b",
            "hr.a",
        ),
        (
            "postgres",
            "CREATE TABLE a (i int) PARTITION BY RANGE (i); CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (1) TO (2)",
            "a a1",
        ),
        ("postgres", "CREATE SCHEMA s CREATE TABLE a (i int) CREATE TABLE b (i int)", "s.a s.b"),
        ("postgres", "CREATE TABLE a (i int); ALTER TABLE a SET SCHEMA s", "s.a"),
        (
            "sqlite",
            "CREATE TABLE a (i integer primary key autoincrement, x) WITHOUT ROWID; CREATE VIRTUAL TABLE f USING fts5(x)",
            "a f",
        ),
    ],
)
def test_tables_in_dialect(dialect: str, text: str, expected: str) -> None:
    assert " ".join(sorted(schema(text, dialect).tables)) == expected


def test_views_read_their_tables() -> None:
    state = schema(
        "CREATE VIEW s.v (x, y) AS WITH c AS (SELECT * FROM a) SELECT * FROM c JOIN b ON c.i = b.i WITH CHECK OPTION;"
        "CREATE MATERIALIZED VIEW m AS SELECT f(1) FROM s.v WITH NO DATA; DROP VIEW nothing",
        "postgres",
    )
    assert [access.name for access in state.views["s.v"].reads] == ["a", "b"]
    assert [access.name for access in state.views["m"].reads] == ["s.v"]
    assert state.views["m"].materialized
    assert [str(call) for call in state.views["m"].calls] == ["f"]


def test_partitions_and_children_know_their_parents() -> None:
    state = schema(
        "CREATE TABLE a (i int); CREATE TABLE b () INHERITS (a); CREATE TABLE c (i int); ALTER TABLE a ATTACH PARTITION c DEFAULT"
    )
    assert (state.tables["b"].parents, state.tables["c"].parents) == (("a",), ("a",))


def test_a_script_with_several_transactions() -> None:
    facts = script(
        "SELECT 1;\nBEGIN;\nUPDATE a SET x = 1;\nCOMMIT;\nBEGIN;\nDELETE FROM b;\nROLLBACK;\nBEGIN;\nDELETE FROM c;\n"
    )
    assert [(t.line, t.end_line, t.ended) for t in facts.transactions] == [
        (1, 3, "commit"),
        (4, 6, "rollback"),
        (7, 8, "end_of_text"),
    ]
    held = [facts.statements[t.statements[0]].accesses[0].table for t in facts.transactions]
    assert held == ["a", "b", "c"]


def test_what_only_the_tools_read_is_left_out() -> None:
    text = "\\set x 'y\nCOPY a (x) FROM stdin;\n1\tit's; from b\n\\.\n\\echo 'z\nSELECT * FROM c;\n"
    facts = script(text, "postgres")
    assert [(access.op, access.table, access.line) for s in facts.statements for access in s.accesses] == [
        ("insert", "a", 1),
        ("read", "c", 5),
    ]
    facts = script("SET ECHO ON\nPROMPT it's a prompt\n@other.sql\nSELECT * FROM c;\nREM don't\nVAR x NUMBER;\n$ del it's.tmp\n.\n", "oracle")
    assert [access.table for s in facts.statements for access in s.accesses] == ["c"]
    facts = script(":setvar x y\nUSE a\nGO\nSELECT * FROM c\nGO 5\nSELECT * FROM d\ngo\n", "tsql")
    assert [access.table for s in facts.statements for access in s.accesses] == ["c", "d"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CREATE FUNCTION f() RETURNS void AS $$ $$ LANGUAGE plpgsql;", "postgres"),
        ("CREATE TABLE `a` (`i` int AUTO_INCREMENT) ENGINE=InnoDB;", "mysql"),
        ("SET NOCOUNT ON\nGO\nDECLARE @x NVARCHAR(10)\nGO", "tsql"),
        ("CREATE TABLE a (x VARCHAR2(10));\n/\nSELECT SYSDATE FROM DUAL;", "oracle"),
        ("PRAGMA foreign_keys = ON; CREATE TABLE a (i INTEGER PRIMARY KEY AUTOINCREMENT);", "sqlite"),
        ("SELECT 1", None),
    ],
)
def test_the_dialect_is_guessed(text: str, expected: str | None) -> None:
    assert script(text).dialect == expected
