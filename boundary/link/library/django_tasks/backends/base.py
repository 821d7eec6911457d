"""What does a backend do with a task that is enqueued?"""


class BaseTaskBackend:
    def __init__(self, alias, params):
        self.alias = alias

    def validate_task(self, task):
        pass

    def enqueue(self, task, args, kwargs):
        return __unknown__

    async def aenqueue(self, task, args, kwargs):
        return self.enqueue(task, args, kwargs)

    def get_result(self, result_id):
        return __unknown__

    async def aget_result(self, result_id):
        return self.get_result(result_id)
