"""What do changes of a split bring?  The verdict, the metrics that move, the transactions that become cut or whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.completeness import completeness_line
from boundary.report.crossing import crossing
from boundary.report.metrics import MEANINGS
from boundary.report.phrases import Code, Item, Paragraph, Rows, Section, Tree, counted, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from boundary.model.outcome import Crossing, Outcome
    from boundary.model.scan import Relaxed, Scan, Transaction
    from boundary.report.phrases import Block

CROSSINGS = 12
SEAMS = 10


def outline(scan: Scan, outcome: Outcome, *, full: bool = False) -> tuple[Section, ...]:
    """The sections on `outcome`; `full` abbreviates nothing, and shows the metrics that stay as they are."""
    by_id = {one.id: one for one in scan.transactions}
    return (
        Section(None, _lead(outcome)),
        Section("Metrics", _metrics(outcome, full=full)),
        *_crossings("Transactions that become cut", outcome.cut, by_id, full=full),
        *_crossings("Transactions that become whole", outcome.whole, by_id, full=full),
        *_seams(outcome, full=full),
        *_followers(outcome, full=full),
        Section(None, (Paragraph((completeness_line(scan.completeness, scan.dialect),)),)),
    )


def _lead(outcome: Outcome) -> tuple[Block, ...]:
    asked: list[str] = []
    for change in outcome.changes:
        asked += [Code(str(change)), ", "]
    price = outcome.after.price - outcome.before.price
    costs = "costs as much" if not price else f"costs {abs(price):g} {'more' if price > 0 else 'less'}"
    cut, whole = len(outcome.cut), len(outcome.whole)
    words = (
        f" would cut {counted(cut, 'more transaction', 'more transactions')}"
        f" and make {counted(whole, 'cut one', 'cut ones')} whole; the split {costs}"
        f" ({outcome.before.price:g} before, {outcome.after.price:g} after)."
    )
    before, after = outcome.glued_before, outcome.glued_after
    blocks: list[Block] = [Paragraph((*asked[:-1], " on the split ", Code(outcome.base), words))]
    if before != after:
        groups = f"Transactions then hold the tables in {after.groups} groups, the largest of {after.largest}"
        blocks.append(Paragraph((f"{groups}; before, in {before.groups}, the largest of {before.largest}.",)))
    return tuple(blocks)


def _metrics(outcome: Outcome, *, full: bool) -> tuple[Block, ...]:
    """What moves, worse first; what stays is counted."""
    rows, same = [], 0
    names = [name for name in outcome.before.metrics if name in outcome.after.metrics]
    pairs = [("price", outcome.before.price, outcome.after.price)]
    pairs += [(name, outcome.before.metrics.get(name, 0.0), outcome.after.metrics.get(name, 0.0)) for name in names]
    for name, before, after in pairs:
        if before == after and not full:
            same += 1
            continue
        direction = "lower" if name == "price" else MEANINGS.get(name, ("", ""))[0]
        verdict = _verdict(before, after, direction)
        meaning = "what the seams cost together" if name == "price" else MEANINGS.get(name, ("", ""))[1]
        rows.append(
            ((Code(name),), (f"{before + 0.0:g}",), (f"{after + 0.0:g}",), (verdict,), (direction,), (meaning,))
        )
    order = {"worse": 0, "better": 1, "": 2, "same": 3}
    rows.sort(key=lambda row: order[row[3][0]])
    blocks: list[Block] = []
    if rows:
        blocks.append(Rows(("metric", "before", "after", "is", "better", "meaning"), tuple(rows)))
    if same:
        blocks.append(
            Paragraph((f"{counted(same, 'metric stays', 'metrics stay')} as {'it is' if same == 1 else 'they are'}.",))
        )
    return tuple(blocks)


def _verdict(before: float, after: float, direction: str) -> str:
    if before == after:
        return "same"
    if not direction:
        return ""
    return "better" if (after < before) == (direction == "lower") else "worse"


def _crossings(
    title: str, crossings: Sequence[Crossing], by_id: dict[str, Transaction], *, full: bool
) -> tuple[Section, ...]:
    """Per transaction a line per context: its tables there, and how the transaction gets to them."""
    if not crossings:
        return ()
    ranked = sorted(
        crossings, key=lambda one: (by_id[one.transaction].file, by_id[one.transaction].line, one.transaction)
    )
    shown = ranked if full else ranked[:CROSSINGS]
    items = [crossing(by_id[one.transaction], one.tables, full=full) for one in shown]
    if len(shown) < len(ranked):
        items.append(Item((f"and {len(ranked) - len(shown)} more; --full lists them",)))
    return (Section(f"{title}: {len(ranked)}", (Tree(tuple(items)),)),)


def _seams(outcome: Outcome, *, full: bool) -> tuple[Section, ...]:
    """The seams that the split needs relaxed after the change and did not need before, and the other way round."""
    before, after = ({one.seam: one for one in split.relaxed} for split in (outcome.before, outcome.after))
    new = [one for seam, one in after.items() if seam not in before]
    gone = [one for seam, one in before.items() if seam not in after]
    found = [
        *_listed("Seams to relax that the change adds", new, full=full),
        *_listed("Seams that need not be relaxed any more", gone, full=full),
    ]
    return tuple(found)


def _listed(title: str, seams: Iterable[Relaxed], *, full: bool) -> Iterable[Section]:
    held = list(seams)
    if not held:
        return
    shown = held if full else held[:SEAMS]
    items = [
        Item(
            (
                *within(one.seam.file, one.seam.line, one.seam.function),
                ": ",
                Code(one.seam.calls),
                f" ({one.remedy}, {one.price:g})",
            )
        )
        for one in shown
    ]
    if len(shown) < len(held):
        items.append(Item((f"and {len(held) - len(shown)} more; --full lists them",)))
    yield Section(f"{title}: {sum(one.price for one in held):g}", (Tree(tuple(items)),))


def _followers(outcome: Outcome, *, full: bool) -> tuple[Section, ...]:
    """Modules that change their context because their tables do."""
    if not outcome.followers:
        return ()
    shown = outcome.followers if full else outcome.followers[:CROSSINGS]
    items = [Item((Code(one.module), ": from ", *_home(one.before), " to ", *_home(one.after))) for one in shown]
    if len(shown) < len(outcome.followers):
        items.append(Item((f"and {len(outcome.followers) - len(shown)} more; --full lists them",)))
    return (Section("Modules that follow their tables", (Tree(tuple(items)),)),)


def _home(name: str | None) -> tuple[str, ...]:
    return ("no context",) if name is None else (Code(name),)
