"""Events that are told by name: pyee's emitters and the topics of PyPubSub."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SEEN = "def seen(row):\n    row.save()\n"
EMITTERS = {
    "a decorator": ("@emitter.on('made')\n" + SEEN, "emitter.emit('made', Log())", "insert shop_log"),
    "a call": (SEEN + "emitter.add_listener('made', seen)", "emitter.emit('made', Log())", "insert shop_log"),
    "once": ("emitter.once('made', lambda row: row.save())", "emitter.emit('made', Log())", "insert shop_log"),
    "by name": ("@emitter.listens_to('made')\n" + SEEN, "emitter.emit('made', row=Log())", "insert shop_log"),
    "another event": ("@emitter.on('other')\n" + SEEN, "emitter.emit('made', Log())", "nothing"),
    "another emitter": ("@other.on('made')\n" + SEEN, "emitter.emit('made', Log())", "nothing"),
    "a coroutine": ("@emitter.on('made')\nasync " + SEEN, "emitter.emit('made', Log())", "nothing"),
    "an emitter that is handed over": (
        f"@emitter.on('made')\n{SEEN}def tell(given: EventEmitter):\n    given.emit('made', Log())",
        "tell(found)",
        "insert shop_log",
    ),
    "an emitter in an object": (
        """
class Shop:
    def __init__(self):
        self.emitter = EventEmitter()
        self.emitter.on("made", self.seen)
    def seen(self, row):
        row.save()
    def make(self):
        self.emitter.emit("made", Log())
""",
        "Shop().make()",
        "insert shop_log",
    ),
    "an object that is one": (
        """
class Shop(EventEmitter):
    def __init__(self):
        super().__init__()
        self.on("made", self.seen)
    def seen(self, row):
        row.save()
    def make(self):
        self.emit("made", Log())
""",
        "Shop().make()",
        "insert shop_log",
    ),
}


@pytest.mark.parametrize("case", EMITTERS)
def test_who_listens_to_an_emitter(case: str) -> None:
    listening, told, written = EMITTERS[case]
    assert_touches(f"""
from pyee import EventEmitter
emitter = EventEmitter()
other = EventEmitter()
{listening}
def work():
    with transaction.atomic():  #> {written}
        {told}
""")


TOPICS = {
    "pub.subscribe(seen, 'rows.made')": "insert shop_log",
    "pub.subscribe(seen, topicName='rows')": "insert shop_log",
    "pub.subscribe(seen, pub.ALL_TOPICS)": "insert shop_log",
    "pub.subscribe(atomic, 'rows')": "insert shop_log | insert shop_log",
    "pub.subscribe(Shop().seen, 'rows')": "insert shop_log",
    "pub.subscribe(seen, 'rows.made.first')": "nothing",
    "pub.subscribe(seen, 'row')": "nothing",
}


@pytest.mark.parametrize("subscribed", TOPICS)
def test_who_listens_to_a_topic(subscribed: str) -> None:
    written, _, inner = TOPICS[subscribed].partition(" | ")
    assert_touches(f"""
from pubsub import pub
class Shop:
    def seen(self, row):
        row.save()
def seen(row):
    row.save()
@transaction.atomic  #> {inner or "nothing"}
def atomic(row):
    {"row.save()" if inner else "pass"}
{subscribed}
def work():
    with transaction.atomic():  #> {written}
        pub.sendMessage("rows.made", row=Log())
""")
