"""What each queue calls a task, and what enqueues one: it is run later, in a transaction of its own."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

TASKS = {
    "Django's": ("from django.tasks import task", "@task", ""),
    "Django's, with options": ("from django.tasks import task", "@task(priority=5)", ""),
    "Django's, with a context": ("from django.tasks import task", "@task(takes_context=True)", "context, "),
    "the package before it": ("from django_tasks import task", "@task()", ""),
    "TaskIQ": ("from taskiq_redis import ListQueueBroker\nbroker = ListQueueBroker('url')", "@broker.task", ""),
    "TaskIQ with results": (
        "import taskiq\nbroker = taskiq.InMemoryBroker().with_result_backend(object())",
        "@broker.task(schedule=[{'cron': '* * * * *'}])",
        "",
    ),
    "Procrastinate": (
        "import procrastinate\napp = procrastinate.App(connector=object())",
        "@app.periodic(cron='* * * * *')\n@app.task(queue='slow', pass_context=True)",
        "context, ",
    ),
    "Procrastinate in Django": ("from procrastinate.contrib.django import app", "@app.task", ""),
    "FastStream": (
        "from faststream.kafka import KafkaBroker\nbroker = KafkaBroker('url')",
        "@broker.subscriber('orders')\n@broker.publisher('tidied')",
        "",
    ),
    "a process": ("from temporalio import activity", "@activity.defn", ""),
    "django-q-registry": ("from django_q_registry import register_task", "@register_task(name='tidy', minutes=5)", ""),
    "django-background-tasks": ("from background_task import background", "@background(schedule=60)", ""),
}
IN_TABLES = {
    "Procrastinate in Django": ", insert procrastinate_jobs, insert procrastinate_events",
    "django-background-tasks": ", insert background_task",
}


@pytest.mark.parametrize(("imports", "decorators", "first"), list(TASKS.values()), ids=list(TASKS))
def test_what_a_queue_runs_is_a_task(imports: str, decorators: str, first: str) -> None:
    assert_enters(
        f"""
{imports}
{decorators}
def tidy({first}row):
    row.save()
""",
        "task shop.services.tidy",
    )


def test_what_the_worker_of_arq_is_told_to_run() -> None:
    assert_enters(
        """
from arq import cron, func
async def tidy(ctx, row):
    pass
async def mail(ctx):
    pass
async def nightly(ctx):
    pass
class WorkerSettings:
    functions = [tidy, func(mail, name="post")]
    cron_jobs = [cron(nightly, hour=3)]
""",
        "task shop.services.tidy",
        "task shop.services.mail",
        "task shop.services.nightly",
    )


def test_what_the_worker_of_saq_is_told_to_run() -> None:
    assert_enters(
        """
# file: shop/jobs.py
async def mail(ctx):
    pass
# file: shop/services.py
from litestar_saq import CronJob, QueueConfig
from saq import Worker
async def tidy(ctx):
    pass
async def nightly(ctx):
    pass
async def other(ctx):
    pass
def configured():
    Worker(None, functions=[other])
    return QueueConfig(tasks=[tidy, "shop.jobs.mail"], scheduled_tasks=[CronJob(function=nightly, cron="0 3 * * *")])
""",
        "task shop.services.tidy",
        "task shop.jobs.mail",
        "task shop.services.other",
        "cron shop.services.nightly",
    )


@pytest.mark.parametrize(
    ("task", "call"),
    [
        ("Django's", "tidy.enqueue(Log())"),
        ("Django's", "tidy.aenqueue(Log())"),
        ("Django's", "tidy.using(priority=1).enqueue(row=Log())"),
        ("Django's, with a context", "tidy.enqueue(Log())"),
        ("TaskIQ", "tidy.kiq(Log())"),
        ("TaskIQ with results", "tidy.kicker().with_labels(slow=1).kiq(Log())"),
        ("Procrastinate", "tidy.defer(row=Log())"),
        ("Procrastinate", "tidy.configure(lock='logs').defer(row=Log())"),
        ("Procrastinate in Django", "tidy.defer_async(row=Log())"),
        ("django-background-tasks", "tidy(Log())"),
    ],
)
def test_a_task_is_run_later_with_what_it_is_given(task: str, call: str) -> None:
    imports, decorators, first = TASKS[task]
    assert_run_later(f"{imports}\n{decorators}", call, first, IN_TABLES.get(task, ""))


def assert_run_later(before: str, call: str, first: str = "", stored: str = "") -> None:
    """What stands `before` a function makes a task of it, and the call runs it later, with the row that it is given.

    `stored` are the rows that keep it until then.
    """
    scan = assert_touches(f"""
{before}
def tidy({first}row):
    with transaction.atomic():  #> insert shop_log
        row.save()
def place():
    with transaction.atomic():  #> insert shop_tag{stored}
        Tag.objects.create()
        {call}
""")
    assert [one.calls for one in scan.deferred] == ["shop.services.tidy"]


@pytest.mark.parametrize(
    ("task", "call"),
    [
        ("Django's", "tidy.call(Log())"),
        ("Django's", "tidy.func(Log())"),
        ("TaskIQ", "tidy(Log())"),
        ("Procrastinate", "tidy(None, Log())"),
        ("django-background-tasks", "tidy.now(Log())"),
    ],
)
def test_a_task_that_is_run_at_once(task: str, call: str) -> None:
    imports, decorators, first = TASKS[task]
    scan = assert_touches(f"""
{imports}
{decorators}
def tidy({first}row):
    row.save()
def place():
    with transaction.atomic():  #> insert shop_tag, insert shop_log
        Tag.objects.create()
        {call}
""")
    assert not scan.deferred


BY_NAME = {
    "its place": ("@shared_task", "app.send_task('shop.services.tidy', args=[1])"),
    "its name": ("@shared_task(name='logs.tidy')", "app.send_task('logs.tidy', args=[1])"),
    "the name of a method": ("@app.task(bind=True, name='logs.tidy')", "app.send_task('logs.tidy', (1,))"),
    "that of arq": ("", "ctx['redis'].enqueue_job('tidy', 1)"),
    "from a pool": ("", "pool.enqueue_job('tidy', 1, _defer_by=5)"),
}


@pytest.mark.parametrize(("decorator", "call"), list(BY_NAME.values()), ids=list(BY_NAME))
def test_a_task_by_its_name(decorator: str, call: str) -> None:
    scan = assert_touches(f"""
import arq
from celery import Celery, shared_task
app = Celery()
pool = arq.create_pool()
{decorator}
def tidy(context, number=0):
    Log.objects.create()
class WorkerSettings:
    functions = [tidy]
def place(ctx):
    with transaction.atomic():  #> insert shop_tag
        Tag.objects.create()
        {call}
""")
    assert [(one.calls, [access.table for access in one.reaches]) for one in scan.deferred] == [
        ("shop.services.tidy", ["shop_log"])
    ]


@pytest.mark.parametrize(
    ("package", "source", "task"),
    [
        ("dramatiq", "def actor(fn=None, **options):\n    return Actor(fn)", "from dramatiq import actor\n@actor"),
        ("dramatiq", "def actor(fn=None, **options):\n    return Actor(fn)", "import dramatiq\n@dramatiq.actor"),
        (
            "huey",
            "class RedisHuey:\n    def task(self):\n        return Task",
            "from huey import RedisHuey\nhuey = RedisHuey()\n@huey.task()",
        ),
        (
            "taskiq",
            "class InMemoryBroker:\n    def task(self, function):\n        return Task(function)",
            "import taskiq\nbroker = taskiq.InMemoryBroker()\n@broker.task",
        ),
    ],
)
def test_a_library_that_is_at_hand_is_known_all_the_same(package: str, source: str, task: str) -> None:
    assert_enters(
        f"""
# file: site-packages/{package}/__init__.py
{source}
# file: shop/services.py
{task}
def tidy(row):
    row.save()
""",
        "task shop.services.tidy",
    )


RQ = [
    "queue.enqueue(tidy, Log())",
    "queue.enqueue(f='shop.services.tidy', row=Log())",
    "queue.enqueue_in(timedelta(1), tidy, Log())",
    "get_queue('slow').enqueue_at(None, tidy, row=Log())",
    "queue.enqueue_call(func=tidy, args=(Log(),), timeout=3)",
    "queue.enqueue_call('shop.services.tidy', kwargs={'row': Log()})",
    "django_rq.enqueue(tidy, Log())",
    "get_scheduler('slow').schedule(None, tidy, args=[Log()], interval=60)",
    "django_rq.get_scheduler().cron('0 3 * * *', func=tidy, args=[Log()])",
]


@pytest.mark.parametrize("call", RQ)
def test_what_rq_is_handed(call: str) -> None:
    assert_run_later(
        """
from datetime import timedelta
import django_rq
from django_rq import get_queue, get_scheduler
from rq import Queue
queue = Queue("slow")""",
        call,
    )


OBJECTS = {
    "dramatiq": ("import dramatiq", "dramatiq.actor({}, max_retries=3)", "{}.send(1)"),
    "celery": ("from celery import Celery\napp = Celery()", "app.task({})", "{}.delay(1)"),
    "huey": ("from huey import RedisHuey\nhuey = RedisHuey()", "huey.task()({})", "{}(1)"),
}


@pytest.mark.parametrize(("imports", "decorator", "call"), list(OBJECTS.values()), ids=list(OBJECTS))
def test_an_object_that_is_called_as_a_task(imports: str, decorator: str, call: str) -> None:
    scan = assert_touches(f"""
{imports}
class Base:
    def __call__(self, *args):
        self.run(*args)
class Tidy(Base):
    def run(self, number):
        Log.objects.create()
class Count(Base):
    def run(self, number):
        Tag.objects.create()
tidy = {decorator.format("Tidy()")}
count = {decorator.format("Count()")}
def place(order):
    with transaction.atomic():  #> update shop_order?
        order.save()
        {call.format("tidy")}
""")
    named = {one.name: {access.table for access in one.reaches} for one in scan.entry_points}
    assert named == {"shop.services.Tidy": {"shop_log"}, "shop.services.Count": {"shop_tag"}}
    assert [{access.table for access in one.reaches} for one in scan.deferred] == [{"shop_log"}]


ROW = "insert background_task"


@pytest.mark.parametrize(
    ("decorator", "call", "expected"),
    [
        ("@background", "tidy(1)", ROW),
        ("@background(schedule=60)", "tidy(1)", ROW),
        ("@background(remove_existing_tasks=True)", "tidy(1, verbose_name='x')", f"{ROW}, delete background_task"),
        ("@tasks.background(queue='slow')", "tidy(1)", ROW),
        ("@background(schedule=60)", "tidy.now(1)", "insert shop_log"),
        ("@background", "Task.objects.get_task('shop.services.tidy', [1]).exists()", "nothing, read background_task"),
        ("@background", "Task.objects.drop_task('shop.services.tidy', [1])", "delete background_task"),
        ("@background", "Task.objects.created_by(user).delete()", "delete background_task, read django_content_type"),
        ("@background", "list(CompletedTask.objects.filter(queue='x'))", "nothing, read background_task_completedtask"),
    ],
)
def test_a_task_that_is_a_row_until_it_has_run(decorator: str, call: str, expected: str) -> None:
    assert_touches(f"""
from background_task import background
from background_task.models import CompletedTask, Task
from background_task.tasks import tasks
{decorator}
def tidy(pk):
    Log.objects.create(text=pk)
def work(user):
    with transaction.atomic():  #> {expected}
        {call}
""")


HANDED_OVER = {
    "RQ": ("from rq import Queue\nqueue = Queue()", "queue.enqueue(tidy, order)"),
    "django-q": ("from django_q.tasks import async_task", "async_task(tidy, order)"),
    "django-q, by name": (
        "from django_q.tasks import async_task",
        "async_task('shop.services.tidy', order, timeout=3)",
    ),
    "django-q, again and again": ("from django_q.tasks import schedule", "schedule('shop.services.tidy', order)"),
    "dispatcherd": ("from dispatcherd.publish import submit_task", "submit_task(tidy, queue='a', args=(order,))"),
    "one that is not known": ("from tools import job", "tidied.delay(order)"),
}


@pytest.mark.parametrize(("imports", "call"), list(HANDED_OVER.values()), ids=list(HANDED_OVER))
def test_what_a_queue_is_handed_is_a_task(imports: str, call: str) -> None:
    decorator = "@job\n" if "tools" in imports else ""
    scan = assert_touches(f"""
{imports}
{decorator}def tidy(row):
    row.save()
tidied = tidy
def place(pk):
    order = Order.objects.get(pk=pk)
    with transaction.atomic():  #> insert shop_log{", insert django_q_schedule" if "schedule" in imports else ""}
        Log.objects.create()
        {call}
""")
    tasks = [(one.kind, one.name, sorted(access.table for access in one.reaches)) for one in scan.entry_points]
    assert tasks == [("task", "shop.services.tidy", ["shop_order"])]
    assert [(one.line, one.calls) for one in scan.deferred] == [(scan.transactions[0].line + 2, "shop.services.tidy")]


def test_what_a_library_sets_aside_is_deferred_where_the_project_calls_it() -> None:
    scan = assert_touches("""
from starlette.background import BackgroundTasks
def tidy():
    Log.objects.create()
def place(order: Order, background: BackgroundTasks):
    with transaction.atomic():  #> write shop_order
        order.save()
        background.add_task(tidy)
""")
    assert [(one.function, one.calls) for one in scan.deferred] == [("shop.services.place", "shop.services.tidy")]
