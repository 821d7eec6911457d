"""Which text does a piece of SQL make that a library composes?  psycopg's `sql`, and functions that only tidy up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link import containers, texts
from boundary.link.values import UNKNOWN, Constant, Pattern, strings

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.values import Value


def text(call: NativeCall) -> Value:
    """`SQL("SELECT ...")`, `dedent(...)`: the text that it is given."""
    kept = frozenset(atom for atom in call.first if isinstance(atom, (Constant, Pattern)))
    return kept or UNKNOWN


def identifier(call: NativeCall) -> Value:
    """`Identifier("public", "orders")`: a name, with the schema before it."""
    parts = [strings(value) for value in call.arguments.positional]
    if parts and all(len(part) == 1 for part in parts):
        return call.atoms.constant(".".join(part[0] for part in parts))
    return UNKNOWN


def placeholder(call: NativeCall) -> Value:
    """`Placeholder()`: where a value will stand."""
    return call.atoms.constant("%s")


def composed(call: NativeCall) -> Value:
    """`Composed([...])`: its pieces in a row."""
    parts = containers.members(call.first)
    return texts.concatenated(call.atoms, list(parts)) if parts else UNKNOWN


def itself(call: NativeCall) -> Value:
    """`composed.as_string(connection)`: the text."""
    return call.receiver.alone if isinstance(call.receiver, (Constant, Pattern)) else UNKNOWN


HOOKS: Final = ()
NATIVES: Final[dict[str, Handler]] = {
    "textwrap.dedent": text,
    "inspect.cleandoc": text,
    "psycopg.sql.SQL": text,
    "psycopg.sql.Identifier": identifier,
    "psycopg.sql.Placeholder": placeholder,
    "psycopg.sql.Composed": composed,
    "psycopg2.sql.SQL": text,
    "psycopg2.sql.Identifier": identifier,
    "psycopg2.sql.Placeholder": placeholder,
    "psycopg2.sql.Composed": composed,
    "str.as_string": itself,
}
