"""What is loaded with the migrations?  Which of them have run, where there is a connection to ask."""

from django.db.migrations.recorder import MigrationRecorder


class MigrationLoader:
    graph = __unknown__
    disk_migrations = __unknown__

    def __init__(self, connection, load=True, ignore_no_migrations=False, replace_migrations=True):
        self.connection = connection
        if load:
            self.build_graph()

    def build_graph(self):
        if self.connection is not None:
            self.applied_migrations = MigrationRecorder(self.connection).applied_migrations()

    def check_consistent_history(self, connection):
        MigrationRecorder(connection).applied_migrations()
