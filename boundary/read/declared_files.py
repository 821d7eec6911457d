"""Which files tell a framework what there is?  DocTypes, Zope's components and templates, schemas of Prisma, OpenAPI.

They are read here, in the process that analyses, so nothing that one of them holds may end or stall it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.model.doctypes import DocType
from boundary.model.facts import Unreadable
from boundary.model.openapi import Operation
from boundary.model.prisma import PrismaModel
from boundary.model.tal import TalFile
from boundary.model.zcml import ZcmlFile
from boundary.read.code_digests import digest
from boundary.read.doctype_files import is_doctype, read_doctype
from boundary.read.openapi_files import is_openapi, read_openapi
from boundary.read.prisma_files import is_prisma, read_prisma
from boundary.read.python.refusal import RefusedError, failed
from boundary.read.tal_files import is_tal, read_tal
from boundary.read.zcml_files import is_zcml, read_zcml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class DeclaredFile(msgspec.Struct):
    """One such file of a survey: `file` relative to the root, the hash of its bytes, and these."""

    file: str
    key: bytes
    content: bytes


class Declared(msgspec.Struct):
    """What such files say, each kind in the order of the files, and which of them cannot be read."""

    doctypes: list[DocType] = []
    zcml: list[ZcmlFile] = []
    tal: list[TalFile] = []
    prisma: list[PrismaModel] = []
    operations: list[Operation] = []
    unreadable: list[Unreadable] = []


def is_declared(path: str) -> bool:
    """Whether a file is one that tells a framework what there is, by where it lies and how it is called."""
    return is_doctype(path) or is_zcml(path) or is_tal(path) or is_prisma(path) or is_openapi(path)


def declared_files(contents: Mapping[str, bytes]) -> list[DeclaredFile]:
    """The files of a survey, of their contents by path."""
    return [DeclaredFile(file, digest(b"declared", content), content) for file, content in contents.items()]


def read_declared(files: Iterable[DeclaredFile]) -> Declared:
    """Read the files of a survey. No file can make this fail."""
    found = Declared()
    for file in files:
        try:
            _read(file.file, file.content, found)
        except RefusedError as refused:
            found.unreadable.append(Unreadable(file.file, refused.reason, line=refused.line))
        except Exception as error:  # noqa: BLE001 - a fault of a reader costs this file, not the run
            found.unreadable.append(Unreadable(file.file, failed(error)))
    return found


def _read(file: str, content: bytes, found: Declared) -> None:
    if is_zcml(file):
        found.zcml.append(read_zcml(file, content))
    elif is_tal(file):
        found.tal.append(read_tal(file, content))
    elif is_prisma(file):
        found.prisma += read_prisma(file, content)
    elif is_openapi(file):
        found.operations += read_openapi(file, content)
    elif (doctype := read_doctype(file, content)) is not None:
        found.doctypes.append(doctype)
