"""What has a team accepted?  A folder of sorted JSON Lines, one file for each context that depends on others.

A ratchet: entries only go away, unless one is accepted by its fingerprint with a reason. Nothing in an entry moves when
code does. The files are read strictly: an entry whose id is not the fingerprint of what it says was edited by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from boundary.check.entries import Entry
from boundary.errors import BaselineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SUFFIX = ".jsonl"
UNOWNED = "_project"
"""The file of what no context answers for."""

_DECODER = msgspec.json.Decoder(Entry)


def parse(files: Mapping[str, bytes]) -> tuple[Entry, ...]:
    """The entries of a baseline's files, by name.

    Raises `BaselineError`, naming file and line, for what is no entry, was edited by hand or stands there twice.
    """
    entries: dict[str, Entry] = {}
    for name, content in sorted(files.items()):
        for number, line in enumerate(content.splitlines(), 1):
            if not line.strip():
                continue
            entry = _entry(line, f"{name}:{number}")
            if entry.id in entries:
                raise BaselineError(f"{name}:{number}: {entry.id} stands in the baseline twice; keep one of the lines")
            entries[entry.id] = entry
    return tuple(entries.values())


def _entry(line: bytes, place: str) -> Entry:
    if line.startswith((b"<<<<<<<", b"=======", b">>>>>>>")):
        raise BaselineError(f"{place}: a merge conflict; keep the lines of both sides (boundary baseline prune tidies)")
    try:
        entry = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BaselineError(f"{place}: not an entry of a baseline: {str(error).replace('`', '')}") from None
    if entry.id != entry.true_id:
        raise BaselineError(f"{place}: {entry.id} is not the fingerprint of what the line says ({entry.true_id})")
    return entry


def read(folder: Path) -> tuple[Entry, ...] | None:
    """The entries in a folder, or None where there is no such folder. Raises `BaselineError`."""
    if not folder.is_dir():
        if folder.exists():
            raise BaselineError(f"{folder}: expected a folder of {SUFFIX} files")
        return None
    try:
        return parse({str(file): file.read_bytes() for file in folder.glob(f"*{SUFFIX}")})
    except OSError as error:
        raise BaselineError(f"{error.filename}: cannot be read: {error.strerror}") from None


def files(entries: Iterable[Entry]) -> dict[str, bytes]:
    """The files of a baseline by their names."""
    by_context: dict[str, list[Entry]] = {}
    for entry in entries:
        by_context.setdefault(entry.from_, []).append(entry)
    return {_name(context): _lines(each) for context, each in sorted(by_context.items())}


def _name(context: str) -> str:
    return (quote(context, safe=" ").replace(".", "%2E") if context else UNOWNED) + SUFFIX


def _lines(entries: list[Entry]) -> bytes:
    entries.sort(key=lambda one: (one.rule, one.to, one.symbol, one.target, one.op))
    return b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
