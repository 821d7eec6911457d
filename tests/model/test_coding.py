"""Nodes as bytes: what is written is what is read, whatever stands in a file."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boundary.model import code
from boundary.model.code.coding import DEEPEST, FORMS, Decoder, Encoder
from boundary.model.facts import ModuleFacts
from boundary.model.templates import TemplateFacts
from boundary.read.python.extract import extract
from boundary.read.python.syntax import parse_plainly
from boundary.read.templates import read_template

ROOT = Path(__file__).parents[2]
EVERY_FORM = """
import a.b as c
from ..d import e as f, g
@app.task(name="x", **more)
async def run(first, /, second: int = 1, *args, third=None, **kwargs) -> None:
    global counted
    total: int = 0
    total += -1.5
    for row in [1, 2], {3}:
        if not row or row is None:
            continue
        else:
            break
    while True:
        yield row
    with open(name) as stream, lock:
        del stream[0]
    try:
        raise Missing from None
    except (Missing, Other) as missing:
        yield from missing
    finally:
        await (found := [x for x in y if x])
    return f"{total}" if total else lambda one: {**one, "a": 1, True: False}
class Order(Base, metaclass=Meta):
    seen = counted(*args)
    assert seen
"""
TEMPLATE = (
    "{% extends 'base.html' %}{% block main %}{{ block.super }}{% include 'row.html' with row=order %}{% endblock %}"
)


def facts(text: str) -> ModuleFacts:
    return extract(parse_plainly(text).tree, text)


def kinds_in(body: object) -> set[type]:
    if isinstance(body, tuple):
        return {kind for one in body for kind in kinds_in(one)}
    if not isinstance(body, code.Node):
        return set()
    return {type(body)}.union(*(kinds_in(getattr(body, name)) for name in body.fields))


@pytest.mark.parametrize(
    "text",
    [
        EVERY_FORM,
        "",
        "x = 9223372036854775807, -9223372036854775807, 1e308, True, 1, None, b'', 'é\\0'",
        f"x = {'y.z' * 200}",
        f"x = -0x{'f' * 1000} - -y",
        f"x = '{'long ' * 100}'",
        (ROOT / "samples/shop/shop/settings.py").read_text(),
        (ROOT / "tests/link/linking.py").read_text(),
    ],
    ids=[
        "every form",
        "nothing",
        "constants",
        "a chain",
        "larger than any float",
        "a long text",
        "a module",
        "another",
    ],
)
def test_what_is_written_is_what_is_read(text: str) -> None:
    written = facts(text)
    assert repr(ModuleFacts.decoded(written.encoded())) == repr(written)


def test_every_kind_has_a_form() -> None:
    kinds = {one for one in vars(code).values() if isinstance(one, type) and issubclass(one, code.Node)}
    assert {kind for kind, _ in FORMS} == kinds - {code.Node}
    assert kinds_in(facts(EVERY_FORM).body) == kinds - {code.Node, code.Native}


def test_a_template_is_what_it_was() -> None:
    written = read_template(TEMPLATE)
    assert repr(TemplateFacts.decoded(written.encoded())) == repr(written)


def test_texts_are_shared_with_other_files_and_with_literals() -> None:
    one, other = (ModuleFacts.decoded(facts(f"{name}.save()").encoded()).body[0] for name in ("a", "b"))
    for node in (one, other):
        assert isinstance(node, code.Evaluate)
        assert isinstance(node.value, code.Call)
        assert isinstance(node.value.function, code.Attribute)
        assert node.value.function.name is "save"  # noqa: F632 - that is the question


def nested(depth: int) -> code.Expression:
    node: code.Expression = code.Name("x")
    for _ in range(depth):
        node = code.Await(node)
    return node


def test_what_nests_too_deeply_is_refused_in_either_direction() -> None:
    with pytest.raises(RecursionError):
        Encoder().node(nested(DEEPEST))
    row = [list(dict(FORMS)).index(code.Await) + 1] * (DEEPEST + 1)
    with pytest.raises(RecursionError):
        Decoder(row, [], []).node()


def test_what_nests_deeply_is_read_and_given_back() -> None:
    deep = 400
    for _ in range(300):
        encoder = Encoder()
        encoder.node(nested(deep))
        read, depth = Decoder(encoder.row, encoder.texts, []).node(), 0
        while isinstance(read, code.Await):
            read, depth = read.value, depth + 1
        assert depth == deep


@pytest.mark.parametrize("row", [[1, 99], [2], [1, 1, 5, 5]])
def test_a_damaged_row_is_told(row: list[int]) -> None:
    with pytest.raises(msgspec.DecodeError, match="damaged"):
        ModuleFacts.decoded(msgspec.msgpack.encode([row, [], [], 1, 0, False]))
