"""Page templates of Zope: the names that they give, the paths that they follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.model.tal import Let
from boundary.read.declared_files import declared_files, read_declared
from boundary.read.sources import read_tree, survey
from tests.read.trees import grow

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "lets", "paths"),
    [
        ('<p tal:content="view/total">', (), ("view/total",)),
        ('<p tal:content="structure view/total/fmt:text">', (), ("view/total/fmt:text",)),
        ('<p tal:condition="not:view/total">', (), ("view/total",)),
        ('<p tal:replace="view/a | context/b | nothing">', (), ("view/a", "context/b", "nothing")),
        ('<li tal:repeat="one view/orders">', (Let("one", "view/orders", each=True),), ("view/orders",)),
        ('<p tal:define="a view/b; global c a/d">', (Let("a", "view/b"), Let("c", "a/d")), ("view/b", "a/d")),
        ('<a tal:attributes="href view/link; title context/x">', (), ("view/link", "context/x")),
        ('<p tal:content="string:It is ${view/total}">', (), ("view/total",)),
        ('<p tal:condition="python: view.total(1) &gt; context.a.b">', (), ("view/total", "context/a/b")),
        ("<p>${view/total}</p>", (), ("view/total",)),
        ("<p tal:content='view/total'", (), ("view/total",)),
        ("<p>view/total</p>", (), ()),
    ],
)
def test_what_a_template_asks_for(text: str, lets: tuple[Let, ...], paths: tuple[str, ...]) -> None:
    (found,) = read_declared(declared_files({"a.pt": text.encode()})).tal
    assert (found.lets, found.paths) == (lets, paths)


def test_bytes_that_are_no_text_are_read() -> None:
    (found,) = read_declared(declared_files({"a.pt": b'\xff<p tal:content="view/a">'})).tal
    assert found.paths == ("view/a",)


def test_a_changed_template_changes_the_survey(tmp_path: Path) -> None:
    grow(tmp_path, {"shop/a.py": "", "shop/a.pt": '<p tal:content="view/a">'})
    before = survey(tmp_path, cache=False).digest
    assert [one.paths for one in read_tree(tmp_path, cache=False).tal] == [("view/a",)]
    grow(tmp_path, {"shop/a.pt": '<p tal:content="view/b">'})
    assert survey(tmp_path, cache=False).digest != before
