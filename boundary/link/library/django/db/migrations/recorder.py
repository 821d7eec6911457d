"""Where is kept which migrations have run?"""


class MigrationRecorder:
    def __init__(self, connection):
        self.connection = connection

    def has_table(self):
        return __unknown__

    def applied_migrations(self):
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
        return __unknown__

    def record_applied(self, app, name):
        with self.connection.cursor() as cursor:
            cursor.execute("INSERT INTO django_migrations (app, name) VALUES (%s, %s)", [app, name])

    def record_unapplied(self, app, name):
        with self.connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE app = %s AND name = %s", [app, name])

    def flush(self):
        with self.connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations")
