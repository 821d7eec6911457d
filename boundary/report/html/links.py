"""Where is a line of the source on a forge?  `--source-url https://host/org/repo/blob/REV/{file}#L{line}`."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from boundary.errors import InputError

FILE, LINE = "{file}", "{line}"


def checked(template: str) -> str:
    """The template, if links can be made of it.

    Raises `InputError` where it is no web address, or does not say where the file goes.
    """
    if urlsplit(template).scheme not in {"http", "https"}:
        raise InputError(f"--source-url: {template!r} does not begin with https:// or http://")
    if FILE not in template:
        raise InputError(f"--source-url: {template!r} has no {FILE}")
    return template


def link(template: str, file: str, line: int | None) -> str:
    """The address of a line; whatever is in the file's name stays in the path."""
    return template.replace(LINE, str(line or 1)).replace(FILE, quote(file))
