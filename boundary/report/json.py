"""The document ``boundary/1`` as JSON, and back."""

from __future__ import annotations

from typing import Any

import msgspec

from boundary.errors import InputError
from boundary.model.scan import Scan

SCHEMA = "boundary/1"


def render(scan: Scan) -> bytes:
    """The document in UTF-8, indented so that two of them can be compared line by line."""
    try:
        document = msgspec.json.encode(scan)
    except UnicodeEncodeError:
        document = msgspec.json.encode(encodable(msgspec.to_builtins(scan)))
    return msgspec.json.format(document, indent=1) + b"\n"


def parse(document: bytes, name: str) -> Scan:
    """The scan that a `document` holds; `name` is where it comes from.

    Raises `InputError` when it is not one, or one of another version.
    """
    try:
        scan = msgspec.json.decode(document, type=Scan)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{name}: not a {SCHEMA} document: {error}") from None
    if scan.schema != SCHEMA:
        raise InputError(f"{name}: schema {scan.schema!r}; this version reads {SCHEMA}")
    return scan


def encodable(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """The plain `value` with lone surrogates spelt out, which stand for the bytes of a name that is not UTF-8."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {encodable(key): encodable(item) for key, item in value.items()}
    return [encodable(item) for item in value] if isinstance(value, list | tuple) else value
