"""Which plug-ins does a project offer to whoever asks for a group of them?  The entry points that its packaging names.

Known are `[project.entry-points."group"]` and `[tool.poetry.plugins."group"]` of pyproject.toml, `[entry_points]` or
`[options.entry_points]` of setup.cfg, and `setup(entry_points=...)` of setup.py, each at the top of the tree. Scripts
are the groups `console_scripts` and `gui_scripts`, which pyproject.toml has tables of their own for.
"""

from __future__ import annotations

import ast
import configparser
from typing import TYPE_CHECKING, Any

from boundary import toml
from boundary.read.python.refusal import RefusedError
from boundary.read.python.syntax import parse_plainly
from boundary.read.reader import Job

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = ("pyproject.toml", "setup.cfg", "setup.py")
_SECTIONS = ("entry_points", "options.entry_points")
_GROUPS = (("project", "entry-points"), ("tool", "poetry", "plugins"))
_SCRIPTS = {
    ("project", "scripts"): "console_scripts",
    ("project", "gui-scripts"): "gui_scripts",
    ("tool", "poetry", "scripts"): "console_scripts",
}


class _Parser(configparser.RawConfigParser):
    def optionxform(self, optionstr: str) -> str:
        """As it is: names of groups may have capitals."""
        return optionstr


def plugins_in(load: Callable[[str], bytes | None]) -> dict[str, dict[str, str]]:
    """Dotted names by group and name; `load` gives the content of a file at the top of the tree, or None."""
    found: dict[str, dict[str, str]] = {}
    for file, groups_of in zip(FILES, (_of_pyproject, _of_config, _of_script), strict=True):
        content = load(file)
        if content is not None:
            for group, named in groups_of(content.decode(errors="replace")).items():
                found.setdefault(group, {}).update(named)
    return {group: named for group, named in sorted(found.items()) if named}


def _of_pyproject(text: str) -> dict[str, dict[str, str]]:
    try:
        document = toml.loads(text)
    except ValueError:
        return {}
    found = {group: _dotted(named) for place in _GROUPS for group, named in _table(document, *place).items()}
    for place, group in _SCRIPTS.items():
        found.setdefault(group, {}).update(_dotted(_table(document, *place)))
    return found


def _table(document: object, *place: str) -> dict[str, Any]:
    for name in place:
        document = document.get(name) if isinstance(document, dict) else None
    return document if isinstance(document, dict) else {}


def _parsed(text: str) -> _Parser:
    """The sections of a text; none where it is not written so."""
    parser = _Parser(strict=False, delimiters=("=",))
    try:
        parser.read_string(text)
    except configparser.Error:
        return _Parser()
    return parser


def _of_config(text: str) -> dict[str, dict[str, str]]:
    parser = _parsed(text)
    found: dict[str, dict[str, str]] = {}
    for section in _SECTIONS:
        for group, lines in parser.items(section) if parser.has_section(section) else ():
            found[group] = _listed((lines or "").splitlines())
    return found


def _of_script(text: str) -> dict[str, dict[str, str]]:
    """What `setup` is called with: a dict of lists or of lines, or a text with a section for each group."""
    if not Job("setup.py", text.encode()).is_harmless:
        return {}
    try:
        nodes = list(ast.walk(parse_plainly(text, "setup.py").tree))
    except RefusedError:
        return {}
    said = {
        target.id: node.value
        for node in nodes
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found: dict[str, dict[str, str]] = {}
    for node in nodes:
        for given in _given_to_setup(node):
            value = said.get(given.id) if isinstance(given, ast.Name) else given
            for section in _texts(value) if isinstance(value, ast.Constant) else ():
                found.update(_of_sections(section))
            for key, lines in zip(value.keys, value.values, strict=True) if isinstance(value, ast.Dict) else ():
                for group in _texts(key):
                    found[group] = _listed([line for part in _texts(lines) for line in part.splitlines()])
    return found


def _given_to_setup(node: ast.AST) -> list[ast.expr]:
    """`setup(entry_points=...)`, `setuptools.setup(entry_points=...)`."""
    if not isinstance(node, ast.Call):
        return []
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return [one.value for one in node.keywords if one.arg == "entry_points" and called == "setup"]


def _texts(node: ast.expr | None) -> list[str]:
    """The texts of a constant, or of a list of them."""
    held = node.elts if isinstance(node, (ast.List, ast.Tuple)) else [node]
    return [one.value for one in held if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def _of_sections(text: str) -> dict[str, dict[str, str]]:
    parser = _parsed(text)
    return {group: _dotted(dict(parser.items(group))) for group in parser.sections()}


def _listed(lines: list[str]) -> dict[str, str]:
    """`card = shop.card:Card`, line by line."""
    pairs = [line.partition("=") for line in lines]
    return _dotted({name.strip(): target.strip() for name, _, target in pairs})


def _dotted(named: object) -> dict[str, str]:
    """`package.module:Class`, perhaps with extras behind it, as a dotted name."""
    pairs = named.items() if isinstance(named, dict) else ()
    return {
        str(name): target.partition("[")[0].strip().replace(":", ".")
        for name, target in pairs
        if isinstance(target, str) and target
    }
