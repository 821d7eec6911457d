"""How do the splits lie to one another?  The points of the frontier, price by the share of the largest context."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.model.scan import Split

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 28, 48
TICKS = 4


class Point(msgspec.Struct, frozen=True):
    """One split in the picture; `x` and `y` in pixels from the upper left corner."""

    split: int
    name: str
    price: float
    contexts: int
    share: float
    x: float
    y: float


class Tick(msgspec.Struct, frozen=True):
    """A mark on an axis, at `at` pixels."""

    at: float
    label: str


class Chart(msgspec.Struct, frozen=True):
    """The picture of a frontier. `line` are its points in the order of price, as SVG writes them."""

    points: tuple[Point, ...]
    line: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def chart(splits: Sequence[Split]) -> Chart:
    """The picture of some splits; the axes begin at nothing."""
    dearest = max((split.price for split in splits), default=0.0) or 1.0
    points = tuple(_point(number, split, dearest) for number, split in enumerate(splits))
    # what was asked for, or declared, need not lie on the frontier
    frontier = [one for one in points if one.name == "strict" or one.name.startswith("frontier-")]
    ordered = sorted(frontier, key=lambda one: (one.price, -one.share))
    return Chart(
        points,
        " ".join(f"{one.x:g},{one.y:g}" for one in ordered),
        tuple(Tick(_x(part / TICKS), f"{dearest * part / TICKS:.4g}") for part in range(TICKS + 1)),
        tuple(Tick(_y(part / TICKS), f"{100 * part // TICKS} %") for part in range(TICKS + 1)),
    )


def largest_share(split: Split) -> float:
    """The tables of the largest context over all tables, from the metrics or counted."""
    known = split.metrics.get("largest_share")
    if known is not None:
        return known
    sizes = [len(context.tables) for context in split.contexts]
    return max(sizes) / sum(sizes) if sum(sizes) else 0.0


def _point(number: int, split: Split, dearest: float) -> Point:
    share = largest_share(split)
    x, y = _x(split.price / dearest), _y(share)
    return Point(number, split.name, split.price, len(split.contexts), share, round(x, 1), round(y, 1))


def _x(part: float) -> float:
    return LEFT + part * (WIDTH - LEFT - RIGHT)


def _y(part: float) -> float:
    return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)
