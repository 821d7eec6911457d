"""What runs behind a response?"""


class BackgroundTasks:
    def add_task(self, func, *args, **kwargs):
        __defer__(func)


class BackgroundTask:
    def __init__(self, func, *args, **kwargs):
        __defer__(func)
