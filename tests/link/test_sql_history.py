"""Migrations to the latest schema: the order of the files, and what undoes."""

from __future__ import annotations

import pytest

from boundary.link.sql.order import in_order, is_migration, undoes
from boundary.model.sql import SqlFileFacts, SqlSource
from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "files",
    [
        "V1__a.sql V1_1__a.sql V1.2__a.sql V2__a.sql V10__a.sql R__views.sql",
        "db/000_first.sql db/migrations/1_a.sql db/migrations/2_a.sql db/migrations/10_a.sql",
        "schema.sql m/20230101120000_a.sql m/20230102_b.sql m/20240101120000_a.sql",
        "migrations/000001_a.up.sql migrations/000002_a.up.sql",
        "tables.sql changes/1.2/x.sql changes/1.10/x.sql",
        "a.sql b.sql",
    ],
)
def test_order(files: str) -> None:
    names = files.split()
    sources = [SqlSource(name, name, SqlFileFacts(None, 0)) for name in reversed(names)]
    assert [one.file for one in in_order(sources)] == names


@pytest.mark.parametrize("file", ["U1__a.sql", "m/1_a.down.sql", "m/1_a_down.sql", "deploy/revert/a.sql"])
def test_undoing(file: str) -> None:
    assert undoes(file)
    assert is_migration(file)


@pytest.mark.parametrize(
    "file", ["V1__a.sql", "m/20240101_a.sql", "migrations/a.sql", "db/changelog/1.sql", "x/1_a.up.sql"]
)
def test_migrations(file: str) -> None:
    assert is_migration(file)
    assert not undoes(file)


@pytest.mark.parametrize("file", ["schema.sql", "queries/orders.sql", "2_nightly.sql", "V1.sql", "R2D2.sql"])
def test_no_migrations(file: str) -> None:
    assert not is_migration(file)


def test_the_latest_schema() -> None:
    scan = assert_touches(
        """
# file: db/V1__start.sql
CREATE TABLE customer (id int PRIMARY KEY);
CREATE TABLE basket (id int PRIMARY KEY, customer int REFERENCES customer);
CREATE TABLE gone (id int);
# file: db/V2__rename.sql
ALTER TABLE basket RENAME TO orders;
ALTER TABLE orders DROP CONSTRAINT basket_customer_fkey;
ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customer ON DELETE CASCADE;
DROP TABLE gone;
# file: db/U2__rename.sql
ALTER TABLE orders RENAME TO basket;
# file: db/drop_everything.sql
DROP TABLE orders;
DROP TABLE customer;
# file: db/run.sql
DELETE FROM customer; -- #> delete customer, delete orders
"""
    )
    own = [(one.name, one.file, one.line) for one in scan.tables if one.file and one.file.startswith("db/")]
    assert own == [("customer", "db/V1__start.sql", 1), ("orders", "db/V1__start.sql", 2)]
    assert [(one.from_, one.to, one.column, one.on_delete) for one in scan.foreign_keys if one.to == "customer"] == [
        ("orders", "customer", "customer", "CASCADE")
    ]
