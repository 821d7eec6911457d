"""What keeps tasks of Django that are enqueued, in the transaction or behind it; settings that include others."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/backends.py
from django_tasks_db import DatabaseBackend
from shop.models import Log
class Own(DatabaseBackend):
    def enqueue(self, task, args, kwargs):
        Log.objects.create(text=self.alias)
        return super().enqueue(task, args, kwargs)
# file: shop/tasks.py
from shop.models import Order
"""
TASKS = """
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django_tasks", "django_tasks_db"]
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend"},
    "own": {"BACKEND": "shop.backends.Own"},
    "behind": {"BACKEND": "django_tasks.backends.database.DatabaseBackend"},
    "at once": {"BACKEND": "django_tasks.backends.database.DatabaseBackend", "ENQUEUE_ON_COMMIT": False},
    "elsewhere": {"BACKEND": "django_tasks.backends.rq.RQBackend"},
    "in place": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"},
}
"""
ROW = "insert django_tasks_database_dbtaskresult"
KEPT = [
    ("django_tasks", "", "enqueue(1)", ROW),
    ("django.tasks", "", "enqueue(pk=1)", ROW),
    ("django_tasks", "()", "aenqueue(1)", ROW),
    ("django_tasks", "", "using(priority=1).enqueue(1)", ROW),
    ("django_tasks", "(backend='own')", "enqueue(1)", f"{ROW}, insert shop_log"),
    ("django_tasks", "(backend='own')", "aenqueue(1)", f"{ROW}, insert shop_log"),
    ("django_tasks", "(backend='behind')", "enqueue(1)", "nothing"),
    ("django_tasks", "(backend='at once')", "enqueue(1)", ROW),
    ("django_tasks", "(backend='elsewhere')", "enqueue(1)", "nothing"),
    ("django_tasks", "(backend='in place')", "enqueue(1)", "nothing"),
    ("django_tasks", "(backend='unknown')", "enqueue(1)", "nothing"),
]


@pytest.mark.parametrize(("package", "options", "enqueued", "written"), KEPT)
def test_a_task_that_is_enqueued(package: str, options: str, enqueued: str, written: str) -> None:
    assert_touches(f"""
from shop.tasks import tidy
async def place():
    with transaction.atomic():  #> {written}
        {"await " if enqueued.startswith("a") else ""}tidy.{enqueued}
{TASKS}{SHOP}from {package} import task
@task{options}
def tidy(pk):
    Order.objects.filter(pk=pk).delete()  #> delete shop_order, delete shop_line, delete shop_order_tags
""")


INCLUDES = [
    ("from split_settings.tools import include", 'include("components/*.py")', ROW),
    ("from split_settings.tools import include", 'include("base.py", "components/tasks.py")', ROW),
    ("from split_settings.tools import include, optional", 'include(optional("components/tasks.py"))', ROW),
    ("from split_settings.tools import include\nimport os", 'include(f"components/{os.environ[0]}.py")', ROW),
    ("from split_settings.tools import include", 'include("components/cache.py")', "nothing"),
    ("from other import include", 'include("components/*.py")', "nothing"),
]


@pytest.mark.parametrize(("imported", "call", "written"), INCLUDES)
def test_settings_that_are_included(imported: str, call: str, written: str) -> None:
    assert_touches(f"""
from shop.tasks import tidy
def place():
    with transaction.atomic():  #> {written}
        tidy.enqueue(1)
# file: config/components/tasks.py
TASKS = {{"default": {{"BACKEND": "django_tasks_db.DatabaseBackend"}}}}
# file: config/components/cache.py
CACHES = {{}}
# file: config/main.py
{imported}
{call}
INSTALLED_APPS = ["shop", "django_tasks_db"]
{SHOP}from django_tasks import task
@task
def tidy(pk):
    Order.objects.get(pk=pk)
""")
