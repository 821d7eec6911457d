"""Who owns which file?  What CODEOWNERS says, as forges read it: the last pattern that fits decides."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from boundary.errors import InputError
from boundary.read.ignore import spec_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pathspec import GitIgnoreSpec

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
"""Where forges look, in this order."""
LONGEST = 1_000_000
"""A file with more bytes is not one that people keep."""


def code_owners(root: Path, files: Iterable[str]) -> dict[str, str]:
    """The owners of those of `files` (relative to `root`) that have some, as the file writes them: `@team-a @team-b`.

    Lines that are no pattern are passed over, as forges do. Raises `InputError` where the file cannot be read.
    """
    found = next((root / place for place in PLACES if (root / place).is_file()), None)
    if found is None:
        return {}
    try:
        with found.open("rb") as file:
            content = file.read(LONGEST).decode("utf-8", "replace")
    except OSError as error:
        raise InputError(f"{found}: {error.strerror}") from None
    rules = _rules(content)
    owned = {}
    for name in files:
        owners = next((owners for pattern, owners in rules if pattern.match_file(name)), "")
        if owners:
            owned[name] = owners
    return owned


def _rules(content: str) -> list[tuple[GitIgnoreSpec, str]]:
    """The patterns with their owners, the file's last one first; one without owners leaves files to nobody."""
    found = []
    for line in reversed(content.splitlines()):
        words = line.partition(" #")[0].split()
        # neither forge knows negation; a bracket or a caret begins a section of GitLab's
        if words and words[0][0] not in "#!^[":
            with contextlib.suppress(ValueError):
                found.append((spec_of(words[:1]), " ".join(words[1:])))
    return found
