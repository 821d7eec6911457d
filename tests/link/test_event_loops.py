"""What the loops of Twisted and Tornado are handed is run later, in a transaction of its own or in none."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CALLS = [
    "reactor.callLater(5, tidy, 1)",
    "reactor.callWhenRunning(tidy, 1)",
    "reactor.callFromThread(tidy, 1)",
    "self.reactor.callLater(5, tidy, 1)",
    "task.LoopingCall(tidy, 1).start(60)",
    "LoopingCall(lambda: tidy(1)).start(60)",
    "task.deferLater(reactor, 5, tidy, 1)",
    "threads.deferToThread(tidy, 1)",
    "IOLoop.current().add_callback(tidy, 1)",
    "self.loop.spawn_callback(tidy, 1)",
    "ioloop.IOLoop.current().call_later(5, tidy, 1)",
    "PeriodicCallback(tidy, 1000).start()",
]


@pytest.mark.parametrize("call", CALLS)
def test_what_is_run_later_is_no_part_of_the_transaction(call: str) -> None:
    assert_touches(f"""
from tornado import ioloop
from tornado.ioloop import IOLoop, PeriodicCallback
from twisted.internet import reactor, task, threads
from twisted.internet.interfaces import IReactorTime
from twisted.internet.task import LoopingCall
def tidy(number):
    with transaction.atomic():  #> insert shop_tag
        Tag.objects.create()
class Reactor(IReactorTime):
    pass
class Clock:
    def __init__(self, reactor: Reactor):
        self.reactor, self.loop = reactor, IOLoop.current()
    def place(self):
        with transaction.atomic():  #> insert shop_log
            Log.objects.create(text="a")
            {call}
""")
