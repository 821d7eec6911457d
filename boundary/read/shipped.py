"""Have the frameworks' skeletons been read before they came here?  A build that is made to be fast brings their facts.

    python -m boundary.read.shipped FOLDER

reads the skeletons below FOLDER and writes their facts beside it (`.build/compiled.py` does). Without such a file, or
where it does not fit the folder any more, they are read like any other source. The source tree never holds one.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import msgspec

from boundary.read.code_digests import extent
from boundary.read.sources import read_library, survey_library

SUFFIX = ".msgpack"


class Extent(msgspec.Struct, frozen=True, array_like=True):
    """How much there is in a folder: enough to see that something was added to it, or left out of it, or changed."""

    files: int
    size: int


class ShippedModule(msgspec.Struct, frozen=True, array_like=True):
    """One module of a folder with its encoded facts."""

    name: str
    file: str
    facts: bytes
    is_package: bool


class Shipped(msgspec.Struct, array_like=True):
    """The facts of a folder: what it held when it was read, the digest of its survey, and its modules."""

    extent: Extent
    digest: str
    modules: list[ShippedModule]


def digest_of(folder: Path) -> str:
    """What changes with the sources of a folder."""
    held = shipped(folder)
    return _digest(folder) if held is None else held.digest


def ship(folder: Path) -> Path:
    """Read the modules below a folder and write their facts beside it; where they are now.

    Raises `ValueError` where one of them cannot be read.
    """
    read = read_library(folder, cache=False)
    if read.unreadable:
        raise ValueError(f"{folder}: {read.unreadable[0]}")
    kept = [ShippedModule(one.name, one.file, one.facts.encoded(), one.is_package) for one in read.modules]
    held = Shipped(Extent(*extent(folder)), _digest(folder), kept)
    target = folder.with_suffix(SUFFIX)
    target.write_bytes(msgspec.msgpack.encode(held))
    shipped.cache_clear()
    return target


@cache
def shipped(folder: Path) -> Shipped | None:
    """What lies beside a folder, where it is about what the folder holds; looked at once."""
    try:
        held = msgspec.msgpack.decode(folder.with_suffix(SUFFIX).read_bytes(), type=Shipped)
    except (OSError, msgspec.MsgspecError):
        return None
    return held if held.extent == Extent(*extent(folder)) else None


@cache
def _digest(folder: Path) -> str:
    """As it is when it is asked for first: nobody changes the skeletons under a process that links with them."""
    return survey_library(folder, cache=False).digest


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        ship(Path(argument))
