"""A fault in one place leaves the rest followed, and is told: what a name is bound to, what a rule does by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from boundary.link.evaluator.faults import OWN_RULES
from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.evaluator.roots import evaluate
from boundary.link.frameworks.registry import Frameworks
from tests.link.linking import divide, read

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = """
from elsewhere import odd

{name}

def work(data):
    Order.objects.create(total=1)
    {use}
    Log.objects.create(text="done")
"""
WRITTEN = {("insert", "shop_order"), ("insert", "shop_log")}


def failing(*_: object) -> NoReturn:
    """What a rule does that has a fault."""
    raise ValueError("a fault")


def followed(source: str, spoil: Callable[[Frameworks], None]) -> tuple[set[tuple[str, str]], list[str]]:
    """What a program writes, and what is told of faults, where the rules have been spoiled."""
    interpreter = Interpreter(read(divide(source)), Frameworks())
    spoil(interpreter.frameworks)
    evaluate(interpreter, lambda _: None)
    touched: set[tuple[str, str]] = {
        (touch.op, touch.table) for one in interpreter.contexts for touch in one.touches if touch.op != "read"
    }
    return touched, [f"{one.file} {one.reason}" for one in interpreter.faults.unread()]


@pytest.mark.parametrize(
    ("name", "use", "told"),
    [
        ("label = odd()", "print(label)", "shop/services.py line 6: shop.services.label"),
        ("class Kind:\n    label = odd()", "print(Kind.label)", "shop/services.py line 7: shop.services.Kind.label"),
        (
            "class Shown(models.Model):\n    label = odd()",
            "print(1)",
            "shop/services.py line 7: shop.services.Shown.label",
        ),
        ("@odd\ndef helper():\n    pass", "helper()", "shop/services.py line 7: shop.services.helper"),
    ],
)
def test_a_name_that_cannot_be_followed(name: str, use: str, told: str) -> None:
    def spoil(frameworks: Frameworks) -> None:
        frameworks._natives["elsewhere.odd"] = failing

    touched, faults = followed(PROGRAM.format(name=name, use=use), spoil)
    assert touched >= WRITTEN
    assert [fault.partition(" could not be followed to its end: a fault of boundary")[0] for fault in faults] == [told]


@pytest.mark.parametrize("kind", ["binds", "starts", "finishes"])
def test_a_rule_that_fails_leaves_the_others(kind: str) -> None:
    touched, faults = followed(
        PROGRAM.format(name="", use=""), lambda frameworks: getattr(frameworks, kind).insert(0, failing)
    )
    assert touched >= WRITTEN
    assert [fault.partition(" could")[0] for fault in faults] == [f"{OWN_RULES} line 1: {__name__}"]
