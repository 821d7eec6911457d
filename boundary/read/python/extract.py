"""What does one Python file say?  Its syntax tree, reduced to the small language of `boundary.model.code`."""

# ruff: noqa: SLF001 - a table at the end names the methods of the class

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Final

from boundary.model import code
from boundary.model.facts import ModuleFacts
from boundary.read.python.expressions import NOTHING, OPERATORS, ExpressionReader

if TYPE_CHECKING:
    from collections.abc import Callable


def extract(tree: ast.Module, source: str, *, bridged: bool = False) -> ModuleFacts:
    """The facts of one file.

    `tree` is what parsing `source` gave; `bridged` says that the tree was made through the newer grammar.
    Raises RecursionError where the file nests deeper than the interpreter can follow.
    """
    reader = _StatementReader()
    body = reader.block(tree.body)
    return ModuleFacts(body, source.count("\n") + 1, reader.calls, bridged)


class _StatementReader(ExpressionReader):
    def __init__(self) -> None:
        super().__init__()
        self._prefix = ""

    def block(self, nodes: list[ast.stmt]) -> tuple[code.Statement, ...]:
        found: list[code.Statement] = []
        for node in nodes:
            reader = STATEMENTS.get(type(node))
            statement = reader(self, node) if reader else None
            if statement is not None:
                found.append(statement)
        return tuple(found)

    def _assign(self, node: ast.Assign) -> code.Statement:
        return code.Assign(self._many(node.targets), self.read(node.value), None, node.lineno)

    def _annotated(self, node: ast.AnnAssign) -> code.Statement:
        promised = self.annotation(node.annotation)
        is_alias = isinstance(promised, (code.Name, code.Attribute)) and _last_name(promised) == "TypeAlias"
        value = self.annotation(node.value) if is_alias else self.optional(node.value)
        return code.Assign((self.read(node.target),), value, promised, node.lineno)

    def _augment(self, node: ast.AugAssign) -> code.Statement:
        return code.Augment(self.read(node.target), OPERATORS[type(node.op)], self.read(node.value), node.lineno)

    def _evaluate(self, node: ast.Expr) -> code.Statement | None:
        if isinstance(node.value, ast.Constant):
            return None
        return code.Evaluate(self.read(node.value), node.lineno)

    def _return(self, node: ast.Return) -> code.Statement:
        return code.Return(self.optional(node.value), node.lineno)

    def _raise(self, node: ast.Raise) -> code.Statement:
        return code.Raise(self.optional(node.exc), node.lineno)

    def _if(self, node: ast.If) -> code.Statement:
        return code.If(self.read(node.test), self.block(node.body), self.block(node.orelse), node.lineno)

    def _assert(self, node: ast.Assert) -> code.Statement:
        return code.If(self.read(node.test), (), (code.Raise(None, node.lineno),), node.lineno)

    def _for(self, node: ast.For | ast.AsyncFor) -> code.Statement:
        target, iterable = self.read(node.target), self.read(node.iter)
        return code.For(target, iterable, self.block(node.body), self.block(node.orelse), node.lineno)

    def _while(self, node: ast.While) -> code.Statement:
        return code.While(self.read(node.test), self.block(node.body), self.block(node.orelse), node.lineno)

    def _with(self, node: ast.With | ast.AsyncWith) -> code.Statement:
        items = [
            code.WithItem(self.read(item.context_expr), self.optional(item.optional_vars), item.context_expr.lineno)
            for item in node.items
        ]
        return code.With(tuple(items), self.block(node.body), node.lineno, node.end_lineno or node.lineno)

    def _try(self, node: ast.Try | ast.TryStar) -> code.Statement:
        body = self.block(node.body)
        handlers = [
            code.Handler(self.optional(handler.type), handler.name, self.block(handler.body))
            for handler in node.handlers
        ]
        return code.Try(body, tuple(handlers), self.block(node.orelse), self.block(node.finalbody), node.lineno)

    def _match(self, node: ast.Match) -> code.Statement | None:
        subject = self.read(node.subject)
        orelse: tuple[code.Statement, ...] = ()
        for case in reversed(node.cases):
            test = self._pattern(subject, case.pattern)
            if case.guard is not None:
                test = code.Operation("and", (test, self.read(case.guard)))
            captured: list[code.Statement] = [
                code.Assign((code.Name(name),), value, None, case.pattern.lineno)
                for name, value in self._captured(subject, case.pattern)
            ]
            orelse = (code.If(test, (*captured, *self.block(case.body)), orelse, case.pattern.lineno),)
        return orelse[0] if orelse else None

    def _pattern(self, subject: code.Expression, pattern: ast.pattern) -> code.Expression:
        """The test of a case: comparisons and `isinstance` where the pattern and its parts are such, else "match"."""
        match pattern:
            case ast.MatchValue(value=value):
                return code.Operation("==", (subject, self.read(value)))
            case ast.MatchSingleton(value=value):
                return code.Operation("is", (subject, code.Constant(value)))
            case ast.MatchAs(pattern=inner) if inner is not None:
                return self._pattern(subject, inner)
            case ast.MatchOr(patterns=patterns):
                return code.Operation("or", tuple([self._pattern(subject, one) for one in patterns]))
            case ast.MatchClass(cls=cls):
                whole: code.Expression = code.Call(
                    code.Name("isinstance"), (subject, self.read(cls)), (), pattern.lineno
                )
            case _:
                whole = code.Operation("match", (subject,))
        told = [self._pattern(part, inner) for part, inner in self._parts(subject, pattern) if _tells(inner)]
        return code.Operation("and", (whole, *told)) if told else whole

    def _parts(self, subject: code.Expression, pattern: ast.pattern) -> list[tuple[code.Expression, ast.pattern]]:
        """What the patterns inside of one are held against."""
        line = pattern.lineno
        match pattern:
            case ast.MatchMapping(keys=keys, patterns=patterns):
                values = [code.Subscript(subject, self.read(key), line) for key in keys]
                return list(zip(values, patterns, strict=True))
            case ast.MatchClass(cls=cls, patterns=patterns, kwd_attrs=names, kwd_patterns=named):
                asked = (subject, self.read(cls))
                return [
                    *((_matched(asked, place, line), one) for place, one in enumerate(patterns)),
                    *((code.Attribute(subject, name, line), one) for name, one in zip(names, named, strict=True)),
                ]
            case ast.MatchSequence(patterns=patterns):
                star = next((at for at, one in enumerate(patterns) if isinstance(one, ast.MatchStar)), len(patterns))
                places = [at if at < star else at - len(patterns) for at in range(len(patterns))]
                rest = _between(subject, star, star + 1 - len(patterns), line)
                return [
                    (rest if isinstance(one, ast.MatchStar) else _member(subject, at, line), one)
                    for at, one in zip(places, patterns, strict=True)
                ]
            case _:
                return []

    def _captured(self, subject: code.Expression, pattern: ast.pattern) -> list[tuple[str, code.Expression]]:
        """The names that a pattern binds, in order, each with what it holds of the subject."""
        parts = self._parts(subject, pattern)
        found: list[tuple[str, code.Expression]] = []
        match pattern:
            case ast.MatchAs(pattern=inner, name=name):
                parts = [(subject, inner)] if inner is not None else []
                found = [(name, subject)] if name is not None else []
            case ast.MatchMapping(rest=rest):
                found = [(rest, subject)] if rest is not None else []
            case ast.MatchStar(name=name) if name is not None:
                found = [(name, code.Display("list", (code.Starred(subject),)))]
            case ast.MatchOr(patterns=patterns):
                each = [dict(self._captured(subject, one)) for one in patterns]
                return [(name, _either([one[name] for one in each if name in one])) for name in each[0]]
        return [*(one for part, inner in parts for one in self._captured(part, inner)), *found]

    def _jump(self, node: ast.Break | ast.Continue) -> code.Statement:
        return code.Jump(node.lineno, isinstance(node, ast.Break))

    def _global(self, node: ast.Global) -> code.Statement:
        return code.Scope("global", tuple(node.names))

    def _nonlocal(self, node: ast.Nonlocal) -> code.Statement:
        return code.Scope("nonlocal", tuple(node.names))

    def _delete(self, node: ast.Delete) -> code.Statement:
        return code.Delete(self._many(node.targets), node.lineno)

    def _import(self, node: ast.Import) -> code.Statement:
        return code.Import(_aliases(node.names), node.lineno)

    def _import_from(self, node: ast.ImportFrom) -> code.Statement:
        return code.ImportFrom(node.module or "", node.level, _aliases(node.names), node.lineno)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> code.Statement:
        decorators = self._many(node.decorator_list)
        parameters, returns = self.parameters(node.args), self.annotation(node.returns)
        qualname, prefix, outer_yields = self._prefix + node.name, self._prefix, self.yields
        self._prefix, self.yields = f"{qualname}.<locals>.", False
        body = self.block(node.body)
        is_generator, self._prefix, self.yields = self.yields, prefix, outer_yields
        return code.Function(
            node.name,
            qualname,
            parameters,
            decorators,
            returns,
            body,
            node.lineno,
            _first_line(node),
            node.end_lineno or node.lineno,
            isinstance(node, ast.AsyncFunctionDef),
            is_generator,
        )

    def _class(self, node: ast.ClassDef) -> code.Statement:
        bases, keywords = self._many(node.bases), self.keywords(node.keywords)
        decorators = self._many(node.decorator_list)
        qualname, prefix = self._prefix + node.name, self._prefix
        self._prefix = f"{qualname}."
        body = self.block(node.body)
        self._prefix = prefix
        return code.Class(
            node.name,
            qualname,
            bases,
            keywords,
            decorators,
            body,
            node.lineno,
            _first_line(node),
            node.end_lineno or node.lineno,
        )


STATEMENTS: Final[dict[type[ast.AST], Callable[[_StatementReader, Any], code.Statement | None]]] = {
    ast.Assign: _StatementReader._assign,
    ast.AnnAssign: _StatementReader._annotated,
    ast.AugAssign: _StatementReader._augment,
    ast.Expr: _StatementReader._evaluate,
    ast.Return: _StatementReader._return,
    ast.Raise: _StatementReader._raise,
    ast.If: _StatementReader._if,
    ast.Assert: _StatementReader._assert,
    ast.For: _StatementReader._for,
    ast.AsyncFor: _StatementReader._for,
    ast.While: _StatementReader._while,
    ast.With: _StatementReader._with,
    ast.AsyncWith: _StatementReader._with,
    ast.Try: _StatementReader._try,
    ast.TryStar: _StatementReader._try,
    ast.Match: _StatementReader._match,
    ast.Break: _StatementReader._jump,
    ast.Continue: _StatementReader._jump,
    ast.Global: _StatementReader._global,
    ast.Nonlocal: _StatementReader._nonlocal,
    ast.Delete: _StatementReader._delete,
    ast.Import: _StatementReader._import,
    ast.ImportFrom: _StatementReader._import_from,
    ast.FunctionDef: _StatementReader._function,
    ast.AsyncFunctionDef: _StatementReader._function,
    ast.ClassDef: _StatementReader._class,
}


def _aliases(names: list[ast.alias]) -> tuple[code.Alias, ...]:
    return tuple([code.Alias(name.name, name.asname) for name in names])


def _first_line(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return min((decorator.lineno for decorator in node.decorator_list), default=node.lineno)


def _tells(pattern: ast.pattern) -> bool:
    """Whether a pattern inside of another one is a test that can be asked for itself: a value, or a class."""
    match pattern:
        case ast.MatchAs(pattern=inner):
            return inner is not None and _tells(inner)
        case ast.MatchOr(patterns=patterns):
            return all(_tells(one) for one in patterns)
        case _:
            return isinstance(pattern, (ast.MatchValue, ast.MatchSingleton, ast.MatchClass))


def _matched(asked: tuple[code.Expression, ...], place: int, line: int) -> code.Expression:
    """What a pattern at a place of `case Order(customer, lines)` is held against."""
    return code.Call(code.Name("__matched__"), (*asked, code.Constant(place)), (), line)


def _member(subject: code.Expression, place: int, line: int) -> code.Expression:
    return code.Subscript(subject, code.Constant(place), line)


def _between(subject: code.Expression, first: int, behind: int, line: int) -> code.Expression:
    """The members from one place to another, which is counted from the end (0 is the end)."""
    bounds = (code.Constant(first), code.Constant(behind or None))
    return code.Subscript(subject, code.Operation("slice", bounds), line)


def _either(values: list[code.Expression]) -> code.Expression:
    """One of several values."""
    first, *rest = values
    return code.Choice(code.Name("__unknown__"), first, _either(rest)) if rest else first


def _last_name(node: code.Name | code.Attribute) -> str:
    return node.id if isinstance(node, code.Name) else node.name


__all__ = ["NOTHING", "extract"]
