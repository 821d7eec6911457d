"""What is left of values that are too many to be kept apart."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HOOKS = 14
TAKEN = {
    "hook(), hook.name": "hook, name = found()",
    "hook.name, (hook(), 1)": "name, (hook, one) = found()",
    "[hook()], hook.name": "(hook,), name = found()",
    "[hook() for _ in range(2)]": "hook = found()[0]",
    '{"name": hook.name, "hook": hook()}': 'hook = found()["hook"]',
}


@pytest.mark.parametrize("given", TAKEN)
def test_a_collection_with_one_of_many_objects(given: str) -> None:
    hooks = "".join(
        f"""
@registered
class Hook{number}:
    name = "hook{number}"
    def run(self):
        {"Order" if number % 2 else "Log"}.objects.create()
"""
        for number in range(HOOKS)
    )
    assert_touches(f"""
HOOKS = []
def registered(cls):
    HOOKS.append(cls)
    return cls
{hooks}
def found():
    for hook in HOOKS:
        if hook.name == asked():
            return {given}
    return None
def touch():
    {TAKEN[given]}
    with transaction.atomic():  #> insert shop_order, insert shop_log
        hook.run()
""")
