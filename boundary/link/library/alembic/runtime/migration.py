"""Where is kept at which revision a database is?"""

from sqlalchemy import text


class MigrationContext:
    def __init__(self, connection):
        self.connection = connection

    @classmethod
    def configure(cls, connection=None, url=None, dialect_name=None, dialect=None, environment_context=None, **options):
        return cls(connection)

    def get_current_revision(self):
        self.get_current_heads()
        return __unknown__

    def get_current_heads(self):
        self.connection.execute(text("SELECT version_num FROM alembic_version"))
        return __unknown__

    def stamp(self, script_directory, revision):
        self.get_current_heads()
        if __unknown__:
            self.connection.execute(text("DELETE FROM alembic_version WHERE version_num = :old"))
        elif __unknown__:
            self.connection.execute(text("UPDATE alembic_version SET version_num = :new"))
        else:
            self.connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:new)"))
