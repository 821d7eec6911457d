"""Which expressions are there?"""

from __future__ import annotations

from typing import ClassVar, Final, TypeAlias

from boundary.model.code.node import Node


class Name(Node):
    """A bare name: `orders`."""

    fields: ClassVar[tuple[str, ...]] = ("id",)
    __slots__ = fields

    def __init__(self, id: str) -> None:
        self.id: Final = id


class Attribute(Node):
    """`value.name`; `line` is where the name stands."""

    fields: ClassVar[tuple[str, ...]] = ("value", "name", "line")
    __slots__ = fields

    def __init__(self, value: Expression, name: str, line: int) -> None:
        self.value: Final = value
        self.name: Final = name
        self.line: Final = line


class Keyword(Node):
    """One keyword argument; `name` is None for `**value`."""

    fields: ClassVar[tuple[str, ...]] = ("name", "value")
    __slots__ = fields

    def __init__(self, name: str | None, value: Expression) -> None:
        self.name: Final = name
        self.value: Final = value


class Call(Node):
    """`function(*arguments, **keywords)`; `line` is the line that a traceback would show."""

    fields: ClassVar[tuple[str, ...]] = ("function", "arguments", "keywords", "line")
    __slots__ = fields

    def __init__(
        self, function: Expression, arguments: tuple[Expression, ...], keywords: tuple[Keyword, ...], line: int
    ) -> None:
        self.function: Final = function
        self.arguments: Final = arguments
        self.keywords: Final = keywords
        self.line: Final = line


class Constant(Node):
    """A text, a number, a truth or None. Bytes, complex numbers and integers past 64 bits are kept as None."""

    fields: ClassVar[tuple[str, ...]] = ("value",)
    __slots__ = fields

    def __init__(self, value: object) -> None:
        self.value: Final = value


class Format(Node):
    """An f-string: constant pieces and holes in order."""

    fields: ClassVar[tuple[str, ...]] = ("parts", "line")
    __slots__ = fields

    def __init__(self, parts: tuple[Expression, ...], line: int = 0) -> None:
        self.parts: Final = parts
        self.line: Final = line


class Display(Node):
    """`[a, b]`, `(a, b)` or `{a, b}`; `kind` is "list", "tuple" or "set"."""

    fields: ClassVar[tuple[str, ...]] = ("kind", "items")
    __slots__ = fields

    def __init__(self, kind: str, items: tuple[Expression, ...]) -> None:
        self.kind: Final = kind
        self.items: Final = items


class Mapping(Node):
    """`{key: value}`; a key of None stands for `**value`."""

    fields: ClassVar[tuple[str, ...]] = ("keys", "values")
    __slots__ = fields

    def __init__(self, keys: tuple[Expression | None, ...], values: tuple[Expression, ...]) -> None:
        self.keys: Final = keys
        self.values: Final = values


class Subscript(Node):
    """`value[index]`; a slice is an `Operation` with operator "slice"."""

    fields: ClassVar[tuple[str, ...]] = ("value", "index", "line")
    __slots__ = fields

    def __init__(self, value: Expression, index: Expression, line: int) -> None:
        self.value: Final = value
        self.index: Final = index
        self.line: Final = line


class Choice(Node):
    """`body if test else orelse`."""

    fields: ClassVar[tuple[str, ...]] = ("test", "body", "orelse", "line")
    __slots__ = fields

    def __init__(self, test: Expression, body: Expression, orelse: Expression, line: int = 0) -> None:
        self.test: Final = test
        self.body: Final = body
        self.orelse: Final = orelse
        self.line: Final = line


class Operation(Node):
    """Any operator by its spelling: "and", "or", "not", "==", "is", "is not", "in", "+", "%", "slice", "match" ..."""

    fields: ClassVar[tuple[str, ...]] = ("operator", "operands", "line")
    __slots__ = fields

    def __init__(self, operator: str, operands: tuple[Expression, ...], line: int = 0) -> None:
        self.operator: Final = operator
        self.operands: Final = operands
        self.line: Final = line


class Lambda(Node):
    """`lambda parameters: body`."""

    fields: ClassVar[tuple[str, ...]] = ("parameters", "body", "line")
    __slots__ = fields

    def __init__(self, parameters: tuple[Parameter, ...], body: Expression, line: int) -> None:
        self.parameters: Final = parameters
        self.body: Final = body
        self.line: Final = line


class Clause(Node):
    """One `for target in iterable if conditions` of a comprehension."""

    fields: ClassVar[tuple[str, ...]] = ("target", "iterable", "conditions")
    __slots__ = fields

    def __init__(self, target: Expression, iterable: Expression, conditions: tuple[Expression, ...]) -> None:
        self.target: Final = target
        self.iterable: Final = iterable
        self.conditions: Final = conditions


class Comprehension(Node):
    """`kind` is "list", "set", "dict" or "generator"; a dict has two elements, key and value."""

    fields: ClassVar[tuple[str, ...]] = ("kind", "elements", "clauses", "line")
    __slots__ = fields

    def __init__(self, kind: str, elements: tuple[Expression, ...], clauses: tuple[Clause, ...], line: int) -> None:
        self.kind: Final = kind
        self.elements: Final = elements
        self.clauses: Final = clauses
        self.line: Final = line


class Yield(Node):
    """`yield value`, or `yield from value` when `delegates`."""

    fields: ClassVar[tuple[str, ...]] = ("value", "delegates", "line")
    __slots__ = fields

    def __init__(self, value: Expression | None, delegates: bool, line: int = 0) -> None:
        self.value: Final = value
        self.delegates: Final = delegates
        self.line: Final = line


class Starred(Node):
    """`*value` in a call, a display or a target."""

    fields: ClassVar[tuple[str, ...]] = ("value", "line")
    __slots__ = fields

    def __init__(self, value: Expression, line: int = 0) -> None:
        self.value: Final = value
        self.line: Final = line


class Bind(Node):
    """`(name := value)`."""

    fields: ClassVar[tuple[str, ...]] = ("name", "value")
    __slots__ = fields

    def __init__(self, name: str, value: Expression) -> None:
        self.name: Final = name
        self.value: Final = value


class Await(Node):
    """`await value`."""

    fields: ClassVar[tuple[str, ...]] = ("value", "line")
    __slots__ = fields

    def __init__(self, value: Expression, line: int = 0) -> None:
        self.value: Final = value
        self.line: Final = line


class Native(Node):
    """What a template's language does by itself, called by the name that the linker knows (`model/templates.py`)."""

    fields: ClassVar[tuple[str, ...]] = ("name", "arguments", "keywords", "line")
    __slots__ = fields

    def __init__(self, name: str, arguments: tuple[Expression, ...], keywords: tuple[Keyword, ...], line: int) -> None:
        self.name: Final = name
        self.arguments: Final = arguments
        self.keywords: Final = keywords
        self.line: Final = line


class Parameter(Node):
    """One parameter.

    `kind` is "positional" (positional-only), "normal", "args" (`*x`), "keyword" (keyword-only) or "kwargs" (`**x`).
    """

    fields: ClassVar[tuple[str, ...]] = ("name", "kind", "annotation", "default")
    __slots__ = fields

    def __init__(self, name: str, kind: str, annotation: Expression | None, default: Expression | None) -> None:
        self.name: Final = name
        self.kind: Final = kind
        self.annotation: Final = annotation
        self.default: Final = default


Expression: TypeAlias = (
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
