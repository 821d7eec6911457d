"""How is a file written so that it is either complete or as it was before?  Beside itself first, then moved."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from boundary.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable


def replace(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write `content`, or the pieces of it, beside `path` first and move it there when it is whole.

    A device or a pipe is no file that could be replaced, and is written into. Raises `InputError` when the file cannot
    be written.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        _write_into(path, content)
        return
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(_pieces(content))
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _pieces(content: bytes | Iterable[bytes]) -> Iterable[bytes]:
    return (content,) if isinstance(content, bytes) else content


def _write_into(path: Path, content: bytes | Iterable[bytes]) -> None:
    try:
        with path.open("wb") as file:
            file.writelines(_pieces(content))
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None


def replace_folder(folder: Path, files: dict[str, bytes]) -> None:
    """Make a new `folder` with these files beside its place, and move it there when it is whole.

    Raises `InputError` when it cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    except OSError as error:
        raise InputError(f"{folder}: cannot be written: {error.strerror}") from None
    try:
        for name, content in files.items():
            (temporary / name).write_bytes(content)
        temporary.chmod(0o777 & ~_mask())
        temporary.rename(folder)
    except OSError as error:
        shutil.rmtree(temporary, ignore_errors=True)
        raise InputError(f"{folder}: cannot be written: {error.strerror}") from None
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or what a new file gets here."""
    if path.exists():
        return path.stat().st_mode & 0o777
    return 0o666 & ~_mask()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
