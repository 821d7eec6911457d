"""Files of ZCML: their directives, what is no XML, what would grow without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.model.zcml import Directive
from boundary.read.declared_files import declared_files, read_declared
from boundary.read.sources import read_tree, survey
from tests.read.trees import grow

if TYPE_CHECKING:
    from pathlib import Path

FILE = "shop/configure.zcml"
TEXT = b"""<configure xmlns="http://namespaces.zope.org/zope" xmlns:browser="http://namespaces.zope.org/browser">
  <browser:pages for=".interfaces.IOrder"
      class=".views.Order">
    <browser:page name="+edit" attribute="edit" />
  </browser:pages>
  <subscriber for=".interfaces.IOrder
                   .interfaces.IPlaced" handler=".events.placed" />
</configure>
"""


def test_directives() -> None:
    read = read_declared(declared_files({FILE: TEXT}))
    (found,) = read.zcml
    assert not read.unreadable
    assert found.file == FILE
    assert found.directives == (
        Directive("configure", {}, 1),
        Directive("pages", {"for": ".interfaces.IOrder", "class": ".views.Order"}, 2, 0),
        Directive("page", {"name": "+edit", "attribute": "edit"}, 4, 1),
        Directive("subscriber", {"for": ".interfaces.IOrder .interfaces.IPlaced", "handler": ".events.placed"}, 6, 0),
    )


def test_deep_nesting_is_read() -> None:
    (found,) = read_declared(declared_files({FILE: b"<a>" * 20_000 + b"</a>" * 20_000})).zcml
    assert len(found.directives) == 20_000


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b"<configure>", "is no XML: no element found", 1),
        (b"<a>\n</b>", "is no XML: mismatched tag", 2),
        (b"\xff", "is no XML: unclosed token", 1),
        (b"", "is no XML: no element found", 1),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares an entity, which is not read", None),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', "declares an entity, which is not read",
         None),
        (b'<?xml version="1.0" encoding="foo"?><a/>',
         "is in an encoding that XML is not read in: unknown encoding: foo", None),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>',
         "is in an encoding that XML is not read in: multi-byte encodings are not supported", None),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(content: bytes, reason: str, line: int | None) -> None:
    read = read_declared(declared_files({FILE: content}))
    (unreadable,) = read.unreadable
    assert not read.zcml
    assert (unreadable.file, unreadable.reason, unreadable.line) == (FILE, reason, line)


def test_a_changed_file_changes_the_survey(tmp_path: Path) -> None:
    grow(tmp_path, {"shop/a.py": "", FILE: TEXT.decode(), "shop/broken.zcml": "<a"})
    before = survey(tmp_path, cache=False).digest
    read = read_tree(tmp_path, cache=False)
    assert [one.file for one in read.zcml] == [FILE]
    assert [one.file for one in read.unreadable] == ["shop/broken.zcml"]
    grow(tmp_path, {FILE: TEXT.replace(b"+edit", b"+new").decode()})
    assert survey(tmp_path, cache=False).digest != before
