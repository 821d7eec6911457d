"""Small source trees for the tests of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def grow(root: Path, files: Mapping[str, str | bytes] | str) -> Path:
    """Write files below `root`: their contents by path, or just paths, one a word."""
    contents: Mapping[str, str | bytes] = dict.fromkeys(files.split(), "") if isinstance(files, str) else files
    for path, content in contents.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root
