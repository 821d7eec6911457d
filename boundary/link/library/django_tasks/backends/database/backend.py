"""When is the row of a task stored?  Once the transaction has committed, unless the settings say at once."""

from django.db import transaction
from django_tasks_db.backend import DatabaseBackend as KeepingBackend


class DatabaseBackend(KeepingBackend):
    enqueue_on_commit = True

    def __init__(self, alias, params):
        super().__init__(alias, params)
        if "ENQUEUE_ON_COMMIT" in params:
            self.enqueue_on_commit = params["ENQUEUE_ON_COMMIT"]

    def enqueue(self, task, args, kwargs):
        if self.enqueue_on_commit:
            transaction.on_commit(self._stored)
            return __unknown__
        return self._stored()
