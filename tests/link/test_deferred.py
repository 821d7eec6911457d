"""What leaves the transaction: it runs later, or elsewhere."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_calls, assert_enters, assert_touches

TASKS = """
import asyncio, threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Thread
import django_rq, dramatiq
from celery import Celery, chain, group, shared_task
app = Celery()
def work(*args):
    Log.objects.create(text="a")
@shared_task
def task(*args):
    Log.objects.create(text="a")
@shared_task(bind=True, name="x")
def bound_task(self, *args):
    Log.objects.create(text="a")
@app.task
def app_task(*args):
    Log.objects.create(text="a")
@app.task(queue="slow")
def app_task_with_options(*args):
    Log.objects.create(text="a")
@django_rq.job
def job(*args):
    Log.objects.create(text="a")
@dramatiq.actor
def actor(*args):
    Log.objects.create(text="a")
@transaction.atomic  #> insert shop_log
def control():
    work()
"""


@pytest.mark.parametrize(
    "call",
    [
        "transaction.on_commit(work)",
        "transaction.on_commit(lambda: work(order))",
        "transaction.on_commit(lambda: Log.objects.create(text='b'))",
        "transaction.on_commit(partial(work, order))",
        "transaction.on_commit(func=work)",
        "transaction.on_commit(work, using='default')",
        "transaction.on_commit(work, robust=True)",
        "transaction.on_commit(log.save)",
        "transaction.on_commit(partial(task.delay, 1))",
        "transaction.on_commit(lambda: task.delay(1))",
        "on_commit(work)",
        "connection.on_commit(work)",
        "transaction.get_connection().on_commit(work)",
        "after(work)",
        "task.delay(1)",
        "task.apply_async(args=[1], countdown=3)",
        "task.apply_async((1,))",
        "task.s(1).delay()",
        "task.si(1).apply_async()",
        "task.signature((1,)).delay()",
        "chain(task.s(1), bound_task.s()).delay()",
        "group(task.s(n) for n in range(3))()",
        "(task.s() | app_task.s()).delay()",
        "task.delay_on_commit(1)",
        "bound_task.delay(1)",
        "app_task.delay()",
        "app_task_with_options.apply_async()",
        "app.send_task('shop.services.task')",
        "job.delay()",
        "django_rq.enqueue(work, 1)",
        "django_rq.get_queue('x').enqueue(work, 1)",
        "actor.send(1)",
        "threading.Thread(target=work).start()",
        "Thread(target=work, args=(1,)).start()",
        "Thread(None, work).start()",
        "threading.Timer(3, work).start()",
        "ThreadPoolExecutor().submit(work, 1)",
        "with ThreadPoolExecutor() as pool:\n            pool.submit(work, 1)",
        "list(ThreadPoolExecutor().map(work, [1]))",
        "asyncio.get_event_loop().run_in_executor(None, work)",
    ],
)
def test_deferred_work_is_outside(call: str) -> None:
    assert_touches(f"""{TASKS}
from django.db import connection
from django.db.transaction import on_commit
def after(function):
    transaction.on_commit(lambda: function())
def touch(order: Order, log: Log):
    with transaction.atomic():  #> insert shop_tag
        Tag.objects.create()
        {call}
""")


@pytest.mark.parametrize(
    "call",
    [
        "work(1)",
        "task(1)",
        "task.run(1)",
        "task.apply(args=[1])",
        "task.apply(args=[1]).get()",
        "bound_task(1)",
        "job()",
        "actor(1)",
        "partial(work, 1)()",
        "(lambda: work())()",
    ],
)
def test_what_runs_at_once_is_inside(call: str) -> None:
    assert_touches(f"""{TASKS}
def touch(order: Order):
    with transaction.atomic():  #> insert shop_log
        {call}
""")


def test_deferred_work_is_a_call_of_its_own_kind() -> None:
    assert_calls(
        f"""{TASKS}
def touch():
    transaction.on_commit(work)
    task.delay(1)
""",
        "services.touch => services.work",
        "services.touch => services.task",
    )


def test_a_transaction_of_a_task_knows_what_it_is_given() -> None:
    assert_touches("""
from celery import shared_task
@shared_task
def mark(row):
    with transaction.atomic():  #> write shop_order | write shop_stock
        row.save()
def touch(order: Order, stock: Stock):
    mark.delay(order)
    mark.delay(stock)
""")


def test_tasks_are_entry_points() -> None:
    assert_enters(
        """
from celery import Celery, shared_task
app = Celery()
@shared_task
def one(): pass
@app.task(bind=True)
def two(self): pass
""",
        "task shop.services.one",
        "task shop.services.two",
    )


@pytest.mark.parametrize(
    "call",
    [
        "mark.delay(order, stock)",
        "mark.apply_async((order, stock))",
        "mark.apply_async(args=[order], kwargs={'other': stock})",
        "mark(order, stock)",
        "mark.apply([order, stock])",
    ],
)
@pytest.mark.parametrize("wrapped", ["", "@logged"])
def test_a_bound_task_is_given_itself(call: str, wrapped: str) -> None:
    assert_touches(
        f"""
from functools import wraps
from celery import Celery, Task
app = Celery()
class Noted(Task):
    def note(self):
        Log.objects.create(text="a")
def logged(function):
    @wraps(function)
    def wrapper(self, *args, **kwargs):
        self.update_state(state="RUNNING")
        return function(self, *args, **kwargs)
    return wrapper
@app.task(bind=True, base=Noted)
{wrapped}
def mark(self, row, other):
    with transaction.atomic():  #> write shop_order, write shop_stock, insert shop_log
        row.save()
        other.save()
        self.note()
def touch(order: Order, stock: Stock):
    {call}
""".replace("\n\ndef mark", "\ndef mark")
    )


def test_a_task_that_is_a_class() -> None:
    assert_touches("""
from celery import Task
class Nightly(Task):
    def run(self):
        with transaction.atomic():  #> insert shop_log
            Log.objects.create(text="a")
def touch():
    with transaction.atomic():  #> nothing
        Nightly().delay()
    with transaction.atomic():  #> insert shop_log
        Nightly().run()
""")


def test_a_deferred_callback_is_read_all_the_same() -> None:
    assert_touches("""
def touch(order: Order):
    def later():
        with transaction.atomic():  #> insert shop_log
            Log.objects.create(text="a")
    with transaction.atomic():  #> write shop_order
        order.save()
        transaction.on_commit(later)
""")


def test_deferred_work_is_given_what_a_partial_holds_of_a_list() -> None:
    assert_touches("""
from functools import partial
def keep(row):
    with transaction.atomic():  #> write shop_stock
        row.save()
def touch(stocks: list[Stock]):
    transaction.on_commit(partial(keep, *stocks))
""")


def test_a_function_that_is_only_logged_is_not_called() -> None:
    assert_touches("""
import logging
logger = logging.getLogger(__name__)

def touch():
    def write():
        Log.objects.create(text="a")
    with transaction.atomic():  #> insert shop_order
        logger.error("%s is not called", write)
        Order.objects.create()
    with transaction.atomic():  #> insert shop_log
        some_runner(write)
""")


@pytest.mark.parametrize("call", ["delay(1)", "delay(args=(1,), later=2)", "apply_async(args=(1,))"])
def test_a_queue_that_nobody_knows(call: str) -> None:
    scan = assert_touches(f"""
from somewhere import register_task
@register_task(queue="slow")
def job(pk):
    Log.objects.create()
def work():
    with transaction.atomic():  #> nothing
        job.{call}
""")
    assert [(one.calls, [access.table for access in one.reaches]) for one in scan.deferred] == [
        ("shop.services.job", ["shop_log"])
    ]


@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("async_task(tidy, Stock.objects.get(pk=1))", "nothing"),
        ("async_task('shop.services.tidy', Stock.objects.get(pk=1))", "nothing"),
        ("AsyncTask(tidy, Stock.objects.get(pk=1)).run()", "nothing"),
        ("schedule('shop.services.tidy', schedule_type='D')", "insert django_q_schedule"),
    ],
)
def test_tasks_of_django_q_leave_the_transaction(call: str, written: str) -> None:
    assert_touches(f"""
from django_q.tasks import AsyncTask, async_task, schedule
def tidy(row=None):
    Log.objects.create()  #= insert shop_log
@transaction.atomic  #> {written}
def control():
    {call}
""")


def test_the_scheduler_of_django_q() -> None:
    assert_touches("""
from django_q import scheduler as plans
def work(due: plans.Schedule):
    with transaction.atomic():  #> update django_q_schedule, delete django_q_schedule, lock django_q_schedule
        plans.Schedule.objects.filter(pk=due.pk).update(repeats=0)
        plans.scheduler()
""")


def test_tasks_run_in_place_in_tests_only() -> None:
    assert_touches("""
from celery import shared_task
from django.conf import settings
@shared_task
def note(pk):
    Log.objects.create(text="a")
def change(order: Order):
    with transaction.atomic():  #> write shop_order
        order.save()
        if settings.CELERY_TASK_ALWAYS_EAGER:
            note(order.pk)
        else:
            note.delay(order.pk)
# file: shop/settings.py
CELERY_TASK_ALWAYS_EAGER = True
""")


HUEY = """
from huey import RedisHuey, crontab
from huey.contrib.djhuey import HUEY as huey
from huey.contrib.djhuey import db_task, on_commit_task
queue = RedisHuey("shop")
def retried(retries):
    def decorator(function):
        def inner(*args, **kwargs):
            return function(*args, **kwargs)
        return huey.task(retries=retries)(inner)
    return decorator
@queue.task()
def plain(*args):
    Log.objects.create(text="a")
@huey.task(retries=3)
def of_django(*args):
    Log.objects.create(text="a")
@db_task()
def database(*args):
    Log.objects.create(text="a")
@on_commit_task()
def committed(*args):
    Log.objects.create(text="a")
@retried(3)
def wrapped(*args):
    Log.objects.create(text="a")
@queue.periodic_task(crontab(minute="0"))
def nightly():
    with transaction.atomic():  #> insert shop_log
        Log.objects.create(text="a")
"""


@pytest.mark.parametrize("task", ["plain", "of_django", "database", "committed", "wrapped"])
@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("{}(1)", ""),
        ("{}.schedule(args=(1,), delay=60)", ""),
        ("queue.enqueue({}.s(1))", ""),
        ("{}.call_local(1)", ", insert shop_log"),
    ],
)
def test_a_task_of_huey_is_enqueued_by_its_call(task: str, call: str, written: str) -> None:
    assert_touches(f"""{HUEY}
def touch():
    with transaction.atomic():  #> insert shop_tag{written}
        Tag.objects.create()
        {call.format(task)}
""")


def test_tasks_of_an_application_that_only_its_name_tells() -> None:
    assert_enters(
        """
# file: shop/tasks.py
import celery
import venusian
def task(**kwargs):
    def decorate(wrapped):
        def callback(scanner, name, wrapped):
            celery_app = scanner.config.registry["celery.app"]
            celery_app.task(**kwargs)(wrapped)
        venusian.attach(wrapped, callback, category="shop")
        return wrapped
    return decorate

# file: shop/work.py
from shop import tasks
@tasks.task(bind=True, ignore_result=True)
def tidy(self, request):
    pass
@tasks.task()
def count(request):
    pass
""",
        "task shop.work.tidy",
        "task shop.work.count",
    )


@pytest.mark.parametrize(
    "started",
    [
        "Thread(target=store, args=(Order(),)).start()",
        "Thread(None, store, 'name', [Order()]).start()",
        "Timer(3, store, kwargs={'row': Order()}).start()",
        "Process(target=store, args=(Order(),)).start()",
        "ThreadPoolExecutor().submit(store, Order())",
        "ThreadPoolExecutor().submit(store, row=Order())",
        "ThreadPoolExecutor().map(store, [Order()])",
        "Pool().apply_async(store, kwds={}, args=(Order(),))",
        "ThreadPoolExecutor().submit(int).add_done_callback(lambda future: store(Order()))",
    ],
)
def test_what_runs_elsewhere_is_given_its_arguments(started: str) -> None:
    assert_touches(f"""
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pool, Process
from threading import Thread, Timer
def store(row):
    with transaction.atomic():  #> insert shop_order
        row.save()
def work():
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
        {started}
""")


@pytest.mark.parametrize("base", ["threading.Thread", "multiprocessing.Process", "Thread", "Process"])
@pytest.mark.parametrize("code", [
    # `run` of a class of its own
    """
class Storing({base}):
    def __init__(self, row):
        super().__init__(daemon=True)
        self.row = row
    def run(self):
        with transaction.atomic():  #> insert shop_order
            self.row.save()
def start(row):
    Storing(row).start()
""",
    # what a class of its own is handed
    """
class Storing({base}):
    def __init__(self, *args, **kwargs):
        {base}.__init__(self, *args, **kwargs)
    def run(self):
        try:
            {base}.run(self)
        finally:
            print("done")
def store(row):
    with transaction.atomic():  #> insert shop_order
        row.save()
def start(row):
    worker = Storing(target=store, args=(row,))
    worker.start()
""",
])  # fmt: skip
def test_threads_and_processes_of_a_class_of_their_own(base: str, code: str) -> None:
    assert_touches(f"""
import multiprocessing, threading
from multiprocessing import Process
from threading import Thread
{code.format(base=base)}
def work():
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
        start(Order())
""")
