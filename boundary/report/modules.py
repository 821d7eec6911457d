"""How are many modules named briefly?  By the packages that they fill, `shop.orders.**`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.model.scan import Module


def folded(names: Iterable[str], every: Iterable[Module]) -> list[str]:
    """`names` with whole packages folded to `package.**`; a package is whole when all its modules are named.

    `every` are the modules of the monolith.
    """
    chosen = set(names)
    sizes = Counter(package for module in every for package in _packages(module.name))
    held = Counter(package for name in chosen for package in _packages(name))
    whole = {package for package, size in sizes.items() if size > 1 and held[package] == size}
    return sorted({_fold(name, whole) for name in chosen})


def _packages(name: str) -> Iterator[str]:
    """The packages that a module lies in, outermost first, itself included: it may be one."""
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        yield ".".join(parts[:end])


def _fold(name: str, whole: set[str]) -> str:
    outermost = next((package for package in _packages(name) if package in whole), None)
    return name if outermost is None else f"{outermost}.**"
