"""Signals of blinker: told apart by name or place, connected by call and decorator."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CONNECTED = {
    "a decorator": "@ready.connect\ndef log(sender, **named):\n    Log.objects.create()",
    "a call": "def log(sender):\n    Log.objects.create()\nready.connect(log)",
    "of one sender": "@ready.connect_via(object())\ndef log(app):\n    Log.objects.create()",
    "by its name": "@signal('ready').connect\ndef log(sender):\n    Log.objects.create()",
}


@pytest.mark.parametrize("made", ["signal('ready')", "Namespace().signal('ready', doc='x')"])
@pytest.mark.parametrize("case", CONNECTED)
def test_a_receiver_runs_where_its_signal_is_sent(case: str, made: str) -> None:
    assert_touches(f"""
from blinker import Namespace, signal
ready = {made}
other = signal("other")
{CONNECTED[case]}
def work():
    with transaction.atomic():  #> insert shop_log
        ready.send(work)
    with transaction.atomic():  #> nothing
        other.send(work)
""")


def test_what_a_receiver_is_given() -> None:
    assert_touches("""
from blinker import Signal
saved = Signal()
@saved.connect
def save(sender, row):
    sender.objects.create()
    row.save()
def work():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        saved.send(Log, row=Tag())
""")


@pytest.mark.parametrize("connect", ["saved.connect(log, sender=Tag)", "saved.connect_via(Tag)(log)"])
def test_a_receiver_asks_for_a_class_as_sender(connect: str) -> None:
    assert_touches(f"""
from blinker import Signal
saved = Signal()
def log(sender):
    Log.objects.create()
{connect}
def work():
    with transaction.atomic():  #> insert shop_log
        saved.send(Tag)
    with transaction.atomic():  #> nothing
        saved.send(Order)
""")
