"""What does pydal's scheduler keep?"""

from pydal.objects import Field


class Scheduler:
    def __init__(self, db, **kwargs):
        self.db = db
        db.define_table("task_run", Field("name"), Field("status"))

    def register_task(self, name, function): ...

    def enqueue_run(self, name, description="", inputs=None, **kwargs):
        return self.db.task_run.insert(name=name)

    def start(self): ...
