"""What does a document say when lines have moved in the files?  The same, at the new lines."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.model.scan import Scan

LINES: Final = ("line", "end_line")
PLAIN: Final = {str, int, float, bool, str | None, int | None, bool | None, dict[str, float]}
"""Types of fields that hold nothing with a place."""


class _Form(NamedTuple):
    """How to go through the values of one class: the fields that are lines of its `file`, and those with values."""

    lines: tuple[str, ...]
    inner: tuple[str, ...]


def relocated(scan: Scan, lines: Mapping[str, Mapping[int, int]], lengths: Mapping[str, int]) -> Scan | None:
    """The document with the places in some files moved: for each its new line for every old one, and its length.

    None where it names a line of which it is not known where it has gone.
    """
    ids: dict[str, str] = {}
    for one in scan.transactions:
        if one.file in lines:
            place = f"{one.file}:{one.line}:"
            if not one.id.startswith(place):
                return None
            ids[one.id] = f"{one.file}:{lines[one.file].get(one.line)}:{one.id.removeprefix(place)}"
    try:
        moved: Scan = _Mover(lines, ids).value(scan)
    except KeyError:
        return None
    modules = tuple(
        msgspec.structs.replace(module, lines=lengths[module.file]) if module.file in lengths else module
        for module in moved.modules
    )
    return msgspec.structs.replace(moved, modules=modules)


class _Mover:
    """Moves values; `ids` are the new names of transactions, which hold their lines."""

    def __init__(self, lines: Mapping[str, Mapping[int, int]], ids: Mapping[str, str]) -> None:
        self._lines = lines
        self._ids = ids

    def value(self, value: Any) -> Any:  # noqa: ANN401 - a document's values are of many types
        """The value where everything in it has moved; the very same one where nothing has. Raises `KeyError`."""
        if isinstance(value, msgspec.Struct):
            return self._struct(value)
        if isinstance(value, tuple):
            held = tuple(map(self.value, value))
            return held if any(one is not other for one, other in zip(held, value, strict=True)) else value
        return self._ids.get(value, value) if isinstance(value, str) else value

    def _struct(self, value: msgspec.Struct) -> msgspec.Struct:
        form = _form(type(value))
        changes: dict[str, object] = {}
        map_ = self._lines.get(getattr(value, "file", None) or "") if form.lines else None
        if map_ is not None:
            for name in form.lines:
                line = getattr(value, name)
                if line:  # nothing and zero are no lines
                    changes[name] = map_[line]
        for name in form.inner:
            held = getattr(value, name)
            moved = self.value(held)
            if moved is not held:
                changes[name] = moved
        return msgspec.structs.replace(value, **changes) if changes else value


@cache
def _form(cls: type[msgspec.Struct]) -> _Form:
    fields = msgspec.structs.fields(cls)
    names = {field.name for field in fields}
    lines = tuple(name for name in LINES if name in names) if "file" in names else ()
    inner = tuple(field.name for field in fields if field.name == "id" or field.type not in PLAIN)
    return _Form(lines, inner)
