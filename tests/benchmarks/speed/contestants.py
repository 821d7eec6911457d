"""Which commands are measured?  Ours in each state of the cache, and those of other tools, where they are installed.

Each is run as its users run it. grimp, import-linter and tach see imports; basedpyright and pyright check types, and
PyCG builds a call graph: these resolve calls, as we do.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import boundary

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.benchmarks.speed.subject import Subject

HOME = Path(boundary.__file__).parent.parent
PARSE = """\
import ast, sys, warnings
warnings.simplefilter("ignore")
for name in open(sys.argv[1], encoding="utf-8").read().splitlines():
    try:
        ast.parse(open(name, "rb").read())
    except SyntaxError:
        pass
"""
GRAPH = "import sys, grimp; grimp.build_graph(*sys.argv[2:], cache_dir=sys.argv[1])"

Kind = Literal["parse", "ours", "imports", "calls"]


class Contestant(NamedTuple):
    """A command to measure; `before` is done before each run, and not measured."""

    name: str
    kind: Kind
    command: list[str]
    environment: dict[str, str]
    before: Callable[[], None]


def ours(subject: Subject, scratch: Path, random: Random) -> list[Contestant]:
    """What `ast.parse` takes for the same files, and what we take, in the order in which the cache fills."""
    cache = scratch / "cache"
    names = scratch / "files"
    names.write_text("".join(f"{file}\n" for file in subject.files), encoding="utf-8")
    python = [sys.executable, "-m", "boundary"]
    scan = [*python, "scan", str(subject.root), "-o", str(scratch / "scan.json")]
    environment = {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(HOME)}

    def contestant(name: str, command: list[str], before: Callable[[], None] = _nothing) -> Contestant:
        return Contestant(f"boundary, {name}", "ours", command, environment, before)

    return [
        Contestant("ast.parse", "parse", [sys.executable, "-S", "-c", PARSE, str(names)], {}, _nothing),
        contestant("cold", scan, lambda: _cleared(cache)),
        contestant("nothing changed", scan),
        contestant("a comment added", scan, lambda: subject.lay_out(random)),
        contestant("one file changed", scan, lambda: subject.change(random)),
        contestant("--version", [*python, "--version"]),
    ]


def peers(subject: Subject, scratch: Path, programs: str) -> tuple[list[Contestant], list[str]]:
    """The other tools below `programs` (folders as in PATH), and a sentence for each that is not there."""
    found: list[Contestant] = []
    missing: list[str] = []
    for name, program, package, make in _PEERS:
        path = shutil.which(program, path=programs)
        if path is None or (program == "python" and not _has(Path(path), package)):
            missing.append(f"{name} is not installed and left out (pip install {package})")
        elif not subject.packages and make is not _types:
            missing.append(f"{name} is left out: it needs a package, and there is none at the top")
        else:
            found += make(name, path, subject, scratch)
    return found, missing


def _grimp(name: str, program: str, subject: Subject, scratch: Path) -> list[Contestant]:
    cache = scratch / "grimp"
    command = [program, "-c", GRAPH, str(cache), *subject.packages]
    return _cold_and_warm(name, command, _on_path(subject), cache)


def _import_linter(name: str, program: str, subject: Subject, scratch: Path) -> list[Contestant]:
    first = subject.packages[0]
    inner = sorted({child.stem for child in _package(subject, first).iterdir() if (child / "__init__.py").exists()})
    modules = "\n    ".join(f"{first}.{child}" for child in inner[:2]) or first
    file, cache = scratch / "importlinter.ini", scratch / "import-linter"
    file.write_text(
        f"[importlinter]\nroot_packages =\n    {first}\n[importlinter:contract:1]\nname = apart\n"
        f"type = independence\nmodules =\n    {modules}\n",
        encoding="utf-8",
    )
    command = [program, "--config", str(file), "--cache-dir", str(cache), "--no-logo"]
    return _cold_and_warm(name, command, _on_path(subject), cache)


def _tach(name: str, program: str, subject: Subject, _: Path) -> list[Contestant]:
    roots = [str(source.relative_to(subject.root)) or "." for source in subject.sources]
    modules = "".join(f'[[modules]]\npath = "{package}"\ndepends_on = []\n' for package in subject.packages)
    text = f"exclude = []\nsource_roots = {json.dumps(roots)}\n{modules}"
    (subject.root / "tach.toml").write_text(text, encoding="utf-8")
    return [Contestant(name, "imports", [program, "check"], {}, _nothing)]


def _types(name: str, program: str, subject: Subject, scratch: Path) -> list[Contestant]:
    """A whole check of the files that we read."""
    file = scratch / "pyrightconfig.json"
    settings = {"include": [str(path) for path in subject.files], "extraPaths": [str(path) for path in subject.sources]}
    file.write_text(json.dumps(settings), encoding="utf-8")
    return [Contestant(name, "calls", [program, "--outputjson", "--project", str(file)], {}, _nothing)]


def _call_graph(name: str, program: str, subject: Subject, scratch: Path) -> list[Contestant]:
    source = subject.sources[0]
    files = [str(file.relative_to(source)) for file in subject.files if file.is_relative_to(source)]
    command = [program, "-m", "pycg", "--package", str(source), *files, "-o", str(scratch / "calls.json")]
    return [Contestant(name, "calls", command, {}, _nothing)]


_PEERS: tuple[tuple[str, str, str, Callable[[str, str, Subject, Path], list[Contestant]]], ...] = (
    ("grimp", "python", "grimp", _grimp),
    ("import-linter", "lint-imports", "import-linter", _import_linter),
    ("tach", "tach", "tach", _tach),
    ("basedpyright", "basedpyright", "basedpyright", _types),
    ("pyright", "pyright", "pyright", _types),
    ("PyCG", "python", "pycg", _call_graph),
)


def _cold_and_warm(name: str, command: list[str], environment: dict[str, str], cache: Path) -> list[Contestant]:
    return [
        Contestant(f"{name}, cold", "imports", command, environment, lambda: _cleared(cache)),
        Contestant(f"{name}, warm", "imports", command, environment, _nothing),
    ]


def _on_path(subject: Subject) -> dict[str, str]:
    return {"PYTHONPATH": ":".join(map(str, subject.sources)), "PYTHONDONTWRITEBYTECODE": "1"}


def _package(subject: Subject, package: str) -> Path:
    return next(source / package for source in subject.sources if (source / package).is_dir())


def _has(python: Path, package: str) -> bool:
    """Whether a package is installed beside a Python."""
    return any(python.parent.parent.glob(f"lib/python*/site-packages/{package}/__init__.py"))


def _cleared(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _nothing() -> None:
    """Nothing has to be done before."""
