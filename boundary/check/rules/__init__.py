"""Which rules are there?  One file each, found by discovery; this file only lists and explains them.

A rule's module has `RULE`, and its docstring is its page of documentation, which `boundary explain BND301` prints.
"""

from __future__ import annotations

import inspect
import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boundary.check.rule import Rule


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by its id, in order."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        rule: Rule = import_module(f"{__name__}.{module.name}").RULE
        found[rule.id] = rule
    return dict(sorted(found.items()))


def page(rule: str) -> str:
    """The page of a rule's documentation: the docstring of its module. Raises KeyError where there is no such rule."""
    module = inspect.getmodule(all_rules()[rule].check)
    return inspect.cleandoc((module and module.__doc__) or "")
