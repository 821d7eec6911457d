"""Migrations to the latest schema: the order of the files, and what undoes."""

# ruff: noqa: S608 - no SQL here is made of what a user wrote

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


def test_django_runs_sql() -> None:
    assert_touches(
        """
def order(customer):
    Log.objects.create(text="x")  #> insert shop_log, update shop_stock

# file: shop/migrations/0002_again.py
from django.db import migrations

class Migration(migrations.Migration):
    dependencies = [("shop", "0001_first")]
    operations = [
        migrations.SeparateDatabaseAndState(database_operations=[
            migrations.RunSQL(["DROP TRIGGER count ON shop_log", ("SELECT %s", [1])]),
        ]),
        migrations.RunSQL(TRIGGER, reverse_sql="DROP TRIGGER again ON shop_log"),
    ]
# file: shop/migrations/0001_first.py
from django.db import migrations

FUNCTION = '''
CREATE FUNCTION count_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN UPDATE shop_stock SET "left" = 1; RETURN NULL; END $$;
CREATE TRIGGER count AFTER INSERT ON shop_log FOR EACH STATEMENT EXECUTE PROCEDURE count_it();
'''

class Migration(migrations.Migration):
    operations = [migrations.RunSQL(FUNCTION)]
""".replace(
            "migrations.RunSQL(TRIGGER,",
            "migrations.RunSQL('CREATE TRIGGER again AFTER INSERT ON shop_log EXECUTE FUNCTION count_it()',",
        )
    )


NAMED = {
    "by its class": "    forwards = '''TEXT'''\n    operations = [migrations.RunSQL(forwards, backwards)]",
    "by its class, not by the module": (
        "    before = '''TEXT'''\n    forwards = before\n    backwards = ''\n"
        "    operations = [migrations.RunSQL(sql=forwards, reverse_sql=backwards)]"
    ),
}


@pytest.mark.parametrize("named", NAMED.values(), ids=NAMED.keys())
def test_django_runs_sql_that_the_body_of_its_class_names(named: str) -> None:
    function = """
    CREATE OR REPLACE FUNCTION stage(load_id uuid) RETURNS VOID LANGUAGE 'plpgsql' AS $$
    BEGIN UPDATE shop_stock SET "left" = 1; END $$;
    """
    assert_touches(f"""
from django.db import connection
def order(customer):
    with transaction.atomic(), connection.cursor() as cursor:  #> update shop_stock
        cursor.execute("SELECT * FROM stage(%s)", [1])

# file: shop/migrations/0001_first.py
from django.db import migrations

forwards = "SELECT 1"
backwards = "DROP FUNCTION stage"

class Migration(migrations.Migration):
{named.replace("TEXT", function)}
""")


def test_django_runs_a_function_that_executes_sql() -> None:
    assert_touches("""
def order(customer):
    Log.objects.create(text="x")  #> insert shop_log, update shop_stock
    Tag.objects.create()  #= insert shop_tag

# file: shop/migrations/0001_first.py
from django.db import connection, migrations

TRIGGER = "CREATE TRIGGER count AFTER INSERT ON shop_log FOR EACH STATEMENT EXECUTE PROCEDURE count_it()"

def forwards(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    text = "CREATE FUNCTION count_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE shop_stock SET n = 1; END $$"
    with connection.cursor() as cursor:
        cursor.execute(text)
    schema_editor.execute(TRIGGER)

def backwards(apps, schema_editor):
    schema_editor.execute("DROP TRIGGER count ON shop_log")

def elsewhere(apps, schema_editor):
    schema_editor.execute("CREATE TRIGGER c AFTER INSERT ON shop_tag FOR EACH STATEMENT EXECUTE PROCEDURE count_it()")

class Migration(migrations.Migration):
    operations = [migrations.RunPython(forwards, backwards)]
""")


def test_alembic_executes_what_its_own_names_say() -> None:
    assert_touches("""
# file: app/migrations/versions/a.py
from alembic import op
import sqlalchemy as sa

revision = "a"
down_revision = None
statement = "CREATE TABLE other (id int)"

def upgrade():
    statement = "CREATE TABLE orders (id int)"
    op.execute(statement)
    statement = sa.text("CREATE VIEW named AS SELECT id FROM orders")
    op.execute(statement)
# file: db/run.sql
SELECT * FROM named; -- #= read orders
""")


def test_alembic_executes_each_of_several_texts() -> None:
    assert_touches("""
# file: app/migrations/versions/a.py
from alembic import op

revision = "a"
down_revision = None

def upgrade():
    for text in ("CREATE TABLE orders (id int)", "CREATE VIEW named AS SELECT id FROM orders"):
        op.execute(text)
# file: db/run.sql
SELECT * FROM named; -- #= read orders
""")


def test_alembic() -> None:
    scan = assert_touches(
        """
# file: app/migrations/versions/b.py
from alembic import op
import sqlalchemy as sa

revision = "b"
down_revision = "a"

def upgrade():
    op.rename_table("basket", "orders")
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.add_column(sa.Column("audit", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_audit"), "audit", ["audit"], ["id"], ondelete="SET NULL")
    op.drop_constraint("fk_customer", "orders", type_="foreignkey")
    op.create_foreign_key(None, "orders", "customer", ["customer"], ["id"], ondelete="CASCADE")
    op.drop_table("gone")
    op.execute(sa.text("CREATE VIEW named AS SELECT id FROM customer"))

def downgrade():
    op.drop_table("orders")
# file: app/migrations/versions/z.py
from alembic import op
import sqlalchemy as sa

revision: str = "a"
down_revision: str | None = None

def upgrade() -> None:
    op.create_table("customer", sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id"))
    op.create_table("audit", sa.Column("id", sa.Integer(), primary_key=True))
    op.create_table("gone", sa.Column("id", sa.Integer()))
    op.create_table(
        "basket",
        sa.Column("id", sa.Integer()),
        sa.Column("customer", sa.Integer()),
        sa.Column("parent", sa.Integer(), sa.ForeignKey("basket.id", ondelete="CASCADE")),
        sa.ForeignKeyConstraint(["customer"], ["customer.id"], name="fk_customer"),
    )
# file: db/run.sql
DELETE FROM customer; -- #> delete customer, delete orders
DELETE FROM audit; -- #> delete audit, update orders
SELECT * FROM named; -- #= read customer
"""
    )
    keys = {(one.from_, one.to, one.column, one.on_delete) for one in scan.foreign_keys if one.from_ == "orders"}
    assert keys == {
        ("orders", "audit", "audit", "SET NULL"),
        ("orders", "customer", "customer", "CASCADE"),
        ("orders", "orders", "parent", "CASCADE"),
    }
    own = {one.name: (one.file, one.line) for one in scan.tables if one.file and one.file.startswith("app/")}
    assert own == {
        "customer": ("app/migrations/versions/z.py", 8),
        "audit": ("app/migrations/versions/z.py", 9),
        "orders": ("app/migrations/versions/z.py", 11),
    }


@pytest.mark.parametrize("down", ["-- migrate:down", "-- +goose Down", "-- +migrate Down", "-- !Downs"])
def test_the_half_that_takes_a_migration_back_is_not_read(down: str) -> None:
    up = {"-- migrate:down": "-- migrate:up", "-- !Downs": "-- !Ups"}.get(down, down.replace("Down", "Up"))
    scan = assert_touches(
        f"""
# file: db/migrations/20240101_a.sql
{up}
CREATE TABLE kept (id int);
{down}
DROP TABLE kept;
# file: db/run.sql
DELETE FROM kept; -- #= delete kept
"""
    )
    assert [one.line for one in scan.tables if one.name == "kept"] == [2]


def test_a_migration_that_creates_the_table_of_a_model_means_the_same_table() -> None:
    scan = assert_touches(
        """
# file: app/models.py
from sqlalchemy.orm import declarative_base
import sqlalchemy as sa
Base = declarative_base()

class Tag(Base):
    __tablename__ = "tags"
    __table_args__ = {"schema": "editing"}
    id = sa.Column(sa.Integer, primary_key=True)
# file: app/migrations/versions/a.py
from alembic import op
import sqlalchemy as sa
revision = "a"
down_revision = None

def upgrade():
    op.create_table("tags", sa.Column("id", sa.Integer()), schema="editing")
# file: db/run.sql
DELETE FROM editing.tags; -- #= delete editing.tags
"""
    )
    assert [table.name for table in scan.tables if table.name.rpartition(".")[2] == "tags"] == ["editing.tags"]


def test_a_merge_of_two_branches_orders_what_is_behind_it() -> None:
    scan = assert_touches(
        """
# file: app/migrations/versions/z_first.py
from alembic import op
import sqlalchemy as sa
revision = "first"
down_revision = None

def upgrade():
    op.create_table("basket", sa.Column("id", sa.Integer()))
    op.create_table("gone", sa.Column("id", sa.Integer()))
# file: app/migrations/versions/y_left.py
revision = "left"
down_revision = "first"

def upgrade():
    op.create_table("short", sa.Column("id", sa.Integer()))
# file: app/migrations/versions/x_right.py
revision = "right"
down_revision = "first"

def upgrade():
    pass
# file: app/migrations/versions/n_inner.py
revision = "inner"
down_revision = ("right", "left")

def upgrade():
    op.drop_table("short")
# file: app/migrations/versions/m_merge.py
revision = "merge"
down_revision = ("left", "inner")

def upgrade():
    pass
# file: app/migrations/versions/a_last.py
from alembic import op
revision = "last"
down_revision = "merge"

def upgrade():
    op.drop_table("gone")
    op.rename_table("basket", "orders")
# file: app/migrations/versions/b_anew.py
from alembic import op
revision = "anew"
down_revision = None

def upgrade():
    op.drop_table("before")
# file: app/migrations/versions/c_anew.py
from alembic import op
revision = "follows"
down_revision = "anew"

def upgrade():
    op.create_table("kept", sa.Column("id", sa.Integer()))
# file: app/migrations/versions/d_start.py
from alembic import op
import sqlalchemy as sa
revision = "start"
down_revision = None

def upgrade():
    op.create_table("before", sa.Column("id", sa.Integer()))
# file: db/run.sql
DELETE FROM orders; -- #= delete orders
"""
    )
    assert {one.name for one in scan.tables if one.file and one.file.startswith("app/")} == {"orders", "kept"}
