"""What does each tool say of a work tree?  import-linter, tach and boundary, run as their users run them.

Each is configured as well as it can be: `shop.orders` may use `shop.billing.api` and nothing else of billing, billing
nothing of orders. A tool sees a plant when it fails with it and had not failed, in the same way, without it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

IMPORT_LINTER = """
[tool.importlinter]
root_package = "shop"

[[tool.importlinter.contracts]]
name = "orders uses the api of billing only"
type = "forbidden"
source_modules = ["shop.orders"]
forbidden_modules = ["shop.billing.models", "shop.billing.reports"]
allow_indirect_imports = true

[[tool.importlinter.contracts]]
name = "billing does not use orders"
type = "forbidden"
source_modules = ["shop.billing"]
forbidden_modules = ["shop.orders"]
allow_indirect_imports = true
"""

TACH = """
source_roots = ["."]
exact = false

[[modules]]
path = "shop.orders"
depends_on = ["shop.billing"]

[[modules]]
path = "shop.billing"
depends_on = []

[[interfaces]]
expose = ["api.*"]
from = ["shop.billing"]
"""

Complaints = frozenset[str]
"""What a tool complains of, one line each, without line numbers: they move."""


def available() -> dict[str, Callable[[Path], Complaints]]:
    """The tools that are installed here."""
    every = {"import-linter": _import_linter, "tach": _tach, "boundary": _boundary}
    programs = {"import-linter": "lint-imports", "tach": "tach", "boundary": sys.executable}
    return {name: run for name, run in every.items() if _program(programs[name])}


def configuration() -> dict[str, str]:
    """The files that the other tools are configured by."""
    return {".importlinter.toml": IMPORT_LINTER, "tach.toml": TACH}


def _import_linter(folder: Path) -> Complaints:
    said = _output(folder, "lint-imports", "--no-cache", "--no-logo", "--config", ".importlinter.toml")
    assert "Contracts" in said, said  # it judged, and did not stop at its configuration
    return frozenset(re.findall(r"^\s*-?\s*(shop\.\S+ -> shop\.\S+)", said, re.MULTILINE))


def _tach(folder: Path) -> Complaints:
    said = json.loads(_output(folder, "tach", "check", "--output", "json") or "[]")
    return frozenset(json.dumps(_without_lines(each), sort_keys=True) for each in said)


def _without_lines(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_lines(each) for key, each in value.items() if "line" not in key}
    return [_without_lines(each) for each in value] if isinstance(value, list) else value


def _boundary(folder: Path) -> Complaints:
    said = _output(folder, sys.executable, "-m", "boundary", "check", "--format", "json")
    found = json.loads(said)["findings"]
    return frozenset(
        f"{one['rule']} {one['fingerprint']} {one['count']}" for one in found if one["severity"] == "error"
    )


def _program(name: str) -> str | None:
    """Where a program is: beside this Python, or on the path."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)


def _output(folder: Path, name: str, *arguments: str) -> str:
    program = _program(name) or name
    return subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=False).stdout
