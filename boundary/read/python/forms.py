"""How is a newer form of Python's syntax written as an older one?  On libcst's tree, without moving a line.

| newer form                                   | becomes                                                     |
| -------------------------------------------- | ----------------------------------------------------------- |
| f-strings of PEP 701, t-strings of PEP 750   | calls of a marker that `older` turns into f-strings         |
| type parameters and aliases (PEP 695, 696)   | a marked parameter, base or annotation, read by `older`     |
| `except A, B:` (PEP 758)                     | `except (A, B):`                                            |
| `lazy import a` (PEP 810)                    | `import a`                                                  |
| `[*x for x in y]`, `{**x for x in y}` (798)  | a marked element, read by `older`                           |
"""

from __future__ import annotations

import ast
import re
import warnings
from typing import TYPE_CHECKING, Any

import libcst as cst

from boundary.read.python.older import ALIAS, FORMAT, HOLE, TYPES, UNPACK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BRACES = re.compile(r"(\\N\{[^{}]*\})|\{\{|\}\}")
_QUOTES = re.compile(r'(\\.)|"', re.DOTALL)

_String = cst.FormattedString | cst.TemplatedString
_Hole = cst.FormattedStringExpression | cst.TemplatedStringExpression


def to_older_forms(module: cst.Module) -> str | None:
    """The text of `module` in the forms of Python 3.11, with as many lines as before.

    None where a string holds an escape that means nothing.
    """
    try:
        text: str = module.visit(_OlderForms(module)).code
    except (SyntaxError, ValueError):
        return None
    return text


class _Raw(cst.Name):
    """An expression that is already written as text."""

    def _validate(self) -> None:
        """Any text will do."""

    def _safe_to_use_with_word_operator(self, position: object) -> bool:  # noqa: ARG002 - it is in parentheses
        return True


class _OlderForms(cst.CSTTransformer):
    """Writes each newer form as an older one, inner ones first."""

    def __init__(self, module: cst.Module) -> None:
        super().__init__()
        self._code = module.code_for_node
        self._writers: dict[type[cst.CSTNode], Callable[[Any], cst.CSTNode]] = {
            cst.FormattedString: self._format,
            cst.TemplatedString: self._format,
            cst.ConcatenatedString: self._concatenation,
            cst.FunctionDef: self._function,
            cst.ClassDef: self._class,
            cst.TypeAlias: self._alias,
            cst.ExceptHandler: _with_parentheses,
            cst.ExceptStarHandler: _with_parentheses,
            cst.LazyImport: self._import,
            cst.LazyImportFrom: self._import_from,
            cst.ListComp: self._unpacking,
            cst.SetComp: self._unpacking,
            cst.GeneratorExp: self._unpacking,
            cst.StarredDictComp: self._dict_unpacking,
        }

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Whether to go into `node`; strings side by side take only strings as parts, and theirs become calls."""
        return not isinstance(node, cst.ConcatenatedString)

    def on_leave(self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT) -> Any:  # noqa: ANN401, ARG002 - libcst's
        """What stands in the place of the node."""
        writer = self._writers.get(type(updated_node))
        return writer(updated_node) if writer else updated_node

    # --- f-strings and t-strings

    def _format(self, node: _String) -> _Raw:
        is_raw = "r" in node.start[: -len(node.end)].lower()
        return _Raw(f"({FORMAT}({self._parts(node.parts, is_raw=is_raw)}))", lpar=node.lpar, rpar=node.rpar)

    def _concatenation(self, node: cst.ConcatenatedString) -> cst.BaseExpression:
        parts: list[object] = []
        rest: cst.BaseExpression = node
        while isinstance(rest, cst.ConcatenatedString):  # a loop: there may be hundreds, one inside the other
            parts += [rest.left.visit(self), rest.whitespace_between]
            rest = rest.right
        parts.append(rest.visit(self))
        if not any(isinstance(part, _Raw) for part in parts):
            return node
        pieces = "".join(self._piece_of(part) for part in parts)
        return _Raw(f"({FORMAT}({pieces}))", lpar=node.lpar, rpar=node.rpar)

    def _piece_of(self, part: object) -> str:
        """What a string, or the space after it, puts into the FORMAT of the concatenation that it is part of."""
        if isinstance(part, _Raw):
            return part.value[len(FORMAT) + 2 : -2]
        if isinstance(part, cst.SimpleString):
            return f"{self._code(part)},"
        return self._code(part) if isinstance(part, cst.CSTNode) else ""

    def _parts(self, parts: Sequence[cst.CSTNode], *, is_raw: bool) -> str:
        return "".join(
            _piece(_evaluated(part.value, is_raw=is_raw), part.value.count("\n"))
            if isinstance(part, cst.FormattedStringText | cst.TemplatedStringText)
            else self._hole(part, is_raw=is_raw)  # type: ignore[arg-type] # there is no third kind
            for part in parts
        )

    def _hole(self, hole: _Hole, *, is_raw: bool) -> str:
        before, after = self._code(hole.whitespace_before_expression), self._code(hole.whitespace_after_expression)
        value = f"{before}{self._code(hole.expression)}{after}"
        spelled, conversion = "", hole.conversion
        if hole.equal is not None:
            equal = self._code(hole.equal)
            spelled = _piece(f"{value}{equal}", equal.count("\n"))
            conversion = conversion or ("r" if hole.format_spec is None else None)
        spec = "None"
        if hole.format_spec is not None:
            spec = f"{FORMAT}({self._parts(hole.format_spec, is_raw=is_raw)})"
        return f"{spelled}{HOLE}(({value}),{conversion!r},{spec}),"

    # --- type parameters and aliases

    def _function(self, node: cst.FunctionDef) -> cst.FunctionDef:
        if node.type_parameters is None:
            return node
        types, parameters = self._types(node.type_parameters, node.whitespace_after_type_parameters), node.params
        marked = cst.Param(
            cst.Name(TYPES),
            cst.Annotation(_Raw(types)),
            comma=cst.Comma(whitespace_after=node.whitespace_before_params),
        )
        field = "posonly_params" if parameters.posonly_params else "params"
        nothing = cst.SimpleWhitespace("")
        return node.with_changes(
            type_parameters=None,
            whitespace_after_type_parameters=nothing,
            whitespace_before_params=nothing,
            params=parameters.with_changes(**{field: [marked, *getattr(parameters, field)]}),
        )

    def _class(self, node: cst.ClassDef) -> cst.ClassDef:
        if node.type_parameters is None:
            return node
        types = self._types(node.type_parameters, node.whitespace_after_type_parameters)
        lpar = node.lpar if isinstance(node.lpar, cst.LeftParen) else cst.LeftParen()
        rpar = node.rpar if isinstance(node.rpar, cst.RightParen) else cst.RightParen()
        return node.with_changes(
            type_parameters=None,
            whitespace_after_type_parameters=cst.SimpleWhitespace(""),
            lpar=cst.LeftParen(),
            rpar=rpar,
            bases=[cst.Arg(_Raw(types), comma=cst.Comma(whitespace_after=lpar.whitespace_after)), *node.bases],
        )

    def _alias(self, node: cst.TypeAlias) -> cst.Expr:
        declared = "" if node.type_parameters is None else self._types(node.type_parameters)
        space = (node.whitespace_after_type, node.whitespace_after_name, node.whitespace_after_type_parameters)
        name = self._code(node.name) + "".join(self._space(each) for each in space)
        value = self._space(node.whitespace_after_equals) + self._code(node.value)
        return cst.Expr(_Raw(f"{name}:{ALIAS}({declared})={value}"), semicolon=node.semicolon)

    def _types(self, types: cst.TypeParameters, after: cst.CSTNode | None = None) -> str:
        parameters = "".join(self._type(each) for each in types.params)
        first, last = self._code(types.lbracket.whitespace_after), self._code(types.rbracket.whitespace_before)
        return f"{TYPES}({first}{parameters}{last}){self._space(after)}"

    def _type(self, each: cst.TypeParam) -> str:
        kind, bound, default = type(each.param).__name__, "", ""
        if isinstance(each.param, cst.TypeVar) and each.param.bound is not None:
            bound = f",bound=({self._space(each.param.colon)}{self._code(each.param.bound)})"
        if each.default is not None:
            default = f",default=({self._space(each.equal)}{self._code(each.default)})"
        return f"{kind}({each.param.name.value!r}{bound}{default}),{self._space(each.comma)}"

    def _space(self, token: object) -> str:
        """The space of a token or around it: it may hold line breaks."""
        if isinstance(token, cst.Comma | cst.AssignEqual | cst.Colon):
            return self._code(token.whitespace_before) + self._code(token.whitespace_after)
        return self._code(token) if isinstance(token, cst.BaseParenthesizableWhitespace) else ""

    # --- the rest

    def _import(self, node: cst.LazyImport) -> cst.Import:
        space = cst.SimpleWhitespace(self._code(node.whitespace_after_lazy) + self._code(node.whitespace_after_import))
        return cst.Import(node.names, semicolon=node.semicolon, whitespace_after_import=space)

    def _import_from(self, node: cst.LazyImportFrom) -> cst.ImportFrom:
        space = cst.SimpleWhitespace(self._code(node.whitespace_after_lazy) + self._code(node.whitespace_after_from))
        return cst.ImportFrom(
            module=node.module,
            names=node.names,
            relative=node.relative,
            lpar=node.lpar,
            rpar=node.rpar,
            semicolon=node.semicolon,
            whitespace_after_from=space,
            whitespace_before_import=node.whitespace_before_import,
            whitespace_after_import=node.whitespace_after_import,
        )

    def _unpacking(self, node: cst.ListComp | cst.SetComp | cst.GeneratorExp) -> cst.CSTNode:
        element = node.elt
        if not isinstance(element, cst.StarredElement):
            return node
        value = self._code(element.whitespace_before_value) + self._code(element.value)
        return node.with_changes(elt=_Raw(f"{UNPACK}({value})"))

    def _dict_unpacking(self, node: cst.StarredDictComp) -> cst.DictComp:
        value = self._code(node.whitespace_before_value) + self._code(node.value)
        return cst.DictComp(
            key=_Raw(f"{UNPACK}({value})"),
            value=cst.Name("None"),
            for_in=node.for_in,
            lbrace=node.lbrace,
            rbrace=node.rbrace,
            lpar=node.lpar,
            rpar=node.rpar,
        )


def _with_parentheses(handler: cst.ExceptHandler | cst.ExceptStarHandler) -> cst.CSTNode:
    caught = handler.type
    if not isinstance(caught, cst.Tuple) or caught.lpar:
        return handler
    return handler.with_changes(type=caught.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()]))


def _piece(value: str, line_breaks: int) -> str:
    """A constant piece of a string, with the line breaks that stood inside it."""
    breaks = "\n" * line_breaks
    return f"{value!a},{breaks}"


def _evaluated(text: str, *, is_raw: bool) -> str:
    """What the constant part of an f-string stands for; raises SyntaxError or ValueError for a broken escape."""
    if is_raw:
        return text.replace("{{", "{").replace("}}", "}")
    text = _BRACES.sub(lambda found: found[1] or found[0][0], text)
    if (len(text) - len(text.rstrip("\\"))) % 2:
        text += "\\"  # a backslash before a hole stands for itself
    quoted = _QUOTES.sub(lambda found: found[1] or '\\"', text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return str(ast.literal_eval(f'"""{quoted}"""'))
