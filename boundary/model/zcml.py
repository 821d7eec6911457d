"""What does a file of ZCML say?  Directives that register components of Zope, each with its attributes and place."""

from __future__ import annotations

import msgspec

OUTERMOST = -1


class Directive(msgspec.Struct, frozen=True):
    """One directive: its name without its namespace, what its attributes say, its line.

    `parent` is the position of the directive around it, `OUTERMOST` for that of the file.
    """

    name: str
    attributes: dict[str, str]
    line: int
    parent: int = OUTERMOST


class ZcmlFile(msgspec.Struct, frozen=True):
    """One file of ZCML, relative to the root, with its directives in the order in which they stand."""

    file: str
    directives: tuple[Directive, ...] = ()
