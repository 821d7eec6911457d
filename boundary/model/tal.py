"""What does a page template of Zope ask for?  Paths from the view and its context, in TAL's attributes."""

from __future__ import annotations

import msgspec


class Let(msgspec.Struct, frozen=True):
    """A name that a template gives to what a path leads to; of `each` of the things there where it repeats."""

    name: str
    path: str
    each: bool = False


class TalFile(msgspec.Struct, frozen=True):
    """One template, relative to the root: the names that it gives, in order, and the paths that it follows."""

    file: str
    lets: tuple[Let, ...] = ()
    paths: tuple[str, ...] = ()
