"""What was not understood?  Blind spots grouped by reason, functions of too many callers, what was not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Item, Section, Tree, counted, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.model.scan import BlindSpot, Scan, UnreadPackage
    from boundary.report.phrases import Phrase

REASONS = 15
PLACES = 8
PACKAGES = 8
BASES = 3

_PARTICULAR = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`|(?<=call of )\S+")


def sections(scan: Scan, *, full: bool) -> tuple[Section, ...]:
    """The section on what is not known, or none where all is."""
    inside = list(dict.fromkeys(spot for transaction in scan.transactions for spot in transaction.blind_spots))
    items = [
        *_blind_spots(inside, "inside transactions", full=full),
        *_blind_spots(scan.completeness.elsewhere, "outside of transactions", full=full),
        *_joined(scan, full=full),
        *_unread(scan, full=full),
        *_unreadable(scan),
    ]
    return (Section("Not understood", (Tree(tuple(items)),)),) if items else ()


def _blind_spots(spots: Sequence[BlindSpot], where: str, *, full: bool) -> list[Item]:
    """One item with the reasons below it, the commonest first, each with a few places and an example."""
    if not spots:
        return []
    groups: dict[str, list[BlindSpot]] = {}
    for spot in spots:
        groups.setdefault(_kind(spot.reason), []).append(spot)
    ranked = sorted(groups.values(), key=lambda group: (-len(group), group[0].reason))
    shown = ranked if full else ranked[:REASONS]
    items = [Item(_group(group), _places(group, full=full)) for group in shown]
    if len(shown) < len(ranked):
        hidden = sum(len(group) for group in ranked[len(shown) :])
        items.append(Item((f"{hidden} more for other reasons",)))
    number = len({(spot.file, spot.line) for spot in spots})
    return [Item((f"{counted(number, 'blind spot')} {where}",), tuple(items))]


def _kind(reason: str) -> str:
    """The reason without what it quotes or names, so that like goes with like."""
    return _PARTICULAR.sub("...", reason)


def _group(group: list[BlindSpot]) -> Phrase:
    same = _same(group)
    return (f"{len(group)} x ", Code(group[0].reason if same else _kind(group[0].reason)))


def _places(group: list[BlindSpot], *, full: bool) -> tuple[Item, ...]:
    """Where the blind spots of one kind are, and the reason of each unless it is the same."""
    same = _same(group)
    ranked = sorted(group, key=lambda spot: (spot.file, spot.line, spot.reason))
    items = [Item((place(spot.file, spot.line), *(() if same else (" ", Code(spot.reason))))) for spot in ranked]
    return _shown(items, full=full)


def _shown(items: list[Item], *, full: bool) -> tuple[Item, ...]:
    """A few of the places, and how many more there are, or all."""
    if full or len(items) <= PLACES:
        return tuple(items)
    return (*items[:PLACES], Item((f"and {len(items) - PLACES} more",)))


def _same(group: list[BlindSpot]) -> bool:
    return len({spot.reason for spot in group}) == 1


def _joined(scan: Scan, *, full: bool) -> list[Item]:
    """The functions that so much calls that their callers are not told apart."""
    found = scan.completeness.joined
    if not found:
        return []
    items = [Item((place(one.file, one.line), " ", Code(one.function))) for one in found]
    said = f"{counted(len(found), 'function')} of too many callers to be told apart"
    return [Item((f"{said}: what one hands over may be done for another",), _shown(items, full=full))]


def _unread(scan: Scan, *, full: bool) -> list[Item]:
    """The packages that were not read: those that keep data, then those with bases of most classes, and what helps."""
    stores = [one for one in scan.completeness.unread if one.stores]
    found = [one for one in scan.completeness.unread if one.classes]
    items = []
    if stores:
        said = f"{counted(len(stores), 'package')} not read that {'keeps' if len(stores) == 1 else 'keep'} data"
        below = tuple(Item((Code(one.name),)) for one in stores)
        items.append(Item((f"{said}: what is read and written there is not known",), below))
    if found:
        shown = found if full else found[:PACKAGES]
        named = [
            Item((Code(one.name), f": {counted(one.classes, 'class', 'classes')}, of ", *_named(one))) for one in shown
        ]
        if len(shown) < len(found):
            named.append(Item((f"and {counted(len(found) - len(shown), 'other package')}",)))
        said = f"{counted(len(found), 'package')} not read, with bases of the project's classes"
        helps = "what these do is not known (`--environment` reads those that are installed)"
        items.append(Item((f"{said}: {helps}",), tuple(named)))
    return items


def _named(package: UnreadPackage) -> Phrase:
    """The bases of most classes."""
    named: list[str | Code] = []
    for base in package.bases[:BASES]:
        named += [", ", Code(base)] if named else [Code(base)]
    return (*named, " and others") if len(package.bases) > BASES else tuple(named)


def _unreadable(scan: Scan) -> list[Item]:
    files = scan.completeness.unreadable
    if not files:
        return []
    items = tuple(Item((Code(file.file), ": ", Code(file.reason))) for file in files)
    return [Item((counted(len(files), "unreadable file"),), items)]
