"""Which parts of an expression decide what text it is, and what stands where a statement names its tables?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import CONSTANT, DISPLAY
from boundary.link.syntax.walking import texts_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TABLE: Final = re.compile(
    r"(?:\binto|\bupdate|\bfrom|\bjoin|\btable|\btruncate|\bonly|\bexists)\s+[\w.]*[\"`\[]?[\w.]*$", re.IGNORECASE
)
"""What stands before a table's name in a statement."""
STATEMENT: Final = re.compile(
    r"\b(?:select|insert|into|update|delete|from|join|where|values|set|table|truncate|order\s+by|and|or)\b",
    re.IGNORECASE,
)
HOLE: Final = re.compile(r"%(?:\(\w+\))?s|\{\w*\}")
"""Where `%` and `format` put what they are given."""
MADE_OF: Final = frozenset({"SQL", "dedent", "format", "join", "joinpath", "open", "Path", "text"})
"""Methods, and functions of modules, that make a text of what they are given, or open the file of its name."""
NAMED: Final = re.compile(r"%\((\w+)\)s|\{(\w+)\}")


def local_tables(body: tuple[code.Statement, ...]) -> Iterator[str]:
    """The variables that stand where the templates in a body name a table: `template % locals()` fills them in."""
    for text in texts_in(body):
        if STATEMENT.search(text):
            for hole in NAMED.finditer(text):
                if TABLE.search(text[: hole.start()]):
                    yield hole[1] or hole[2]


def parts_of_text(node: code.Expression) -> Sequence[code.Expression]:  # noqa: C901, PLR0912 - one case for each kind
    """The expressions in an expression that decide what text it is."""
    if isinstance(node, (code.Format, code.Operation, code.Call)):
        tables = tables_in(node)
        if tables is not None:
            return tables
    match node:
        case code.Format(parts=parts):
            return parts
        case code.Operation(operator=operator, operands=operands):
            return operands if operator in {"+", "%", "or", "and"} else []
        case code.Call(function=code.Name(), arguments=arguments):
            return arguments
        case code.Call(function=code.Attribute(value=value, name=name), arguments=arguments, keywords=keywords):
            named = [one.value for one in keywords] if name == "format" else []
            return [value, *arguments, *named] if name in MADE_OF else [value]
        case code.Choice(body=body, orelse=orelse):
            return [body, orelse]
        case code.Subscript(value=value, index=index):
            return [value, index]
        case code.Display(items=items):
            return items
        case code.Mapping(keys=keys, values=values):
            return [*(key for key in keys if key is not None), *values]
        case code.Comprehension(elements=elements):
            return elements
        case code.Starred(value=value) | code.Await(value=value) | code.Bind(value=value):
            return [value]
        case _:
            return []


def tables_in(node: code.Expression) -> list[code.Expression] | None:
    """What is put where a statement names its tables; None for what is no statement, as far as its text tells."""
    match node:
        case code.Format(parts=parts):
            return _between(parts)
        case code.Operation(operator="+", operands=operands):
            return _between(operands)
        case code.Operation(operator="%", operands=[code.Constant(value=str(text)), filling]):
            return _filled(text, filling.items if type(filling) is DISPLAY else (filling,))
        case code.Call(
            function=code.Attribute(value=code.Constant(value=str(text)), name="format"),
            arguments=arguments,
            keywords=keywords,
        ):
            return _filled(text, arguments) if not keywords else _filled_by_name(text, keywords)
        case _:
            return None


def _between(parts: Sequence[code.Expression]) -> list[code.Expression] | None:
    """What stands behind pieces of text that end where a table is named."""
    found: list[code.Expression] = []
    known = False
    before = ""
    for part in parts:
        if type(part) is CONSTANT and isinstance(part.value, str):
            before = part.value
            known = known or STATEMENT.search(before) is not None
        else:
            if before and TABLE.search(before):
                found.append(part)
            before = ""
    return found if known else None


def _filled(text: str, filling: Sequence[code.Expression]) -> list[code.Expression] | None:
    """What fills the holes of a text where a table is named."""
    if STATEMENT.search(text) is None:
        return None
    holes = [hole.start() for hole in HOLE.finditer(text)]
    return [part for start, part in zip(holes, filling, strict=False) if TABLE.search(text[:start])]


def _filled_by_name(text: str, keywords: Sequence[code.Keyword]) -> list[code.Expression] | None:
    """What fills the holes with names where a table is named: `table=name`, or a dict of all of them."""
    if STATEMENT.search(text) is None:
        return None
    names = {hole[2] for hole in NAMED.finditer(text) if hole[2] and TABLE.search(text[: hole.start()])}
    return [one.value for one in keywords if names and (one.name is None or one.name in names)]
