"""Which components does a project of Zope register?  Its files of ZCML say so: directives of XML.

    <adapter for="shop.interfaces.IOrder" provides="shop.interfaces.IStore" factory="shop.adapters.store_of" />

No file is fetched that one includes, and no entity is expanded: a file that declares any is told of, and left out.
"""

from __future__ import annotations

from xml.parsers import expat

from boundary.model.zcml import OUTERMOST, Directive, ZcmlFile
from boundary.read.python.refusal import RefusedError

SUFFIX = ".zcml"
_ENTITY = "declares an entity, which is not read"
"""Such a file could grow without end where it is read."""


def is_zcml(path: str) -> bool:
    """Whether a file is called as one of ZCML."""
    return path.endswith(SUFFIX)


def read_zcml(file: str, content: bytes) -> ZcmlFile:
    """What a file says. Raises `RefusedError` where it is no XML, or declares an entity."""
    reader = _Reader()
    try:
        reader.read(content)
    except expat.ExpatError as error:
        raise RefusedError(f"is no XML: {expat.ErrorString(error.code)}", error.lineno) from None
    except (LookupError, ValueError) as error:  # as Python says it, which the parser asks for encodings
        raise RefusedError(f"is in an encoding that XML is not read in: {error}") from None
    return ZcmlFile(file, tuple(reader.found))


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
        """Raises `expat.ExpatError` where it is no XML, `RefusedError` where it declares an entity."""
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
        raise RefusedError(_ENTITY)
