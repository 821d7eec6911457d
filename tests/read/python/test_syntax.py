"""Every grammar is read, whatever interpreter runs: each form that Python 3.11 does not know, on its lines."""

import ast
import dataclasses
import functools
import inspect
import string
import textwrap
import time
import warnings
from collections.abc import Iterator
from types import ModuleType

import libcst
import pytest

from boundary.read.python import bridge, forms, older
from boundary.read.python.older import UNPACK
from boundary.read.python.refusal import RefusedError
from boundary.read.python.syntax import Parsed, parse

FORMS = {
    "PEP 646: a star in an index": ("x = a[*b]", "x = a[*b]"),
    "PEP 646: a starred annotation": ("def f(*args: *Ts): pass", "def f(*args: *Ts): pass"),
    "PEP 654: except*": ("try: pass\nexcept* A: b()  #: b", "try: pass\nexcept* A: b()"),
    "PEP 695: a generic function": (
        "def f[T](x: T) -> T:\n    return g(x)  #: g",
        "from typing import TypeVar\nT = TypeVar('T')\ndef f(x: T) -> T: return g(x)",
    ),
    "PEP 695: a bound": (
        "async def f[T: Model](x: T): pass",
        "from typing import TypeVar\nT = TypeVar('T', bound=Model)\nasync def f(x: T): pass",
    ),
    "PEP 695: constraints": (
        "def f[T: (A, B)](x: T): pass",
        "from typing import TypeVar\nT = TypeVar('T', A, B)\ndef f(x: T): pass",
    ),
    "PEP 695: a generic class": (
        "class A[T]:\n    def m(self): return g()  #: g",
        "from typing import Generic, TypeVar\nT = TypeVar('T')\nclass A(Generic[T]):\n    def m(self): return g()",
    ),
    "PEP 695: a generic class with bases": (
        "class A[K, V](B, metaclass=M): pass",
        (
            "from typing import Generic, TypeVar\nK = TypeVar('K')\nV = TypeVar('V')\n"
            "class A(B, Generic[K, V], metaclass=M): pass"
        ),
    ),
    "PEP 695: parameters over several lines": (
        """
        @register  #: register
        class A[  # a comment
            T: Bound,  #: Bound
            *Ts,
        ](
            Base,  #: Base
        ):
            x = call()  #: call
        """,
        (
            "from typing import Generic, TypeVar, TypeVarTuple\nT = TypeVar('T', bound=Bound)\n"
            "Ts = TypeVarTuple('Ts')\n"
            "@register\nclass A(Base, Generic[T, *Ts]):\n    x = call()"
        ),
    ),
    "PEP 695: a method, positional-only": (
        "class A:\n    def m[**P](self, /, x: P, *, y): return g()  #: g",
        (
            "class A:\n    from typing import ParamSpec\n    P = ParamSpec('P')\n"
            "    def m(self, /, x: P, *, y): return g()"
        ),
    ),
    "PEP 695: an alias": ("type Ids = list[Id]  #: Id", "Ids = list[Id]"),
    "PEP 695: a generic alias": (
        "type Pair[T] = (\n    tuple[T, Other]  #: Other\n)",
        "from typing import TypeVar\nT = TypeVar('T')\nPair = tuple[T, Other]",
    ),
    "PEP 695: type is still a name": ("type = type(x)\ntype.y = 1", "type = type(x)\ntype.y = 1"),
    "PEP 696: defaults": (
        "def f[T: A = B, *Ts = *C, **P = D](): pass",
        (
            "from typing import ParamSpec, TypeVar, TypeVarTuple\nT = TypeVar('T', bound=A, default=B)\n"
            "Ts = TypeVarTuple('Ts', default=C)\nP = ParamSpec('P', default=D)\ndef f(): pass"
        ),
    ),
    "PEP 701: the same quotes inside": ('x = f"{d["key"]}"', "x = f\"{d['key']}\""),
    "PEP 701: a backslash inside": (
        "x = f\"{'\\n'.join(lines())}\"  #: lines",
        "x = f'''{\"\"\"\n\"\"\".join(lines())}'''",
    ),
    "PEP 701: comments and lines inside": (
        """
        x = f"{
            first()  # why
            .second(
                third  #: third
            )
        } and {fourth!r:>{width()}}"  #: fourth width
        """,
        "x = f'{first().second(third)} and {fourth!r:>{width()}}'",
    ),
    "PEP 701: nested": ('x = f"{f"{f"{call()}"}"}"  #: call', "x = f'''{f\"{f'{call()}'}\"}'''"),
    "PEP 701: over several lines in triple quotes": (
        '''
        x = run(f"""
        SELECT {columns("a", sep=", ")}
        FROM {
            table["name"]  #: table
        }""", after())  #: after
        ''',
        "x = run(f\"\"\"\nSELECT {columns('a', sep=', ')}\nFROM {table['name']}\"\"\", after())",
    ),
    "PEP 701: beside other strings": (
        'x = ("a"\n     f"{d["b"]}{{}}"  #: d\n     "c" rf"\\d{e}")  #: e',
        "x = f\"a{d['b']}{{}}c\\\\d{e}\"",
    ),
    "PEP 701: shown expressions": ('x = f"{d["a"] = }"', "x = f'''d[\"a\"] = {d['a']!r}'''"),
    "PEP 750: a template": ('x = t"a{b()}c"  #: b', "x = f'a{b()}c'"),
    "PEP 750: raw and joined": ("x = tr'\\d{a}' T'{b}'", "x = f'\\\\d{a}{b}'"),
    "PEP 758: except without parentheses": (
        "try: pass\nexcept A, b.B:  #: A B\n    c()  #: c",
        "try: pass\nexcept (A, b.B): c()",
    ),
    "PEP 758: except* without parentheses": ("try: pass\nexcept* A, B: pass", "try: pass\nexcept* (A, B): pass"),
    "PEP 798: unpacking in a list": ("x = [*a for a in b]", f"x = [{UNPACK} for a in b for {UNPACK} in a]"),
    "PEP 798: unpacking in an argument": ("f(*a for a in b)", f"f({UNPACK} for a in b for {UNPACK} in a)"),
    "PEP 798: unpacking in a dict": ("{**a for a in b}", f"{{{UNPACK}: {UNPACK} for a in b for {UNPACK} in a}}"),
    "PEP 810: lazy import": ("lazy import a.b as c", "import a.b as c"),
    "PEP 810: lazy from": ("lazy from ..a import (\n    b,\n    c as d,\n)", "from ..a import b, c as d"),
    "PEP 810: lazy is still a name": ("lazy = 1\nlazy(x)", "lazy = 1\nlazy(x)"),
}
"""Each newer form, and what it means in older ones; `#: name` marks the lines on which a name has to be found."""


def assert_reads_as(source: str, meaning: str) -> None:
    parsed = parse(textwrap.dedent(source).lstrip("\n"))
    assert ast.dump(parsed.tree) == ast.dump(ast.parse(meaning))
    assert_marked_lines(parsed)


def assert_marked_lines(parsed: Parsed) -> None:
    lines = enumerate(parsed.source.split("\n"), 1)
    marked = {(name, number) for number, line in lines for name in line.partition("#:")[2].split()}
    wanted = {name for name, _ in marked}
    assert {(name, line) for name, line in names(parsed.tree) if name in wanted} == marked


def names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute) and node.end_lineno:
            yield node.attr, node.end_lineno


def refusal(source: str | bytes) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        parse(source)
    return caught.value


@pytest.mark.parametrize("form", FORMS)
def test_newer_form(form: str) -> None:
    assert_reads_as(*FORMS[form])


def test_newer_forms_in_the_depth_of_a_long_file_leave_every_line_where_it_was() -> None:
    method = '    def m(self):\n        text = """\nnot code\n"""\n        return call{0}(text)  #: call{0}\n\n'
    newer = (
        "    def n[T](self):\n"
        "        try:\n"
        '            return f"{new["x"]}"  #: new\n'
        "        except A, Other:  #: A Other\n"
        "            pass\n"
    )
    source = "class C:\n" + "".join(method.format(number) for number in range(30)) + newer + "\nlast()  #: last\n"
    assert_marked_lines(parse(source))


@pytest.mark.parametrize("module", [dataclasses, functools, string])
def test_libcst_and_ast_read_the_same(module: ModuleType) -> None:
    source = inspect.getsource(module)
    rewritten = forms.to_older_forms(libcst.parse_module(source))
    assert rewritten
    tree = older.lower(ast.parse(rewritten))
    assert ast.dump(tree) == ast.dump(older.lower(ast.parse(source)))
    assert sorted(names(tree)) == sorted(names(ast.parse(source)))


def test_a_text_that_ast_reads_needs_no_libcst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bridge, "rewrite", None)
    assert not parse("x = 1").bridged


def test_pieces_that_ast_reads_are_not_given_to_libcst(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    whole = bridge._whole

    def noted(text: str) -> str | None:
        given.append(text)
        return whole(text)

    monkeypatch.setattr(bridge, "_whole", noted)
    assert parse("x = 1\n\n\nlazy import a\n\n\ny = 2\n").bridged
    assert given == ["lazy import a\n\n\n"]


def test_warnings_of_the_code_under_analysis_are_not_ours() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert ast.dump(parse('x = "\\d"').tree) == ast.dump(ast.parse('x = "\\\\d"'))
        assert parse('lazy import a\nx = "\\d" f"\\d{1}"').bridged


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('print "x"\n', 1),
        ("import a\nexec code in space\n", 2),
        ('raise Error, "x"', 1),
        ("x = `y`", 1),
        ("x = 0777", 1),
        ("if a <> b: pass", 1),
        ("\n\ndef f((a, b)): pass", 3),
        ("x = ur'y'", 1),
    ],
)
def test_python_2_is_named(source: str, line: int) -> None:
    refused = refusal(source)
    assert refused.reason.startswith("looks like Python 2: ")
    assert refused.line == line


def test_of_two_faults_the_one_that_no_grammar_takes_is_named() -> None:
    refused = refusal("lazy import a\n\n\ndef f(:\n    pass\n")
    assert (refused.reason, refused.line) == ("syntax error: invalid syntax", 4)


def test_a_fault_of_the_only_grammar_is_named_in_its_words() -> None:
    refused = refusal("x = (1,\ny = 2\n")
    assert refused.line == 1
    assert "never closed" in refused.reason


DEEP = {
    "brackets": "x = " + "[" * 10_000 + "]" * 10_000,
    "brackets left open": "\n" + "(" * 10_000,
    "after a newer form": "lazy import a\nx = " + "(" * 10_000,
    "signs": "x = " + "-" * 100_000 + "1",
    "attributes": "x" + ".a" * 100_000,
    "calls": "x" + "()" * 100_000,
    "lambdas": "lambda: " * 10_000 + "1",
    "branches": "if a: pass\n" + "elif a: pass\n" * 10_000,
    "blocks": "".join(" " * depth + "if x:\n" for depth in range(150)) + " " * 150 + "pass",
}


@pytest.mark.parametrize("shape", DEEP)
def test_deep_nesting_is_refused(shape: str) -> None:
    refused = refusal(DEEP[shape])
    assert any(word in refused.reason for word in ("nest", "too many", "brackets"))


def test_a_newer_form_beside_a_nest_of_brackets_is_refused_before_libcst_overflows() -> None:
    refused = refusal("x = 1\nx = f'{y!q}'\nx = " + "(" * 300 + ")" * 300)
    assert refused.line


def test_a_null_byte_in_text() -> None:
    refused = refusal("a = 1\nb = '\0'\n")
    assert refused.line == 2


@pytest.mark.parametrize("link", ["not ", "- ", "await ", "a if b else ", "a.", "a(1).", "a\n    ."])
def test_a_chain_that_would_stall_the_newer_parser_is_refused(link: str) -> None:
    started = time.process_time()
    with pytest.raises(RefusedError, match="chains more than 300 operators or attributes"):
        parse("x = (" + link * 4_000 + "a b)\n")
    assert time.process_time() - started < 1


@pytest.mark.parametrize("link", ["not ", "a.", "a(1)."])
def test_a_chain_that_people_write_is_read(link: str) -> None:
    assert parse("type Newer = int\nx = " + link * 90 + "a\n").tree.body
