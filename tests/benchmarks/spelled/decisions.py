"""In which other ways can a program decide the same?  Tests turned over, returned early, asked of a function."""

from __future__ import annotations

import ast
import copy
from typing import TYPE_CHECKING, Final

from tests.benchmarks.spelled.structures import behind_imports, functions

if TYPE_CHECKING:
    from tests.benchmarks.spelled.spellings import Spelling

LEAVING = (ast.Return, ast.Raise, ast.Continue, ast.Break)
ASKING: Final = """
def answered_by_it(answer):
    return answer
"""


def _in_functions(tree: ast.Module, transformer: ast.NodeTransformer) -> ast.Module:
    for function in functions(tree):
        function.body = [transformer.visit(one) for one in function.body]
    return tree


def turned_over(tree: ast.Module) -> ast.Module:
    """`if a: b else: c` is `if not a: c else: b`."""

    class Tests(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST:
            self.generic_visit(node)
            opposite = ast.UnaryOp(ast.Not(), node.test)
            return ast.If(opposite, node.orelse or [ast.Pass()], node.body)

    return _in_functions(tree, Tests())


def left_early(tree: ast.Module) -> ast.Module:
    """An `if` without `else` at the end of a function returns first where it does not hold."""
    for function in functions(tree):
        last = function.body[-1]
        if isinstance(last, ast.If) and not last.orelse:
            leaving = ast.If(ast.UnaryOp(ast.Not(), last.test), [ast.Return(None)], [])
            function.body[-1:] = [leaving, *last.body]
    return tree


def with_else(tree: ast.Module) -> ast.Module:
    """What stands behind an `if` that leaves stands in its `else`."""

    def nested(body: list[ast.stmt]) -> list[ast.stmt]:
        for at, one in enumerate(body):
            if isinstance(one, ast.If) and not one.orelse and isinstance(one.body[-1], LEAVING) and body[at + 1 :]:
                one.orelse = nested(body[at + 1 :])
                return body[: at + 1]
        return body

    for function in functions(tree):
        function.body = nested(function.body)
    return tree


def named_first(tree: ast.Module) -> ast.Module:
    """`if test:` is `holds = test` and `if holds:`."""

    class Tests(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST:
            self.generic_visit(node)
            if any(isinstance(one, (ast.NamedExpr, ast.Await)) for one in ast.walk(node.test)):
                return node
            given = ast.Assign([ast.Name("holds_of_it", ast.Store())], node.test)
            node.test = ast.Name("holds_of_it", ast.Load())
            return ast.If(ast.Constant(value=True), [given, node], [])

    return _in_functions(tree, Tests())


def bound_in_test(tree: ast.Module) -> ast.Module:
    """`if row:` is `if (held := row):`."""

    class Tests(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST:
            self.generic_visit(node)
            if not isinstance(node.test, (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.NamedExpr)):
                node.test = ast.NamedExpr(ast.Name("holds_of_it", ast.Store()), node.test)
            return node

    return _in_functions(tree, Tests())


def by_and(tree: ast.Module) -> ast.Module:
    """`if a: if b: c` is `if a and b: c`, and the other way."""

    class Tests(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST:
            self.generic_visit(node)
            if node.orelse:
                return node
            if isinstance(node.test, ast.BoolOp) and isinstance(node.test.op, ast.And):
                first, *rest = node.test.values
                inner = ast.BoolOp(ast.And(), rest) if len(rest) > 1 else rest[0]
                return ast.If(first, [ast.If(inner, node.body, [])], [])
            only = node.body[0] if len(node.body) == 1 else None
            if isinstance(only, ast.If) and not only.orelse:
                return ast.If(ast.BoolOp(ast.And(), [node.test, only.test]), only.body, [])
            return node

    return _in_functions(tree, Tests())


def by_expression(tree: ast.Module) -> ast.Module:
    """`if a: x = b else: x = c` is `x = b if a else c`; `if a: f()` is `a and f()`."""

    class Tests(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST:
            self.generic_visit(node)
            held = node.body[0] if len(node.body) == 1 else None
            other = node.orelse[0] if len(node.orelse) == 1 else None
            both = isinstance(held, ast.Assign) and isinstance(other, ast.Assign)
            if both and ast.unparse(held.targets[0]) == ast.unparse(other.targets[0]):  # type: ignore[union-attr]
                return ast.Assign(held.targets, ast.IfExp(node.test, held.value, other.value))  # type: ignore[union-attr]
            if isinstance(held, ast.Expr) and not node.orelse and not isinstance(held.value, (ast.Yield, ast.Constant)):
                return ast.Expr(ast.BoolOp(ast.And(), [node.test, held.value]))
            return node

    return _in_functions(tree, Tests())


def by_match(tree: ast.Module) -> ast.Module:
    """`if isinstance(row, Order):` is `match row: case Order():`."""

    class Tests(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST:
            self.generic_visit(node)
            test = node.test
            if not isinstance(test, ast.Call) or ast.unparse(test.func) != "isinstance" or len(test.args) != 2:
                return node
            subject, cls = test.args
            classes = cls.elts if isinstance(cls, ast.Tuple) else [cls]
            if not all(isinstance(one, (ast.Name, ast.Attribute)) for one in classes):
                return node
            patterns: list[ast.pattern] = [ast.MatchClass(one, [], [], []) for one in classes]
            pattern = ast.MatchOr(patterns) if len(patterns) > 1 else patterns[0]
            cases = [ast.match_case(pattern, None, node.body)]
            if node.orelse:
                cases.append(ast.match_case(ast.MatchAs(), None, node.orelse))
            return ast.Match(subject, cases)

    return _in_functions(tree, Tests())


def asked_of_a_function(tree: ast.Module) -> ast.Module:
    """`if test:` is `if answer(test):`, of a function that gives back what it is given."""

    class Tests(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST:
            self.generic_visit(node)
            node.test = ast.Call(ast.Name("answered_by_it", ast.Load()), [node.test], [])
            return node

    changed = copy.deepcopy(tree)
    _in_functions(changed, Tests())
    if ast.unparse(ast.fix_missing_locations(changed)) != ast.unparse(tree):
        behind_imports(changed, ASKING)
    return changed


def in_while(tree: ast.Module) -> ast.Module:
    """`for row in rows:` is an iterator that `while True:` asks for the next one."""

    class Loops(ast.NodeTransformer):
        def visit_For(self, node: ast.For) -> ast.AST:
            self.generic_visit(node)
            if node.orelse or any(isinstance(one, (ast.Break, ast.Continue)) for one in ast.walk(node)):
                return node
            (made,) = ast.parse(f"rows_of_it = iter({ast.unparse(node.iter)})").body
            text = f"while True:\n    try:\n        {ast.unparse(node.target)} = next(rows_of_it)\n"
            (loop,) = ast.parse(f"{text}    except StopIteration:\n        break\n").body
            loop.body += node.body  # type: ignore[attr-defined]
            return ast.If(ast.Constant(value=True), [made, loop], [])

    return _in_functions(tree, Loops())


DECISIONS: Final[tuple[Spelling, ...]] = (
    turned_over,
    left_early,
    with_else,
    named_first,
    bound_in_test,
    by_and,
    by_expression,
    by_match,
    asked_of_a_function,
    in_while,
)
