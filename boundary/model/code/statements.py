"""Which statements are there?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from boundary.model.code.node import Node

if TYPE_CHECKING:
    from boundary.model.code.expressions import Expression, Keyword, Parameter


class Assign(Node):
    """`a = b = value`, `a: annotation = value`, or a bare `a: annotation` (value None)."""

    fields: ClassVar[tuple[str, ...]] = ("targets", "value", "annotation", "line")
    __slots__ = fields

    def __init__(
        self, targets: tuple[Expression, ...], value: Expression | None, annotation: Expression | None, line: int
    ) -> None:
        self.targets: Final = targets
        self.value: Final = value
        self.annotation: Final = annotation
        self.line: Final = line


class Augment(Node):
    """`target += value`."""

    fields: ClassVar[tuple[str, ...]] = ("target", "operator", "value", "line")
    __slots__ = fields

    def __init__(self, target: Expression, operator: str, value: Expression, line: int) -> None:
        self.target: Final = target
        self.operator: Final = operator
        self.value: Final = value
        self.line: Final = line


class Evaluate(Node):
    """An expression as a statement."""

    fields: ClassVar[tuple[str, ...]] = ("value", "line")
    __slots__ = fields

    def __init__(self, value: Expression, line: int) -> None:
        self.value: Final = value
        self.line: Final = line


class Return(Node):
    fields: ClassVar[tuple[str, ...]] = ("value", "line")
    __slots__ = fields

    def __init__(self, value: Expression | None, line: int) -> None:
        self.value: Final = value
        self.line: Final = line


class Raise(Node):
    fields: ClassVar[tuple[str, ...]] = ("value", "line")
    __slots__ = fields

    def __init__(self, value: Expression | None, line: int) -> None:
        self.value: Final = value
        self.line: Final = line


class If(Node):
    """Also `assert test` (`orelse` raises) and each case of a `match` (test is an `Operation` "match")."""

    fields: ClassVar[tuple[str, ...]] = ("test", "body", "orelse", "line")
    __slots__ = fields

    def __init__(self, test: Expression, body: tuple[Statement, ...], orelse: tuple[Statement, ...], line: int) -> None:
        self.test: Final = test
        self.body: Final = body
        self.orelse: Final = orelse
        self.line: Final = line


class For(Node):
    fields: ClassVar[tuple[str, ...]] = ("target", "iterable", "body", "orelse", "line")
    __slots__ = fields

    def __init__(
        self,
        target: Expression,
        iterable: Expression,
        body: tuple[Statement, ...],
        orelse: tuple[Statement, ...],
        line: int,
    ) -> None:
        self.target: Final = target
        self.iterable: Final = iterable
        self.body: Final = body
        self.orelse: Final = orelse
        self.line: Final = line


class While(Node):
    fields: ClassVar[tuple[str, ...]] = ("test", "body", "orelse", "line")
    __slots__ = fields

    def __init__(self, test: Expression, body: tuple[Statement, ...], orelse: tuple[Statement, ...], line: int) -> None:
        self.test: Final = test
        self.body: Final = body
        self.orelse: Final = orelse
        self.line: Final = line


class WithItem(Node):
    fields: ClassVar[tuple[str, ...]] = ("context", "target", "line")
    __slots__ = fields

    def __init__(self, context: Expression, target: Expression | None, line: int) -> None:
        self.context: Final = context
        self.target: Final = target
        self.line: Final = line


class With(Node):
    """`end_line` is the last line of the body."""

    fields: ClassVar[tuple[str, ...]] = ("items", "body", "line", "end_line")
    __slots__ = fields

    def __init__(self, items: tuple[WithItem, ...], body: tuple[Statement, ...], line: int, end_line: int) -> None:
        self.items: Final = items
        self.body: Final = body
        self.line: Final = line
        self.end_line: Final = end_line


class Handler(Node):
    """`except type as name`."""

    fields: ClassVar[tuple[str, ...]] = ("type", "name", "body")
    __slots__ = fields

    def __init__(self, type: Expression | None, name: str | None, body: tuple[Statement, ...]) -> None:
        self.type: Final = type
        self.name: Final = name
        self.body: Final = body


class Try(Node):
    fields: ClassVar[tuple[str, ...]] = ("body", "handlers", "orelse", "final", "line")
    __slots__ = fields

    def __init__(
        self,
        body: tuple[Statement, ...],
        handlers: tuple[Handler, ...],
        orelse: tuple[Statement, ...],
        final: tuple[Statement, ...],
        line: int,
    ) -> None:
        self.body: Final = body
        self.handlers: Final = handlers
        self.orelse: Final = orelse
        self.final: Final = final
        self.line: Final = line


class Jump(Node):
    """`break` or `continue`: the rest of the block does not run."""

    fields: ClassVar[tuple[str, ...]] = ("line", "leaves")
    __slots__ = fields

    def __init__(self, line: int, leaves: bool = False) -> None:
        self.line: Final = line
        self.leaves: Final = leaves
        """Whether the loop ends there."""


class Scope(Node):
    """`global names` or `nonlocal names`."""

    fields: ClassVar[tuple[str, ...]] = ("kind", "names")
    __slots__ = fields

    def __init__(self, kind: str, names: tuple[str, ...]) -> None:
        self.kind: Final = kind
        self.names: Final = names


class Delete(Node):
    fields: ClassVar[tuple[str, ...]] = ("targets", "line")
    __slots__ = fields

    def __init__(self, targets: tuple[Expression, ...], line: int) -> None:
        self.targets: Final = targets
        self.line: Final = line


class Alias(Node):
    """`name as bound`; a star import has name "*"."""

    fields: ClassVar[tuple[str, ...]] = ("name", "bound")
    __slots__ = fields

    def __init__(self, name: str, bound: str | None) -> None:
        self.name: Final = name
        self.bound: Final = bound


class Import(Node):
    """`import a.b as c`."""

    fields: ClassVar[tuple[str, ...]] = ("names", "line")
    __slots__ = fields

    def __init__(self, names: tuple[Alias, ...], line: int) -> None:
        self.names: Final = names
        self.line: Final = line


class ImportFrom(Node):
    """`from ..module import names`; `level` counts the leading dots."""

    fields: ClassVar[tuple[str, ...]] = ("module", "level", "names", "line")
    __slots__ = fields

    def __init__(self, module: str, level: int, names: tuple[Alias, ...], line: int) -> None:
        self.module: Final = module
        self.level: Final = level
        self.names: Final = names
        self.line: Final = line


class Function(Node):
    """A `def`.

    `qualname` is dotted from the module, with `<locals>` as in `__qualname__`; `line` is the `def` line, `first_line`
    the first decorator's (or the same).
    """

    fields: ClassVar[tuple[str, ...]] = (
        "name",
        "qualname",
        "parameters",
        "decorators",
        "returns",
        "body",
        "line",
        "first_line",
        "end_line",
        "is_async",
        "is_generator",
    )
    __slots__ = fields

    def __init__(
        self,
        name: str,
        qualname: str,
        parameters: tuple[Parameter, ...],
        decorators: tuple[Expression, ...],
        returns: Expression | None,
        body: tuple[Statement, ...],
        line: int,
        first_line: int,
        end_line: int,
        is_async: bool,
        is_generator: bool,
    ) -> None:
        self.name: Final = name
        self.qualname: Final = qualname
        self.parameters: Final = parameters
        self.decorators: Final = decorators
        self.returns: Final = returns
        self.body: Final = body
        self.line: Final = line
        self.first_line: Final = first_line
        self.end_line: Final = end_line
        self.is_async: Final = is_async
        self.is_generator: Final = is_generator


class Class(Node):
    fields: ClassVar[tuple[str, ...]] = (
        "name",
        "qualname",
        "bases",
        "keywords",
        "decorators",
        "body",
        "line",
        "first_line",
        "end_line",
    )
    __slots__ = fields

    def __init__(
        self,
        name: str,
        qualname: str,
        bases: tuple[Expression, ...],
        keywords: tuple[Keyword, ...],
        decorators: tuple[Expression, ...],
        body: tuple[Statement, ...],
        line: int,
        first_line: int,
        end_line: int,
    ) -> None:
        self.name: Final = name
        self.qualname: Final = qualname
        self.bases: Final = bases
        self.keywords: Final = keywords
        self.decorators: Final = decorators
        self.body: Final = body
        self.line: Final = line
        self.first_line: Final = first_line
        self.end_line: Final = end_line


Statement: TypeAlias = (
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
