"""What does a statement say after a regular expression has changed it?  The same, where that was about placeholders.

Code that takes statements for any driver writes their placeholders anew (`re.sub("%[a-z]", "%s", sql)`), or the blanks
between the words. What is put in for what was found is looked at, the expression is never run: where it
is a placeholder, or blanks, the statement still names the tables that it named. Of a single word nothing is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Pattern

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

GROUP: Final = r"(?:\\\d|\\g<\w+>)"
HARMLESS: Final = re.compile(rf"\s*(?:%s|%\({GROUP}\)s|\?|[:$@]{GROUP}|{GROUP})?\s*")
"""What may be put in: a placeholder, by number or by the name that was found, what was found itself, blanks."""


def rewritten(call: NativeCall) -> Value:
    """`re.sub(pattern, "%s", statement)`."""
    return _kept(call.arguments.get(1, "repl"), call.arguments.get(2, "string"))


def rewritten_by(call: NativeCall) -> Value:
    """`pattern.sub("%s", statement)`."""
    return _kept(call.arguments.get(0, "repl"), call.arguments.get(1, "string"))


def _kept(put_in: Value | None, text: Value | None) -> Value:
    if not put_in or not all(isinstance(atom, Constant) and _is_harmless(atom.value) for atom in put_in):
        return UNKNOWN
    return join(atom.alone if _is_statement(atom) else UNKNOWN for atom in text or BOTTOM) or UNKNOWN


def _is_harmless(put_in: object) -> bool:
    return isinstance(put_in, str) and HARMLESS.fullmatch(put_in) is not None


def _is_statement(atom: Atom) -> bool:
    if isinstance(atom, Constant):
        return isinstance(atom.value, str) and " " in atom.value.strip()
    return isinstance(atom, Pattern) and any(" " in piece.strip() for piece in atom.pieces if piece)


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(("re.sub", "regex.sub"), rewritten),
    **dict.fromkeys(("re.compile().sub", "regex.compile().sub"), rewritten_by),
}
