"""What is data and nothing else?  What JSON and its like are read as, columns of it, what a request carries, paths.

No row is in it. So what such a thing is made of (`for line in request.json`, `for file in folder.glob("*.txt")`) is
known as well as the thing itself: something outside.
"""

from __future__ import annotations

from typing import Final

READING: Final = frozenset({"load", "loads", "safe_load", "safe_load_all", "load_all"})
READERS: Final = frozenset(
    {"json", "simplejson", "ujson", "orjson", "rapidjson", "yaml", "toml", "tomli", "tomllib", "msgpack"}
)
"""Packages whose functions of these names make data of a text."""
CARRIED: Final = (
    *("flask.request.", "quart.request.", "os.environ", "sys.argv", "csv.reader()", "csv.DictReader()"),
    "pathlib.Path()",
    "column.JSON",
)


def is_plain_data(dotted: str) -> bool:
    """Whether something outside, by its name, is data."""
    package, _, rest = dotted.partition(".")
    if package in READERS:
        name, called, _ = rest.partition("(")
        return bool(called) and name in READING
    return dotted.startswith(CARRIED)
