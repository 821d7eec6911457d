"""In which ways is a real file damaged?  Each mutation takes a random source and bytes, and returns other bytes."""

from __future__ import annotations

import ast
import re
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    Mutation = Callable[[Random, bytes, Sequence[bytes]], bytes]
    """Given a random source, the bytes, and the other files to take pieces from."""

_TOKEN = re.compile(rb"\w+|\s+|[^\w\s]")
_BITS = 8
_STRANGE = (
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\xef\xbb\xbf",
    b"\r",
    b"\f",
    b"\x1a",
    b"\\\n",
    b"\\N{",
    b"\\ud800",
    b'"""',
    b"'",
    b"$$",
    b"/*",
    b"*/",
    b"--",
    b"#",
    b";",
    b"\t",
    b"{",
    b"}",
    b"f'",
    b"%(",
    b"match x:\n case ",
    b"lambda *",
    b"type X[T] = ",
    b"async ",
    b"# coding: utf-7\n",
    b"\nGO\n",
    b"\nDELIMITER //\n",
    b" BEGIN ",
    b" END ",
    b" CASE ",
)
"""Bytes at which readers stumble, in Python or in SQL."""


def flip(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Turn over a few bits."""
    damaged = bytearray(content or b" ")
    for _each in range(random.randint(1, 8)):
        damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(_BITS)
    return bytes(damaged)


def cut(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Lose the end, or the beginning."""
    at = random.randint(0, len(content))
    return content[:at] if random.random() < 0.7 else content[at:]


def lose(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Lose a piece in the middle."""
    start = random.randint(0, len(content))
    return content[:start] + content[start + random.randint(1, 60) :]


def strange(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Put in bytes at which readers stumble."""
    for _each in range(random.randint(1, 4)):
        at = random.randint(0, len(content))
        content = content[:at] + random.choice(_STRANGE) * random.choice((1, 1, 1, 2, 40)) + content[at:]
    return content


def splice(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Go on in the middle of another file."""
    other = random.choice(others)
    return content[: random.randint(0, len(content))] + other[random.randint(0, len(other)) :]


def shuffle(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Exchange, drop and double tokens."""
    tokens = _TOKEN.findall(content) or [b" "]
    for _each in range(random.randint(1, 10)):
        here, there = random.randrange(len(tokens)), random.randrange(len(tokens))
        tokens[here] = random.choice((tokens[there], b"", tokens[here] * 2))
    return b"".join(tokens)


def nest(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Open many brackets, operators or blocks somewhere, and close as many or not."""
    opened, closed = random.choice(
        (
            (b"(", b")"),
            (b"[", b"]"),
            (b"{", b"}"),
            (b"f(", b")"),
            (b"{a: ", b"}"),
            (b"not ", b""),
            (b"-", b""),
            (b"lambda: ", b""),
            (b"a.", b"a"),
            (b"a if b else ", b"c"),
            (b"(select * from ", b")"),
            (b"case when a then ", b" end"),
            (b"[a for a in ", b"]"),
            (b"await ", b""),
            (b"f'{", b"}'"),
        )
    )
    depth = random.choice((5, 25, 90, 210, 1100, 4000))
    at = random.randint(0, len(content))
    inner = opened * depth + b"x" + (closed * depth if random.random() < 0.7 else b"")
    return content[:at] + inner + content[at:]


def giant(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Put in a literal of unreasonable length."""
    length = random.choice((1_000, 1_000, 5_000, 60_000))
    literal = random.choice(
        (b"9" * length, b"0x" + b"f" * length, b"'" + b"a" * length + b"'", b"a" * length, b"1e" + b"9" * 50)
    )
    at = random.randint(0, len(content))
    return content[:at] + literal + content[at:]


def repeat(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Say one line very often."""
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    return b"\n".join([*lines[:at], *[lines[at]] * random.choice((2, 2, 20, 300)), *lines[at:]])


def exchange(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Put expressions and statements of another file where others stood: Python that parses, and says odd things."""
    tree, other = tree_of(content), tree_of(random.choice(others)[:20_000])
    if tree is None or other is None:
        return content
    for kind in (ast.expr, ast.stmt):
        here = places(tree, kind)
        there = [
            getattr(node, name)[at] if at is not None else getattr(node, name) for node, name, at in places(other, kind)
        ]
        for node, name, at in random.sample(here, min(len(here), 4)) if there else ():
            if at is None:
                setattr(node, name, random.choice(there))
            else:
                getattr(node, name)[at] = random.choice(there)
    try:
        return ast.unparse(tree).encode("utf-8", "replace")
    except (RecursionError, ValueError, AttributeError, TypeError):
        return content


def tree_of(content: bytes) -> ast.Module | None:
    """What the bytes say as Python; None where they are none."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return ast.parse(content)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def places(tree: ast.AST, kind: type[ast.AST]) -> list[tuple[ast.AST, str, int | None]]:
    """Where nodes of a kind stand: in which node, under which name and, in a list, where in it."""
    found: list[tuple[ast.AST, str, int | None]] = []
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if isinstance(value, kind):
                found.append((node, name, None))
            elif isinstance(value, list):
                found += [(node, name, at) for at, each in enumerate(value) if isinstance(each, kind)]
    return found


MUTATIONS: tuple[Mutation, ...] = (flip, cut, lose, strange, splice, shuffle, nest, giant, repeat, *[exchange] * 9)
"""Half of the mutations leave Python that can be parsed, or few files would get past the parser."""


def mutated(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """The bytes after one to three mutations."""
    for _ in range(random.choice((1, 1, 2, 3))):
        content = random.choice(MUTATIONS)(random, content, others)
    return content
