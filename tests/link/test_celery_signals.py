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
