"""A long table that is written out: what stands under a name, and under any name."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MANY = range(60)


def table(form: str, entry: str, last: str) -> str:
    """A table of very many entries, the last one another than the others."""
    around = {"dict": "{%s}", "pairs": "OrderedDict((%s))"}[form]
    pair = {"dict": '"%s": %s', "pairs": '("%s", %s)'}[form]
    entries = [pair % (f"k{number}", entry) for number in MANY] + [pair % ("last", last)]
    return around % ",\n".join([*entries, ""])


@pytest.mark.parametrize("form", ["dict", "pairs"])
@pytest.mark.parametrize("asked", ["'last'", "name"])
@pytest.mark.parametrize(
    ("entry", "last", "called"),
    [
        ("lambda o: o.total", "lambda o: o.customer.save()", "ALL[{}](row)"),
        ("lambda o: o.total", "lambda o: o.customer.save()", "ALL.get({})(row)"),
        ("{'run': lambda o: o.total}", "{'run': lambda o: o.customer.save()}", "ALL[{}]['run'](row)"),
    ],
)
def test_functions(form: str, asked: str, entry: str, last: str, called: str) -> None:
    assert_touches(f"""
from collections import OrderedDict
ALL = {table(form, entry, last)}
def work(name):
    row = Order.objects.first()
    with transaction.atomic():  #> write shop_customer
        {called.format(asked)}
""")


def test_functions_that_are_called_one_after_the_other() -> None:
    functions = "\n".join(f"def f{number}(o):\n    return {number}" for number in MANY)
    assert_touches(f"""
{functions}
def last(o):
    o.customer.save()
ALL = [{", ".join(f"f{number}" for number in MANY)}, last]
def work(name):
    row = Order.objects.first()
    with transaction.atomic():  #> write shop_customer
        for one in ALL:
            one(row)
""")


def test_dicts_in_a_long_list() -> None:
    assert_touches(f"""
ALL = [{", ".join(f"dict(name='k{number}', model=Log)" for number in MANY)}, dict(name='last', model=Tag)]
def work(name):
    for one in ALL:
        with transaction.atomic():  #> insert shop_log, insert shop_tag
            one["model"].objects.create()
""")


@pytest.mark.parametrize("form", ["dict", "pairs"])
@pytest.mark.parametrize(
    "gone_through", ["for _, v in ALL.items():", "for v in ALL.values():", "for v in [*ALL.values()]:"]
)
def test_what_is_gone_through(form: str, gone_through: str) -> None:
    assert_touches(f"""
from collections import OrderedDict
ALL = {table(form, "{'run': lambda o: o.total}", "{'run': lambda o: o.customer.save()}")}
def work():
    row = Order.objects.first()
    with transaction.atomic():  #> write shop_customer
        {gone_through}
            v["run"](row)
""")
