"""Hooks of Airflow on databases."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HOOKS = {
    "PostgresHook": "airflow.providers.postgres.hooks.postgres",
    "MySqlHook": "airflow.providers.mysql.hooks.mysql",
    "SqliteHook": "airflow.providers.sqlite.hooks.sqlite",
}


RUN = """
from airflow.decorators import task
from PLACE import HOOK
FOUND = "SELECT id FROM shop_stock"
@task
def work(**context):
    hook = HOOK("shop")
    for row in hook.get_records(FOUND):  #= read shop_stock
        hook.run(sql="INSERT INTO shop_log (text) VALUES (%(text)s)", parameters={"text": row[0]})  #> insert shop_log
    drop(hook)
    hook.insert_rows("shop_order", rows=[(1,)])  #> insert shop_order
def drop(hook):
    hook.run(["DELETE FROM shop_line", "UPDATE shop_order SET total = 0"])  #> delete shop_line, update shop_order
"""


@pytest.mark.parametrize("hook", HOOKS)
def test_what_a_hook_runs_is_committed(hook: str) -> None:
    assert_touches(RUN.replace("HOOK", hook).replace("PLACE", HOOKS[hook]))


def test_a_connection_of_a_hook() -> None:
    assert_touches("""
from airflow.hooks.postgres_hook import PostgresHook
def work():
    connection = PostgresHook(postgres_conn_id="shop").get_conn()
    cursor = connection.cursor()
    cursor.execute("DELETE FROM shop_line")
    connection.commit()  #> delete shop_line
""")


def test_each_task_runs_by_itself() -> None:
    assert_touches("""
from airflow.decorators import dag, task
from airflow.providers.postgres.hooks.postgres import PostgresHook
@task(task_id="tidied")
def tidy(**context):
    hook = PostgresHook("shop")
    connection = hook.get_conn()
    connection.cursor().execute("DELETE FROM shop_line")
    write(connection)
    connection.commit()  #> delete shop_line, insert shop_order
def write(connection):
    connection.cursor().execute("INSERT INTO shop_order (total) VALUES (1)")
@task.short_circuit
def count():
    with transaction.atomic():  #> delete shop_log
        Log.objects.filter(text="").delete()
    return True
@task
def note(number):
    with transaction.atomic():  #> insert shop_log
        Log.objects.create(text=number)
@dag(schedule="@daily")
def shop():
    with transaction.atomic():  #> nothing
        count() >> tidy()
        note.partial(retries=3).expand(number=[1, 2])
        note.override(task_id="again")(2)
""")
