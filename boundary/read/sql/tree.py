"""What stands where in a parsed statement?  Small questions to sqlglot's tree, without importing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlglot import exp

_QUERIES = frozenset({"select", "union", "except", "intersect", "table", "values", "subquery"})


def nodes(value: Any) -> Iterator[exp.Expr]:  # noqa: ANN401 - the tree's arguments are untyped
    """The nodes among an argument's values."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from nodes(item)
    elif hasattr(value, "args"):
        yield value


def children(node: exp.Expr, *without: str) -> Iterator[exp.Expr]:
    """The nodes below `node`, but for those of the arguments named."""
    for key, value in node.args.items():
        if key not in without:
            yield from nodes(value)


def below(node: exp.Expr | None, *keys: str) -> Iterator[exp.Expr]:
    """All nodes of the given kinds in the tree."""
    if node is not None:
        for found in node.walk():
            if found.key in keys:
                yield found


def is_query(node: exp.Expr | None) -> bool:
    """Whether the tree holds a query."""
    return any(True for _ in below(node, *_QUERIES))


def is_named_table(node: exp.Expr | None) -> bool:
    """Whether the node is a table by name: not a function, a variable, or a subquery."""
    if node is None or node.key != "table":
        return False
    return isinstance(node.this, object) and getattr(node.this, "key", "") in {"identifier", "dot"}


def alias_of(table: exp.Expr) -> str:
    """What the statement calls a table, in lower case."""
    return (table.alias or table.name).lower()


def target_of(node: exp.Expr | None) -> tuple[exp.Expr | None, tuple[str, ...]]:
    """The table that a write names, and the columns in parentheses behind it."""
    if node is None:
        return None, ()
    if node.key == "schema":
        names = tuple(column.name for column in node.expressions)
        return (node.this if node.this is not None and node.this.key == "table" else None), names
    return (node if node.key == "table" else None), ()


def joins_of(node: exp.Expr) -> list[exp.Expr]:
    """The joins of one query level, in order: its own, those that hang on its tables, and those within parentheses."""
    found: list[exp.Expr] = []
    roots = [*nodes(node.args.get("from_")), *nodes(node.args.get("using"))]
    if node.key in {"update", "delete"}:
        roots += nodes(node.this)
    pending = [*roots, *nodes(node.args.get("joins"))]
    while pending:
        current = pending.pop(0)
        if current.key == "join":
            found.append(current)
            pending += nodes(current.this)
        elif current.key == "from":
            pending += nodes(current.this)
        elif current.key in {"table", "paren"} or _is_wrapped(current):
            pending += nodes(current.args.get("joins"))
            pending += nodes(current.this) if current.key != "table" else ()
    return found


def _is_wrapped(node: exp.Expr) -> bool:
    """Whether the node is a table in parentheses: `FROM (a JOIN b ON ...)`."""
    return node.key in {"subquery", "paren"} and getattr(node.this, "key", "") in {"table", "subquery", "paren"}


def sources_of(node: exp.Expr) -> list[exp.Expr]:
    """The tables and subqueries that one query level names as its sources, in order."""
    roots = [source for clause in nodes(node.args.get("from_")) for source in nodes(clause.this)]
    roots += nodes(node.args.get("using"))
    if node.key in {"update", "delete"}:
        roots[:0] = nodes(node.this)
    found: list[exp.Expr] = []
    for root in [*roots, *(source for join in joins_of(node) for source in nodes(join.this))]:
        source = root
        while _is_wrapped(source):
            source = source.this
        if all(source is not known for known in found):
            found.append(source)
    return found


def assigned(expressions: list[exp.Expr], qualifier: str | None = None) -> tuple[str, ...]:
    """The columns on the left of `SET a = 1, (b, c) = (...)`, those of one qualifier if given."""
    found: list[str] = []
    for expression in expressions:
        left = expression.this if expression.key == "eq" else None
        found += (
            column.name
            for column in below(left, "column")
            if qualifier is None or column.args.get("table") is None or column.text("table").lower() == qualifier
        )
    return tuple(found)


def qualifiers(expressions: list[exp.Expr]) -> set[str]:
    """The qualifiers on the left of `SET a.x = 1, b.y = 2`, in lower case."""
    lefts = (expression.this for expression in expressions if expression.key == "eq")
    return {
        column.text("table").lower() for left in lefts for column in below(left, "column") if column.args.get("table")
    }


def compared(condition: exp.Expr | None) -> Iterator[tuple[str, str]]:
    """The qualifiers of columns that a condition compares with one another, in lower case, in the order of the text."""
    for node in below(condition, "eq", "lt", "lte", "gt", "gte", "neq", "nullsafeeq", "between", "like"):
        left = [column.text("table").lower() for column in below(node.this, "column") if column.args.get("table")]
        rest = [
            column for child in children(node, "this") for column in below(child, "column") if column.args.get("table")
        ]
        for one in left:
            for other in rest:
                yield one, other.text("table").lower()
