"""What does a test of a part of a text say of a variable that may be several?  That it is one of the others.

Behind `if name[0] != "_"` a name begins otherwise; `name.startswith("_")` and `name.endswith("_at")` say as much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.link.domain.values import Constant
from boundary.link.evaluator.narrowing import PARTS, STARTS
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, CONSTANT, NAME, OPERATION, SUBSCRIPT
from boundary.link.syntax.walking import constant_text

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom
    from boundary.model import code


class PartOfText(NamedTuple):
    """A test of how the text of a variable begins or ends, or of one of its letters."""

    name: str
    how: str
    text: str
    place: int = 0

    def verdict(self, atom: Atom) -> bool | None:
        """What the test says of a text that is known; None of anything else."""
        held = atom.value if type(atom) is Constant else None
        if not isinstance(held, str):
            return None
        if self.how in PARTS:
            return held.startswith(self.text) if self.how == STARTS else held.endswith(self.text)
        if not -len(held) <= self.place < len(held):
            return None
        return (held[self.place] == self.text) is (self.how == "==")


def tested(test: code.Expression) -> PartOfText | None:
    """The test, where it is of a part of a variable's text."""
    if type(test) is CALL and type(test.function) is ATTRIBUTE and test.function.name in PARTS:
        asked, text = test.function.value, constant_text(test.arguments[0] if len(test.arguments) == 1 else None)
        return PartOfText(asked.id, test.function.name, text) if type(asked) is NAME and text else None
    if type(test) is OPERATION and test.operator in {"==", "!="}:
        part, text = test.operands[0], constant_text(test.operands[1])
        if type(part) is SUBSCRIPT and type(part.value) is NAME and type(part.index) is CONSTANT and text:
            place = part.index.value
            return PartOfText(part.value.id, test.operator, text, place) if type(place) is int else None
    return None
