"""Applications of Celery of packages that are not read."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters

TASK = "task shop.services.tidy"


@pytest.mark.parametrize(
    ("made", "entered"),
    [
        ("from nice.celery import NiceCelery\nqueue = NiceCelery()", [TASK]),
        ("import flask_celery\nqueue = flask_celery.Celery()", [TASK]),
        ("from celery import Celery\nqueue = Celery()", [TASK]),
        ("from nice.celery import Celery as Queue\nqueue = Queue('shop', broker='redis://')", [TASK]),
        ("from nice.celery import NiceCeleryOptions\nqueue = NiceCeleryOptions()", []),
    ],
)
def test_tasks_of_applications(made: str, entered: list[str]) -> None:
    assert_enters(
        f"""
{made}
@queue.task(name="tidy")
def tidy(): ...
""",
        *entered,
    )
