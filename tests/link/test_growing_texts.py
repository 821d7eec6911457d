"""A function that hands itself a text that is longer each time: its start is known, and there is an end to it."""

from __future__ import annotations

import pytest

from boundary.link.calling.growing_texts import FEW
from tests.link.linking import assert_touches
from tests.link.test_crowds import contexts_of

WALK = """
from django.db import connection
def listed(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [row[0] for row in cursor.fetchall()]
class Tree:
    parts = ("a", "b", "c")
    def walk(self, path):
        %s
def start():
    with transaction.atomic():  #> delete shop_log
        Tree().walk("DELETE FROM shop_log WHERE path = '")
"""


@pytest.mark.parametrize(
    "body",
    [
        "for name in listed(path + \"'\"): self.walk('%s/%s' % (path, name))",
        "for name in listed(path + \"'\"): self.walk(path + '/' + name)",
        "for name in listed(path + \"'\"): self.walk(f'{path}/{name}')",
        "for name in listed(path + \"'\"): self.walk('{}/{}'.format(path, name))",
        'for name in listed(path + "\'"): self.walk(path=path + name)',
        'for name in self.parts: listed(path + "\'"); self.walk(path + name)',
        "listed(path + \"'\"); [self.walk(path + '/' + name) for name in listed('SELECT 1')]",
        "deeper = lambda name: self.walk(path + '/' + name)\n        for name in listed(path + \"'\"): deeper(name)",
        "for name in listed(path + \"'\"): self.below(path, name)\n    def below(self, a, b): self.walk(f'{a}/{b}')",
    ],
)
def test_a_walk(body: str) -> None:
    source = WALK % body
    assert assert_touches(source).completeness.blind_spots == 0
    assert contexts_of("walk", source) <= 2 * FEW


def test_what_is_handed_on_as_it_is() -> None:
    """A statement that is made before it is handed on names its table all the same."""
    assert_touches("""
from django.db import connection
def work(statement, names):
    if names:
        work(statement + names[0], names[1:])
    else:
        connection.cursor().execute(statement)
def start():
    with transaction.atomic():  #> insert shop_log
        work("INSERT INTO ", ["shop_log", " (text)", " VALUES ", "(1)"])
""")


def test_a_task_that_enqueues_itself() -> None:
    source = """
from celery import shared_task
from django.db import connection
@shared_task
def walk(path):
    with transaction.atomic():  #> delete shop_log
        with connection.cursor() as cursor:
            cursor.execute(path + "'")
            names = cursor.fetchall()
    for name, in names:
        walk.delay(f"{path}/{name}")
def start():
    walk.delay("DELETE FROM shop_log WHERE path = '")
"""
    assert_touches(source)
    assert contexts_of("walk", source) <= 2 * FEW
