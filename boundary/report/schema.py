"""Which form do the documents have?  Their JSON Schemas, made from the values that are written.

`boundary-1.schema.json` beside this file is the published copy; a test keeps it current.
"""

from __future__ import annotations

import inspect
from typing import Any

import msgspec

from boundary.config import Settings
from boundary.model.findings import Judgement
from boundary.model.scan import Scan

DOCUMENTS: dict[str, tuple[type[msgspec.Struct], str]] = {
    "scan": (Scan, "The document boundary/1, as written by `boundary scan --format json`"),
    "check": (Judgement, "The document boundary-check/1, as written by `boundary check --format json`"),
    "config": (Settings, "boundary.toml, or [tool.boundary] in pyproject.toml"),
}
"""Every published document: its type and its title."""

_COMPUTED: dict[str, Any] = {
    "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    "count": {"type": "integer", "minimum": 1},
    "gates": {"type": "boolean"},
}
"""What a finding is written with beside its own fields."""


def render(document: str = "scan") -> bytes:
    """The JSON Schema of one of `DOCUMENTS`, in UTF-8."""
    return msgspec.json.format(msgspec.json.encode(schema_of(document)), indent=2) + b"\n"


def schema_of(document: str) -> dict[str, Any]:
    """The JSON Schema of one of `DOCUMENTS`, as plain values."""
    kind, title = DOCUMENTS[document]
    (reference,), definitions = msgspec.json.schema_components((kind,))
    for definition in definitions.values():
        definition["description"] = inspect.cleandoc(definition.get("description", ""))
        if kind is Settings:
            definition["additionalProperties"] = False
    if kind is Scan:
        definitions["Scan"]["properties"]["schema"] = {"const": "boundary/1"}
        definitions["Scan"]["required"] = ["schema", *definitions["Scan"]["required"]]
    if kind is Judgement:
        definitions["Judgement"]["properties"]["schema"] = {"const": "boundary-check/1"}
        definitions["Finding"]["properties"] |= _COMPUTED
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **reference}
    return {**whole, "$defs": definitions}
