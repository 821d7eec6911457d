"""Which files tell a framework what an application has?  DocTypes of Frappe, components and page templates of Zope."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.read.doctype_files import is_doctype
from boundary.read.store import digest
from boundary.read.tal_files import is_tal
from boundary.read.zcml_files import is_zcml

if TYPE_CHECKING:
    from collections.abc import Mapping


class DeclaredFile(msgspec.Struct):
    """One such file of a survey: `file` relative to the root, the hash of its bytes, and these."""

    file: str
    key: bytes
    content: bytes


def is_declared(path: str) -> bool:
    """Whether a file is one that tells a framework what there is, by where it lies and how it is called."""
    return is_doctype(path) or is_zcml(path) or is_tal(path)


def declared_files(contents: Mapping[str, bytes]) -> list[DeclaredFile]:
    """The files of a survey, of their contents by path."""
    return [DeclaredFile(file, digest(b"declared", content), content) for file, content in contents.items()]
