"""A few of each of what `tests.benchmarks.hostile` does by the hundred thousand, and the worst by hand."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boundary.model.facts import ModuleFacts
from boundary.read.isolated import read_isolated
from boundary.read.reader import Job, read_plainly
from tests.benchmarks.hostile import beside, faults, fuzz, kills, mutations, odd

HERE = Path(__file__).parents[2]
BY_HAND = {
    "brackets": b"x = " + b"(" * 10_000 + b")" * 10_000,
    "brackets that stay open": b"x = " + b"[" * 100_000,
    "an integer": b"x = " + b"9" * 1_000_000,
    "a hexadecimal integer": b"x = 0x" + b"f" * 1_000_000,
    "a string": b"x = '" + b"a" * 4_000_000 + b"'",
    "a line": b"x = 1;" * 100_000,
    "lines": b"x = 1\n" * 100_000,
    "a display": b"x = [" + b"1," * 200_000 + b"]",
    "operators": b"x = " + b"1 + " * 100_000 + b"1",
    "powers": b"x = " + b"9 ** " * 20_000 + b"9",
    "calls": b"x = f" + b"()" * 100_000,
    "blocks": b"".join(b" " * depth + b"if x:\n" for depth in range(2_000)) + b" " * 2_000 + b"pass",
    "else after else": b"if x: pass\n" + b"elif x: pass\n" * 20_000,
    "decorators": b"@f\n" * 100_000 + b"def g(): pass",
    "parameters": b"def f(" + b", ".join(b"a%d" % each for each in range(100_000)) + b"): pass",
    "holes": b"x = f'" + b"{a}" * 20_000 + b"'",
    "nested f-strings": b"x = " + b'f"{' * 200 + b"1" + b'}"' * 200,
    "names": b"\n".join(b"v%d = v%d" % (each + 1, each) for each in range(100_000)),
    "a program": b"\x7fELF" + bytes(range(256)) * 2_000,
    "zeros": bytes(1_000_000),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 200,
    "UTF-16": "class Order:\n    pass\n".encode("utf-16"),
    "a declared encoding that is none": b"# coding: hex\nx = 1\n",
    "a declared encoding that unpacks": b"# coding: zip\nx = 1\n",
    "backslashes": b"x = 1 + \\\n" * 20_000 + b"1",
    "form feeds and returns": b"\f\r" * 500_000,
    "surrogates": b"x = '" + b"\\ud800" * 100_000 + b"'",
    "type parameters": b"def f[" + b", ".join(b"T%d" % each for each in range(2_000)) + b"](): pass",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BY_HAND)
def test_the_worst_by_hand(name: str) -> None:
    """It is read or refused with a reason; what follows it is read whatever it was."""
    started = time.monotonic()
    worst, after = read_isolated([Job("worst.py", BY_HAND[name]), Job("after.py", b"x = 1\n")])
    assert worst.facts or worst.reason
    assert not (worst.reason or "").startswith("boundary failed")
    assert after.facts
    assert time.monotonic() - started < 300


TEXT = """\
def f(a, *b, c=1, **d): | class A(B, metaclass=C): | if x: | else: | for a in b: | while x: | try: | except E as e: |
finally: | with a as b: | async def g(): | return x | yield x | await x | lambda: x | x = 1 | x += 1 | x: int = 1 |
del x | import a.b as c | from . import * | global x | nonlocal x | pass | raise E from e | assert x |
[a for a in b if c] | {a: b for a in c} | f'{x!r:>{y}}' | b'a' | 'a' 'b' | a.b.c | a[b:c] | f(*a, **b) |
x if y else z | not x | -x | x and y | x < y < z | (x := 1) | ... | @f | match x: | case A(b=c) : | type X[T] = int |
except* E: | print x | exec 'a' | 0777 | `x` | a <> b | \\ | # | '''
"""
PIECES = [piece.strip() for piece in TEXT.split("|")]


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(PIECES)), max_size=30))
def test_python_of_pieces_is_read_or_refused(pieces: list[tuple[int, str]]) -> None:
    text = "\n".join("    " * depth + piece for depth, piece in pieces)
    assert_read_or_refused(text.encode())


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))))
def test_anything_is_read_or_refused(content: bytes) -> None:
    assert_read_or_refused(content)


def assert_read_or_refused(content: bytes) -> None:
    for file in ("input.py", "input.sql"):
        job = Job(file, content)
        outcome = read_plainly(job)
        assert fuzz.complaint(job, outcome) is None
        if outcome.facts and not job.is_sql:
            facts = ModuleFacts.decoded(outcome.facts)
            assert facts.encoded() == outcome.facts


@pytest.mark.slow
def test_mutated_files() -> None:
    files = fuzz.corpus([HERE / "samples", HERE / "boundary" / "check"])
    ended, lost = fuzz.fuzz(files, seed=1, count=400)
    assert lost == []
    assert ended["python read"] > 50


def test_mutated_files_beside_the_sources() -> None:
    ended, lost = beside.fuzz(beside.corpus([HERE / "samples"]), seed=1, count=2_400)
    assert lost == []
    assert [kind for kind in beside.READERS if not ended[f"{kind} read"]] == []


@pytest.mark.slow
def test_odd_code_is_followed() -> None:
    ended, lost = odd.fuzz(odd.applications(), seed=1, count=200)
    assert lost == []
    assert ended["linked"] > 150


PIECES_BESIDE = (
    *(b"${", b"not:", b"a/", b"content='", b"<a>", b"<a b='c'/>", b"[", b"{", b'{"a":', b"a.b.", b"[a]\n", b"a=1\n"),
    *(b"*", b"**/", b"[a-", b"\\", b'"', b"(", b" ", b"# boundary: ignore[", b"&#", b"<!--", b"python:", b"a: b\n"),
)


@pytest.mark.slow
@pytest.mark.parametrize("kind", beside.READERS)
@pytest.mark.parametrize("piece", PIECES_BESIDE)
def test_much_of_the_same_beside_the_sources(kind: str, piece: bytes) -> None:
    """Nothing takes a time that grows with the square of its length."""
    for before in (b"", b'<a x="', b"x = 1 # boundary: ignore[BND202]", b'tal:content="', b"[entry_points]\na = "):
        ended, lost = beside.complaint(kind, before + piece * (60_000 // len(piece)))
        assert lost is None, ended


@pytest.mark.parametrize("mutation", mutations.MUTATIONS[:10], ids=lambda mutation: str(mutation.__name__))
def test_a_mutation_changes_something(mutation: mutations.Mutation) -> None:
    random, content = Random(1), (HERE / "samples/shop/manage.py").read_bytes()  # noqa: S311 - inputs, not secrets
    assert any(mutation(random, content, [content, b"x = f(1)\ny = 2\n"]) != content for _ in range(5))


@pytest.mark.slow
def test_kills(tmp_path: Path) -> None:
    arena = kills.Arena(tmp_path, seed=1)
    for number in range(8):
        arena.round(together=1 + number % 2)
    assert arena.lost == []
    assert arena.survived == 8


@pytest.mark.slow
def test_faults(tmp_path: Path) -> None:
    injector = faults.Injector(tmp_path)
    random = Random(1)  # noqa: S311 - faults, not secrets
    drawn = [injector.draw(random) for _ in range(25)]
    assert [str(one) for one in drawn if injector.outcome(one) == "PASSED AS WHOLE"] == []
