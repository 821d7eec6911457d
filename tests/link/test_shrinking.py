"""What is taken out of a dict is not in it any more."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

WRITE = """
def write(log=True, **options):
    Tag.objects.create()
    if log:
        Log.objects.create(text="a")
"""


@pytest.mark.parametrize(
    "code",
    [
        "log = options.pop('log', False)",
        "log: bool = options.pop('log', False)",
        "options.pop('log')",
        "del options['log']",
        "log = not options.pop('log')",
        "log = options.pop('log', False) or None",
        "if options.pop('log', False): print('loud')",
        "for name in ('log', 'other'): options.pop(name, None)",
        "self.log = options.pop('log', False)",
    ],
)
@pytest.mark.parametrize("given", ["log=False", "**{'log': False}"])
def test_a_key_that_was_taken_out_is_no_longer_handed_on(code: str, given: str) -> None:
    assert_touches(f"""{WRITE}
class Work:
    def run(self, **options):
        {code}
        with transaction.atomic():  #> insert shop_tag, insert shop_log
            write(**options)
def work():
    Work().run({given})
""")


@pytest.mark.parametrize(
    "code",
    [
        "log = options.get('log', False)",
        "log = options.pop('other', False)",
        "log = options.pop(self.name, False)",
        "log = dict(options).pop('log', False)",
        "log = options['log']",
    ],
)
def test_a_key_that_stays_is_handed_on(code: str) -> None:
    assert_touches(f"""{WRITE}
class Work:
    def run(self, **options):
        {code}
        with transaction.atomic():  #> insert shop_tag
            write(**options)
def work():
    Work().run(log=False)
""")


def test_what_is_taken_out_is_given() -> None:
    assert_touches("""
def work(**options):
    save = options.pop("save", False)
    if options:
        raise TypeError
    with transaction.atomic():  #> insert shop_log
        if save:
            Log.objects.create(text="a")
def start():
    work(save=True)
""")


def test_a_key_that_only_some_take_out_may_be_there() -> None:
    assert_touches(f"""{WRITE}
def work(order, **options):
    if order:
        options.pop("log")
    with transaction.atomic():  #> insert shop_tag, insert shop_log
        write(**options)
def start(order):
    work(order, log=False)
""")
