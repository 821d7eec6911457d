"""SQL that code has compiled of querysets and executes by itself."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

TOOLS = """
from django.db import connection
from django.db.models import sql
from django.db.models.sql.compiler import SQLDeleteCompiler
def delete_sql(rows):
    return SQLDeleteCompiler(rows.query, transaction.get_connection(), rows.db).as_sql()
def update_sql(rows, **values):
    query = rows.query.chain(models.sql.UpdateQuery)
    query.add_update_values(values)
    return query.get_compiler(rows.db).as_sql()
def run(sql, params=None):
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.rowcount
"""


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("run(*delete_sql(Log.objects.filter(text='a')))", "delete shop_log"),
        ("run(*update_sql(Stock.objects.all(), left=1))", "update shop_stock"),
        ("text, values = delete_sql(Tag.objects.all()); run(text, values)", "delete shop_tag"),
        ("text, _ = Log.objects.all().query.get_compiler('default').as_sql(); run(text)", "nothing, read shop_log"),
    ],
)
def test_a_statement_that_is_compiled(call: str, expected: str) -> None:
    assert_touches(f"""{TOOLS}
def touch():
    with transaction.atomic():  #> {expected}
        {call}
""")


def test_a_cascade_of_a_projects_own() -> None:
    assert_touches(f"""{TOOLS}
def cascade(model, rows):
    for relation in model._meta.related_objects:
        if relation.on_delete is None:
            continue
        related = relation.related_model.objects.filter(**{{relation.remote_field.name: 1}})
        if relation.on_delete.__name__ == "SET_NULL":
            run(*update_sql(related, a=None))
        elif relation.on_delete.__name__ == "CASCADE":
            cascade(relation.related_model, related)
            run(*delete_sql(related))
def drop(customer: Customer):
    with transaction.atomic():  #> delete shop_order, delete shop_line
        cascade(Customer, Customer.objects.all())
""")
