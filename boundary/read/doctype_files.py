"""Which models does a project of Frappe declare?  Files of JSON that lie where Frappe looks for them.

    shop/shop/doctype/sales_order/sales_order.json        {"doctype": "DocType", "name": "Sales Order", "fields": [...]}

A file that lies there and is no DocType is left out; one that is no JSON is told of.
"""

from __future__ import annotations

from typing import Any

import msgspec

from boundary.model.doctypes import DocField, DocType
from boundary.read.python.refusal import RefusedError
from boundary.read.python.syntax import TOO_DEEP

FOLDER = "doctype"
_PARTS = 3


def is_doctype(path: str) -> bool:
    """Whether a file lies where a DocType does: in a folder of its own name, in one that is called `doctype`."""
    if not path.endswith(".json"):
        return False
    parts = path.removesuffix(".json").rsplit("/", _PARTS)
    return len(parts) >= _PARTS and parts[-1] == parts[-2] and parts[-3] == FOLDER


def read_doctype(file: str, content: bytes) -> DocType | None:
    """What a file declares, if anything. Raises `RefusedError` where it is no JSON."""
    try:
        held = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RefusedError(f"is no JSON: {error}") from None
    except RecursionError:
        raise RefusedError(TOO_DEEP) from None
    name = held.get("name") if isinstance(held, dict) and held.get("doctype") == "DocType" else None
    return _doctype(file, name, held) if isinstance(name, str) and name else None


def _doctype(file: str, name: str, held: dict[str, Any]) -> DocType:
    fields = held.get("fields")
    return DocType(
        file,
        name,
        tuple([_field(one) for one in fields if isinstance(one, dict)]) if isinstance(fields, list) else (),
        child=_is(held, "istable"),
        single=_is(held, "issingle"),
        virtual=_is(held, "is_virtual"),
        submittable=_is(held, "is_submittable"),
        tracked=_is(held, "track_changes"),
        autoname=_text(held, "autoname"),
    )


def _field(held: dict[str, Any]) -> DocField:
    kind = _text(held, "fieldtype")
    options = _text(held, "options")
    target = options if kind == "Link" or kind.startswith("Table") else ""
    choices = tuple([line.strip() for line in options.split("\n") if line.strip()]) if kind == "Select" else ()
    return DocField(_text(held, "fieldname"), kind, target, required=_is(held, "reqd"), choices=choices)


def _is(held: dict[str, Any], name: str) -> bool:
    return held.get(name) in {1, "1"} if not isinstance(held.get(name), (dict, list)) else False


def _text(held: dict[str, Any], name: str) -> str:
    value = held.get(name)
    return value if isinstance(value, str) else ""
