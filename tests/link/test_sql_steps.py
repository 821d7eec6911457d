"""What revisions of alembic do in loops, in functions that `upgrade` calls, and by names for texts."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, divide, linked

STEPS = {
    "a loop over a list": ("for name in ['gone', 'lost']:\n        op.drop_table(name)", "basket"),
    "a loop over names of the module": ("for name in NAMES:\n        op.drop_table(name)", "basket"),
    "a loop over names sorted": ("for name in reversed(sorted(NAMES)):\n        op.drop_table(name)", "basket"),
    "a loop over two lists": ("for name in NAMES + ['basket']:\n        op.drop_table(name)", ""),
    "a loop over keys": ("for name in RENAMED:\n        op.drop_table(name)", "gone lost"),
    "a loop over pairs": ("for old, new in PAIRS:\n        op.rename_table(old, new)", "orders gone lost"),
    "a loop over items": ("for old, new in RENAMED.items():\n        op.rename_table(old, new)", "orders gone lost"),
    "a loop over values": ("for name in GONE.values():\n        op.drop_table(name)", "basket lost"),
    "a loop over something else": ("for name in names():\n        op.drop_table(name)", "basket gone lost"),
    "a loop over a list with more": ("for name in [*NAMES, other]:\n        op.drop_table(name)", "basket gone lost"),
    "a loop in a loop": (
        "for names in (['gone'], ['lost']):\n        for name in names:\n            op.drop_table(name)",
        "basket",
    ),
    "behind a loop": ("for name in NAMES:\n        pass\n    else:\n        op.drop_table('gone')", "basket lost"),
    "a name": ("op.rename_table(OLD, NEW)", "orders gone lost"),
    "a name that is given again": ("old = 'gone'\n    old = OLD\n    op.rename_table(old, NEW)", "orders gone lost"),
    "two names at once": ("old, new = OLD, NEW\n    op.rename_table(old, new)", "orders gone lost"),
    "a name for something else": ("name = asked()\n    op.drop_table(name)", "basket gone lost"),
    "a name for itself": ("other = other\n    op.drop_table(other)", "basket gone lost"),
    "an f-string": ("op.execute(f'ALTER TABLE {OLD} RENAME TO {NEW}')", "orders gone lost"),
    "an f-string in a text": ("op.execute(sa.text(f'DROP TABLE {OLD}'))", "gone lost"),
    "an f-string with more": ("op.execute(f'DROP TABLE {OLD}, {other}')", "basket gone lost"),
    "a text with holes": ("op.execute('ALTER TABLE %s RENAME TO %s' % (OLD, NEW))", "orders gone lost"),
    "a text with one hole": ("op.execute('DROP TABLE %s -- 100%%' % OLD)", "gone lost"),
    "a text with named holes": ("op.execute('DROP TABLE %(name)s' % {'name': OLD})", "gone lost"),
    "a text with too many holes": ("op.execute('DROP TABLE %s, %s' % (OLD,))", "basket gone lost"),
    "a text with fields": ("op.execute('ALTER TABLE {} RENAME TO {}'.format(OLD, NEW))", "orders gone lost"),
    "numbered fields": ("op.execute('ALTER TABLE {1} RENAME TO {0}'.format(NEW, OLD))", "orders gone lost"),
    "named fields": ("op.execute('DROP TABLE {name}'.format(name=OLD))", "gone lost"),
    "a sum of texts": ("op.execute('DROP TABLE ' + OLD)", "gone lost"),
    "a sum with more": ("op.execute('DROP TABLE ' + other)", "basket gone lost"),
    "a function": ("tidy()", "basket lost"),
    "a function that is handed a name": ("drop('gone')", "basket lost"),
    "a function that is handed it by name": ("drop(name='gone')", "basket lost"),
    "a function with a default": ("drop()", "basket gone"),
    "a function in a loop": ("for name in NAMES:\n        drop(name)", "basket"),
    "a function that calls itself": ("again('gone')", "basket lost"),
    "a function for each engine": ("globals()[f'upgrade_{engine}']()", "basket lost"),
    "a function for each engine, if there is one": ("globals().get('upgrade_' + engine, print)()", "basket lost"),
    "a name that a parameter hides": ("drop(name=OLD)", "gone lost"),
    "in a branch": ("if has_table('gone'):\n        op.drop_table('gone')", "basket lost"),
    "a batch by a name": (
        "for name in NAMES:\n        with op.batch_alter_table(name) as batch:\n            batch.drop_column('id')",
        "basket gone lost",
    ),
    "a table of a text that is named": ("op.drop_table(op.f('gone'))", "basket lost"),
    "a table of a name": ("op.create_table(NEW, sa.Column('id', sa.Integer))", "basket orders gone lost"),
}


@pytest.mark.parametrize("step", STEPS)
def test_what_upgrade_does(step: str) -> None:
    code, left = STEPS[step]
    scan = linked(
        divide(f"""
# file: app/migrations/versions/a.py
from alembic import op
import sqlalchemy as sa
revision = "a"
down_revision = None
NAMES = ("gone", "lost")
OLD, NEW = "basket", "orders"
PAIRS = [(OLD, NEW)]
RENAMED = {{"basket": "orders"}}
GONE = {{1: "gone"}}

def upgrade():
    op.create_table("basket", sa.Column("id", sa.Integer))
    for name in NAMES:
        op.create_table(name, sa.Column("id", sa.Integer))
    {code}

def tidy():
    op.drop_table("gone")

def upgrade_first():
    tidy()

def drop(name="lost"):
    OLD = "lost"
    op.drop_table(name)

def again(name):
    again("lost")
    op.drop_table(name)
""")
    )
    assert not scan.completeness.unreadable
    assert sorted(one.name for one in scan.tables if one.file and one.file.startswith("app/")) == sorted(left.split())


def test_texts_that_grow_without_end_are_not_put_together() -> None:
    doubled = "\n".join(f"    text = text + text  # {number}" for number in range(80))
    scan = linked(
        divide(f"""
# file: app/migrations/versions/a.py
from alembic import op
revision = "a"
down_revision = None
def upgrade():
    op.execute("CREATE TABLE orders (id int)")
    text = "DROP TABLE gone; "
{doubled}
    op.execute(text)
    for one in range(1000):
        for two in [{", ".join(map(str, range(300)))}]:
            for three in [{", ".join(map(str, range(300)))}]:
                op.execute(f"DROP TABLE gone_{{two}}_{{three}}")
""")
    )
    assert not scan.completeness.unreadable
    assert "orders" in {one.name for one in scan.tables}


def test_functions_that_django_runs_execute_in_loops() -> None:
    assert_touches("""
def order(customer):
    Log.objects.create(text="x")  #> insert shop_log, update shop_stock
    Tag.objects.create()  #> insert shop_tag, update shop_stock
    Customer.objects.create()  #= insert shop_customer

# file: shop/migrations/0001_first.py
from django.db import migrations
TABLES = {"shop_log": "count_it", "shop_tag": "count_it"}

def count(schema_editor, table, function):
    schema_editor.execute(f"CREATE TRIGGER count AFTER INSERT ON {table} EXECUTE FUNCTION {function}()")

def forwards(apps, schema_editor):
    schema_editor.execute('''
CREATE FUNCTION count_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN UPDATE shop_stock SET "left" = 1; RETURN NULL; END $$;
''')
    for table, function in TABLES.items():
        count(schema_editor, table, function)

class Migration(migrations.Migration):
    operations = [migrations.RunPython(forwards)]
""")
