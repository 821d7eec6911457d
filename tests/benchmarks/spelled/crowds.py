"""What changes when there is more of the same?  Siblings of each class, which nobody mentions.

What is true of two models has to be true among forty: a registry lists them all, a base class has as many subclasses,
and a value that may be any of them is widened. What the siblings themselves touch is left out of the answers.
"""

from __future__ import annotations

import ast
import copy
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.benchmarks.spelled.spellings import Spelling

SIBLINGS: Final = 18
"""More than a value keeps apart."""
MARK: Final = "extraofit"
"""What the tables of siblings are told by."""
RELATIONS: Final = frozenset(
    {"ForeignKey", "ForeignKeyField", "ManyToManyField", "OneToOneField", "relationship", "backref", "Reference"}
)
TABLES: Final = frozenset({"__tablename__", "__storm_table__", "db_table", "_name"})
ALONE: Final = frozenset({"Exception", "Enum", "TextChoices", "IntegerChoices", "Protocol", "TypedDict", "NamedTuple"})
"""Bases whose classes say by their members what they are."""


def among_many(tree: ast.Module) -> ast.Module:
    """Each class has as many siblings as no value keeps apart."""
    body: list[ast.stmt] = []
    for node in tree.body:
        body.append(node)
        if isinstance(node, ast.ClassDef) and _has_siblings(node):
            body += [_sibling(node, number) for number in range(SIBLINGS)]
    tree.body = body
    return tree


def _has_siblings(node: ast.ClassDef) -> bool:
    bases = {one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in node.bases}
    nested = any(isinstance(one, ast.ClassDef) for one in node.body)
    return bool(bases) and bases.isdisjoint(ALONE) and not (node.keywords or node.decorator_list or nested)


def _sibling(node: ast.ClassDef, number: int) -> ast.ClassDef:
    """A class of the same bases with the same columns, and a table of its own; it does nothing."""
    body: list[ast.stmt] = []
    for one in node.body:
        if isinstance(one, ast.Assign) and not _relates(one):
            held = copy.deepcopy(one)
            names = {target.id for target in held.targets if isinstance(target, ast.Name)}
            if not names.isdisjoint(TABLES) and isinstance(held.value, ast.Constant):
                held.value = ast.Constant(f"{MARK}{number}_{node.name.lower()}")
            body.append(held)
    return ast.ClassDef(f"ExtraOfIt{number}{node.name}", node.bases, [], body or [ast.Pass()], [])


def _relates(node: ast.Assign) -> bool:
    called = [one.func for one in ast.walk(node.value) if isinstance(one, ast.Call)]
    return any((one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "")) in RELATIONS for one in called)


CROWDS: Final[tuple[Spelling, ...]] = (among_many,)
