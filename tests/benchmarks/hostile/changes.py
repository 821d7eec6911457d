"""In which ways does a program say odd things?  Pieces are lost, doubled, renamed, nested, and made to circle.

Each leaves Python that parses: what is odd is what it says, which is where the linker's rules stumble.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.benchmarks.hostile.mutations import places, tree_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    Change = Callable[[Random, ast.Module, Sequence[str]], None]
    """Changes a module; the names are those of all programs."""

NAMED = ((ast.Name, "id"), (ast.Attribute, "attr"), (ast.keyword, "arg"), (ast.arg, "arg"), (ast.ClassDef, "name"))
STRANGE = (None, True, 0, -1, 10**30, 1.5, "", "a", ".", "a.b.C", "self", "%s", "{}", b"", ..., "select", "\0")
"""Constants at which rules stumble."""


def names_in(texts: Sequence[str]) -> list[str]:
    """The names that modules use."""
    found: dict[str, None] = {}
    for text in texts:
        for node, name in _named(tree_of(text.encode("utf-8", "replace")) or ast.Module([], [])):
            if getattr(node, name):
                found[getattr(node, name)] = None
    return list(found)


def _named(tree: ast.Module) -> list[tuple[ast.AST, str]]:
    return [(node, name) for node in ast.walk(tree) for kind, name in NAMED if isinstance(node, kind)]


def lose(random: Random, tree: ast.Module, _: Sequence[str]) -> None:
    """Arguments, bases, decorators, targets and statements are missing."""
    for _each in range(random.randint(1, 3)):
        node, name, at = random.choice(places(tree, ast.AST))
        if at is not None:
            del getattr(node, name)[at]
            if name == "body" and not getattr(node, name):
                getattr(node, name).append(ast.Pass())


def double(random: Random, tree: ast.Module, _: Sequence[str]) -> None:
    """Arguments, bases, decorators and statements are there twice."""
    node, name, at = random.choice(places(tree, ast.AST))
    if at is not None:
        getattr(node, name).insert(at, getattr(node, name)[at])


def turn(random: Random, tree: ast.Module, _: Sequence[str]) -> None:
    """Arguments, bases, decorators or statements stand in another order."""
    node, name, at = random.choice(places(tree, ast.AST))
    if at is not None:
        random.shuffle(getattr(node, name))


def rename(random: Random, tree: ast.Module, names: Sequence[str]) -> None:
    """Names are others: of the same module, of which circles come, or of any."""
    held = _named(tree)
    own = [one for node, name in held for one in (getattr(node, name),) if one]
    for node, name in random.sample(held, min(len(held), random.randint(1, 4))):
        setattr(node, name, random.choice(own if own and random.random() < 0.6 else names))


def strange(random: Random, tree: ast.Module, names: Sequence[str]) -> None:
    """Constants and names are constants that nobody expects there."""
    held = [place for place in places(tree, ast.expr) if isinstance(_at(place), (ast.Constant, ast.Name))]
    for node, name, at in random.sample(held, min(len(held), random.randint(1, 3))):
        value = random.choice((*STRANGE, random.choice(names)))
        _put((node, name, at), ast.Constant(value))


def nest(random: Random, tree: ast.Module, _: Sequence[str]) -> None:
    """An expression stands in a call, a display, a condition, a lambda or a comprehension of another."""
    held = places(tree, ast.expr)
    if not held:
        return
    place, other = random.choice(held), _at(random.choice(held))
    one = _at(place)
    made: ast.expr = random.choice((
        ast.Call(other, [one], []),
        ast.Call(one, [other], [ast.keyword(None, other)]),
        ast.Tuple([one, other], ast.Load()),
        ast.List([ast.Starred(one, ast.Load())], ast.Load()),
        ast.Dict([one, None], [other, one]),
        ast.IfExp(other, one, other),
        ast.Lambda(ast.arguments([], [], None, [], [], None, []), one),
        ast.Subscript(one, other, ast.Load()),
        ast.Attribute(one, random.choice(("objects", "query", "__class__", "save", "_meta", "c")), ast.Load()),
        ast.BinOp(one, random.choice((ast.Mod(), ast.Add(), ast.BitOr())), other),
        ast.Await(one),
    ))  # fmt: skip
    _put(place, made)


CHANGES: tuple[Change, ...] = (lose, lose, double, turn, rename, rename, rename, strange, strange, nest, nest)


def changed(random: Random, text: str, names: Sequence[str]) -> str:
    """A module with one change; as it was where that leaves no Python."""
    tree = tree_of(text.encode("utf-8", "replace"))
    if tree is None or not tree.body:
        return text
    random.choice(CHANGES)(random, tree, names)
    try:
        made = ast.unparse(ast.fix_missing_locations(tree))
    except (RecursionError, ValueError, AttributeError, TypeError, IndexError):
        return text
    return text if tree_of(made.encode("utf-8", "replace")) is None else made


def _at(place: tuple[ast.AST, str, int | None]) -> ast.expr:
    node, name, at = place
    held = getattr(node, name)
    found: ast.expr = held if at is None else held[at]
    return found


def _put(place: tuple[ast.AST, str, int | None], made: ast.expr) -> None:
    node, name, at = place
    if at is None:
        setattr(node, name, made)
    else:
        getattr(node, name)[at] = made
