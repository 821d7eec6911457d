"""Receivers of Celery's signals: nobody calls them, and they run in a worker or around a task."""

from __future__ import annotations

from tests.link.linking import assert_enters, assert_touches

RECEIVERS = """
# file: shop/workers.py
from celery import Celery, signals
from celery.signals import task_prerun, worker_ready
from shop.models import Log
app = Celery("shop")

@task_prerun.connect
def before(task_id=None, **kwargs):
    Log.objects.create()

@signals.task_failure.connect(weak=False)
def failed(**kwargs): pass

@app.on_after_configure.connect
def scheduled(sender, **kwargs): pass

def ready(**kwargs): pass
worker_ready.connect(ready)
"""


def test_they_are_entry_points() -> None:
    assert_enters(
        RECEIVERS,
        "signal shop.workers.before",
        "signal shop.workers.failed",
        "signal shop.workers.scheduled",
        "signal shop.workers.ready",
    )


def test_what_is_defined_in_a_function_is_connected_there() -> None:
    assert_touches("""
from celery.signals import worker_ready
def setup():
    @worker_ready.connect
    def ready(**kwargs):
        with transaction.atomic():  #> insert shop_log
            Log.objects.create()
setup()
""")


def test_what_a_receiver_puts_into_the_application() -> None:
    assert_touches("""
# file: shop/workers.py
from celery import Celery, signals
from django.db import transaction
from shop.models import Log
app = Celery("shop")

@signals.worker_init.connect
def started(sender, **kwargs):
    def write():
        with transaction.atomic():  #> insert shop_log
            Log.objects.create()
    sender.app.write = write
    sender.app.logs = Log.objects

@app.task
def run():
    app.write()

@app.task
def tidy():
    with transaction.atomic():  #> delete shop_log
        app.logs.filter(pk=1).delete()
""")
