"""Does a statement touch the tables that it says it touches, whatever the dialect?"""
# ruff: noqa: E501, S608 - a case is one line of SQL, however long, and none is made of what a user wrote

from __future__ import annotations

import pytest

from boundary.model.sql import HOLE
from boundary.read.sql import read_sql

from .touching import called, controlled, how, joined, touched

TOUCHES = [
    # reads
    ("select 1", ""),
    ("select * from orders", "read orders"),
    ("select * from sales.orders as o", "read sales.orders"),
    ("select * from a, b, c", "read a, read b, read c"),
    ("select * from a join b on a.i = b.i left join c using (i)", "read a, read b, read c"),
    ("select * from (select * from a) x join (b cross join c) on true", "read a, read b, read c"),
    (
        "select (select max(i) from a), exists (select 1 from b) from c where i in (select i from d)",
        "read a, read b, read c, read d",
    ),
    ("select * from a union all select * from b except select * from c", "read a, read b, read c"),
    ("with x as (select * from a), y as (select * from x) select * from y join b on true", "read a, read b"),
    ("with recursive r as (select * from n union all select n.* from n join r on r.i = n.p) select * from r", "read n"),
    ("with recursive x as (select * from y), y as (select * from a) select * from x", "read a"),
    ("with a as (select * from b) select * from a, s.a", "read b, read s.a"),
    ("select * from f(1) x, generate_series(1, 2) g, a", "read a"),
    ("select * from a, lateral (select * from b where b.i = a.i) x", "read a, read b"),
    ("select extract(year from d), trim(both 'x' from y), substring(a from 1) from a", "read a"),
    ("select * from a where x is distinct from y", "read a"),
    ("table a", "read a"),
    ("explain analyze select * from a", "read a"),
    ("declare c cursor for select * from a", "read a"),
    ("prepare p as select * from a where i = $1", "read a"),
    ("values (1), ((select max(i) from a))", "read a"),
    # templates
    ("{# update the table a\n with update b #}\nselect * from c", "read c"),
    ("{#- delete from a -#} update b set x = {{ x }} {# where #}", "update b"),
    ("{% if version %}alter extension {{ name }} update to {{ version }}", ""),
    # writes
    ("insert into a (i) values (1), (2)", "insert a"),
    ("insert into a select * from b", "insert a, read b"),
    ("insert into a (i) select max(i) from a", "insert a, read a"),
    ("insert into a (i) values (1) on conflict (i) do update set x = 1", "insert a, update a"),
    ("insert into a (i) values (1) on conflict do nothing", "insert a"),
    ("insert into a default values returning i", "insert a"),
    ("insert into a table b", "insert a, read b"),
    ("update a set x = 1 where i in (select i from b)", "update a, read b"),
    ("update a as t set x = b.x from b where b.i = t.i", "update a, read b"),
    ("update only s.a set (x, y) = (select 1, 2 from b)", "update s.a, read b"),
    ("update a set x = (select max(x) from a)", "update a, read a"),
    ("delete from a", "delete a"),
    ("delete from a x using b where b.i = x.i", "delete a, read b"),
    (
        "merge into a using b on a.i = b.i when matched then update set x = 1 when not matched then insert (i) values (1)",
        "update a, insert a, read b",
    ),
    ("merge into a using (select * from b) s on a.i = s.i when matched then delete", "delete a, read b"),
    ("with x as (insert into a (i) values (1) returning i) update b set y = x.i from x", "insert a, update b"),
    ("with d as (delete from a returning *) insert into b select * from d", "delete a, insert b"),
    ("truncate a, s.b restart identity cascade", "delete a, delete s.b"),
    ("truncate table only a", "delete a"),
    ("copy a (x, y) from stdin with (format csv)", "insert a"),
    ("copy a to stdout", "read a"),
    ("copy (select * from a) to stdout", "read a"),
    ("create table b as select * from a", "insert b, read a"),
    (
        "create temp table b on commit drop as select * from a; insert into b select * from c",
        "insert b*, read a, read c",
    ),
    ("select * into b from a", "insert b, read a"),
    ("refresh materialized view concurrently v", "update v"),
    # locks
    ("select * from a for update", "read a, lock a"),
    ("select * from a join b on true for share of b nowait", "read a, read b, lock b"),
    ("select * from a x for no key update of x skip locked", "read a, lock a"),
    ("lock table a, s.b in exclusive mode nowait", "lock a, lock s.b"),
    # what touches nothing
    ("create table a (i int references b)", ""),
    ("alter table a add x int", ""),
    ("drop table a", ""),
    ("grant select on a to b", ""),
    ("set search_path to a", ""),
    ("vacuum a", ""),
    ("comment on table a is 'from b'", ""),
    ("select 'from b' from a -- from c\n /* from d /* from e */ from f */", "read a"),
    ("", ""),
    (";;", ""),
]


@pytest.mark.parametrize(("text", "expected"), TOUCHES, ids=[text[:60] for text, _ in TOUCHES])
@pytest.mark.parametrize("dialect", ["postgres", None])
def test_touches(text: str, expected: str, dialect: str | None) -> None:
    assert sorted(touched(text, dialect).split(", ")) == sorted(expected.split(", "))


DIALECTS = [
    ("mysql", "replace into a (i) values (?)", "insert a, delete a"),
    ("mysql", "insert into a set x = 1 on duplicate key update x = 2", "insert a, update a"),
    ("mysql", "update a join b on a.i = b.i set a.x = 1, b.y = 2", "update a, update b"),
    ("mysql", "update a, b set a.x = b.x where a.i = b.i", "update a, read b"),
    ("mysql", "delete x, y from a x join b y on x.i = y.i join c on true", "delete a, delete b, read c"),
    ("mysql", "delete from x using a x join b on true", "delete a, read b"),
    ("mysql", "select * from `my db`.`a b`", "read my db.a b"),
    ("mysql", "load data local infile 'x' into table a fields terminated by ','", "insert a"),
    ("mysql", "lock tables a read, b as x write", "lock a, lock b"),
    ("mysql", 'select "from b" from a # from c', "read a"),
    ("mysql", "select * from a where x = 'it\\'s from b'", "read a"),
    ("mysql", "/*!40101 select * from a */", "read a"),
    ("sqlite", "insert or replace into a values (1)", "insert a, delete a"),
    ("sqlite", "insert or ignore into a values (1)", "insert a"),
    ("sqlite", "update or ignore a set i = 1 where j = 2", "update a"),
    ("sqlite", "update or replace main.a set i = 1", "update main.a, delete main.a"),
    (None, "update or abort a set i = ?", "update a"),
    ("sqlite", f"update or ignore a set i = {HOLE} {HOLE} where", "update a"),
    ("tsql", "select * from [dbo].[a b] with (nolock)", "read dbo.a b"),
    ("tsql", "select * from a with (updlock, holdlock)", "read a, lock a"),
    ("tsql", "update x set y = 1 from a as x join b on b.i = x.i", "update a, read b"),
    ("tsql", "delete x from a x join b on b.i = x.i", "delete a, read b"),
    ("tsql", "delete top (10) from a output deleted.i into b (i) where x = 1", "delete a, insert b"),
    ("tsql", "insert into a (i) output inserted.i into @t select i from b", "insert a, read b"),
    ("tsql", "with x as (select top 5 * from a) delete from x", "delete a"),
    ("tsql", "select * into #x from a select * from #x", "insert #x*, read a, read #x*"),
    ("tsql", "declare @t table (i int) insert @t select i from a", "read a"),
    ("tsql", "insert a (i) exec p", "insert a"),
    ("tsql", "insert into a (i) values (?) on duplicate key update i = 1, j = 2", "insert a, update a"),
    ("tsql", "insert into a (i) values (?) on conflict (i) do update set i = 1", "insert a, update a"),
    ("tsql", "insert into a (i) values (1) update b set i = 1", "insert a, update b"),
    ("tsql", "select * from a cross apply dbo.f(a.i) x", "read a"),
    ("tsql", "if exists (select 1 from a) update b set x = 1 else delete c", "read a, update b, delete c"),
    ("tsql", "set @x = (select max(i) from a) select @x = i from b", "read a, read b"),
    ("tsql", "bulk insert dbo.a from 'x.csv' with (tablock)", "insert dbo.a"),
    ("tsql", "exec sp_executesql N'delete from a where i = @i', N'@i int', 1", "delete a"),
    ("oracle", "select * from a, table(pkg.f(1)) x, dual", "read a"),
    ("oracle", "insert all into a values (1) into b (x) values (y) select y from c", "insert a, insert b, read c"),
    (
        "oracle",
        'select * from Hr.Employees e, "Mixed" where e.i(+) = 1 connect by prior i = p',
        "read hr.employees, read Mixed",
    ),
    ("postgres", 'select * from Sales.Orders, "Sales"."Orders"', "read sales.orders, read Sales.Orders"),
]


@pytest.mark.parametrize(("dialect", "text", "expected"), DIALECTS, ids=[text[:60] for _, text, _ in DIALECTS])
def test_touches_in_dialect(dialect: str, text: str, expected: str) -> None:
    assert sorted(touched(text, dialect).split(", ")) == sorted(expected.split(", "))


PARAMETERS = ["%s", "%(name)s", "?", ":name", ":1", "$1", "{name}", "{}", HOLE, "@name"]


@pytest.mark.parametrize("dialect", ["postgres", "mysql", "sqlite", "tsql", "oracle", None])
@pytest.mark.parametrize("mark", PARAMETERS)
@pytest.mark.parametrize(
    "text",
    [
        "select x from a where i = ¤ and y in (¤, ¤)",
        "select x, ¤ from a where i between ¤ and ¤",
        "insert into a (x, y) values (¤, ¤)",
        "update a set x = ¤, y = y + ¤ where i = ¤",
        "delete from a where x like ¤ or f(¤) > 1",
    ],
)
def test_every_parameter_style_is_a_value(text: str, mark: str, dialect: str | None) -> None:
    facts = read_sql(text.replace("¤", mark), dialect)
    assert [access.table for access in facts.accesses] == ["a"]
    assert how(text.replace("¤", mark), dialect) in {"parsed", "read"}
    assert not facts.hole


HOLES = [
    (f"select * from {HOLE} where i = {HOLE}", "read {}", [(0,)]),
    (f"select {HOLE} from a join {HOLE} on true", "read a, read {}", [(), (1,)]),
    (f"update {HOLE}_log set x = 1", "update {}_log", [(0,)]),
    (f'insert into "{HOLE}" values ({HOLE})', "insert {}", [(0,)]),
    (f"delete from log_{HOLE}_{HOLE}", "delete log_{}_{}", [(0, 1)]),
    (f"select '{HOLE}' from {HOLE}.{HOLE}", "read {}.{}", [(2,)]),
    ("select * from {table}", "read {}", [(-1,)]),
    ("truncate orders_%s", "delete orders_{}", [(-1,)]),
]


@pytest.mark.parametrize(("text", "expected", "ordinals"), HOLES, ids=[text for text, _, _ in HOLES])
def test_a_hole_in_a_name_is_named(text: str, expected: str, ordinals: list[tuple[int, ...]]) -> None:
    assert touched(text) == expected
    assert [access.holes for access in read_sql(text).accesses] == ordinals
    assert read_sql(text).hole


@pytest.mark.parametrize(
    "text",
    [
        f"select * from a {HOLE}",
        f"select * from a where x = 1 {HOLE} order by y",
        f"select * from a {HOLE} where x = 1 {HOLE} limit 1",
        f"select * from a order by {HOLE} {HOLE}",
    ],
)
def test_a_hole_in_place_of_a_clause_is_left_out(text: str) -> None:
    assert touched(text) == "read a"
    assert read_sql(text).hole
    assert how(text) == "parsed"


@pytest.mark.parametrize("dialect", ["postgres", "mysql", "sqlite", "tsql", None])
@pytest.mark.parametrize(
    "text",
    [
        "select i from  as x where i = 1",
        "select i from  and j = 1",
        "insert into  (i) values (1)",
        "insert into  (i, j) values (1, 2)",
        "update  set i = 1",
        "delete from  where i = 1",
    ],
)
def test_where_no_table_is_named_the_next_word_is_none(text: str, dialect: str | None) -> None:
    assert not touched(text, dialect)
    assert how(text, dialect) == "fallback"


def test_a_text_that_is_a_hole_is_not_understood() -> None:
    assert how(HOLE) == "unknown"
    assert not read_sql(HOLE).understood
    assert how(f"select 1; {HOLE}") == "parsed unknown"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("select * from a join b on a.i = b.i", "a-b"),
        ("select * from a x, b y, c where x.i = y.i and y.j = c.j", "a-b, b-c"),
        ("select * from a join b using (i) natural join s.c", "a-b, b-s.c"),
        ("update a set x = b.x from b where a.i = b.i", "a-b"),
        ("delete from a using b where a.i = b.i", "a-b"),
        ("merge into a using b on a.i = b.i when matched then delete", "a-b"),
        ("select * from a where i in (select i from b)", ""),
    ],
)
def test_joins(text: str, expected: str) -> None:
    assert joined(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("select f(1), s.g(x), count(*), coalesce(a, now()) from t", "f, s.g"),
        ("call p(1); call s.p()", "p, s.p"),
        ("exec dbo.p @x = 1", "dbo.p"),
        ("exec @result = p 1, 2", "p"),
        ("select * from f(1) as x(a, b), t as y(c)", "f"),
        ("with c(i) as (select 1) select * from c where i in (1) and last_day(x) > 1", "last_day"),
        ("insert into t(i) values (f(1))", "f"),
    ],
)
def test_calls(text: str, expected: str) -> None:
    assert called(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("begin; commit", "begin commit"),
        ("BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE; END;", "begin commit"),
        (
            "start transaction; savepoint a; release savepoint a; rollback to savepoint a; rollback",
            "begin savepoint:a release:a rollback_to:a rollback",
        ),
        ("commit and chain; abort", "commit begin rollback"),
        ("set transaction read only", "set:transaction read only"),
        ("SET autocommit = 0", "set:autocommit = 0"),
    ],
)
def test_transaction_control(text: str, expected: str) -> None:
    assert controlled(text) == expected


def test_tsql_transaction_control() -> None:
    assert (
        controlled("begin tran t save tran s rollback tran s commit tran", "tsql")
        == "begin savepoint:s rollback_to:s commit"
    )


def test_lines_are_offsets_into_the_text() -> None:
    facts = read_sql("-- a comment\nselect *\nfrom a\njoin b on true;\n\nupdate c\nset x = %s", "postgres")
    assert [(access.table, access.line) for access in facts.accesses] == [("a", 2), ("b", 3), ("c", 5)]
    assert [(statement.line, statement.end_line) for statement in facts.statements] == [(1, 3), (5, 6)]


def test_the_columns_of_a_write() -> None:
    facts = read_sql("insert into a (x, Y) select 1, 2; update a set z = 1, (p, q) = (1, 2)", "postgres")
    assert [access.columns for access in facts.accesses] == [("x", "y"), ("z", "p", "q")]


def test_what_the_parser_refuses_is_read_from_its_words() -> None:
    text = "select x frm y from a x join b on (( where z"
    assert (touched(text), how(text)) == ("read a, read b", "fallback")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "WITH n AS (SELECT i FROM a) MERGE INTO b AS t USING n ON t.i = n.i WHEN MATCHED THEN UPDATE SET x += 1 WHEN NOT MATCHED THEN INSERT (i) VALUES (n.i) WHEN NOT MATCHED BY SOURCE THEN DELETE",
            "read a, update b, insert b, delete b",
        ),
        ("WITH c AS (SELECT TOP 9 i FROM a) UPDATE c SET x -= 1", "read a, update a"),
        ("UPDATE t SET t.x += s.y\nFROM b AS t JOIN c AS s ON s.i = t.i", "update b, read c"),
        ("UPDATE b SET x += y FROM\nb WHERE i IN (SELECT i FROM b)", "update b, read b"),
        ("DELETE t\nFROM b AS t JOIN c ON c.i = t.i WHERE t.x ->> 1 = ??", "delete b, read c"),
        ("SELECT REPLACE(a, 'x', ''), b INTO c FROM d WHERE x ->> ?? 1", "insert c, read d"),
        (
            "SELECT p.a FROM b p, c FOR PATH q, d FOR PATH r WHERE MATCH(SHORTEST_PATH(p(-(r)->q){1,3}))",
            "read b, read c, read d",
        ),
    ],
)
def test_the_words_of_transact_sql(text: str, expected: str) -> None:
    assert (touched(text, "tsql"), how(text, "tsql")) == (expected, "fallback")
