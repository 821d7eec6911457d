"""What does a source file say?  The small language that reading leaves and linking understands.

It is Python's syntax with everything taken out that cannot change which table a transaction touches:
positions are lines, docstrings and formatting are gone, comparisons and arithmetic are one node.
All nodes are immutable `msgspec.Struct` values encoded as arrays with an integer tag, so that the facts
of a large repository decode in a fraction of the time that parsing took.
"""

from __future__ import annotations

import msgspec


class Node(msgspec.Struct, frozen=True, array_like=True, gc=False, eq=False):
    """Base of all nodes; compared and hashed by identity."""


# --- expressions ------------------------------------------------------------------------------------


class Name(Node, frozen=True, tag=0):
    """A bare name: `orders`."""

    id: str


class Attribute(Node, frozen=True, tag=1):
    """`value.name`; `line` is where the name stands."""

    value: Expression
    name: str
    line: int


class Keyword(Node, frozen=True):
    """One keyword argument; `name` is None for `**value`."""

    name: str | None
    value: Expression


class Call(Node, frozen=True, tag=2):
    """`function(*arguments, **keywords)`; `line` is the line that a traceback would show."""

    function: Expression
    arguments: tuple[Expression, ...]
    keywords: tuple[Keyword, ...]
    line: int


class Constant(Node, frozen=True, tag=3):
    """A literal. Bytes, complex numbers and integers past 64 bits are kept as None."""

    value: str | int | float | bool | None


class Format(Node, frozen=True, tag=4):
    """An f-string: constant pieces and holes in order."""

    parts: tuple[Expression, ...]
    line: int = 0


class Display(Node, frozen=True, tag=5):
    """`[a, b]`, `(a, b)` or `{a, b}`; `kind` is "list", "tuple" or "set"."""

    kind: str
    items: tuple[Expression, ...]


class Mapping(Node, frozen=True, tag=6):
    """`{key: value}`; a key of None stands for `**value`."""

    keys: tuple[Expression | None, ...]
    values: tuple[Expression, ...]


class Subscript(Node, frozen=True, tag=7):
    """`value[index]`; a slice is an `Operation` with operator "slice"."""

    value: Expression
    index: Expression
    line: int


class Choice(Node, frozen=True, tag=8):
    """`body if test else orelse`."""

    test: Expression
    body: Expression
    orelse: Expression
    line: int = 0


class Operation(Node, frozen=True, tag=9):
    """Any operator by its spelling: "and", "or", "not", "==", "is", "is not", "in", "+", "%", "slice", "match" ..."""

    operator: str
    operands: tuple[Expression, ...]
    line: int = 0


class Lambda(Node, frozen=True, tag=10):
    """`lambda parameters: body`."""

    parameters: tuple[Parameter, ...]
    body: Expression
    line: int


class Clause(Node, frozen=True):
    """One `for target in iterable if conditions` of a comprehension."""

    target: Expression
    iterable: Expression
    conditions: tuple[Expression, ...]


class Comprehension(Node, frozen=True, tag=11):
    """`kind` is "list", "set", "dict" or "generator"; a dict has two elements, key and value."""

    kind: str
    elements: tuple[Expression, ...]
    clauses: tuple[Clause, ...]
    line: int


class Yield(Node, frozen=True, tag=12):
    """`yield value`, or `yield from value` when `delegates`."""

    value: Expression | None
    delegates: bool
    line: int = 0


class Starred(Node, frozen=True, tag=13):
    """`*value` in a call, a display or a target."""

    value: Expression
    line: int = 0


class Bind(Node, frozen=True, tag=14):
    """`(name := value)`."""

    name: str
    value: Expression


class Await(Node, frozen=True, tag=15):
    """`await value`."""

    value: Expression


class Native(Node, frozen=True, tag=16):
    """What a template's language does by itself, called by the name that the linker knows (`model/templates.py`)."""

    name: str
    arguments: tuple[Expression, ...]
    keywords: tuple[Keyword, ...]
    line: int


Expression = (
    Name
    | Attribute
    | Call
    | Constant
    | Format
    | Display
    | Mapping
    | Subscript
    | Choice
    | Operation
    | Lambda
    | Comprehension
    | Yield
    | Starred
    | Bind
    | Await
    | Native
)


class Parameter(Node, frozen=True):
    """One parameter.

    `kind` is "positional" (positional-only), "normal", "args" (`*x`), "keyword" (keyword-only) or "kwargs" (`**x`).
    """

    name: str
    kind: str
    annotation: Expression | None
    default: Expression | None


# --- statements -------------------------------------------------------------------------------------


class Assign(Node, frozen=True, tag=30):
    """`a = b = value`, `a: annotation = value`, or a bare `a: annotation` (value None)."""

    targets: tuple[Expression, ...]
    value: Expression | None
    annotation: Expression | None
    line: int


class Augment(Node, frozen=True, tag=31):
    """`target += value`."""

    target: Expression
    operator: str
    value: Expression
    line: int


class Evaluate(Node, frozen=True, tag=32):
    """An expression as a statement."""

    value: Expression
    line: int


class Return(Node, frozen=True, tag=33):
    value: Expression | None
    line: int


class Raise(Node, frozen=True, tag=34):
    value: Expression | None
    line: int


class If(Node, frozen=True, tag=35):
    """Also `assert test` (`orelse` raises) and each case of a `match` (test is an `Operation` "match")."""

    test: Expression
    body: tuple[Statement, ...]
    orelse: tuple[Statement, ...]
    line: int


class For(Node, frozen=True, tag=36):
    target: Expression
    iterable: Expression
    body: tuple[Statement, ...]
    orelse: tuple[Statement, ...]
    line: int


class While(Node, frozen=True, tag=37):
    test: Expression
    body: tuple[Statement, ...]
    orelse: tuple[Statement, ...]
    line: int


class WithItem(Node, frozen=True):
    context: Expression
    target: Expression | None
    line: int


class With(Node, frozen=True, tag=38):
    """`end_line` is the last line of the body."""

    items: tuple[WithItem, ...]
    body: tuple[Statement, ...]
    line: int
    end_line: int


class Handler(Node, frozen=True):
    """`except type as name`."""

    type: Expression | None
    name: str | None
    body: tuple[Statement, ...]


class Try(Node, frozen=True, tag=39):
    body: tuple[Statement, ...]
    handlers: tuple[Handler, ...]
    orelse: tuple[Statement, ...]
    final: tuple[Statement, ...]
    line: int


class Jump(Node, frozen=True, tag=40):
    """`break` or `continue`: the rest of the block does not run."""

    line: int
    leaves: bool = False
    """Whether the loop ends there."""


class Scope(Node, frozen=True, tag=41):
    """`global names` or `nonlocal names`."""

    kind: str
    names: tuple[str, ...]


class Delete(Node, frozen=True, tag=42):
    targets: tuple[Expression, ...]
    line: int


class Alias(Node, frozen=True):
    """`name as bound`; a star import has name "*"."""

    name: str
    bound: str | None


class Import(Node, frozen=True, tag=43):
    """`import a.b as c`."""

    names: tuple[Alias, ...]
    line: int


class ImportFrom(Node, frozen=True, tag=44):
    """`from ..module import names`; `level` counts the leading dots."""

    module: str
    level: int
    names: tuple[Alias, ...]
    line: int


class Function(Node, frozen=True, tag=45):
    """A `def`.

    `qualname` is dotted from the module, with `<locals>` as in `__qualname__`; `line` is the `def` line, `first_line`
    the first decorator's (or the same).
    """

    name: str
    qualname: str
    parameters: tuple[Parameter, ...]
    decorators: tuple[Expression, ...]
    returns: Expression | None
    body: tuple[Statement, ...]
    line: int
    first_line: int
    end_line: int
    is_async: bool
    is_generator: bool


class Class(Node, frozen=True, tag=46):
    name: str
    qualname: str
    bases: tuple[Expression, ...]
    keywords: tuple[Keyword, ...]
    decorators: tuple[Expression, ...]
    body: tuple[Statement, ...]
    line: int
    first_line: int
    end_line: int


Statement = (
    Assign
    | Augment
    | Evaluate
    | Return
    | Raise
    | If
    | For
    | While
    | With
    | Try
    | Jump
    | Scope
    | Delete
    | Import
    | ImportFrom
    | Function
    | Class
)
