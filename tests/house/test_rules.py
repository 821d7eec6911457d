"""Are the rules of framework files meant?  Any function of such a name is asked in every program."""

from __future__ import annotations

import pytest

from boundary.link.frameworks.said import RULES, framework_files

TAKES = {
    "named": ("evaluator", "node"),
    "guessed": ("evaluator", "node"),
    "function_attribute": ("evaluator", "atom", "name", "line"),
    "wrapped_attribute": ("evaluator", "atom", "name", "line"),
    "call_wrapped": ("evaluator", "atom", "arguments", "line"),
    "combined": ("evaluator", "values"),
    "external": ("evaluator", "atom", "arguments", "line"),
    "enters_connection": ("written", "target"),
    "leaves_block": ("evaluator", "opened", "line"),
    "signature": ("function",),
    "operated": ("evaluator", "values"),
    "trait": ("executor", "held"),
    "answered": ("executor", "held", "value", "line"),
    "described": ("interpreter",),
    "bind": ("interpreter",),
    "start": ("interpreter",),
    "works": ("program", "bodies"),
    "finish": ("interpreter",),
    "handed_to": ("interpreter", "atom"),
    "parameter": ("interpreter", "function", "name"),
}
"""What a rule is asked with, by the names of its parameters."""


@pytest.mark.parametrize("rule", RULES)
def test_a_function_of_a_rules_name_is_that_rule(rule: str) -> None:
    """A helper of another file that is only imported, or one that takes something else, is none."""
    found = [(file.__name__, vars(file)[rule]) for file in framework_files() if rule in vars(file)]
    assert found
    for file, function in found:
        assert function.__module__ == file
        assert (file, *(name for name in function.__annotations__ if name != "return")) == (file, *TAKES[rule])
