"""Which paths do patterns as in .gitignore leave out?"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from boundary.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

RULES = ".gitignore"
LONGEST = 200_000
"""So many bytes of one are read: those that people keep have some thousand."""
_STAR = r"\[\^/\]\*"
_ONE = r"(?:\\.|\[(?:\\.|[^\]\\])+\](?!\*)|[^\\\[\](){}*+?|^$./])"
"""What stands for one letter of a path in a pattern's regular expression."""
_OTHERS = re.compile(r"\[\^((?:\\.|[^\]\\/])+)\]")
"""A set of all letters but some: in git no set stands for a slash."""
_STARS = re.compile(rf"(?:{_STAR}){{2,}}")
_MIDDLE = re.compile(rf"{_STAR}({_ONE}+)(?={_STAR})")
_FOLDERS = re.escape("(?:/.+)?/")
_BETWEEN = re.compile(rf"{_FOLDERS}((?:(?!{_FOLDERS}).)+)(?={_FOLDERS})")


class Patterns:
    """Patterns of one .gitignore file or of the configuration, asked thousands of times."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._spec = spec_of(lines)
        live = [pattern for pattern in self._spec.patterns if pattern.include is not None]
        self.has_exceptions = any(not pattern.include for pattern in live)
        # Nearly every path matches nothing: one regular expression finds that out at once.
        alternatives = "|".join(f"(?:{_source(pattern.regex)})" for pattern in live)
        self._any = _compiled(alternatives) if alternatives else None

    def verdict(self, path: str) -> bool | None:
        """Whether the last pattern that matches leaves the path out; None where none matches. Folders end with "/"."""
        if self._any is None or not self._any.match(path):
            return None
        return self._spec.check_file(path).include if self.has_exceptions else True

    def leave_out_all_in(self, folder: str) -> bool:
        """Whether everything below `folder` (ending with "/") is left out, whatever it is called."""
        return self.verdict(folder) is True or (not self.has_exceptions and self.verdict(f"{folder}\0") is True)


def spec_of(lines: Iterable[str]) -> GitIgnoreSpec:
    """The patterns of some lines. Raises `ValueError` where one is none.

    What stands between two stars is taken where it comes first, as the next star takes whatever is left: where that is
    tried again at every place, `*a*a*a*a*b` takes longer than anyone waits.
    """
    try:
        with _unwarned():
            spec = GitIgnoreSpec.from_lines(lines)
    except re.error as error:
        raise ValueError(str(error)) from None
    for pattern in spec.patterns:
        if pattern.regex is not None and (once := _tried_once(pattern.regex.pattern)) != pattern.regex.pattern:
            pattern.regex = _compiled(once)
    return spec


def _unwarned() -> AbstractContextManager[object]:
    """Of sets of letters that another Python may read differently."""
    return warnings.catch_warnings(action="ignore")


def _compiled(regex: str) -> re.Pattern[str]:
    with _unwarned():
        return re.compile(regex)


def _tried_once(regex: str) -> str:
    regex = _STARS.sub("[^/]*", _OTHERS.sub(lambda found: f"[^/{_first(found[1])}]", regex))
    stars = _MIDDLE.sub(lambda found: f"(?>[^/]*?{found[1]})", regex)
    return _BETWEEN.sub(lambda found: f"(?>(?:/.+?)??/{found[1]}(?=/))", stars)


def _first(letters: str) -> str:
    """The letters of a set, behind one more: a hyphen that began it (`[!--a]`) would make a range of that."""
    return f"\\{letters}" if letters.startswith("-") else letters


def _source(regex: re.Pattern[str] | None) -> str:
    return regex.pattern.replace("(?P<ps_d>", "(?:") if regex else "(?!)"


def configured(patterns: Iterable[str]) -> Patterns:
    """The patterns of the configuration's `exclude`; raises `ConfigurationError` for one that is none."""
    known = list(patterns)
    for pattern in known:
        try:
            spec_of([pattern])
        except ValueError:
            raise ConfigurationError(f"exclude: {pattern!r} is not a pattern as in .gitignore") from None
    return Patterns(known)


def rules_in(folder: Path) -> Patterns | None:
    """The rules of a folder's .gitignore; lines that are no pattern count for nothing, as in git."""
    try:
        with (folder / RULES).open("rb") as file:
            content = file.read(LONGEST)
    except OSError:
        return None
    return rules_of(content if len(content) < LONGEST else content.rpartition(b"\n")[0])


def rules_of(content: bytes) -> Patterns:
    """The rules that the content of a .gitignore holds."""
    lines = content.decode(errors="replace").splitlines()
    try:
        return Patterns(lines)
    except ValueError:
        return Patterns(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    try:
        spec_of([line])
    except ValueError:
        return False
    return True


class Rules:
    """The .gitignore files that hold for one folder: its own and those of the folders above it."""

    def __init__(self, own: Patterns, above: Rules | None, *, added: str = "", cut: int = 0) -> None:
        """`own` speaks of paths with `added` put before them, or without their first `cut` letters."""
        self._own, self._above, self._added, self._cut = own, above, added, cut

    def ignore(self, path: str) -> bool:
        """Whether git would leave out `path` (relative to the root, folders with "/" at the end)."""
        verdict = self._own.verdict(self._added + path[self._cut :])
        if verdict is not None:
            return verdict
        return self._above is not None and self._above.ignore(path)


def rules_above(root: Path) -> Rules | None:
    """The .gitignore files between the top of the repository that holds `root` and `root`.

    None where they leave out `root` itself: whoever names an ignored folder wants it read.
    """
    tops = [index for index, folder in enumerate(root.parents) if (folder / ".git").exists()]
    if not tops or (root / ".git").exists():
        return None
    rules: Rules | None = None
    for folder in reversed(root.parents[: tops[0] + 1]):
        own = rules_in(folder)
        if own is not None:
            rules = Rules(own, rules, added=f"{root.relative_to(folder).as_posix()}/")
    return None if rules is not None and rules.ignore("") else rules
