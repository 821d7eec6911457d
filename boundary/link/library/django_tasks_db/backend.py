"""What does a backend store that keeps tasks in a table?"""

from django_tasks.backends.base import BaseTaskBackend


class DatabaseBackend(BaseTaskBackend):
    def _stored(self):
        from django_tasks_db.models import DBTaskResult

        return DBTaskResult.objects.create().task_result

    def enqueue(self, task, args, kwargs):
        return self._stored()

    def get_result(self, result_id):
        from django_tasks_db.models import DBTaskResult

        return DBTaskResult.objects.get(id=result_id).task_result
