"""What operations of alembic do to rows, where no revision makes them: these run once, and are not followed."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

STEPS = {
    'op.execute("UPDATE orders SET note = 1")': "update orders",
    "op.execute(orders.update().values(note=1))": "update orders",
    "op.get_bind().execute(orders.delete())": "delete orders",
    'context.get_bind().execute(sa.text("DELETE FROM orders"))': "delete orders",
    "op.bulk_insert(orders, [{'note': 1}])": "insert orders",
    "made = op.create_table('logs', sa.Column('id', sa.Integer))\n    op.bulk_insert(made, [])": "insert logs",
    "context.get_bind().scalar(sa.select(sa.func.count()).select_from(orders))": "read orders",
    "connection = op.get_bind()\n    if connection.scalar(orders.select()): raise ValueError": "read orders",
}


@pytest.mark.parametrize("step", STEPS)
def test_a_revision(step: str) -> None:
    first, _, rest = step.partition("\n")
    marked = f"{first}\n{rest}  #= {STEPS[step]}" if rest else f"{first}  #= {STEPS[step]}"
    assert_touches(f"""
# file: shop/steps.py
import sqlalchemy as sa
from alembic import context, op
def upgrade():
    orders = sa.Table("orders", sa.MetaData(), sa.Column("note", sa.Integer))
    {marked}
""")


@pytest.mark.parametrize(
    ("imported", "asked"),
    [
        (
            "from alembic.runtime.migration import MigrationContext",
            "MigrationContext.configure(connection).get_current_revision()",
        ),
        (
            "from alembic.migration import MigrationContext",
            "MigrationContext.configure(connection).get_current_heads()",
        ),
        (
            "from alembic.runtime import migration",
            "migration.MigrationContext.configure(connection).get_current_heads()",
        ),
        ("from alembic import migration", "migration.MigrationContext.configure(connection).get_current_heads()"),
    ],
)
def test_who_asks_for_the_revision_reads_where_it_is_kept(imported: str, asked: str) -> None:
    assert_touches(f"""
# file: shop/health.py
from sqlalchemy import create_engine
{imported}
engine = create_engine("sqlite://")
def is_current():
    with engine.begin() as connection:  #> nothing, read alembic_version
        return {asked}
""")


def test_who_notes_a_revision_writes_where_it_is_kept() -> None:
    assert_touches("""
# file: shop/setup.py
import alembic.migration
from sqlalchemy import create_engine
engine = create_engine("sqlite://")
def note_newest(script):
    with engine.connect() as connection:
        context = alembic.migration.MigrationContext.configure(connection)
        context.stamp(script, "head")
        connection.commit()  #> delete alembic_version, insert alembic_version, update alembic_version
""")


@pytest.mark.parametrize(
    ("dialect", "batch", "happens"),
    [
        ("sqlite", 'op.batch_alter_table("orders", schema=None)', "insert orders, read orders"),
        ("sqlite", 'op.batch_alter_table("orders", schema="shop")', "insert shop.orders, read shop.orders"),
        ("sqlite", 'op.batch_alter_table("orders", recreate="never")', "nothing"),
        ("postgres", 'op.batch_alter_table("orders")', "nothing"),
        ("postgres", 'op.batch_alter_table("orders", recreate="always")', "insert orders, read orders"),
    ],
)
def test_what_is_changed_in_a_batch_is_copied_where_it_cannot_be_changed(
    dialect: str, batch: str, happens: str
) -> None:
    assert_touches(
        f"""
# file: shop/steps.py
import sqlalchemy as sa
from alembic import op
def upgrade():
    with {batch} as batch:  #= {happens}
        batch.drop_column("note")
        batch.create_index(batch.f("orders_note"), ["note"])
        batch.execute(sa.table("lines").delete())  #= delete lines
""",
        dialect,
    )
