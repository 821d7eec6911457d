"""How do Python 3.11's forms say what newer syntax says?  Rewrites a syntax tree, so that one extractor reads all.

Newer forms come from two sides: from `ast` itself where the interpreter is newer (type parameters, `type` aliases,
template strings), and from `bridge` as calls of the marker names below, which no program uses.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = "__boundary_format__"
"""`FORMAT(piece, hole, ...)` stands for an f-string or a t-string."""
HOLE = "__boundary_hole__"
"""`HOLE(value, conversion, FORMAT(...) or None)` stands for one replacement field."""
UNPACK = "__boundary_unpack__"
"""`[UNPACK(x) for ...]` stands for `[*x for ...]`, `{UNPACK(x): None for ...}` for `{**x for ...}`."""
TYPES = "__boundary_types__"
"""`def f(TYPES: TYPES(TypeVar("T", bound=...), ...), ...)`, `class A(TYPES(...), ...)` stand for type parameters."""
ALIAS = "__boundary_alias__"
"""`X: ALIAS(TYPES(...)) = value` stands for `type X[...] = value`."""

_HINTS = re.compile(
    r"^[ \t]*type[ \t\\]+\w|\b(?:def|class)\s+\w+\s*\[|\b(?:[tT][rR]?|[rR][tT])['\"]|\*.* for ", re.MULTILINE
)
_Newer = Any
"""A node that the running interpreter may not know, or what replaces one."""


def may_hold_newer_forms(text: str) -> bool:
    """Whether a text may hold a form that is newer than Python 3.11; cheap, and only a no is certain."""
    return _HINTS.search(text) is not None


def lower(tree: ast.Module) -> ast.Module:
    """The same tree in the forms of Python 3.11; the tree given is changed. Lines stay.

    Type parameters become what was written before them: `T = TypeVar("T", bound=Model)` in front of the definition
    and, for a class, a base `Generic[T]`. Template strings become f-strings. Raises RecursionError.
    """
    lowered: ast.Module = _Lowering().visit(tree)
    return lowered


def lower_types(tree: ast.Module) -> int:
    """Lower marked type parameters and aliases alone, in place; how many definitions had some.

    Only statements are entered, which takes a tenth of the time.
    """
    found = 0
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            block = getattr(node, name, None)
            if not block:
                continue
            waiting += block
            written: list[ast.stmt] = []
            for one in block:
                lowered = _without_types(one)
                found += lowered != [one]
                written += lowered
            block[:] = written
    return found


class _Lowering(ast.NodeTransformer):
    """Replaces the newer forms, inner ones first."""

    def __init__(self) -> None:
        self._writers: dict[str, Callable[[_Newer], _Newer]] = {
            "Call": _call,
            "TemplateStr": _template,
            "Interpolation": _interpolation,
            "ListComp": _comprehension,
            "SetComp": _comprehension,
            "GeneratorExp": _comprehension,
            "DictComp": _dict_comprehension,
            "FunctionDef": _function,
            "AsyncFunctionDef": _function,
            "ClassDef": _class,
            "AnnAssign": _annotated,
            "TypeAlias": _alias,
        }

    def visit(self, node: ast.AST) -> _Newer:
        """What stands in the place of the node: a node, or several statements."""
        self.generic_visit(node)
        writer = self._writers.get(type(node).__name__)
        return writer(node) if writer else node


def _call(node: ast.Call) -> ast.expr:
    if _calls(node, FORMAT):
        return ast.copy_location(ast.JoinedStr(_merged(node.args)), node)
    if not _calls(node, HOLE):
        return node
    value, conversion, spec = node.args
    letter = conversion.value if isinstance(conversion, ast.Constant) else None
    code = ord(letter) if isinstance(letter, str) else -1
    held = spec if isinstance(spec, ast.JoinedStr) else None
    return ast.copy_location(ast.FormattedValue(value, code, held), node)


def _template(node: _Newer) -> ast.expr:
    return ast.copy_location(ast.JoinedStr(node.values), node)


def _interpolation(node: _Newer) -> ast.expr:
    return ast.copy_location(ast.FormattedValue(node.value, node.conversion, node.format_spec), node)


def _comprehension(node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> ast.expr:
    unpacked = _unpacked(node.elt)
    if unpacked is not None:
        node.elt = _each(node.generators, unpacked)
    return node


def _dict_comprehension(node: _Newer) -> ast.expr:
    # `{**x for ...}` has no value in the tree of an interpreter that knows it.
    unpacked = node.key if node.value is None else _unpacked(node.key)
    if unpacked is not None:
        node.key = node.value = _each(node.generators, unpacked)
    lowered: ast.expr = node
    return lowered


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
    parameters = node.args.posonlyargs or node.args.args
    declared = _native(node)
    if parameters and parameters[0].arg == TYPES:
        declared = _arguments(parameters.pop(0).annotation)
    return [*_declarations(declared, node), node]


def _without_types(node: ast.stmt) -> list[ast.stmt]:
    """The statements that say the same in older forms, inner blocks aside."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return _function(node)
        case ast.ClassDef():
            return _class(node)
        case ast.AnnAssign():
            lowered = _annotated(node)
            return lowered if isinstance(lowered, list) else [lowered]
        case _:
            return [node]


def _class(node: ast.ClassDef) -> list[ast.stmt]:
    declared = _native(node)
    if node.bases and _calls(node.bases[0], TYPES):
        declared = _arguments(node.bases.pop(0))
    if declared:
        node.bases.append(_generic(declared, node))
    return [*_declarations(declared, node), node]


def _annotated(node: ast.AnnAssign) -> ast.stmt | list[ast.stmt]:
    if not _calls(node.annotation, ALIAS) or node.value is None:
        return node
    declared = [call for types in _arguments(node.annotation) for call in _arguments(types)]
    return [*_declarations(declared, node), ast.copy_location(ast.Assign([node.target], node.value), node)]


def _alias(node: _Newer) -> list[ast.stmt]:
    assigned = ast.copy_location(ast.Assign([node.name], node.value), node)
    return [*_declarations(_native(node), node), assigned]


def _arguments(node: ast.expr | None) -> list[ast.expr]:
    return node.args if isinstance(node, ast.Call) else []


def _calls(node: ast.AST | None, marker: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == marker


def _merged(pieces: list[ast.expr]) -> list[ast.expr]:
    """The values of an f-string: strings side by side are one, f-strings inside are spliced in."""
    merged: list[ast.expr] = []
    for piece in pieces:
        for value in piece.values if isinstance(piece, ast.JoinedStr) else [piece]:
            last = merged[-1] if merged else None
            if isinstance(value, ast.Constant) and isinstance(last, ast.Constant):
                last.value = str(last.value) + str(value.value)
                last.end_lineno, last.end_col_offset = value.end_lineno, value.end_col_offset
            else:
                merged.append(value)
    return [value for value in merged if not (isinstance(value, ast.Constant) and value.value == "")]


def _unpacked(element: ast.expr) -> ast.expr | None:
    """What `*x` or UNPACK(x) unpacks."""
    if isinstance(element, ast.Starred):
        return element.value
    return element.args[0] if isinstance(element, ast.Call) and _calls(element, UNPACK) else None


def _each(generators: list[ast.comprehension], unpacked: ast.expr) -> ast.expr:
    """One more clause, over the items of what is unpacked; returns the name of an item."""
    target = ast.copy_location(ast.Name(UNPACK, ast.Store()), unpacked)
    generators.append(ast.comprehension(target, unpacked, [], 0))
    return ast.copy_location(ast.Name(UNPACK, ast.Load()), unpacked)


def _native(node: _Newer) -> list[ast.expr]:
    """The type parameters of a newer interpreter's tree, as the calls that declare them."""
    parameters, calls = getattr(node, "type_params", None) or [], list[ast.expr]()
    for parameter in parameters:
        call = ast.Call(ast.Name(type(parameter).__name__, ast.Load()), [ast.Constant(parameter.name)], [])
        for keyword, field in (("bound", "bound"), ("default", "default_value")):
            value = getattr(parameter, field, None)
            if value is not None:
                plain = value.value if isinstance(value, ast.Starred) else value  # `*Ts = *tuple[int]`
                call.keywords.append(ast.keyword(keyword, plain))
        calls.append(ast.fix_missing_locations(ast.copy_location(call, parameter)))
    if parameters:
        node.type_params = []
    return calls


def _declarations(declared: list[ast.expr], at: ast.stmt) -> list[ast.stmt]:
    """`from typing import TypeVar`, `T = TypeVar("T")` for each call that declares a type parameter."""
    if not declared:
        return []
    kinds = {call.func.id for call in declared if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)}
    names = sorted(kinds | ({"Generic"} if isinstance(at, ast.ClassDef) else set()))
    first: list[ast.stmt] = [ast.ImportFrom("typing", [ast.alias(name) for name in names], 0)]
    assigned = [ast.Assign([ast.Name(_name(call), ast.Store())], _with_constraints(call)) for call in declared]
    return [ast.fix_missing_locations(ast.copy_location(each, at)) for each in [*first, *assigned]]


def _with_constraints(call: ast.expr) -> ast.expr:
    """`T: (int, str)` names constraints, not a bound."""
    if isinstance(call, ast.Call) and call.keywords and call.keywords[0].arg == "bound":
        bound = call.keywords[0].value
        if isinstance(bound, ast.Tuple):
            call.args += bound.elts
            del call.keywords[0]
    return call


def _name(call: ast.expr) -> str:
    first = call.args[0] if isinstance(call, ast.Call) else None
    return str(first.value) if isinstance(first, ast.Constant) else ""


def _generic(declared: list[ast.expr], at: ast.ClassDef) -> ast.expr:
    """`Generic[T, P]`; a type variable tuple stands as a star in it."""
    names: list[ast.expr] = []
    for call in declared:
        name: ast.expr = ast.Name(_name(call), ast.Load())
        names.append(ast.Starred(name, ast.Load()) if _calls(call, "TypeVarTuple") else name)
    index = ast.Tuple(names, ast.Load()) if len(names) > 1 or isinstance(names[0], ast.Starred) else names[0]
    base = ast.Subscript(ast.Name("Generic", ast.Load()), index, ast.Load())
    return ast.fix_missing_locations(ast.copy_location(base, at))
