"""What uWSGI runs: functions of its spooler and its mules, timers, functions that other servers call."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches


@pytest.mark.parametrize(
    ("decorated", "kind"),
    [
        ("@spool", "task"),
        ("@spool(pass_arguments=True)", "task"),
        ("@mulefunc", "task"),
        ("@timer(30)", "cron"),
        ("@cron(59, 3, -1, -1, -1)", "cron"),
        ("@postfork", "cron"),
        ("@rpc('tidy')", "rpc"),
    ],
)
def test_functions_of_workers(decorated: str, kind: str) -> None:
    assert_enters(f"from uwsgidecorators import *\n{decorated}\ndef tidy(*args): ...", f"{kind} shop.services.tidy")


@pytest.mark.parametrize("called", ["note()", "note.spool()"])
def test_what_is_spooled_runs_later(called: str) -> None:
    assert_touches(f"""
from uwsgidecorators import spool
@spool
def note():
    Log.objects.create()
def work():
    with transaction.atomic():  #> insert shop_tag
        Tag.objects.create()
        {called}
""")
