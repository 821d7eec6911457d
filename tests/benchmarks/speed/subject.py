"""What is measured?  A copy of a checkout, which may be changed, and what every tool needs to know of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

from boundary.read.sources import survey

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

LEFT_OUT = (".git", ".venv", "node_modules", "__pycache__")


class Subject(NamedTuple):
    """A checkout: the Python files that boundary reads of it, the folders that its packages lie in, and these."""

    root: Path
    files: tuple[Path, ...]
    lines: int
    sources: tuple[Path, ...]
    packages: tuple[str, ...]

    def change(self, random: Random) -> None:
        """Say something new in one file."""
        number = random.randrange(1_000_000)
        with random.choice(self.files).open("a", encoding="utf-8") as file:
            file.write(f"\n\ndef added_{number}(value):\n    return str(value) + repr({number})\n")

    def lay_out(self, random: Random) -> None:
        """Say the same in one file, with a comment."""
        file = random.choice(self.files)
        file.write_bytes(f"# comment {random.randrange(1_000_000)}\n".encode() + file.read_bytes())


def subject(checkout: Path, folder: Path) -> Subject:
    """A copy of the checkout in `folder`."""
    root = folder / checkout.resolve().name
    shutil.copytree(checkout, root, symlinks=True, ignore=shutil.ignore_patterns(*LEFT_OUT))
    (root / ".git").mkdir()
    read = survey(root, cache=False)
    lines = sum(file.content.count(b"\n") for file in read.python if file.content)
    homes = {_home(root / file.file, file.module.name, is_package=file.module.is_package) for file in read.python}
    packages = {file.module.name for file in read.python if file.module.is_package and "." not in file.module.name}
    files = tuple(root / file.file for file in read.python)
    return Subject(root, files, lines, tuple(sorted(homes)), tuple(sorted(packages)))


def _home(file: Path, module: str, *, is_package: bool) -> Path:
    """The folder that a module is imported from."""
    return file.parents[module.count(".") + is_package]
