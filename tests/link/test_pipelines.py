"""Functions that are called one behind the other."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CALLS = {
    "from toolz import pipe": "pipe(Log, made, save)",
    "from cytoolz import compose": "compose(save, made)(Log)",
    "from toolz import compose_left": "compose_left(made, save)(Log)",
    "from funcy import compose, rcompose": "rcompose(made, compose(save))(Log)",
    "from returns.pipeline import flow": "flow(Log, made, save)",
    "from returns import pipeline": "pipeline.pipe(made, save)(Log)",
}


@pytest.mark.parametrize("imported", CALLS)
def test_functions_one_behind_the_other(imported: str) -> None:
    assert_touches(f"""
{imported}
def made(model):
    return model()
def save(row):
    row.save()
def work():
    with transaction.atomic():  #> insert shop_log
        {CALLS[imported]}
""")
