"""How is a judgement shown?  One format a file, found by discovery; each has `render(judgement) -> str`.

Names, paths and messages come out of the analysed source. Every format spells them so that they are text and nothing
else in it.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.model.findings import Judgement

PARTS = frozenset({"parts"})
"""Modules beside the formats that are none."""


@cache
def names() -> tuple[str, ...]:
    """The names of the formats, in order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in PARTS))


def renderer(name: str) -> Callable[[Judgement], str]:
    """What renders the format of that name; no other is loaded."""
    render: Callable[[Judgement], str] = import_module(f"{__name__}.{name}").render
    return render


def formats() -> dict[str, Callable[[Judgement], str]]:
    """From a format's name to what renders it."""
    return {name: renderer(name) for name in names()}
