"""Does the README's table of planted violations say what the tools say?  Each is run on each plant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.check.__main__ import table

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.slow
def test_the_table_of_the_readme_is_what_was_run() -> None:
    assert "\n".join(table()) in README.read_text(encoding="utf-8")
