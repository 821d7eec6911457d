"""Descriptions of APIs: which files may be one, and which functions they name."""

from __future__ import annotations

import pytest

from boundary.model.openapi import Operation
from boundary.read.declared_files import declared_files, read_declared
from boundary.read.openapi_files import is_openapi

FILE = "shop/openapi.yml"


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("openapi.yaml", True),
        ("shop/swagger/admin.yml", True),
        ("shop/api_v2.yml", True),
        ("specs/orders.yml", True),
        ("openapi.json", False),
        ("deploy/capital.yml", False),
        (".github/workflows/rapid.yml", False),
    ],
)
def test_files_are_told_by_their_names(path: str, *, is_one: bool) -> None:
    """By what they are called, or the folder that they lie in."""
    assert is_openapi(path) is is_one


def said(text: bytes) -> list[Operation]:
    """The operations that a file says."""
    found = read_declared(declared_files({FILE: text}))
    assert not found.unreadable
    return found.operations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            b"paths:\n  /orders:\n    get:\n      operationId: 'shop.listed' # all\n    parameters: []\n",
            Operation("get", "/orders", "shop.listed", FILE, 3),
        ),
        (
            b"paths:\n  '/{id}':\n    x-swagger-router-controller: shop.orders\n    put:\n      operationId: change\n",
            Operation("put", "/{id}", "shop.orders.change", FILE, 4),
        ),
        (b"post:\n  operationId: shop.create\n", Operation("post", "", "shop.create", FILE, 1)),
        (b"paths:\n  /tags:\n    get:\n      responses: {}\n", None),
        (b"paths:\n  /t: # all\n    get: # one\n      operationId: a.b\n", Operation("get", "/t", "a.b", FILE, 3)),
        (b"get:\n  - a: b\n", None),
        (b"paths:\n  operationId" + b" " * 1_000_000 + b"x\n" + b"- " * 1_000_000 + b"\n", None),
        (b"paths:\n  /t:\n    description: >-\n      get:\n        operationId: shop.idle\n", None),
        (b"\x00operationId\npaths: {}\n: :\n\t- get:\n", None),
    ],
)
def test_operations_are_read_by_their_lines(text: bytes, expected: Operation | None) -> None:
    """With their verbs, paths and functions; text that stands below a key as a block is none."""
    assert [one for one in said(text) if one.function] == ([expected] if expected is not None else [])


def test_a_file_that_is_no_text_is_told() -> None:
    """It says what it is that cannot be read."""
    found = read_declared(declared_files({FILE: b"paths:\n  /\xff:\n operationId"}))
    assert [one.reason for one in found.unreadable] == ["is no text in UTF-8"]
