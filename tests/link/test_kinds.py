"""The parts of frequent kinds of nodes are told by what compiled code knows of them: they are what the fields say."""

from __future__ import annotations

import inspect

import pytest

from boundary.link.syntax.kinds import CHILDREN, parts_of


@pytest.mark.parametrize("kind", CHILDREN, ids=lambda kind: kind.__name__)
def test_the_parts_of_a_node(kind: type) -> None:
    names = list(inspect.signature(kind).parameters)
    node = kind(*names)
    assert parts_of(node) == [getattr(node, name) for name in CHILDREN[kind]]
