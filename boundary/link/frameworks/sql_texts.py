"""Which text does a piece of SQL make that a library composes?  psycopg's `sql`, `string.Template`, tidying up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain import texts
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Constant, Pattern, Wrapped
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall


TEMPLATE: Final = "template of a text"
SUBSTITUTES: Final = frozenset({"substitute", "safe_substitute"})
PLACES: Final = re.compile(r"\$\{?(\w+)\}?")


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


def template(call: NativeCall) -> Value:
    """`string.Template("DELETE FROM $table")`."""
    return call.atoms.wrapped(TEMPLATE, text(call))


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`template.substitute`."""
    del line
    if atom.kind != TEMPLATE:
        return None
    if name == "template":
        return atom.inner
    return evaluator.atoms.native(f"{TEMPLATE}.substitute", atom) if name in SUBSTITUTES else UNKNOWN


def substituted(call: NativeCall) -> Value:
    """`template.substitute(table="orders")`, `template.substitute({"table": "orders"})`."""
    held: Wrapped = call.receiver
    given: dict[object, Value] = dict(containers.pairs(call.arguments.get(0, "") or UNKNOWN) or {})
    given.update(call.arguments.keywords)
    found: list[Value] = []
    for atom in held.inner:
        pieces: list[Value] = []
        for piece in (atom.value,) if isinstance(atom, Constant) else getattr(atom, "pieces", ()):
            if piece is None:
                pieces.append(UNKNOWN)
                continue
            for at, part in enumerate(PLACES.split(str(piece))):
                pieces.append(given.get(part, UNKNOWN) if at % 2 else call.atoms.constant(part))
        found.append(texts.concatenated(call.atoms, pieces))
    return join(found) or UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    "string.Template": template,
    f"{TEMPLATE}.substitute": substituted,
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
