"""Many objects of classes below one of the project are any object of it; tests of `kinship.py`."""

from __future__ import annotations

import pytest

from .linking import assert_touches

MANY = 40
STEPS = "\n".join(f"class Step{number}(Step):\n    pass\n" for number in range(MANY))


def made(first: int, last: int) -> str:
    return ", ".join(f"Step{number}()" for number in range(first, last))


def of_steps(found: str, written: str, classes: str = STEPS) -> str:
    return f"""
class Step:
    def run(self): pass

{classes}
class Special(Step):
    def run(self):
        Log.objects.create()

def steps(more):
    found = [Special()] if more else []
    {found}
    return found

def work(more):
    found = steps(more)
    with transaction.atomic():  #> {written}
        for step in found:
            step.run()
"""


@pytest.mark.parametrize(
    "found",
    [
        f"found += [{made(0, 20)}]; found += [{made(20, MANY)}]",
        "\n    ".join(f"found.append(Step{number}())" for number in range(MANY)),
        f"found = found + [{made(0, MANY)}] + more",
    ],
)
def test_steps_of_one_base(found: str) -> None:
    assert_touches(of_steps(found, "insert shop_log"))


def test_of_what_has_no_base_in_common_each_is_gone_through() -> None:
    alone = "\n".join(f"class Step{number}:\n    def run(self): pass\n" for number in range(MANY))
    assert_touches(of_steps(f"found += [{made(0, 20)}]; found += [{made(20, MANY)}]", "insert shop_log", alone))
