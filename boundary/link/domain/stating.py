"""Is a text a statement of SQL?  One is carried through the program as an object is: whoever gets it runs it.

Of other texts only those matter that something goes by (`calling/weigher.py`). A statement that is handed to a helper,
kept by an object or put into a list decides what is touched wherever it comes out again, though nobody on the way asks
what it says. English is told from SQL by its shape: "select all the rows from the list" has words side by side.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

HOLE: Final = "\ufffc"
"""What stands for a hole where a text is looked at."""
BEGINS: Final = ("insert", "replace", "update", "delete", "select", "with", "merge", "truncate")
"""How statements begin."""
LONGEST: Final = 8
INDENT: Final = 200
"""So many characters may stand before."""
LOOKED_AT: Final = 4_000
"""So many characters of a text are looked at."""
STATEMENT: Final = re.compile(
    rf"""\s*(?:
      (?:insert\s+(?:(?:or\s+\w+|ignore|overwrite)\s+)?|replace\s+|merge\s+)into\s+
          (?:$|\S+?(?:\s+as\s+\w+)?\s*(?:$|\(|{HOLE}|(?:values?|select|set|default|with|using)\b))
    | update\s+(?:only\s+)?\S+(?:\s+(?:as\s+)?\w+)?\s+set\s+(?:$|\(|{HOLE}|[^\s=]+\s*=)
    | delete\s+from\s+(?:only\s+)?
          (?:$|\S+(?:\s+(?:as\s+)?\w+)?\s*(?:$|;|{HOLE}|(?:where|using|returning|order|limit)\b))
    | truncate\s+(?:table\s+)?\S+\s*;?\s*$
    | with\s+(?:recursive\s+)?\S+\s*(?:\([^()]*\)\s*)?as\s+(?:(?:not\s+)?materialized\s+)?\(
    | select\s+(?:distinct\s+|all\s+)?[^\s,()]+(?:\s+as\s+\S+|\s*\([^()]*\))?
          (?:\s*,\s*[^\s,()]+(?:\s+as\s+\S+|\s*\([^()]*\))?)*\s+from\s
    )""",
    re.IGNORECASE | re.VERBOSE,
)
SHOUTED: Final = re.compile(r"\s*SELECT\b.*\bFROM\s", re.DOTALL)
"""Queries of more than plain columns, where they are written as SQL is written and no English is."""


def states(text: str) -> bool:
    """Whether a text is a statement that reads or writes rows."""
    if not text[:INDENT].lstrip()[:LONGEST].lower().startswith(BEGINS):
        return False
    text = text[:LOOKED_AT]
    return STATEMENT.match(text) is not None or SHOUTED.match(text) is not None


def pieces_state(pieces: Iterable[str | None]) -> bool:
    """Whether a text with holes is such a statement."""
    return states("".join(HOLE if piece is None else piece for piece in pieces))
