"""How does one expression of Python's syntax tree look in the small language?"""

# ruff: noqa: SLF001 - a table at the end names the methods of the class

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Final

from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable

OPERATORS: dict[type[ast.AST], str] = {
    ast.And: "and", ast.Or: "or", ast.Not: "not", ast.Invert: "~", ast.UAdd: "u+", ast.USub: "u-",
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.MatMult: "@", ast.Div: "/", ast.Mod: "%", ast.Pow: "**",
    ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|", ast.BitXor: "^", ast.BitAnd: "&", ast.FloorDiv: "//",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip
NOTHING = code.Constant(None)
BIGGEST_INTEGER = 2**63 - 1
NAME: Final = ast.Name
ATTRIBUTE: Final = ast.Attribute
CALL: Final = ast.Call


class ExpressionReader:
    """Turns expressions of `ast` into nodes of `boundary.model.code`; counts the calls that it meets."""

    def __init__(self) -> None:
        self.calls = 0
        self.yields = False

    def read(self, node: ast.AST) -> code.Expression:
        """The expression in the small language; forms that cannot matter become a constant None."""
        # most are one of these, and compiled code calls what it knows by name at once
        if type(node) is NAME:
            return self._name(node)
        if type(node) is ATTRIBUTE:
            return self._attribute(node)
        if type(node) is CALL:
            return self._call(node)
        reader = READERS.get(type(node))
        return reader(self, node) if reader else NOTHING

    def optional(self, node: ast.AST | None) -> code.Expression | None:
        """Like `read`, but None stays None."""
        return None if node is None else self.read(node)

    def annotation(self, node: ast.expr | None) -> code.Expression | None:
        """An annotation; one that is written as a string is parsed, one that does not parse is dropped."""
        if node is None:
            return None
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                parsed = ast.parse(node.value.strip(), mode="eval").body
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                return None
            node = ast.increment_lineno(parsed, node.lineno - 1)
        return self.read(node)

    def parameters(self, node: ast.arguments) -> tuple[code.Parameter, ...]:
        """The parameters of a `def` or `lambda` in order, with their defaults."""
        found: list[code.Parameter] = []
        positional = [*node.posonlyargs, *node.args]
        missing = len(positional) - len(node.defaults)
        for index, parameter in enumerate(positional):
            kind = "positional" if index < len(node.posonlyargs) else "normal"
            default = self.read(node.defaults[index - missing]) if index >= missing else None
            found.append(code.Parameter(parameter.arg, kind, self.annotation(parameter.annotation), default))
        if node.vararg:
            found.append(code.Parameter(node.vararg.arg, "args", self._variadic(node.vararg), None))
        for parameter, default_node in zip(node.kwonlyargs, node.kw_defaults, strict=True):
            default = self.optional(default_node)
            found.append(code.Parameter(parameter.arg, "keyword", self.annotation(parameter.annotation), default))
        if node.kwarg:
            found.append(code.Parameter(node.kwarg.arg, "kwargs", self.annotation(node.kwarg.annotation), None))
        return tuple(found)

    def _variadic(self, node: ast.arg) -> code.Expression | None:
        """`*args: *Ts` (PEP 646) says nothing about a single value."""
        return None if isinstance(node.annotation, ast.Starred) else self.annotation(node.annotation)

    def keywords(self, nodes: list[ast.keyword]) -> tuple[code.Keyword, ...]:
        """Keyword arguments of a call or a class."""
        return tuple([code.Keyword(node.arg, self.read(node.value)) for node in nodes])

    def _many(self, nodes: list[ast.expr]) -> tuple[code.Expression, ...]:
        return tuple([self.read(node) for node in nodes])

    def _name(self, node: ast.Name) -> code.Expression:
        return code.Name(node.id)

    def _attribute(self, node: ast.Attribute) -> code.Expression:
        return code.Attribute(self.read(node.value), node.attr, node.end_lineno or node.lineno)

    def _call(self, node: ast.Call) -> code.Expression:
        self.calls += 1
        function = node.func
        # A traceback shows a method call at the line of the method's name.
        line = (function.end_lineno or node.lineno) if isinstance(function, ast.Attribute) else node.lineno
        return code.Call(self.read(function), self._many(node.args), self.keywords(node.keywords), line)

    def _constant(self, node: ast.Constant) -> code.Expression:
        value = node.value
        if isinstance(value, (str, bool, float)):
            return code.Constant(value)
        if isinstance(value, int) and -BIGGEST_INTEGER <= value <= BIGGEST_INTEGER:
            return code.Constant(value)
        return NOTHING if value is None else code.Name("__unknown__")

    def _joined(self, node: ast.JoinedStr) -> code.Expression:
        return code.Format(self._many(node.values), node.lineno)

    def _formatted(self, node: ast.FormattedValue) -> code.Expression:
        return self.read(node.value)

    def _list(self, node: ast.List) -> code.Expression:
        return code.Display("list", self._many(node.elts))

    def _tuple(self, node: ast.Tuple) -> code.Expression:
        return code.Display("tuple", self._many(node.elts))

    def _set(self, node: ast.Set) -> code.Expression:
        return code.Display("set", self._many(node.elts))

    def _dict(self, node: ast.Dict) -> code.Expression:
        return code.Mapping(tuple([self.optional(key) for key in node.keys]), self._many(node.values))

    def _subscript(self, node: ast.Subscript) -> code.Expression:
        return code.Subscript(self.read(node.value), self.read(node.slice), node.lineno)

    def _slice(self, node: ast.Slice) -> code.Expression:
        bounds = [NOTHING if part is None else self.read(part) for part in (node.lower, node.upper)]
        if node.step is not None:
            bounds.append(self.read(node.step))
        return code.Operation("slice", tuple(bounds))

    def _choice(self, node: ast.IfExp) -> code.Expression:
        return code.Choice(self.read(node.test), self.read(node.body), self.read(node.orelse), node.lineno)

    def _boolean(self, node: ast.BoolOp) -> code.Expression:
        return code.Operation(OPERATORS[type(node.op)], self._many(node.values), node.lineno)

    def _binary(self, node: ast.BinOp) -> code.Expression:
        # A chain of a thousand `+` is one level of syntax per operand: walk its left side in a loop.
        operator, right = type(node.op), [node.right]
        left: ast.expr = node.left
        while isinstance(left, ast.BinOp) and type(left.op) is operator:
            right.append(left.right)
            left = left.left
        operands = (self.read(left), *[self.read(part) for part in reversed(right)])
        return code.Operation(OPERATORS[operator], operands, node.lineno)

    def _unary(self, node: ast.UnaryOp) -> code.Expression:
        if isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
            value: object = node.operand.value  # of either kind on its own: an integer can be too large for a float
            if isinstance(value, int) and value <= BIGGEST_INTEGER:
                return code.Constant(-value)
            if isinstance(value, float) and value <= BIGGEST_INTEGER:
                return code.Constant(-value)
        return code.Operation(OPERATORS[type(node.op)], (self.read(node.operand),), node.lineno)

    def _compare(self, node: ast.Compare) -> code.Expression:
        operator = OPERATORS[type(node.ops[0])] if len(node.ops) == 1 else "chain"
        return code.Operation(operator, self._many([node.left, *node.comparators]), node.lineno)

    def _lambda(self, node: ast.Lambda) -> code.Expression:
        return code.Lambda(self.parameters(node.args), self.read(node.body), node.lineno)

    def _comprehension(
        self, kind: str, elements: list[ast.expr], generators: list[ast.comprehension], line: int
    ) -> code.Expression:
        clauses = [code.Clause(self.read(one.target), self.read(one.iter), self._many(one.ifs)) for one in generators]
        return code.Comprehension(kind, self._many(elements), tuple(clauses), line)

    def _list_comprehension(self, node: ast.ListComp) -> code.Expression:
        return self._comprehension("list", [node.elt], node.generators, node.lineno)

    def _set_comprehension(self, node: ast.SetComp) -> code.Expression:
        return self._comprehension("set", [node.elt], node.generators, node.lineno)

    def _generator(self, node: ast.GeneratorExp) -> code.Expression:
        return self._comprehension("generator", [node.elt], node.generators, node.lineno)

    def _dict_comprehension(self, node: ast.DictComp) -> code.Expression:
        return self._comprehension("dict", [node.key, node.value], node.generators, node.lineno)

    def _yield(self, node: ast.Yield) -> code.Expression:
        self.yields = True
        return code.Yield(self.optional(node.value), delegates=False)

    def _yield_from(self, node: ast.YieldFrom) -> code.Expression:
        self.yields = True
        return code.Yield(self.read(node.value), delegates=True, line=node.lineno)

    def _starred(self, node: ast.Starred) -> code.Expression:
        return code.Starred(self.read(node.value), node.lineno)

    def _bind(self, node: ast.NamedExpr) -> code.Expression:
        return code.Bind(node.target.id, self.read(node.value))

    def _await(self, node: ast.Await) -> code.Expression:
        return code.Await(self.read(node.value), node.lineno)


READERS: Final[dict[type[ast.AST], Callable[[ExpressionReader, Any], code.Expression]]] = {
    ast.Name: ExpressionReader._name,
    ast.Attribute: ExpressionReader._attribute,
    ast.Call: ExpressionReader._call,
    ast.Constant: ExpressionReader._constant,
    ast.JoinedStr: ExpressionReader._joined,
    ast.List: ExpressionReader._list,
    ast.Tuple: ExpressionReader._tuple,
    ast.Set: ExpressionReader._set,
    ast.Dict: ExpressionReader._dict,
    ast.Subscript: ExpressionReader._subscript,
    ast.Slice: ExpressionReader._slice,
    ast.IfExp: ExpressionReader._choice,
    ast.BoolOp: ExpressionReader._boolean,
    ast.BinOp: ExpressionReader._binary,
    ast.UnaryOp: ExpressionReader._unary,
    ast.Compare: ExpressionReader._compare,
    ast.Lambda: ExpressionReader._lambda,
    ast.ListComp: ExpressionReader._list_comprehension,
    ast.SetComp: ExpressionReader._set_comprehension,
    ast.GeneratorExp: ExpressionReader._generator,
    ast.DictComp: ExpressionReader._dict_comprehension,
    ast.Yield: ExpressionReader._yield,
    ast.YieldFrom: ExpressionReader._yield_from,
    ast.Starred: ExpressionReader._starred,
    ast.NamedExpr: ExpressionReader._bind,
    ast.Await: ExpressionReader._await,
    ast.FormattedValue: ExpressionReader._formatted,
}
