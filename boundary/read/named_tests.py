"""Which files are called like tests and are none?  Those that the project's own code imports, and commands.

`connection_test.py` may hold what tests a connection: by default its name leaves it out. It is read all the same where
code that is read imports it, unless it holds tests; so are commands of Django, which are called by their place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

NAMED = re.compile(r"tests?_.*\.py|.*_test\.py")
"""Names that leave a file out, whatever folder it is in."""
READ_AS = "application.py"
"""What such a file is called where patterns are asked about its folder."""
COMMANDS = "management/commands"
_LIKELY = re.compile(rb"tests?_|_test\b")
_FROM = re.compile(rb"^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]*(\([^)]{0,4000}\)|[^\n#;(]*)", re.MULTILINE)
_IMPORT = re.compile(rb"^[ \t]*import[ \t]+([\w.]+(?:[ \t]*,[ \t]*[\w.]+)*)", re.MULTILINE)
_NAME = re.compile(rb"\w+")
_HOLDS_TESTS = re.compile(
    rb"^[ \t]*(?:"
    rb"(?:from|import)[ \t]+(?:unittest|pytest|nose|django\.test)\b"
    rb"|(?:async[ \t]+)?def[ \t]+test_"
    rb"|class[ \t]+\w+\([^)\n]*TestCase\b)",
    re.MULTILINE,
)
_COMMAND = re.compile(rb"^class[ \t]+Command\b", re.MULTILINE)


class _Named(NamedTuple):
    """A file that is called like a test."""

    file: str

    @property
    def folder(self) -> str:
        return self.file.rpartition("/")[0]

    @property
    def stem(self) -> str:
        return self.file.rpartition("/")[2].removesuffix(".py")

    def is_meant(self, target: str, importer: str) -> bool:
        """Whether a module of this dotted name, as `importer` writes it, is this file."""
        path = self.file.removesuffix(".py").replace("/", ".")
        if target.startswith("."):
            return path == _absolute(target, importer)
        if "." not in target:
            return target == self.stem and self.folder == importer.rpartition("/")[0]
        return f".{path}".endswith(f".{target}")


def read_all_the_same(
    named: Iterable[str], python: dict[str, bytes], load: Callable[[str], bytes | None]
) -> dict[str, bytes]:
    """The contents, by path, of the files called like tests that are to be read with those in `python`.

    `load` gives the content of one of them, or None. What they import is read, too.
    """
    open_by_stem: dict[str, list[_Named]] = {}
    for file in named:
        open_by_stem.setdefault(_Named(file).stem, []).append(_Named(file))
    found: dict[str, bytes] = {}
    if not open_by_stem:
        return found
    waiting = list(python.items())

    def take(one: _Named, marks: re.Pattern[bytes] | None = None) -> None:
        open_by_stem[one.stem].remove(one)
        content = load(one.file)
        if content is not None and not _HOLDS_TESTS.search(content) and (marks is None or marks.search(content)):
            found[one.file] = content
            waiting.append((one.file, content))

    for one in [one for held in open_by_stem.values() for one in held if f"/{one.folder}".endswith(f"/{COMMANDS}")]:
        take(one, _COMMAND)
    while waiting:
        importer, content = waiting.pop()
        for target in _imported(content):
            for one in list(open_by_stem.get(target.rpartition(".")[2], ())):
                if one.is_meant(target, importer):
                    take(one)
    return found


def _imported(content: bytes) -> Iterator[str]:
    """The dotted names of what may be modules called like tests, as they are imported."""
    if not _LIKELY.search(content):
        return
    for match in _IMPORT.finditer(content):
        for name in match[1].split(b","):
            yield name.strip().decode(errors="replace")
    for match in _FROM.finditer(content):
        module = match[1].decode(errors="replace")
        yield module
        if _LIKELY.search(match[2]):
            between = "" if module.endswith(".") else "."
            for name in _NAME.findall(match[2]):
                yield f"{module}{between}{name.decode(errors='replace')}"


def _absolute(target: str, importer: str) -> str:
    """The dotted path, from the root of the tree, of what a file imports relative to itself."""
    name = target.lstrip(".")
    folders = importer.split("/")[:-1]
    up = len(target) - len(name) - 1
    return ".".join([*folders[: len(folders) - up], *([name] if name else [])])
