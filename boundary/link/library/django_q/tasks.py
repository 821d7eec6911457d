"""What runs later, and which rows do schedules and results take?

That a broker of its own tables (`OrmQ`) writes a row for each task is left out: most queues are elsewhere.
"""

from django_q.models import Schedule, Task


def async_task(func, *args, q_options=None, hook=None, group=None, sync=None, task_name=None, timeout=None, **kwargs):
    __enqueue__(func, *args, **kwargs)
    return __unknown__


def schedule(func, *args, name=None, hook=None, schedule_type=None, next_run=None, **kwargs):
    __enqueue__(func, *args)
    return Schedule.objects.create(name=name)


def async_iter(func, args_iter, **kwargs):
    async_task(func, __unknown__)
    return __unknown__


def async_chain(chain, group=None, cached=None, sync=None, broker=None):
    for part in chain:
        async_task(part[0])
    return __unknown__


def result(task_id, wait=0, cached=None):
    return Task.get_result(task_id)


def fetch(task_id, wait=0, cached=None):
    return Task.get_task(task_id)


def fetch_group(group_id, failures=True, wait=0, count=None, cached=None):
    return Task.get_task_group(group_id, failures)


def delete_group(group_id, tasks=False, cached=None):
    return Task.delete_group(group_id, tasks)


class AsyncTask:
    def __init__(self, func, *args, **kwargs):
        async_task(func, *args, **kwargs)

    def run(self):
        return __unknown__

    def result(self, wait=0):
        return __unknown__

    def fetch(self, wait=0):
        return Task.get_task(__unknown__)


class Chain:
    def __init__(self, chain=None, group=None, cached=None, sync=None):
        pass

    def append(self, func, *args, **kwargs):
        async_task(func, *args, **kwargs)

    def run(self):
        return __unknown__
