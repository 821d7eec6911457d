"""Which components does a project of Zope register?  Its files of ZCML say so: directives of XML.

    <adapter for="shop.interfaces.IOrder" provides="shop.interfaces.IStore" factory="shop.adapters.store_of" />

No file is fetched that one includes, and no entity is expanded: a file that declares any is told of, and left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from boundary.model.facts import Unreadable
from boundary.model.zcml import OUTERMOST, Directive, ZcmlFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.read.declared_files import DeclaredFile

SUFFIX = ".zcml"


def is_zcml(path: str) -> bool:
    """Whether a file is called as one of ZCML."""
    return path.endswith(SUFFIX)


def zcml_in(files: Iterable[DeclaredFile]) -> tuple[list[ZcmlFile], list[Unreadable]]:
    """What the files say, in their order, and which of them cannot be read."""
    found: list[ZcmlFile] = []
    unreadable: list[Unreadable] = []
    for file in files:
        reader = _Reader()
        try:
            reader.read(file.content)
        except expat.ExpatError as error:
            reason = f"is no XML: {expat.ErrorString(error.code)}"
            unreadable.append(Unreadable(file.file, reason, line=error.lineno))
        except _EntityDeclaredError:
            unreadable.append(Unreadable(file.file, "declares an entity, which is not read"))
        else:
            found.append(ZcmlFile(file.file, tuple(reader.found)))
    return found, unreadable


class _EntityDeclaredError(Exception):
    """A file that could grow without end where it is read."""


class _Reader:
    """Takes the elements of one file in, however deep they stand."""

    def __init__(self) -> None:
        self.found: list[Directive] = []
        self._open: list[int] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._entity

    def read(self, content: bytes) -> None:
        """Raises `expat.ExpatError` where it is no XML, `_EntityDeclaredError` where it declares an entity."""
        self._parser.Parse(content, True)  # noqa: FBT003 - the last part of the file; it takes no keyword

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._open[-1] if self._open else OUTERMOST
        said = {key.rpartition(" ")[2]: " ".join(value.split()) for key, value in attributes.items()}
        self._open.append(len(self.found))
        self.found.append(Directive(name.rpartition(" ")[2], said, self._parser.CurrentLineNumber, parent))

    def _end(self, name: str) -> None:
        del name
        self._open.pop()

    def _entity(self, *declared: object) -> None:
        del declared
        raise _EntityDeclaredError
