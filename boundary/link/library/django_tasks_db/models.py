"""In which table are tasks, and how do they change?"""

from django.db import models


class DBTaskResultQuerySet(models.QuerySet):
    def ready(self):
        return self.filter()

    def successful(self):
        return self.filter()

    def failed(self):
        return self.filter()

    def running(self):
        return self.filter()

    def finished(self):
        return self.filter()

    def get_locked(self):
        return self.select_for_update().first()


class DBTaskResult(models.Model):
    objects = DBTaskResultQuerySet.as_manager()

    class Meta:
        app_label = "django_tasks_database"

    @property
    def task_result(self):
        return __unknown__

    def claim(self, worker_id):
        self.save()

    def set_successful(self, return_value):
        self.save()

    def set_failed(self, exc):
        self.save()
