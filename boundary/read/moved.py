"""Have files only been laid out anew since an earlier run?  Then what was found still holds, at other lines.

Comments, docstrings, blank lines and formatting are no facts: where the facts of a changed file are the old ones but
for their lines, and these keep their order, the earlier answer is moved instead of found again.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from boundary.model.code import Node
from boundary.model.facts import ModuleFacts
from boundary.read.code_digests import digest
from boundary.read.parallel import read_all
from boundary.read.reader import Job, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from boundary.read.sources import Survey

MOST_CHANGED = 50
"""When more files than this have changed, the answer is found again."""

_LINES = frozenset({"line", "first_line", "end_line"})
_OUTCOME = msgspec.msgpack.Decoder(Outcome)


class Remembered(msgspec.Struct, frozen=True, array_like=True):
    """The sources of an earlier run: its `answer`, by the key that it is kept under, and its files with their hashes.

    `rest` is the hash of everything else that the sources were.
    """

    answer: str
    rest: bytes
    files: dict[str, bytes]


class Moved(msgspec.Struct, frozen=True):
    """An earlier `answer` that still holds: for each changed file, its new line for each old one, and its length."""

    answer: str
    lines: dict[str, dict[int, int]]
    lengths: dict[str, int]


def remember(surveyed: Survey, question: str, answer: str) -> None:
    """Keep for the next run of `question` which sources the answer belongs to."""
    kept = Remembered(answer, _rest(surveyed), {file.file: file.key for file in surveyed.python})
    surveyed.store.save_result(_name(question), msgspec.msgpack.encode(kept))


def moved(surveyed: Survey, question: str) -> Moved | None:
    """The earlier answer to `question`, where nothing but lines has changed since; else None."""
    blob = surveyed.store.load_result(_name(question))
    if blob is None:
        return None
    try:
        kept = msgspec.msgpack.decode(blob, type=Remembered)
    except msgspec.MsgspecError:
        return None
    if kept.rest != _rest(surveyed):
        return None
    changed = [file for file in surveyed.python if kept.files.get(file.file) != file.key]
    if not changed or len(changed) > MOST_CHANGED:
        return None
    before = [surveyed.store.get(kept.files[file.file]) for file in changed]
    after = read_all([Job(file.file, file.content or b"") for file in changed], None, None, None)
    lines: dict[str, dict[int, int]] = {}
    lengths: dict[str, int] = {}
    for file, old, outcome in zip(changed, before, after, strict=True):
        if outcome.settled:
            surveyed.store.put(file.key, msgspec.msgpack.encode(outcome))
        old_facts, new_facts = _facts(_OUTCOME.decode(old) if old else None), _facts(outcome)
        if old_facts is None or new_facts is None:
            return None
        found = line_map(old_facts, new_facts)
        if found is None:
            return None
        lines[file.file], lengths[file.file] = found, new_facts.lines
    surveyed.store.save(partial=True)
    return Moved(kept.answer, lines, lengths)


def line_map(old: ModuleFacts, new: ModuleFacts) -> dict[int, int] | None:
    """The new line for each old one, or None where the facts differ in more, or lines have met, parted or crossed."""
    if (old.calls, old.bridged) != (new.calls, new.bridged):
        return None
    pairs: set[tuple[int, int]] = set()
    if not all(_alike(one, other, pairs) for one, other in _pairs(old.body, new.body)):
        return None
    ordered = sorted(pairs)
    if all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(ordered)):
        return dict(ordered)
    return None


def _pairs(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[object, object]]:
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        yield None, new


def _alike(old: object, new: object, pairs: set[tuple[int, int]]) -> bool:
    """Whether two facts say the same but for their lines, which are added to `pairs`."""
    if old.__class__ is not new.__class__:
        return False
    if isinstance(old, Node):
        for name in old.fields:
            one, other = getattr(old, name), getattr(new, name)
            if name in _LINES:
                pairs.add((one, other))
            elif not _alike(one, other, pairs):
                return False
        return True
    if isinstance(old, tuple) and isinstance(new, tuple):
        return all(_alike(one, other, pairs) for one, other in _pairs(old, new))
    return old == new


def _facts(outcome: Outcome | None) -> ModuleFacts | None:
    if outcome is None or outcome.facts is None:
        return None
    try:
        return ModuleFacts.decoded(outcome.facts)
    except (msgspec.DecodeError, RecursionError):
        return None


def _rest(surveyed: Survey) -> bytes:
    """What the sources are beside the contents of the Python files: these files' names, and all other files."""
    named = [part.encode() for file in surveyed.python for part in (file.file, file.module.name)]
    others = [part for file in surveyed.migrations for part in (file.file.encode(), file.said or file.key)]
    others += [part for sql in surveyed.sql_files for part in (sql.file.encode(), sql.key)]
    others += [part for template in surveyed.templates for part in (template.file.encode(), template.key)]
    others += [part for declared in surveyed.declared for part in (declared.file.encode(), declared.key)]
    others += [str(surveyed.plugins).encode()]
    return digest(*named, *others, *(str(each).encode() for each in surveyed.unreadable))


def _name(question: str) -> str:
    return f"sources of {question}"
