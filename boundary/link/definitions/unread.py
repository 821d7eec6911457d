"""On which packages does the project stand that were not read?  What their classes do, nobody here has seen.

A call of another package is understood as one that leaves the monolith. A class of the project whose base is not read
does not: methods that nobody sees run, and may open the transactions in which its own write.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.model.scan import UnreadPackage

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import Program


def unread_packages(program: Program) -> tuple[UnreadPackage, ...]:
    """The packages with bases of the project's classes, those of most classes first.

    The standard library opens no transactions, and of a package with a skeleton that says what matters.
    """
    held: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for cls in program.classes:
        if not cls.library:
            for base in cls.bases or ():
                if isinstance(base, str):
                    held[base.partition(".")[0]][base.rstrip("[]")].add(cls.dotted)
    told = {name.partition(".")[0] for name, module in program.modules.items() if module.library}
    for name in held.keys() & (told | sys.stdlib_module_names):
        del held[name]
    found = [
        UnreadPackage(
            name, len(set().union(*bases.values())), tuple(sorted(bases, key=lambda one: (-len(bases[one]), one)))
        )
        for name, bases in held.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.classes, one.name)))
