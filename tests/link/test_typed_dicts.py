"""What does a `TypedDict` hold under its keys?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
from typing import TypedDict

class Context(TypedDict, total=False):
    user: str
    log: Log
    kept: list

"""
CASES = {
    "declared": """
def work(context: Context):
    context["log"].save()  #= write shop_log
""",
    "asked for": """
def work(context: Context):
    context.get("log").save()  #= write shop_log
""",
    "a default": """
def work(context: Context):
    context.pop("unknown", Tag()).save()  #= write shop_tag
""",
    "a copy": """
def work(context: Context):
    context.copy()["log"].save()  #= write shop_log
""",
    "stored": """
def fill(context: Context):
    context["user"] = Tag()
def work(context: Context):
    context["user"].save()  #= write shop_tag
""",
    "made": """
def work():
    use(Context(user="a", log=Log()))
def use(context: Context):
    context["log"].save()  #= write shop_log
""",
    "made of another one, and no more": """
def work():
    context = Context(Context(user="a"), log=Log())
    if context.get("deferred"):
        Tag().save()  #= nothing
    context["log"].save()  #= write shop_log
""",
    "a flag of another one": """
def fill(context: Context):
    context["deferred"] = True
def work(context: Context):
    if not context.get("deferred"):
        Log(text="a").save()  #= write shop_log
    if not context["deferred"]:
        Tag().save()  #= write shop_tag
""",
    "a dict that is written": """
def work():
    context: Context = {"user": "a", "kept": [Tag()]}
    context["kept"][0].save()  #= write shop_tag
""",
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_held_under_a_key(case: str) -> None:
    assert_touches(HEAD + CASES[case])
