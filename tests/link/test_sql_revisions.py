"""Migrations run once: they say what the schema is, and are none of the program's transactions, wherever they lie."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MIGRATIONS = {
    "Django": """
from django.db import migrations, transaction
from shop.models import Order
def forwards(apps, schema_editor):
    Order.objects.create()
class Migration(migrations.Migration):
    dependencies = []
    operations = [migrations.RunPython(forwards)]
""",
    "Django, by a class of the project": """
from shop.models import Order
from shop.upgrades import CheckedMigration
def forwards(apps, schema_editor):
    Order.objects.create()
class Migration(CheckedMigration):
    operations = [forwards]
""",
    "South": """
from south.v2 import DataMigration
from shop.models import Order
class Migration(DataMigration):
    def forwards(self, orm):
        Order.objects.create()
""",
    "alembic": """
from alembic import op
from shop.models import Order
revision: str = "a"
down_revision: str | None = None
def upgrade() -> None:
    Order.objects.create()
""",
    "sqlalchemy-migrate": """
from shop.models import Order
def upgrade(migrate_engine):
    Order.objects.create()
""",
    "beanie": """
from beanie import iterative_migration
from shop.models import Order
class Forward:
    @iterative_migration()
    async def renamed(self, input_document, output_document):
        Order.objects.create()
""",
}
OTHERS = {
    "a direction": """
class Forward:
    @staticmethod
    def run():
        Order.objects.create()
""",
    "a class that is called so": """
class Migration:
    operations = []
    def run(self):
        Order.objects.create()
""",
    "a class without what a migration says": """
from shop.moves import BaseMigration
class Migration(BaseMigration):
    def run(self):
        Order.objects.create()
""",
    "a function that is called so": """
def upgrade(customer):
    Order.objects.create()
""",
    "a revision of something else": """
revision = 3
def upgrade():
    Order.objects.create()
""",
}


@pytest.mark.parametrize("migration", MIGRATIONS)
def test_a_migration_outside_of_the_folders_for_them(migration: str) -> None:
    scan = assert_touches(f"""
def order():
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
# file: shop/steps/m0001.py{MIGRATIONS[migration]}
""")
    assert {one.file for one in scan.transactions} == {"shop/services.py"}
    assert {one.file for one in scan.accesses} == {"shop/services.py"}


@pytest.mark.parametrize("other", OTHERS)
def test_what_is_only_called_like_one(other: str) -> None:
    scan = assert_touches(f"""
def order():
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
# file: shop/steps/m0001.py
from shop.models import Order{OTHERS[other]}
""")
    assert {one.file for one in scan.accesses} == {"shop/services.py", "shop/steps/m0001.py"}


def test_the_tables_that_a_revision_maps_for_itself_are_none_of_the_schema() -> None:
    scan = assert_touches("""
# file: shop/tables.py
from sqlalchemy.orm import Session, declarative_base
from sqlalchemy import Column, Integer
Base = declarative_base()
class Event(Base):
    __tablename__ = "events"
    id = Column(Integer, primary_key=True)
def order(session: Session):
    session.add(Event())
    session.commit()  #> insert events
# file: shop/alembic/versions/a.py
from alembic import op
from sqlalchemy.orm import declarative_base
from sqlalchemy import Column, Integer
revision = "a"
down_revision = None
Base = declarative_base()
class Trigger(Base):
    __tablename__ = "triggers"
    id = Column(Integer, primary_key=True)
def upgrade():
    Trigger.metadata.create_all(op.get_bind())
    op.rename_table("triggers", "events")
""")
    own = [(one.name, one.file) for one in scan.tables if one.file and one.file != "shop/models.py"]
    assert own == [("events", "shop/tables.py")]
