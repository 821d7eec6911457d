"""Finer splits, and what they cost."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boundary import api
from boundary.errors import InputError, UnknownNameError
from boundary.model.wanted import Wanted
from boundary.split import cut_transactions, strict_split
from boundary.split.contract import bindings, contract
from boundary.split.relaxing import without_seams
from boundary.split.seams import forest
from boundary.split.verify import still_cut

from .planted import Planted, agreement
from .scans import partition, renamed, scan_of, shuffled
from .test_strict import scans

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Split


def splits_of(scan: Scan, **wanted: Any) -> tuple[Split, ...]:  # noqa: ANN401 - handed on
    return api.split(scan, Wanted(**wanted)).splits


def frontier_of(scan: Scan, **wanted: Any) -> list[Split]:  # noqa: ANN401 - handed on
    """The strict split and the frontier."""
    return [split for split in splits_of(scan, **wanted) if not split.name.startswith("requested")]


def requested_of(scan: Scan, **wanted: Any) -> Split:  # noqa: ANN401 - handed on
    (first, *_) = [split for split in splits_of(scan, **wanted) if split.name == "requested"]
    return first


def test_it_begins_with_the_strict_split() -> None:
    scan = Planted(3, 6, seams=1).scan()
    assert frontier_of(scan)[0] == strict_split(scan)
    assert frontier_of(scan_of()) == [strict_split(scan_of())]
    assert [split.name for split in frontier_of(scan)[1:]] == ["frontier-1"]


@pytest.mark.parametrize("seed", range(3))
def test_planted_seams_are_found_and_are_the_first(seed: int) -> None:
    planted = Planted(4, 8, noise=0.1, seams=2, seed=seed)
    scan = planted.scan()
    assert strict_split(scan).metrics["largest_share"] == 1
    best = max(frontier_of(scan), key=lambda split: (len(split.contexts) == 4, -split.price))
    assert agreement(best, planted) >= 0.95
    assert len(best.relaxed) == 2
    assert all(relaxed.seam.line >= 9000 for relaxed in best.relaxed)  # where the seams were planted


@pytest.mark.slow
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(scans(), st.sampled_from([{}, {"contexts": 2}, {"grain": "service"}]))
def test_what_is_printed_is_true(scan: Scan, wanted: dict[str, Any]) -> None:
    splits = frontier_of(scan, **wanted)
    for one, other in combinations(splits, 2):
        assert one.price < other.price
        assert len(other.contexts) > len(one.contexts) or other.metrics["largest_share"] < one.metrics["largest_share"]
    for split in splits_of(scan, **wanted):
        cut = {transaction.id for transaction in cut_transactions(scan, split)}
        assert cut == {owner for relaxed in split.relaxed for owner in relaxed.frees}
        assert still_cut(scan, split) == ()
        assert split.price == sum(relaxed.price for relaxed in split.relaxed)
        groups = forest(bindings(scan)).groups({relaxed.seam for relaxed in split.relaxed})
        contexts = [frozenset(context.tables) for context in split.contexts]
        assert all(any(group <= context for context in contexts) for group in groups)
        again = contract(without_seams(scan, {relaxed.seam for relaxed in split.relaxed}))  # as if scanned again
        assert all(any(context.issuperset(group) for context in contexts) for group in again.groups)


@settings(deadline=None, max_examples=25)
@given(scans())
def test_a_promise_needs_its_seams(scan: Scan) -> None:
    for split in splits_of(scan):
        for left_out in split.relaxed:  # the cheapest seams hold none that is not needed
            kept = {relaxed.seam for relaxed in split.relaxed} - {left_out.seam}
            groups = contract(without_seams(scan, kept)).groups
            contexts = [frozenset(context.tables) for context in split.contexts]
            assert not all(any(context.issuperset(group) for context in contexts) for group in groups)


@pytest.mark.slow
def test_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import msgspec, sys; from boundary import api; from boundary.model.scan import Scan;"
        "scan = msgspec.json.decode(sys.stdin.buffer.read(), type=Scan);"
        "sys.stdout.buffer.write(msgspec.json.encode(api.split(scan).splits))"
    )
    document = msgspec.json.encode(Planted(4, 6, noise=0.3, seams=2, named=False).scan())
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=document,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.slow
@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("noise", [0.0, 0.2])
def test_the_plant_is_found_where_as_many_contexts_are_asked_for(noise: float, named: bool) -> None:  # noqa: FBT001 - a case
    planted = Planted(5, 8, noise=noise, seams=3, named=named)
    split = requested_of(planted.scan(), contexts=5)
    assert agreement(split, planted) >= 0.95
    assert all(relaxed.seam.line >= 9000 for relaxed in split.relaxed[:3])


def test_order_does_not_matter() -> None:
    scan = Planted(3, 6, noise=0.3, seams=2).scan()
    assert msgspec.json.encode(splits_of(shuffled(scan, 3), contexts=3)) == msgspec.json.encode(
        splits_of(scan, contexts=3)
    )


def test_names_do_not_matter_where_they_say_nothing() -> None:
    scan = Planted(4, 7, noise=0.2, seams=2, named=False).scan()
    names = {each.name: f"x{(7 * number + 3) % 101:03}" for number, each in enumerate(scan.tables)}
    before, after = frontier_of(scan), frontier_of(renamed(scan, names))
    assert [(split.price, split.metrics) for split in before] == [(split.price, split.metrics) for split in after]
    for one, other in zip(before, after, strict=True):
        assert partition(other) == {frozenset(names[name] for name in context) for context in partition(one)}


def test_seams_that_are_not_relaxed_are_missed() -> None:
    scan = scan_of("f: +a log>+b", tables="a b")
    split = strict_split(scan)
    assert still_cut(scan, split) == ()
    apart = msgspec.structs.replace(split, contexts=tuple(type(split.contexts[0])(name, (name,)) for name in "ab"))
    assert [transaction.id for transaction in still_cut(scan, apart)] == ["f"]


@pytest.mark.slow
def test_so_many_contexts_of_that_size() -> None:
    scan = Planted(4, 6, noise=0.2, seams=3).scan()
    for contexts, share in ((2, 0.5), (3, 0.5), (4, 0.25), (6, 0.3)):
        split = requested_of(scan, contexts=contexts, max_share=share)
        assert len(split.contexts) == contexts
        assert split.metrics["largest_share"] <= share


def test_a_size_alone_takes_the_fewest_contexts() -> None:
    split = requested_of(Planted(4, 6, noise=0.1, seams=2).scan(), max_share=0.5)
    assert (len(split.contexts), split.metrics["largest_share"]) == (2, 0.5)


def test_a_budget_takes_the_most_contexts_that_it_buys() -> None:
    scan = Planted(4, 6, noise=0.1, seams=2).scan()
    price = frontier_of(scan)[-1].price
    assert len(requested_of(scan, budget=price).contexts) == 4
    assert all(split.price <= price - 1 for split in splits_of(scan, budget=price - 1))


def test_without_source_the_transactions_are_counted() -> None:
    lines = ["f: =a =b ?a ?b", "g: =b =c ?b", "h: =c =d ?c", "i: =e =f ?e", "j: =c =e ?c ?e", "k: +d =e ?e"]
    bare = api_document(scan_of(*lines))
    split = requested_of(bare, contexts=2, max_share=0.5)
    assert [len(context.tables) for context in split.contexts] == [3, 3]
    assert len(cut_transactions(bare, split)) == 3 or split.price <= 24
    assert still_cut(bare, split) == ()


def api_document(scan: Scan) -> Scan:
    """The scan without any source: no files, lines or calls."""
    plain = msgspec.to_builtins(scan)
    for transaction in plain["transactions"]:
        transaction |= {"file": "", "line": 0, "end_line": 0}
        transaction["accesses"] = [{"table": each["table"], "op": each["op"]} for each in transaction["accesses"]]
    return msgspec.convert(plain, type(scan))


def test_pins_are_kept() -> None:
    planted = Planted(3, 6, noise=0.1, seams=2)
    one, other, third = (tables[0] for tables in planted.tables)
    scan = planted.scan()
    together = requested_of(scan, together=((one, other),), contexts=3)
    assert any({one, other} <= set(context.tables) for context in together.contexts)
    apart = requested_of(scan, apart=((one, planted.tables[0][1]),), contexts=3)
    assert not any({one, planted.tables[0][1]} <= set(context.tables) for context in apart.contexts)
    kept = requested_of(scan, keep=((one, "billing"), (third, "billing"), (other, "stock")), contexts=3)
    names = {table: context.name for context in kept.contexts for table in context.tables}
    assert (names[one], names[third], names[other]) == ("billing", "billing", "stock")
    assert still_cut(scan, kept) == ()


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"together": (("a", "b"), ("b", "c")), "apart": (("a", "c"),)}, "--apart a c: the other pins"),
        ({"keep": (("a", "x"), ("a", "y"))}, "--keep a: kept in two contexts, x and y"),
        ({"keep": (("a", "x"), ("b", "y")), "together": (("a", "b"),)}, "--keep b=y and --keep a=x"),
        ({"apart": (("a", "a"),)}, "--apart a a"),
        ({"keep": (("a", ""),)}, "name the context"),
        ({"contexts": 9}, "there are 4 tables"),
        ({"contexts": 2, "max_share": 0.2}, "0.5 is the least"),
        ({"contexts": 2, "budget": 0}, "no split was found with 2 contexts, for 0 or less"),
    ],
)
def test_what_cannot_be_is_said(wanted: dict[str, Any], words: str) -> None:
    scan = scan_of("f: +a =b !c ?b", "g: =a =b =c =d ?a ?b ?c ?d")
    with pytest.raises(InputError, match=words):
        splits_of(scan, **wanted)


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(UnknownNameError, match=r"no table is called 'order'; did you mean orders\?"):
        splits_of(scan_of("f: +orders +audit"), together=(("order", "audit"),))
