"""What is known from earlier runs?  Facts of files by the hash of their bytes, and whole results.

One folder per analysed root holds one pack of facts and a few results, each file with a checksum. They are replaced
whole, so that a run that is killed leaves the old ones and two runs at once leave one of theirs. What is damaged or
of another version is not there. No fault of the cache is an error: the run goes on without it and says so.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
import time
import zlib
from functools import cache, cached_property
from pathlib import Path

import msgspec

import boundary
from boundary.read.code_digests import code_digest, digest, shipped_digests

RESULTS_KEPT = 24
PACKS_KEPT = 3
SPARE = 1
"""How many bytes of facts that this run did not use are kept for each byte that it used: other branches."""

HOME = Path(__file__).parent.parent
"""This package."""

_MAGIC = b"boundary-cache-2\n"
_SUM = 12
READER = (
    "model/code",
    "model/facts.py",
    "model/scan.py",
    "model/sql.py",
    "model/templates.py",
    "read/reader.py",
    "read/text.py",
    "read/python",
    "read/sql",
    "read/templates",
)
_PACK = msgspec.msgpack.Decoder(dict[bytes, bytes])
_HOUR = 3600


def default_folder() -> Path | None:
    """`$XDG_CACHE_HOME/boundary`, else `~/.cache/boundary`; None where there is no home."""
    configured = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(configured):  # noqa: PTH117 - the specification says that relative ones do not count
        return Path(configured) / "boundary"
    try:
        return Path.home() / ".cache" / "boundary"
    except RuntimeError:
        return None


@cache
def version(*parts: str) -> str:
    """The version of the code below `parts` of this package (all of it by default), with Python's minor version.

    It is the hash of the code itself: nobody can forget to raise it. A build that is made to be fast brings it.
    """
    code = shipped_digests(HOME).get(" ".join(parts)) or code_digest(HOME, *parts)
    running = f"{boundary.__version__} {sys.version_info.major}.{sys.version_info.minor}"
    return digest(running.encode(), code).hex()


class Store:
    """The cache of one root; without a `folder` it keeps nothing.

    `notes` says what went wrong, in the user's words. Values are bytes; what they mean is the caller's business.
    """

    def __init__(self, folder: Path | None, root: Path) -> None:
        self.notes: list[str] = []
        self._folder = folder / _name(root) if folder else None
        self._pack_name = f"facts-{version(*READER)[:16]}.pack"
        self._used: dict[bytes, bytes] = {}
        self._changed = False

    def get(self, key: bytes) -> bytes | None:
        """The facts that were put under `key`, the hash of a file's bytes."""
        blob = self._used.get(key) or self._kept.get(key)
        if blob is not None:
            self._used[key] = blob
        return blob

    def put(self, key: bytes, blob: bytes) -> None:
        """Keeps the facts of a file; they are written by `save`."""
        self._used[key] = blob
        self._changed = True

    def save(self, *, partial: bool = False) -> None:
        """Writes the facts, if there are new ones.

        Those that this run did not ask for go where they are too many, unless it has only seen a part (`partial`).
        """
        if not self._changed or self._folder is None:
            return
        kept, spare = dict(self._used), SPARE * sum(map(len, self._used.values()))
        for key, blob in self._kept.items():
            spare -= 0 if key in kept or partial else len(blob)
            if spare < 0:
                break
            kept.setdefault(key, blob)
        if self._write(self._pack_name, msgspec.msgpack.encode(kept)):
            self._changed = False
            self._tidy("facts-*.pack", PACKS_KEPT)

    def release(self) -> None:
        """Lets go of the facts, which take as much memory as the code: they have been decoded and saved."""
        self._kept, self._used, self._changed = {}, {}, False

    def load_result(self, key: str) -> bytes | None:
        """The result that was saved under `key` by this very version of the program."""
        return self._read(_result_name(key))

    def has_result(self, key: str) -> bool:
        """Whether a result is kept under `key`."""
        return self._folder is not None and (self._folder / _result_name(key)).exists()

    def save_result(self, key: str, content: bytes) -> None:
        """Keeps a result; `key` is a digest of everything that it depends on, the program itself excepted."""
        if self._write(_result_name(key), content):
            self._tidy("result-*.bin", RESULTS_KEPT)

    @cached_property
    def _kept(self) -> dict[bytes, bytes]:
        """The facts of earlier runs, once they are asked for: an answer that is known needs none."""
        content = self._read(self._pack_name)
        if content is None:
            return {}
        try:
            return _PACK.decode(content)
        except msgspec.DecodeError:
            return {}

    def _read(self, name: str) -> bytes | None:
        """The content of a file of the cache, if there is one and it is whole."""
        if self._folder is None:
            return None
        try:
            with (self._folder / name).open("rb") as stream:
                head, content = stream.read(len(_MAGIC) + _SUM), stream.read()
        except OSError:
            return None
        return content if head == _head(content) else None

    def _write(self, name: str, content: bytes) -> bool:
        """Replaces a file of the cache as a whole; says whether that worked."""
        if self._folder is None:
            return False
        temporary = None
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(prefix="tmp-", dir=self._folder)
            with open(handle, "wb") as stream:  # noqa: PTH123 - it is a handle
                stream.write(_head(content))
                stream.write(content)
            os.replace(temporary, self._folder / name)  # noqa: PTH105
        except OSError as error:
            self.notes.append(f"the cache {self._folder} cannot be written: {error.strerror}")
            if temporary:
                with contextlib.suppress(OSError):
                    os.unlink(temporary)  # noqa: PTH108
            return False
        return True

    def _tidy(self, pattern: str, count: int) -> None:
        """Removes all but the newest files of a kind, and what killed runs left."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            files = sorted(self._folder.glob(pattern), key=lambda file: file.stat().st_mtime, reverse=True)
            left = [file for file in self._folder.glob("tmp-*") if file.stat().st_mtime < time.time() - _HOUR]
            for file in [*files[count:], *left]:
                file.unlink(missing_ok=True)


def _head(content: bytes) -> bytes:
    """What stands before the content of a file: a checksum and the length, which tell damage and what is cut off."""
    return _MAGIC + zlib.crc32(content).to_bytes(4, "little") + len(content).to_bytes(8, "little")


def _name(root: Path) -> str:
    """A name for the folder of a root: its own name for the reader, a hash of its place for certainty."""
    return f"{re.sub(r'[^A-Za-z0-9._-]', '_', root.name)[:40]}-{digest(os.fsencode(root)).hex()[:12]}"


def _result_name(key: str) -> str:
    return f"result-{digest(version().encode(), key.encode()).hex()}.bin"
