"""What does code ask that looks for migrations that have not run yet?"""

from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


class MigrationExecutor:
    def __init__(self, connection, progress_callback=None):
        self.connection = connection
        self.loader = MigrationLoader(self.connection)
        self.recorder = MigrationRecorder(self.connection)

    def migration_plan(self, targets, clean_start=False):
        return __unknown__
