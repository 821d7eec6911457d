"""Collections that code nests without end: trees, forms in forms. They stay small, and what they hold is not lost."""

from __future__ import annotations

import pytest

from boundary.link.calling.arguments import Frozen
from boundary.link.domain.atoms import DEEPEST_NESTING, DEEPEST_WRAPPING, Atoms
from boundary.link.domain.values import ANY, Container, Value, Wrapped, nesting
from tests.link.linking import assert_touches

ROUNDS = 200
"""A walk through all of so many nested pairs would take 2 ** 200 steps."""


def pairs_in_pairs(atoms: Atoms, held: Value) -> Value:
    """A list of two collections, each of which holds the list before."""
    for _ in range(ROUNDS):
        one, other = atoms.container("list", held), atoms.container("tuple", held, (held, held))
        held = atoms.container("dict", one | other, (("left", one), ("right", other)))
    return held


@pytest.mark.parametrize("flag", [True, False])
def test_nesting_ends(flag: bool) -> None:  # noqa: FBT001 - a literal of the code under analysis
    atoms = Atoms()
    (tree,) = pairs_in_pairs(atoms, atoms.constant(flag))
    assert isinstance(tree, Container)
    assert tree.depth <= DEEPEST_NESTING
    assert tree.objects, "a flag decides branches, however deep it lies"
    assert not tree.functions


def test_partials_of_partials_end() -> None:
    atoms = Atoms()
    held = atoms.constant("text")
    for round_ in range(ROUNDS):
        held = atoms.wrapped("partial", held | atoms.none, Frozen((atoms.constant(round_),)))
    (partial,) = [one for one in held if isinstance(one, Wrapped)]
    assert partial.depth == DEEPEST_WRAPPING


def test_methods_that_are_bound_again_and_again() -> None:
    assert_touches("""
from functools import partial, update_wrapper

class Settings:
    def get(self, *names):
        return Log.objects.get(text=names[-1])
    def keep(self, *names):
        return Log.objects.create(text=names[-1])
    def bind(self, *given):
        bound = type(self)()
        for name in dir(type(self)):
            if name[0] != "_" and name != "bind":
                method = getattr(bound, name)
                setattr(bound, name, update_wrapper(partial(method, *given), method))
        return bound

settings = Settings()
for_orders = settings.bind("orders").bind("open")

@transaction.atomic  #> insert shop_log
def touch(request):
    for_orders.keep(request.POST)
""")


def test_plain_values_are_no_objects() -> None:
    atoms = Atoms()
    (tree,) = pairs_in_pairs(atoms, atoms.constant("text") | frozenset({ANY}))
    assert isinstance(tree, Container)
    assert not tree.objects


def test_what_only_the_members_hold_counts() -> None:
    atoms = Atoms()
    inner = atoms.container("list", atoms.container("list", atoms.none))
    assert nesting(frozenset({ANY}), (inner,)) == nesting(inner, None) == 2
    assert nesting(frozenset({ANY}), (("key", inner),)) == 2


def test_a_tree_of_forms() -> None:
    assert_touches("""
def grow(values, inputs):
    child = {"inputs": inputs, "values": [values, {"before": values}], "also": (values, [values])}
    return grow(child, [inputs, [inputs]]) if inputs else child
def save(tree, model):
    with transaction.atomic():  #> insert shop_log
        model.objects.create(text=tree)
def touch(request):
    save(grow(request.POST, [request.POST]), Log)
""")


def test_modules_that_import_everything_from_one_another() -> None:
    """There are 39 ** 8 ways of eight imports, and a name that none of them binds is looked for on all."""
    modules = 40
    package = "".join(
        f"# file: shop/part{number}.py\n"
        + "".join(f"from shop.part{other} import *\n" for other in range(modules) if other != number)
        + ("from django.db import transaction\nfrom shop.models import Log\nregistry = []\n" if not number else "")
        for number in range(modules)
    )
    assert_touches(f"""
{package}
# file: shop/services.py
from shop import part7
from shop.part{modules - 1} import *
def touch(request):
    registry.append(len(request.POST))
    with transaction.atomic():  #> insert shop_log
        part7.Log.objects.create(text=str(registry))
""")
