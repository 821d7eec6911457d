"""In which other ways can a program be written that does the same?  Each changes a tree in place, wherever it can."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    Spelling = Callable[[ast.Module], ast.Module]

ALWAYS: Final = ast.Constant(value=True)
MAGIC: Final = frozenset({"super", "locals", "vars", "eval", "exec", "globals", "dir", "__class__"})
"""What sees the function that it stands in."""


class _Statements(ast.NodeTransformer):
    """Goes through functions; what is no statement in a function stays as it is."""

    def __init__(self) -> None:
        self.depth = 0

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Into a function."""
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        """Into a function."""
        return self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        self.depth += 1
        node.body = [self._statement(one) for one in node.body]
        self.depth -= 1
        return node

    def _statement(self, node: ast.stmt) -> ast.stmt:
        found = self.visit(node)
        return found if isinstance(found, ast.stmt) else node

    def in_function(self) -> bool:
        """Whether what is gone through stands in a function."""
        return self.depth > 0


def _plain(node: ast.AST) -> bool:
    """Whether code may stand in a function of its own: it neither leaves the one that it is in nor looks at it."""
    for one in ast.walk(node):
        if isinstance(one, (ast.Return, ast.Yield, ast.YieldFrom, ast.Await, ast.Break, ast.Continue, ast.NamedExpr)):
            return False
        if isinstance(one, (ast.AsyncFor, ast.AsyncWith, ast.Global, ast.Nonlocal, ast.Delete, ast.ImportFrom)):
            return False
        if isinstance(one, ast.Name) and one.id in MAGIC:
            return False
        if isinstance(one, ast.comprehension) and one.is_async:
            return False
    return True


def _binds(node: ast.AST) -> bool:
    """Whether code gives a name of its function a value."""
    return any(
        isinstance(one, ast.Name) and isinstance(one.ctx, (ast.Store, ast.Del)) for one in ast.walk(node)
    ) or any(
        isinstance(one, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ExceptHandler, ast.AsyncFunctionDef))
        for one in ast.walk(node)
    )


def with_body_of_its_own(tree: ast.Module) -> ast.Module:
    """The body of a `with` is a function that is called there."""

    class Bodies(_Statements):
        def visit_With(self, node: ast.With) -> ast.AST:
            self.generic_visit(node)
            body = ast.Module(node.body, [])
            if self.in_function() and _plain(body) and not _binds(body):
                inner = ast.parse("def body():\n    pass").body[0]
                assert isinstance(inner, ast.FunctionDef)
                inner.body = node.body
                node.body = [inner, ast.parse("body()").body[0]]
            return node

    return Bodies().visit(tree)  # type: ignore[no-any-return]


def called_by_lambda(tree: ast.Module) -> ast.Module:
    """`f(x)` as a statement is `(lambda: f(x))()`."""

    class Lambdas(_Statements):
        def visit_Expr(self, node: ast.Expr) -> ast.AST:
            if self.in_function() and isinstance(node.value, ast.Call) and _plain(node):
                arguments = ast.arguments([], [], None, [], [], None, [])
                node.value = ast.Call(ast.Lambda(arguments, node.value), [], [])
            return node

    return Lambdas().visit(tree)  # type: ignore[no-any-return]


def by_getattr(tree: ast.Module) -> ast.Module:
    """`order.save()` is `getattr(order, "save")()`."""

    class Attributes(_Statements):
        def visit_Call(self, node: ast.Call) -> ast.AST:
            self.generic_visit(node)
            called = node.func
            if not isinstance(called, ast.Attribute) or called.attr.startswith("__"):
                return node
            if self.in_function() and _plain(called.value):
                node.func = ast.Call(ast.Name("getattr"), [called.value, ast.Constant(called.attr)], [])
            return node

    return Attributes().visit(tree)  # type: ignore[no-any-return]


def spread(tree: ast.Module) -> ast.Module:
    """`f(a, b=c)` is `f(*[a], **{"b": c})`."""

    class Calls(_Statements):
        def visit_Call(self, node: ast.Call) -> ast.AST:
            self.generic_visit(node)
            if isinstance(node.func, ast.Name) and node.func.id in MAGIC | {"getattr", "isinstance"}:
                return node
            if self.in_function() and not any(isinstance(one, ast.Starred) for one in node.args):
                if node.args:
                    node.args = [ast.Starred(ast.List(node.args, ast.Load()), ast.Load())]
                if node.keywords and all(one.arg for one in node.keywords):
                    keys: list[ast.expr | None] = [ast.Constant(one.arg) for one in node.keywords]
                    node.keywords = [ast.keyword(None, ast.Dict(keys, [one.value for one in node.keywords]))]
            return node

    return Calls().visit(tree)  # type: ignore[no-any-return]


def in_try(tree: ast.Module) -> ast.Module:
    """The body of a function stands in `try: ... finally: pass`."""

    class Tries(_Statements):
        def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
            self.generic_visit(node)
            finish: list[ast.stmt] = [ast.Pass()]
            node.body = [ast.Try(node.body, [], [], finish)]
            return node

    return Tries().visit(tree)  # type: ignore[no-any-return]


def by_temporary(tree: ast.Module) -> ast.Module:
    """`f(x)` as a statement is `call = f` and `call(x)`."""

    class Temporaries(_Statements):
        def visit_Expr(self, node: ast.Expr) -> ast.AST:
            if not self.in_function() or not isinstance(node.value, ast.Call) or not _plain(node):
                return node
            called = node.value.func
            if isinstance(called, ast.Name) and called.id in MAGIC:
                return node
            node.value.func = ast.Name("call_of_it", ast.Load())
            made = ast.Assign([ast.Name("call_of_it", ast.Store())], called)
            return ast.If(ALWAYS, [made, node], [])

    return Temporaries().visit(tree)  # type: ignore[no-any-return]


def with_class_between(tree: ast.Module) -> ast.Module:
    """Of a class with one base there is one in between, which adds nothing."""
    found: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and len(node.bases) == 1 and not node.keywords and not _is_model(node):
            (between,) = ast.parse(f"class Under{node.name}({ast.unparse(node.bases[0])}): pass").body
            found.append(between)
            node.bases = [ast.Name(f"Under{node.name}", ast.Load())]
        found.append(node)
    tree.body = found
    return tree


def _is_model(node: ast.ClassDef) -> bool:
    """Whether a class may make a table: one more would be another one."""
    return any(isinstance(one, ast.Assign) for one in node.body) or "Model" in ast.unparse(node.bases[0])


def in_loop(tree: ast.Module) -> ast.Module:
    """`f(x)` as a statement is `for each in [x]: f(each)`."""

    class Loops(_Statements):
        def visit_Expr(self, node: ast.Expr) -> ast.AST:
            call = node.value
            if not self.in_function() or not isinstance(call, ast.Call) or not _plain(node):
                return node
            if len(call.args) != 1 or isinstance(call.args[0], (ast.Starred, ast.Constant, ast.GeneratorExp)):
                return node
            given, call.args = call.args[0], [ast.Name("each_of_it", ast.Load())]
            return ast.For(ast.Name("each_of_it", ast.Store()), ast.List([given], ast.Load()), [node], [])

    return Loops().visit(tree)  # type: ignore[no-any-return]


def by_module(tree: ast.Module) -> ast.Module:
    """What is imported from a module is asked of the module where it is used."""
    aliases: dict[str, tuple[str, str]] = {}
    body: list[ast.stmt] = []
    stored = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    stored |= {one.arg for one in ast.walk(tree) if isinstance(one, ast.arg)}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and not node.level and "__future__" not in node.module:
            classes = [one for one in node.names if one.name[:1].isupper()]  # others may be modules
            names = [one for one in classes if (one.asname or one.name) not in stored]
            if names:
                module = "module_of_" + node.module.replace(".", "_")
                body.append(ast.Import([ast.alias(node.module, module)]))
                aliases |= {one.asname or one.name: (module, one.name) for one in names}
                node.names = [one for one in node.names if one not in names]
            if not node.names:
                continue
        body.append(node)
    tree.body = body

    class Names(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.AST:
            if node.id in aliases and isinstance(node.ctx, ast.Load):
                module, name = aliases[node.id]
                return ast.Attribute(ast.Name(module, ast.Load()), name, ast.Load())
            return node

    return Names().visit(tree)  # type: ignore[no-any-return]


def by_container(tree: ast.Module) -> ast.Module:
    """An argument that is a name is put into a dict first: `f({"it": x}["it"])`."""

    class Names(_Statements):
        def visit_Call(self, node: ast.Call) -> ast.AST:
            self.generic_visit(node)
            if isinstance(node.func, ast.Name) and node.func.id in MAGIC | {"getattr", "isinstance"}:
                return node
            node.args = [
                ast.Subscript(ast.Dict([ast.Constant("it")], [one]), ast.Constant("it"), ast.Load())
                if self.in_function() and isinstance(one, ast.Name)
                else one
                for one in node.args
            ]
            return node

    return Names().visit(tree)  # type: ignore[no-any-return]


def returned_by_choice(tree: ast.Module) -> ast.Module:
    """`return x` is `result = x` and `return result`."""

    class Returns(_Statements):
        def visit_Return(self, node: ast.Return) -> ast.AST:
            if node.value is None:
                return node
            made = ast.Assign([ast.Name("result_of_it", ast.Store())], node.value)
            node.value = ast.Name("result_of_it", ast.Load())
            return ast.If(ALWAYS, [made, node], [])

    return Returns().visit(tree)  # type: ignore[no-any-return]


SPELLINGS: Final[tuple[Spelling, ...]] = (
    with_body_of_its_own,
    called_by_lambda,
    by_getattr,
    spread,
    in_try,
    by_temporary,
    with_class_between,
    in_loop,
    by_module,
    by_container,
    returned_by_choice,
)
