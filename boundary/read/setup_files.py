"""Is a setup.py that of a project?  One that says nothing of packaging is a module like any other.

    # shop/commands/setup.py: `from . import setup` in a program's own commands
    def run(): ...

A folder would otherwise be taken for a search path of its own, and relative imports in it lead nowhere.
"""

from __future__ import annotations

import re

NAME = "setup.py"

_PACKAGING = re.compile(rb"\b(?:setuptools|distutils|skbuild|pbr)\b|\bimport\s+setup\b")


def packages(content: bytes) -> bool:
    """Whether a setup.py with this content may package a project; an empty one marks its folder as one."""
    return not content.strip() or _PACKAGING.search(content) is not None
