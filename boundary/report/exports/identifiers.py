"""What is a context called where names have to be identifiers?  Each its own, close to the name that it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def identifiers(names: Iterable[str], *, capital: bool = False) -> dict[str, str]:
    """A unique identifier of ASCII letters, digits and underscores for every name; `capital` writes `LikeThis`.

    `catalogue+inventory` becomes `catalogue_inventory` or `CatalogueInventory`.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        words = re.findall(r"[A-Za-z0-9]+", name) or ["context"]
        plain = "".join(word[:1].upper() + word[1:] for word in words) if capital else "_".join(words).lower()
        plain = f"c{plain}" if plain[0].isdigit() else plain
        candidate, number = plain, 2
        while candidate in taken:
            candidate, number = f"{plain}_{number}", number + 1
        taken.add(candidate)
        found[name] = candidate
    return found
