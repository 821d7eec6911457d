"""What a run writes is in the document, or the document tells that something there is not understood."""

from __future__ import annotations

import pytest

from tests.trust.programs import KINDS, MIXED, PLACES, TOLD, TOLD_OF_STATEMENTS, by_chance, program, ran, scanned, steps

pytestmark = pytest.mark.filterwarnings("ignore")
"""Programs leave loops, threads and coroutines behind as programs do."""
LANGUAGE, PACKAGES = steps("language.txt"), steps("packages.txt")


@pytest.mark.parametrize("kind", ["function", "model", "what was made", "statement"])
@pytest.mark.parametrize("step", list(LANGUAGE))
def test_a_step_of_the_language(step: str, kind: str) -> None:
    source = program(KINDS[kind], [(LANGUAGE[step], PLACES["here"])])
    written, found = ran(source), scanned(source)
    assert written
    if step in TOLD or (kind == "statement" and step in TOLD_OF_STATEMENTS):
        assert written <= found.tables or found.blind
        return
    assert written <= found.tables
    assert found.tables <= written or step in MIXED
    # of a statement that may be something else that is told, too; of objects, what is known is gone on with
    assert not found.blind or kind == "statement"


@pytest.mark.parametrize("step", [*TOLD, *MIXED])
def test_what_is_listed_is_so(step: str) -> None:
    """What a list says is not done yet is not done yet, for some kind of value."""
    sources = [program(one, [(LANGUAGE[step], PLACES["here"])]) for one in KINDS.values()]
    assert any(scanned(one).tables != ran(one) for one in sources)


@pytest.mark.parametrize("step", list(TOLD_OF_STATEMENTS))
def test_what_is_listed_of_statements_is_so(step: str) -> None:
    source = program(KINDS["statement"], [(LANGUAGE[step], PLACES["here"])])
    assert scanned(source).tables != ran(source)


@pytest.mark.parametrize("place", list(PLACES))
@pytest.mark.parametrize("kind", list(KINDS))
def test_a_step_in_a_place(place: str, kind: str) -> None:
    source = program(KINDS[kind], [(LANGUAGE["attribute"], PLACES[place]), (LANGUAGE["dict get"], PLACES[place])])
    assert ran(source) == scanned(source).tables == {"shop_m0"}


def test_programs_by_chance() -> None:
    """Some of what `tests.benchmarks.hostile.programs` draws."""
    tried = 0
    for made_of, source in by_chance(150, seed=7, length=2):
        try:
            written = ran(source)
        except (AttributeError, RuntimeError, TypeError):  # two steps that Python itself does not put together
            continue
        found = scanned(source)
        tried += 1
        assert written <= found.tables or found.blind, f"{made_of}\n{source}"
    assert tried > 100


def test_steps_of_packages() -> None:
    """A program is made of each, whether the package is there to run it or not."""
    for step in PACKAGES.values():
        compile(program(KINDS["object"], [(step, PLACES["in a function"])]), "services.py", "exec")
