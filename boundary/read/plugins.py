"""Which plug-ins does a project offer to whoever asks for a group of them?  The entry points that its packaging names.

Known are `[project.entry-points."group"]` and `[tool.poetry.plugins."group"]` of pyproject.toml, and `[entry_points]`
or `[options.entry_points]` of setup.cfg, both at the top of the tree.
"""

from __future__ import annotations

import configparser
import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = ("pyproject.toml", "setup.cfg")
_SECTIONS = ("entry_points", "options.entry_points")


class _Parser(configparser.RawConfigParser):
    def optionxform(self, optionstr: str) -> str:
        """As it is: names of groups may have capitals."""
        return optionstr


def plugins_in(load: Callable[[str], bytes | None]) -> dict[str, dict[str, str]]:
    """Dotted names by group and name; `load` gives the content of a file at the top of the tree, or None."""
    found: dict[str, dict[str, str]] = {}
    for file, groups_of in zip(FILES, (_of_pyproject, _of_setup), strict=True):
        content = load(file)
        if content is not None:
            for group, named in groups_of(content.decode(errors="replace")).items():
                found.setdefault(group, {}).update(named)
    return {group: named for group, named in sorted(found.items()) if named}


def _of_pyproject(text: str) -> dict[str, dict[str, str]]:
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    places = (("project", "entry-points"), ("tool", "poetry", "plugins"))
    return {group: _dotted(named) for place in places for group, named in _table(document, *place).items()}


def _table(document: object, *place: str) -> dict[str, Any]:
    for name in place:
        document = document.get(name) if isinstance(document, dict) else None
    return document if isinstance(document, dict) else {}


def _of_setup(text: str) -> dict[str, dict[str, str]]:
    parser = _Parser(strict=False, delimiters=("=",))
    try:
        parser.read_string(text)
    except configparser.Error:
        return {}
    found: dict[str, dict[str, str]] = {}
    for section in _SECTIONS:
        for group, lines in parser.items(section) if parser.has_section(section) else ():
            pairs = [line.partition("=") for line in (lines or "").splitlines()]
            found[group] = _dotted({name.strip(): target.strip() for name, _, target in pairs})
    return found


def _dotted(named: object) -> dict[str, str]:
    """`package.module:Class`, perhaps with extras behind it, as a dotted name."""
    pairs = named.items() if isinstance(named, dict) else ()
    return {
        str(name): target.partition("[")[0].strip().replace(":", ".")
        for name, target in pairs
        if isinstance(target, str) and target
    }
