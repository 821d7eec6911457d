"""What does a worker call on a task that is a class?"""


from functools import wraps


class Task:
    __entry_points__ = {"__call__": "task", "on_success": "task", "on_failure": "task", "after_return": "task"}

    name = None
    request = __unknown__

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def before_start(self, task_id, args, kwargs):
        pass

    def on_success(self, retval, task_id, args, kwargs):
        pass

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        pass

    def on_retry(self, exc, task_id, args, kwargs, einfo):
        pass

    def after_return(self, status, retval, task_id, args, kwargs, einfo):
        pass

    def delay(self, *args, **kwargs):
        return self.apply_async(args, kwargs)

    def apply_async(self, args=None, kwargs=None, **options):
        __defer__(self.run)
        return __unknown__

    def delay_on_commit(self, *args, **kwargs):
        return self.apply_async(args, kwargs)

    def apply(self, args=None, kwargs=None, **options):
        return self.run()

    def retry(self, args=None, kwargs=None, exc=None, **options):
        raise Retry

    def s(self, *args, **kwargs):
        return __unknown__

    def si(self, *args, **kwargs):
        return __unknown__

    def update_state(self, task_id=None, state=None, meta=None, **kwargs):
        pass


class Retry(Exception):
    pass


def run_by(task, function):
    @wraps(function)
    def run(*args, **kwargs):
        return task(*args, **kwargs)

    return run
