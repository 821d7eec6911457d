"""In which other structure can a program do the same?  Functions wrapped, methods inherited, imports moved."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.benchmarks.spelled.spellings import Spelling

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUTURE: Final = "__future__"
PASSING: Final = """
import functools as functools_of_it
def passing_of_it(function):
    @functools_of_it.wraps(function)
    def passed(*args, **kwargs):
        return function(*args, **kwargs)
    return passed
"""
UNIT: Final = """
import contextlib as contextlib_of_it
@contextlib_of_it.contextmanager
def unit_of_it(*args, **kwargs):
    with {atomic}(*args, **kwargs):
        yield
"""


def behind_imports(tree: ast.Module, text: str) -> None:
    """Put statements behind the first imports of a module."""
    at = 0
    while at < len(tree.body) and (
        isinstance(tree.body[at], (ast.Import, ast.ImportFrom))
        or (isinstance(one := tree.body[at], ast.Expr) and isinstance(one.value, ast.Constant))
    ):
        at += 1
    tree.body[at:at] = ast.parse(text).body


def functions(tree: ast.Module) -> list[Function]:
    """The functions at the top of a module, and the methods of classes there."""
    found: list[Function] = []
    for node in tree.body:
        held = node.body if isinstance(node, ast.ClassDef) else [node]
        found += [one for one in held if isinstance(one, Function)]
    return found


def wrapped(tree: ast.Module) -> ast.Module:
    """Functions stand in a decorator that hands everything on."""
    changed = False
    for node in functions(tree):
        plain = isinstance(node, ast.FunctionDef) and not node.decorator_list and not node.name.startswith("__")
        if plain and not any(isinstance(one, (ast.Yield, ast.YieldFrom)) for one in ast.walk(node)):
            node.decorator_list = [ast.Name("passing_of_it", ast.Load())]
            changed = True
    if changed:
        behind_imports(tree, PASSING)
    return tree


def in_unit(tree: ast.Module) -> ast.Module:
    """`with transaction.atomic():` is a context manager of the project's that enters it."""
    entered: set[str] = set()
    for node in ast.walk(tree):
        for item in node.items if isinstance(node, ast.With) else ():
            call = item.context_expr
            if isinstance(call, ast.Call) and ast.unparse(call.func) in {"transaction.atomic", "atomic"}:
                entered.add(ast.unparse(call.func))
                call.func = ast.Name("unit_of_it", ast.Load())
    if len(entered) == 1:
        behind_imports(tree, UNIT.format(atomic=entered.pop()))
        return tree
    return tree if not entered else ast.parse("pass")


def by_mixin(tree: ast.Module) -> ast.Module:
    """The plain methods of a class are those of a mixin before its bases."""
    body: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.bases and not node.keywords:
            moved = [one for one in node.body if isinstance(one, Function) and _may_move(one)]
            if moved:
                body.append(ast.parse(f"class Mixed{node.name}: pass").body[0])
                body[-1].body = list(moved)  # type: ignore[attr-defined]
                node.body = [one for one in node.body if one not in moved] or [ast.Pass()]
                node.bases = [ast.Name(f"Mixed{node.name}", ast.Load()), *node.bases]
        body.append(node)
    tree.body = body
    return tree


def _may_move(node: Function) -> bool:
    """Whether a method means the same in another class: it names none of its own, and nothing decorates it."""
    return not node.decorator_list and not any(
        isinstance(one, ast.Name) and one.id in {"super", "__class__"} for one in ast.walk(node)
    )


def imported_where_used(tree: ast.Module) -> ast.Module:
    """What functions alone use is imported in them."""
    imports = [one for one in tree.body if isinstance(one, (ast.Import, ast.ImportFrom)) and _is_plain(one)]
    held = functions(tree)
    inside = {id(part) for node in held for statement in node.body for part in ast.walk(statement)}
    outside = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and id(one) not in inside}
    for statement in imports:
        names = {alias.asname or alias.name.partition(".")[0] for alias in statement.names}
        if names & outside:
            continue
        users = [one for one in held if names & {part.id for part in ast.walk(one) if isinstance(part, ast.Name)}]
        if users:
            tree.body.remove(statement)
        for node in users:
            node.body.insert(0, ast.parse(ast.unparse(statement)).body[0])
    if not tree.body:
        tree.body.append(ast.Pass())
    return tree


def _is_plain(node: ast.Import | ast.ImportFrom) -> bool:
    """Whether an import may stand in a function."""
    if isinstance(node, ast.ImportFrom):
        return node.module != FUTURE and all(alias.name != "*" for alias in node.names)
    return all("." not in alias.name for alias in node.names)


def by_keyword(tree: ast.Module) -> ast.Module:
    """Functions of the same module are given their arguments by name."""
    known = {one.name: one for one in tree.body if isinstance(one, Function) and not one.args.posonlyargs}
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if not isinstance(node, ast.Call) or not isinstance(called, ast.Name) or called.id not in known:
            continue
        names = [one.arg for one in known[called.id].args.args]
        if known[called.id].decorator_list or len(node.args) > len(names):
            continue
        if not any(isinstance(one, ast.Starred) for one in node.args):
            given = [ast.keyword(name, value) for name, value in zip(names, node.args, strict=False)]
            node.args, node.keywords = [], [*given, *node.keywords]
    return tree


def in_except(tree: ast.Module) -> ast.Module:
    """The body of a function stands in `try: ... except Exception: raise`."""
    for node in functions(tree):
        again = ast.ExceptHandler(ast.Name("Exception", ast.Load()), None, [ast.Raise()])
        node.body = [ast.Try(node.body, [again], [], [])]
    return tree


def by_comprehension(tree: ast.Module) -> ast.Module:
    """`for row in rows: f(row)` is `[f(row) for row in rows]`."""

    class Loops(ast.NodeTransformer):
        def visit_For(self, node: ast.For) -> ast.AST:
            self.generic_visit(node)
            only = node.body[0] if len(node.body) == 1 and not node.orelse else None
            if not isinstance(only, ast.Expr) or any(isinstance(one, (ast.Yield, ast.Await)) for one in ast.walk(only)):
                return node
            each = ast.comprehension(node.target, node.iter, [], 0)
            return ast.Expr(ast.ListComp(only.value, [each]))

    return Loops().visit(tree)  # type: ignore[no-any-return]


def by_partial(tree: ast.Module) -> ast.Module:
    """`f(x)` as a statement in a function is `functools.partial(f, x)()`."""
    changed = False
    for function in functions(tree):
        for node in ast.walk(function):
            call = node.value if isinstance(node, ast.Expr) else None
            if isinstance(node, ast.Expr) and isinstance(call, ast.Call) and "super" not in ast.unparse(call.func):
                partial = ast.Attribute(ast.Name("functools_of_it", ast.Load()), "partial", ast.Load())
                node.value = ast.Call(ast.Call(partial, [call.func, *call.args], call.keywords), [], [])
                changed = True
    if changed:
        behind_imports(tree, "import functools as functools_of_it")
    return tree


def as_functions_of_a_class(tree: ast.Module) -> ast.Module:
    """Functions of a module are static methods of a class, which the module names as before."""
    body: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.decorator_list:
            (holder,) = ast.parse(f"class Holding_{node.name}: pass").body
            named = ast.parse(f"{node.name} = Holding_{node.name}.{node.name}").body
            node.decorator_list = [ast.Name("staticmethod", ast.Load())]
            holder.body = [node]  # type: ignore[attr-defined]
            body += [holder, *named]
        else:
            body.append(node)
    tree.body = body
    return tree


THROUGH: Final = {
    "list": "list({})",
    "tuple": "tuple({})",
    "iter": "iter({})",
    "sorted": "sorted({}, key=id)",
    "reversed": "reversed(list({}))",
    "chain": "itertools_of_it.chain({}, ())",
    "islice": "itertools_of_it.islice({}, 9)",
    "filter": "filter(None, {})",
    "comprehension": "[each_of_it for each_of_it in {}]",
    "generator": "(each_of_it for each_of_it in {})",
    "map": "map(lambda each_of_it: each_of_it, {})",
    "star": "[*{}]",
    "copy": "copy_of_it.copy({})",
    "function": "handed_on_by_it({})",
    "yielded": "yielded_by_it({})",
}
"""What gives the members of something iterable once more."""
HELPERS: Final = """
import copy as copy_of_it
import itertools as itertools_of_it
def handed_on_by_it(rows):
    found = []
    for row in rows:
        found.append(row)
    return found
def yielded_by_it(rows):
    yield from rows
"""


def iterated_through(name: str, pattern: str) -> Spelling:
    """`for row in rows` is `for row in list(rows)`."""

    def spelling(tree: ast.Module) -> ast.Module:
        changed = False
        for function in functions(tree):
            for node in ast.walk(function):
                if isinstance(node, ast.For):
                    node.iter = ast.parse(pattern.format(ast.unparse(node.iter)), mode="eval").body
                    changed = True
        if changed:
            behind_imports(tree, HELPERS)
        return tree

    spelling.__name__ = f"through_{name}"
    return spelling


STRUCTURES: Final[tuple[Spelling, ...]] = (
    wrapped,
    in_unit,
    by_mixin,
    imported_where_used,
    by_keyword,
    in_except,
    by_comprehension,
    by_partial,
    as_functions_of_a_class,
    *[iterated_through(name, pattern) for name, pattern in THROUGH.items()],
)
