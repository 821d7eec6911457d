"""Which folder called `test` holds no tests?  An application about tests: of a laboratory, a school, a scanner.

By default what is called so is left out. One with models of its own, and without a single file that only tests have, is
read like any other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

NAME = "test"
NEEDED = frozenset({"__init__.py", "models.py"})
"""What an application of Django has."""
ONLY_TESTS = re.compile(r"tests?|test_.*\.py|.*_test\.py|tests\.py|conftest\.py|settings.*\.py|manage\.py|runtests\.py")
"""What stands beside the models of an application that is made for tests."""
READ_AS = "application"
"""What such a folder is called where patterns are asked about it."""


def is_application(names: AbstractSet[str]) -> bool:
    """Whether a folder called `test` with entries of these names is an application."""
    return names >= NEEDED and not any(ONLY_TESTS.fullmatch(name) for name in names)
