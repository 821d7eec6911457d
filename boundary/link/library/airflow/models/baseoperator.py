"""Which method of an operator does a worker run?"""


class BaseOperator:
    __entry_points__ = {"execute": "task"}

    def __init__(self, task_id=None, **kwargs):
        self.task_id = task_id

    def execute(self, context): ...
