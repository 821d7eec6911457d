"""What says nothing of an object keeps neither callers nor objects apart, and decides nothing beside what does."""

from __future__ import annotations

import pytest

from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
from boundary.link.domain.atoms import Atoms
from boundary.link.domain.telling import EXTERNAL, SOMETHING, beside_anything, telling, tidied
from boundary.link.domain.values import ANY, PRESENT, UNKNOWN, Value
from boundary.model.facts import ModuleFacts, SourceModule

ATOMS = Atoms()
MODULE = ModuleInfo(
    SourceModule("shop", "shop.py", ModuleFacts((), 0, 0), is_package=False, library=False),
    "shop",
    "shop.py",
    library=False,
    package="",
    bindings={},
    stars=[],
)
ORDER, STOCK = (ClassInfo(name, name, MODULE, None, None, None, {}) for name in ("Order", "Stock"))
AN_ORDER = ATOMS.instance(ORDER)
BELIEVED = ATOMS.instance(ORDER, guessed=True)
STORED = ATOMS.instance(ORDER, stored=True)
OF_ORDERS = ATOMS.instance(STOCK, model=ORDER)
NAME, TRUE, NONE = ATOMS.constant("name"), ATOMS.constant(True), ATOMS.none  # noqa: FBT003 - a value of the code


def external(dotted: str) -> Value:
    return ATOMS.external(dotted)


@pytest.mark.parametrize(
    ("value", "tidy"),
    [
        (AN_ORDER | BELIEVED, AN_ORDER),
        (BELIEVED, BELIEVED),
        (AN_ORDER | PRESENT, AN_ORDER),
        (AN_ORDER | external("requests.get()"), AN_ORDER | UNKNOWN),
        (AN_ORDER | external("celery.app"), AN_ORDER | external("celery.app")),
        (AN_ORDER | NONE | NAME, AN_ORDER | NONE | NAME),
        (PRESENT | external("requests.get()"), PRESENT | external("requests.get()")),
        (ATOMS.class_(ORDER) | PRESENT, ATOMS.class_(ORDER) | PRESENT),
    ],
    ids=str,
)
def test_a_value_without_what_adds_nothing(value: Value, tidy: Value) -> None:
    assert tidied(value, ATOMS) == tidy


@pytest.mark.parametrize(
    ("value", "left"),
    [
        (UNKNOWN | NONE, UNKNOWN),
        (UNKNOWN | PRESENT | EXTERNAL, UNKNOWN),
        (UNKNOWN | NONE | AN_ORDER, UNKNOWN | AN_ORDER),
        (UNKNOWN | NAME | TRUE, UNKNOWN | NAME | TRUE),
        (UNKNOWN | external("celery.app"), UNKNOWN | external("celery.app")),
    ],
    ids=str,
)
def test_what_may_be_anything_may_be_none(value: Value, left: Value) -> None:
    assert beside_anything(value) == left


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (AN_ORDER, AN_ORDER | UNKNOWN),
        (AN_ORDER, STORED),
        (AN_ORDER, AN_ORDER | BELIEVED | NONE),
        (AN_ORDER, AN_ORDER | external("requests.get()")),
        (UNKNOWN, NONE | UNKNOWN),
        (ATOMS.container("list", AN_ORDER), ATOMS.container("list", AN_ORDER | UNKNOWN)),
        (
            ATOMS.container("dict", AN_ORDER | NAME, (("order", AN_ORDER), ("by", NAME | UNKNOWN))),
            ATOMS.container("dict", STORED | NONE, (("order", STORED), ("by", NONE | UNKNOWN))),
        ),
    ],
    ids=str,
)
def test_objects_that_are_made_alike(one: Value, other: Value) -> None:
    assert telling(one, ATOMS) == telling(other, ATOMS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (AN_ORDER, ATOMS.instance(STOCK)),
        (AN_ORDER, BELIEVED),
        (ATOMS.class_(ORDER), ATOMS.class_(STOCK)),
        (OF_ORDERS, ATOMS.instance(STOCK, model=STOCK)),
        (NAME, ATOMS.constant("date")),
        (ATOMS.container("list", ATOMS.class_(ORDER)), ATOMS.container("list", ATOMS.class_(STOCK))),
        (
            ATOMS.container("dict", AN_ORDER, (("order", AN_ORDER),)),
            ATOMS.container("dict", AN_ORDER, (("other", AN_ORDER),)),
        ),
    ],
    ids=str,
)
def test_objects_that_are_kept_apart(one: Value, other: Value) -> None:
    assert telling(one, ATOMS) != telling(other, ATOMS)


@pytest.mark.parametrize(
    ("dotted", "known_as"),
    [
        ("requests.get()", "requests.get()"),
        ("celery.app", "celery.app"),
        (SOMETHING, SOMETHING),
        (f"{SOMETHING}.first()", SOMETHING),
        (f"{SOMETHING}[]", SOMETHING),
        (f"{SOMETHING}.session.execute", f"{SOMETHING}.execute"),
        ("x." + "first()." * 20, SOMETHING),
        ("json.loads()[]", "json.loads()[]"),
        ("json.loads()[][]", "json.loads()[]"),
    ],
)
def test_what_chains_outside_of_the_code_give(dotted: str, known_as: str) -> None:
    assert external(dotted) is external(known_as)
    assert [atom.dotted for atom in external(dotted)] == [known_as]  # type: ignore[attr-defined]


def test_nothing_known_stays_nothing_known() -> None:
    assert tidied(UNKNOWN, ATOMS) == telling(UNKNOWN, ATOMS) == frozenset((ANY,))
