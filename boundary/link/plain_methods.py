"""Which methods of an object of which nothing is known can only be those of a text, a number, a time or a dict?

`name.strip()` comes to no table, whatever `name` is, unless a class of the project has a `strip` of its own. Nor does
`order.get_status_display()`: Django's rows have it, which look the text of a choice up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.kinds import ATTRIBUTE

if TYPE_CHECKING:
    from boundary.link.symbols import Program
    from boundary.model import code

TEXTS: Final = (
    "capitalize casefold center decode encode endswith expandtabs format format_map isalnum isalpha isascii isdecimal"
    " isdigit isidentifier islower isnumeric isprintable isspace istitle isupper ljust lower lstrip maketrans partition"
    " removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip"
    " swapcase title translate upper zfill hex"
)
NUMBERS: Final = "as_integer_ratio bit_count bit_length conjugate is_integer to_bytes quantize"
TIMES: Final = (
    "astimezone ctime date dst isocalendar isoformat isoweekday strftime time timestamp timetuple timetz toordinal"
    " total_seconds tzname utcoffset utctimetuple weekday"
)
DICTS: Final = "items keys setdefault"
PLAIN: Final = frozenset(f"{TEXTS} {NUMBERS} {TIMES} {DICTS}".split())
"""The methods of plain values, but for those that queries, collections and columns have, too (`count`, `index`)."""


class PlainMethods:
    """Knows which of them no class of a program has."""

    def __init__(self, program: Program) -> None:
        own = {name for cls in program.classes if not cls.library for name in cls.bindings}
        self._names = PLAIN - own
        self._own = own

    def called_by(self, node: code.Call) -> bool:
        """Whether a call of something unknown can only be one of a plain value's method."""
        function = node.function
        return type(function) is ATTRIBUTE and (function.name in self._names or self._shows_choice(function.name))

    def _shows_choice(self, name: str) -> bool:
        """Whether it is `get_status_display` as Django makes it."""
        return name.startswith("get_") and name.endswith("_display") and name not in self._own
