"""What do revisions of alembic do besides changing the schema?  Statements, rows put into tables, on its connection."""

from alembic import context, op
