"""What does web2py's scheduler keep?"""

from pydal.objects import Field


class Scheduler:
    def __init__(self, db, tasks=None, **kwargs):
        self.db = db
        self.tasks(tasks)
        db.define_table("scheduler_task", Field("task_name"), Field("status"))
        db.define_table("scheduler_run", Field("task_id", "reference scheduler_task"), Field("status"))
        db.define_table("scheduler_worker", Field("worker_name"))

    def tasks(self, named): ...

    def queue_task(self, function, pargs=[], pvars={}, **kwargs):
        self.queued(function)
        return self.db.scheduler_task.validate_and_insert()

    def queued(self, function): ...

    def task_status(self, ref, output=False):
        return self.db(self.db.scheduler_task.id == ref).select().first()

    def stop_task(self, ref):
        self.db(self.db.scheduler_run.task_id == ref).update(status="STOPPED")
        return self.db(self.db.scheduler_task.id == ref).update(status="STOPPED")
