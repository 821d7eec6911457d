"""Which methods of an object of which nothing is known can only be those of a text, a number, a time, a dict, a queue?

`name.strip()` comes to no table, whatever `name` is, unless a class of the project has a `strip` of its own that is no
mere field (`date: date`). Nor does
`order.get_status_display()`: Django's rows have it, which look the text of a choice up. Nor do `data.get("name")` and
`data.pop("name", None)`, since what gives rows takes no text for a key; pages have a `get`, too, that takes a request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.plain_types import is_data
from boundary.link.syntax.kinds import ATTRIBUTE, CONSTANT, FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo, Program
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
TUPLES: Final = "_asdict _replace"
QUEUES: Final = "get_nowait put_nowait qsize task_done"
BY_KEY: Final = frozenset({"get", "pop"})
"""Methods of a dict that others have as well, but not with a text."""
REQUESTS: Final = frozenset({"request", "req", "info"})
"""What the first parameter of a page is called."""
PAGES: Final = ("API", "Api", "Controller", "Endpoint", "Handler", "Resource", "View", "ViewSet", "Viewset")
"""How the classes of pages end."""
PLAIN: Final = frozenset(f"{TEXTS} {NUMBERS} {TIMES} {DICTS} {TUPLES} {QUEUES}".split())
"""The methods of plain values, but for those that queries, collections and columns have, too (`count`, `index`)."""


class PlainMethods:
    """Knows which of them no class of a program has."""

    def __init__(self, program: Program) -> None:
        own = {
            name
            for cls in program.classes
            if not cls.library
            for name, held in cls.bindings.items()
            if name not in PLAIN or not all(map(is_data, held))  # `date: date` is not called
        }
        self._names = PLAIN - own
        self._own = own

        self._by_key = BY_KEY - {
            name for cls in program.classes if not cls.library for name in BY_KEY if takes_keys(cls, name)
        }

    def called_by(self, node: code.Call) -> bool:
        """Whether a call of something unknown can only be one of a plain value's method."""
        function = node.function
        if type(function) is not ATTRIBUTE:
            return False
        name = function.name
        return name in self._names or (name in self._by_key and is_by_key(node)) or self._shows_choice(name)

    def _shows_choice(self, name: str) -> bool:
        """Whether it is `get_status_display` as Django makes it."""
        return name.startswith("get_") and name.endswith("_display") and name not in self._own


def is_by_key(node: code.Call) -> bool:
    """Whether a call is of a method like those of a dict, with a text for its first argument and at most a default."""
    function, given = node.function, node.arguments
    if type(function) is not ATTRIBUTE or function.name not in BY_KEY:
        return False
    return 1 <= len(given) <= 2 and type(given[0]) is CONSTANT and isinstance(given[0].value, str)  # noqa: PLR2004


def takes_keys(cls: ClassInfo, name: str) -> bool:
    """Whether a class of the project has a method of its own by this name, other than one that answers requests."""
    if name not in cls.bindings or cls.name.endswith(PAGES):
        return False
    for one in cls.bindings[name]:
        statement = one.statement
        if type(statement) is not FUNCTION:
            return True
        named = [parameter.name for parameter in statement.parameters]
        if named[1:2] and named[1] not in REQUESTS:
            return True
    return False
