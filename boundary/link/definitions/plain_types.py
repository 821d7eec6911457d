"""What does an annotation say is a text, a number or a time, or a collection?  `at: Mapped[datetime | None]`.

Nothing of the project is called with a method of such a thing, and the thing itself is not called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.annotations import COLLECTIONS, DICTS, PLAIN_TYPES, name_of
from boundary.link.syntax.kinds import ASSIGN, CALL, CONSTANT, DISPLAY, OPERATION
from boundary.link.syntax.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.syntax.scopes import Binding

PLAIN: Final[frozenset[str]] = PLAIN_TYPES | {"time", "timedelta", "bytearray", "Path", "PurePath"}
DATA: Final[frozenset[str]] = PLAIN.union(COLLECTIONS, DICTS)
AROUND: Final = frozenset({"Mapped", "Optional", "Union", "Annotated", "ClassVar", "Final", "Required", "NotRequired"})
"""Forms that promise what their parts do."""
COLUMNS: Final = frozenset({"Column", "mapped_column", "relationship"})
KINDS: Final = (
    *("String", "Text", "Unicode", "UnicodeText", "Integer", "BigInteger", "SmallInteger", "Boolean", "Float"),
    *("Numeric", "Date", "DateTime", "Time", "Interval", "LargeBinary", "Uuid", "UUID"),
)
"""The types of columns whose values are plain."""
KEY_AND_VALUE: Final = 2
FIELD: Final = "Field"
"""What the classes of columns end with that rows keep data in: `CharField`."""


def says_plain(annotation: code.Expression | None) -> bool:
    """Whether an annotation promises a text, a number or a time, or None beside it."""
    return annotation is not None and _is_of(annotation, PLAIN)


def says_collection(annotation: code.Expression | None) -> bool:
    """Whether an annotation promises a collection, or a dict, whatever is in it; or None beside it."""
    return annotation is not None and _is_of(annotation, DATA - PLAIN)


def says_collections(annotation: code.Expression | None) -> bool:
    """Whether an annotation promises a dict that holds collections: `dict[str, list[Handler]]`."""
    if not isinstance(annotation, code.Subscript) or last_name(annotation.value) not in DICTS:
        return False
    parts = annotation.index.items if type(annotation.index) is DISPLAY else ()
    return len(parts) == KEY_AND_VALUE and says_collection(parts[1])


def is_plain_column(value: code.Expression | None) -> bool:
    """`Column(DateTime)`, `mapped_column("at", String(80))`: where a column holds texts, numbers or times."""
    if type(value) is not CALL or last_name(value.function) not in {"Column", "mapped_column"}:
        return False
    given = [one.function if type(one) is CALL else one for one in value.arguments[:2]]
    return any(last_name(one) in KINDS for one in given)


def is_data(binding: Binding) -> bool:
    """Whether what a class body says of a name makes it data, which is not called: a column, a field, a list."""
    statement = binding.statement
    if type(statement) is not ASSIGN:
        return False
    if statement.annotation is not None and _is_of(statement.annotation, DATA):
        return True
    if type(statement.value) is not CALL:
        return False
    made = last_name(statement.value.function)
    return made in COLUMNS or (made.endswith(FIELD) and (statement.annotation is None or made != FIELD))


def _is_of(node: code.Expression, names: frozenset[str]) -> bool:
    """Whether a type is one of these, whatever it is made of; of several, each."""
    if type(node) is CONSTANT:
        named = name_of(node.value) if isinstance(node.value, str) else None
        return node.value is None or (named is not None and _is_of(named, names))
    if type(node) is OPERATION:
        return node.operator == "|" and all(_is_of(one, names) for one in node.operands)
    if isinstance(node, code.Subscript):
        name = last_name(node.value)
        if name not in AROUND:
            return name in names
        parts = node.index.items if type(node.index) is DISPLAY else (node.index,)
        return all(_is_of(one, names) for one in (parts[:1] if name == "Annotated" else parts))
    return last_name(node) in names
