"""Plain type parameters are written in older forms without libcst: the same facts as through it."""

from __future__ import annotations

import sys

import pytest

from boundary.read.python import bridge, generic, older, syntax
from boundary.read.python.extract import extract

PLAIN = [
    "def f[T](x: T) -> T:\n    return g(x)\n",
    "async def f[T: Model](): pass\n",
    "def f[T: a.B | C, *Ts, **P,](self, /, x: T, *, y): return g()\n",
    "@deco\ndef f[ T ](\n    x: T,\n    y=1,\n): pass\n",
    "class A[T]:\n    def m[U](self, x: U): return g()\n",
    "class A[K, V](B, metaclass=M): pass\n",
    "class A[T](): pass\n",
    "class A[T](\n    B,\n): x = call()\n",
    "def f[T = int](): pass\n",
    "def f[T: (A, B)](): pass\n",
    "def f[T: list[A], *Ts = *tuple[int, str], **P = [int, str]](): pass\n",
    "def f[T: dict[str, A] = dict[str, B]](x: T = {1: 2}): pass\n",
    "class A[T: (B, C)](Generic[T]):\n    def f[U: A[T]](self): return g()\n",
    "if x:\n    type Key = int\ntype Keys[T] = list[\n    T\n]\n",
    "type Pair[K, V: (A, B) = C] = tuple[K, V]\n",
    "type = 1\ntype Key = int | None\n",
]
OTHERS = [
    "class A[T :\\\n B]: pass\n",
    "def f[](): pass\n",
    "def f[T: A: B](): pass\n",
    "def f[T](): pass\ndef g[T: 'A'](): pass\n",
    "class A[\n    T,\n]: pass\n",
    "type X = int; type Y = str\n",
    "x = 1\n",
]


def facts(parsed: syntax.Parsed) -> bytes:
    """The facts of a tree, for comparison."""
    return extract(parsed.tree, parsed.source, bridged=parsed.bridged).encoded()


@pytest.mark.parametrize("text", PLAIN)
def test_plain_type_parameters_need_no_libcst(text: str) -> None:
    rewritten, count = generic.rewrite(text)
    assert count
    through = syntax.Parsed(older.lower(syntax._tree(bridge.rewrite(text), "")), text, bridged=True)
    tree = syntax._tree(rewritten, "")
    assert older.lower_types(tree) == count
    assert facts(syntax.Parsed(tree, text, bridged=True)) == facts(through)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="this interpreter knows type parameters")
@pytest.mark.parametrize("text", OTHERS)
def test_the_rest_is_left_to_libcst(text: str) -> None:
    rewritten, count = generic.rewrite(text)
    assert not count or not bridge._accepts(rewritten)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="this interpreter knows type parameters")
def test_what_stands_in_a_string_is_not_touched() -> None:
    parsed = syntax.parse('def f[T](x: T):\n    return """\ndef g[T](): pass\ntype X = int\n"""\n')
    assert b"def g[T](): pass\ntype X = int" in facts(parsed)
