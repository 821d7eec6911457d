"""What code for Python 2 and 3 asks `six` for is what the language gives."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize("imported", ["import six", "from django.utils import six", "import future.utils as six"])
@pytest.mark.parametrize(
    "body",
    [
        "for row in six.itervalues({'a': Log()}): row.save()",
        "for name, row in six.iteritems({'a': Log()}): row.save()",
        "for name in six.iterkeys({Log: 1}): name().save()",
    ],
)
def test_dicts(imported: str, body: str) -> None:
    assert_touches(f"""
{imported}
def work():
    with transaction.atomic():  #> insert shop_log
        {body}
""")


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("for number in range(3): Log().save()", "insert shop_log"),
        ("for row, other in zip([Log()], [Tag()]): row.save(); other.save()", "insert shop_log, insert shop_tag"),
        ("list(map(save, [Log()]))", "insert shop_log"),
        ("for row in filter(None, [Log()]): row.save()", "insert shop_log"),
        ("reduce(lambda found, row: row.save(), [Log()])", "insert shop_log"),
        ("if isinstance('x', six.string_types): Log().save()", "insert shop_log"),
        ("if six.PY2: Log().save()", "nothing"),
        ("save(six.text_type and Log())", "insert shop_log"),
    ],
)
def test_the_rest(body: str, written: str) -> None:
    assert_touches(f"""
import six
from six.moves import filter, map, range, reduce, zip
def save(row):
    row.save()
def work():
    with transaction.atomic():  #> {written}
        {body}
""")
