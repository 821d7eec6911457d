"""Which code is this?  A hash of it, which a build that is made to be fast has taken before it came here.

    python -m boundary.read.code_digests

writes the hashes of this package beside it (`.build/compiled.py` does). Where the package does not hold as many files
any more, or as many bytes in them, they are taken anew, as they are where there is no such file. The source tree never
holds one.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

SHIPPED = "code.msgpack"
DIGEST_SIZE = 16
LIBRARY = "library"
"""The folder of skeletons, which are input and no code."""
NO_CODE = (LIBRARY, "__pycache__")


class Code(msgspec.Struct, frozen=True, array_like=True):
    """How much code there is, enough to see that something was added to it, left out or changed, and its hashes."""

    files: int
    size: int
    digests: dict[str, bytes]


def digest(*parts: bytes) -> bytes:
    """A short hash of the parts, in which their borders count."""
    hashed = hashlib.blake2b(digest_size=DIGEST_SIZE)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "little"))
        hashed.update(part)
    return hashed.digest()


def code_digest(home: Path, *parts: str) -> bytes:
    """The hash of the code below `parts` of a package, all of it by default, with the names of its files."""
    files = sorted(file for part in parts or (".",) for file in _sources(home / part))
    contents = [item for file in files for item in (file.relative_to(home).as_posix().encode(), file.read_bytes())]
    return digest(*contents)


def shipped_digests(home: Path) -> dict[str, bytes]:
    """The hashes that came with a package, by the parts of which they are; none where it is not the same any more."""
    try:
        held = msgspec.msgpack.decode((home / SHIPPED).read_bytes(), type=Code)
    except (OSError, msgspec.MsgspecError):
        return {}
    return held.digests if (held.files, held.size) == extent(home, *NO_CODE) else {}


def ship(home: Path, *several: tuple[str, ...]) -> Path:
    """Write the hashes of all code and of these parts of it; where they are now."""
    files, size = extent(home, *NO_CODE)
    held = {" ".join(parts): code_digest(home, *parts) for parts in ((), *several)}
    target = home / SHIPPED
    target.write_bytes(msgspec.msgpack.encode(Code(files, size, held)))
    return target


def _sources(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    found: list[Path] = []
    for folder, inner, names in os.walk(place):
        if LIBRARY in inner:
            inner.remove(LIBRARY)
        found += [Path(folder, name) for name in names if name.endswith(".py")]
    return found


def extent(folder: Path, *left_out: str) -> tuple[int, int]:
    """The number of the modules in a folder, but for folders of these names, and their bytes."""
    files = size = 0
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    files += 1
                    size += entry.stat().st_size
                elif entry.is_dir() and entry.name not in left_out:
                    waiting.append(entry.path)
    return files, size


if __name__ == "__main__":
    from boundary.read.store import HOME, READER

    ship(HOME, READER)
