"""What tests say of attributes of which nothing else is known."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_statement_writes, assert_touches


@pytest.mark.parametrize(
    "statement",
    [
        "if isinstance(x.a, Log): x.a.save()",
        "if isinstance(x.a.b, (Log,)) and x.a.b.text: x.a.b.save()",
        "if not isinstance(x.a, Log): return\n        x.a.save()",
        "assert isinstance(x.a, Log)\n        x.a.save()",
        "if type(x.a) is Log: x.a.save()",
        "if x.__class__ is Log: x.save()",
        "isinstance(x.a, Log) and x.a.save()",
        "[one.a.save() for one in x if isinstance(one.a, Log)]",
        "for one in x:\n            if not isinstance(one.a, Log): continue\n            one.a.save()",
        "if x.b and isinstance(x.a, Tag): x.a.save\n        if isinstance(x.a, Log): x.a.save()",
        "match x.a:\n            case Log(): x.a.save()",
        "match x.a:\n            case Log() as log: log.save()",
    ],
)
def test_a_test_of_an_attribute(statement: str) -> None:
    assert_statement_writes(statement, "update shop_log")


@pytest.mark.parametrize(
    "statement",
    [
        "if not isinstance(x.a, Log): x.a.save()",
        "if isinstance(x.a, Log): pass\n        x.a.save()",
        "if isinstance(x.a, Log): pass\n        else: x.a.save()",
        "if isinstance(x.a, Log):\n            x.a = y()\n            x.a.save()",
        "if isinstance(x.a, Log):\n            x = y()\n            x.a.save()",
        "for one in x:\n            if not isinstance(one.a, Log): continue\n        one.a.save()",
    ],
)
def test_what_a_test_does_not_say(statement: str) -> None:
    assert_statement_writes(statement, "nothing")


def test_what_is_known_of_an_attribute_is_known_better() -> None:
    assert_touches("""
class Closing:
    def close(self):
        with transaction.atomic():  #> update shop_log | update shop_tag
            if isinstance(self.row, Log):
                self.row.save()
            elif isinstance(self.row, Tag):
                self.row.save()
class Logs(Closing):
    def __init__(self):
        self.row = Log.objects.first()
class Tags(Closing):
    def __init__(self):
        self.row = Tag.objects.first()
def work():
    Logs().close()
    Tags().close()
""")


@pytest.mark.parametrize(
    "statement",
    [
        "kind = x.b\n        if issubclass(kind, Log): kind.objects.create()",
        "kind = x.b\n        if not issubclass(kind, Log): return\n        kind.objects.create()",
    ],
)
def test_a_class_that_is_below_another(statement: str) -> None:
    assert_statement_writes(statement, "insert shop_log")
