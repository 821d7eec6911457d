"""Does the reader end, whatever it is given?"""
# ruff: noqa: E501, S608 - a case is one line of SQL, however long, and none is made of what a user wrote

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boundary.link.sql.evolve import evolve
from boundary.model.sql import HOLE, SqlSchema
from boundary.read.sql import looks_like_sql, read_sql, read_sql_file

DIALECTS = ["postgres", "mysql", "sqlite", "tsql", "oracle", None]
DEEP = 30
HOSTILE = {
    "parentheses": "select " + "(" * 10_000 + "1" + ")" * 10_000,
    "subqueries": "select * from " + "(select * from " * DEEP + "t" + ")" * DEEP,
    "cases": "select " + "case when a then " * DEEP + "1" + " end" * DEEP + " from t",
    "calls": "select " + "f(" * DEEP + "1" + ")" * DEEP + " from t",
    "unions": " union ".join(["select 1 from t"] * 2_000),
    "ors": "select * from t where " + " or ".join(["a = 1"] * 2_000),
    "joins on nothing": "select * from a " + "left join b as t " * 300,
    "nots": "select " + "not " * 2_000 + "a",
    "minuses": "select " + "- " * 2_000 + "a",
    "casts": "select a" + "::int" * 2_000,
    "types": "create table t (a " + "array<" * 200 + "int" + ">" * 200 + ")",
    "string": "select 'abc from t",
    "comment": "select /* abc from t",
    "comments": "/*" * 5_000 + "*/" * 5_000,
    "dollar": "do $$ begin select 1",
    "holes": HOLE * 2_000,
    "quotes": "'" * 4_999,
    "semicolons": ";" * 20_000,
    "begins": "begin " * 5_000,
    "ifs": "create procedure p() begin " + "if a then " * 2_000,
    "withs": "with " * 2_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends(name: str, dialect: str | None) -> None:
    started = time.process_time()
    read_sql(HOSTILE[name], dialect)
    read_sql_file(HOSTILE[name], dialect)
    looks_like_sql(HOSTILE[name])
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "thing", ["EVENT", "FUNCTION", "PACKAGE", "PACKAGE BODY", "PROCEDURE", "TABLE", "TRIGGER", "TYPE"]
)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_statement_that_is_cut_off_is_read(thing: str, dialect: str | None) -> None:
    for text in (f"CREATE {thing}", f"CREATE OR REPLACE {thing} a", f"ALTER {thing}"):
        read_sql(text, dialect)
        assert {one.name for one in read_sql_file(text, dialect).routines} <= {"a"}


VOCABULARY = (
    "( ) , ; ' \" ` [ ] . $$ -- /* */ = := @x #t 1 'a' BEGIN END CASE WHEN THEN ELSE IF LOOP FOR IN DECLARE SELECT FROM JOIN ON INTO AS WITH "
    "WHERE INSERT UPDATE SET DELETE MERGE USING MATCHED VALUES CREATE ALTER DROP TABLE VIEW FUNCTION PROCEDURE TRIGGER PACKAGE BODY RULE IS "
    "EXEC EXECUTE IMMEDIATE OUTPUT TOP REFERENCES PRIMARY KEY FOREIGN ADD COLUMN RENAME TO RETURN QUERY CURSOR OPEN COPY LOCK TRUNCATE "
    "GO / DELIMITER // \n a b c s %s ? :x $1 {y}"
)
WORDS = VOCABULARY.split(" ")


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, HOLE]), max_size=60), st.sampled_from(DIALECTS))
def test_it_never_raises(words: list[str], dialect: str | None) -> None:
    text = " ".join(words)
    facts = read_sql(text, dialect)
    lines = text.count("\n")
    assert all(0 <= access.line <= lines for access in facts.accesses)
    evolve(SqlSchema(), read_sql_file(text, dialect).changes)
    looks_like_sql(text)
