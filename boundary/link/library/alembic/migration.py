from alembic.runtime.migration import MigrationContext
