"""DocTypes of Frappe: which files declare one, and what they say of it."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from boundary.model.doctypes import DocField, DocType
from boundary.read.declared_files import Declared, declared_files, read_declared
from boundary.read.doctype_files import is_doctype
from boundary.read.git import Repository
from boundary.read.revision import revision, survey_revision
from boundary.read.sources import read_tree, survey
from tests.read.trees import grow

if TYPE_CHECKING:
    from pathlib import Path

FILE = "shop/doctype/order/order.json"


@pytest.mark.parametrize(
    ("path", "declares"),
    [
        ("shop/doctype/sales_order/sales_order.json", True),
        ("doctype/order/order.json", True),
        ("shop/doctype/order/other.json", False),
        ("shop/doctype/order/order.py", False),
        ("shop/report/order/order.json", False),
        ("order/order.json", False),
        ("order.json", False),
    ],
)
def test_which_files_may_declare_one(path: str, declares: bool) -> None:  # noqa: FBT001 - a case
    assert is_doctype(path) is declares


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, DocType(FILE, "Order")),
        ({"istable": 1}, DocType(FILE, "Order", child=True)),
        ({"issingle": "1"}, DocType(FILE, "Order", single=True)),
        ({"is_virtual": 1, "is_submittable": 0}, DocType(FILE, "Order", virtual=True)),
        ({"is_submittable": 1, "track_changes": 1}, DocType(FILE, "Order", submittable=True, tracked=True)),
        ({"autoname": "ORD-.####", "istable": None}, DocType(FILE, "Order", autoname="ORD-.####")),
        ({"fields": None, "autoname": 1, "istable": []}, DocType(FILE, "Order")),
        (
            {"fields": [{"fieldname": "customer", "fieldtype": "Link", "options": "Customer", "reqd": 1}, "x"]},
            DocType(FILE, "Order", (DocField("customer", "Link", "Customer", required=True),)),
        ),
        (
            {"fields": [{"fieldname": "items", "fieldtype": "Table MultiSelect", "options": "Row"}]},
            DocType(FILE, "Order", (DocField("items", "Table MultiSelect", "Row"),)),
        ),
        (
            {"fields": [{"fieldname": "status", "fieldtype": "Select", "options": "\nOpen\n Shut"}, {}]},
            DocType(FILE, "Order", (DocField("status", "Select", choices=("Open", "Shut")), DocField("", ""))),
        ),
    ],
)
def test_what_one_says(said: dict[str, object], expected: DocType) -> None:
    content = json.dumps({"doctype": "DocType", "name": "Order", **said}).encode()
    assert read_declared(declared_files({FILE: content})) == Declared([expected])


@pytest.mark.parametrize("content", [b'{"doctype": "Report", "name": "Order"}', b"[]", b'{"doctype": "DocType"}', b"1"])
def test_what_declares_none_is_left_out(content: bytes) -> None:
    assert read_declared(declared_files({FILE: content})) == Declared()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "is no JSON: "),
        (b"\xff\xfe", "is no JSON: "),
        (b'{"a": "\xff"}', "is no JSON: "),
        (b"[" * 100_000, "nests deeper than can be read"),
    ],
)
def test_what_is_no_json_is_told(content: bytes, reason: str) -> None:
    read = read_declared(declared_files({FILE: content}))
    (unreadable,) = read.unreadable
    assert not read.doctypes
    assert unreadable.file == FILE
    assert unreadable.reason.startswith(reason)


def test_a_changed_doctype_changes_the_survey(tmp_path: Path) -> None:
    grow(tmp_path, {"shop/a.py": "", FILE: '{"doctype": "DocType", "name": "Order"}', "shop/doctype/order/b.json": "{"})
    before = survey(tmp_path, cache=False).digest
    assert [one.name for one in read_tree(tmp_path, cache=False).doctypes] == ["Order"]
    assert survey(tmp_path, cache=False).digest == before
    grow(tmp_path, {FILE: '{"doctype": "DocType", "name": "Sales Order"}'})
    assert survey(tmp_path, cache=False).digest != before


def test_a_revision_has_those_of_its_commit(tmp_path: Path) -> None:
    grow(tmp_path, {"shop/a.py": "", FILE: '{"doctype": "DocType", "name": "Order"}'})
    for command in ("init -q", "add .", "-c user.name=a -c user.email=b commit -qm first"):
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True)
    now = survey(tmp_path, cache=False).digest
    assert survey_revision(revision(Repository(tmp_path), tmp_path, "HEAD"), cache=False).digest == now
