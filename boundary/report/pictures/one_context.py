"""What is in one context, and what does it touch outside?  Its packages, its tables as glued, and its neighbours."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from boundary.report.exports.crossings import Crossing, crossings
from boundary.report.phrases import counted
from boundary.report.pictures.picture import Canvas, Edge, Frame, Node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.scan import Context, Scan, Split
    from boundary.report.pictures.picture import Picture

TABLES = 18
PACKAGES = 8
FEWEST = 4
NEIGHBOURS = 6
KINDS = 3
LINES = 2
"""How many packages a table has a line from, and how many tables a package at least."""


def one_context(scan: Scan, split: Split, context: Context) -> Picture:
    """The context from within: who uses which table, which tables are glued, what crosses its border."""
    canvas = Canvas()
    used = _used(scan, context)
    by_table = Counter(dict.fromkeys(context.tables, 0))
    for (_, table), counts in used.items():
        by_table[table] += counts.total()
    groups = _glued(scan, context)
    ranked = [table for table, _ in sorted(by_table.items(), key=lambda each: (-each[1], each[0]))]
    shown = ranked if len(ranked) <= TABLES + 1 else ranked[:TABLES]
    files = {one.name: one for one in scan.tables}
    for table in shown:
        place = files.get(table)
        where = f"{place.file}:{place.line}" if place and place.file else ""
        canvas.node(("table", table), Node("table", table, "", f"{table} {where}".strip()))
    glued = set[str]().union(*groups)
    rest = [table for table in ranked[len(shown) :] if table not in glued]
    if rest:
        canvas.node(("table", None), Node("more", counted(len(rest), "more table"), "", ", ".join(rest)))
    _draw_use(canvas, context, used)
    frames = _frames(canvas, context, groups)
    outside = _neighbours(canvas, scan, split, context)
    entries = f", {counted(len(context.entry_points), 'entry point')}" if context.entry_points else ""
    sizes = f"{counted(len(context.tables), 'table')}, {counted(len(context.modules), 'module')}{entries}"
    more = f"; {counted(outside, 'further neighbour')} left out" if outside else ""
    return canvas.picture(f"{context.name}, a context of {split.name}", f"{sizes}{more}", frames)


Use = tuple[str, str]
"""A package and a table."""


def _used(scan: Scan, context: Context) -> dict[Use, Counter[str]]:
    """How often a package of the context writes and reads a table of it."""
    packages = _packages(context)
    of_file = {module.file: packages[module.name] for module in scan.modules if module.name in packages}
    tables = set(context.tables)
    found: dict[Use, Counter[str]] = {}
    for access in scan.accesses:
        if access.table in tables and access.file in of_file:
            kind = "writes" if access.binds else "reads"
            found.setdefault((of_file[access.file], access.table), Counter())[kind] += 1
    return found


def _packages(context: Context) -> dict[str, str]:
    """From each module to the package that stands for it: only as deep as it takes to tell some apart."""
    found: dict[str, str] = {}
    for depth in range(1, max((name.count(".") for name in context.modules), default=0) + 2):
        found = {name: ".".join(name.split(".")[:depth]) for name in context.modules}
        if len(set(found.values())) >= FEWEST:
            break
    return found


def _glued(scan: Scan, context: Context) -> list[set[str]]:
    """The tables of the context that transactions hold together, the largest group first."""
    group_of = {table: {table} for table in context.tables}
    for transaction in scan.transactions:
        held = [table for table in sorted(transaction.bound_tables) if table in group_of]
        for table in held[1:]:
            one, other = group_of[held[0]], group_of[table]
            if one is not other:
                one |= other
                group_of |= dict.fromkeys(other, one)
    distinct = {id(group): group for group in group_of.values() if len(group) > 1}
    return sorted(distinct.values(), key=lambda group: (-len(group), min(group)))


def _draw_use(canvas: Canvas, context: Context, used: dict[Use, Counter[str]]) -> None:
    """A line from each package to the tables that it uses most, and to each table from its strongest users."""
    strength = {
        use: (10 * counts["writes"] + counts["reads"], use)
        for use, counts in used.items()
        if canvas.number(("table", use[1])) is not None
    }
    by_package = Counter({package: 0 for package, _ in strength})
    for (package, _), (weight, _) in strength.items():
        by_package[package] += weight
    shown = {package for package, _ in by_package.most_common(PACKAGES)}
    drawn: Counter[str] = Counter()
    sizes = Counter(_packages(context).values())
    for package, table in sorted(strength, key=lambda use: (-strength[use][0], use)):
        if package not in shown or (drawn[table] >= LINES and drawn[package] >= LINES):
            continue
        drawn.update((package, table))
        counts = used[package, table]
        words = counted(sizes[package], "module")
        here = canvas.node(("package", package), Node("module", package, words))
        there = canvas.number(("table", table)) or 0
        said = ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items(), reverse=True))
        kind = "writes" if counts["writes"] else "reads"
        canvas.edge(Edge(here, there, "writes" if kind == "writes" else "reads", "", f"{package}: {said}"))


def _frames(canvas: Canvas, context: Context, groups: Iterable[set[str]]) -> tuple[Frame, ...]:
    """One around the context, and in it one around each group of glued tables."""
    inner = []
    taken: set[int] = set()
    for group in groups:
        held = [number for table in sorted(group) if (number := canvas.number(("table", table))) is not None]
        if len(held) > 1:
            more = f", {len(group) - len(held)} of them left out" if len(held) < len(group) else ""
            inner.append(Frame("", tuple(held), note=f"glued by transactions: {len(group)} tables{more}"))
            taken |= set(held)
    rest = tuple(number for number in range(len(canvas.nodes)) if number not in taken)
    return (Frame(context.name, rest, tuple(inner)),)


def _neighbours(canvas: Canvas, scan: Scan, split: Split, context: Context) -> int:
    """What the context needs of others and others of it, the strongest; how many others there are is told."""
    across = {pair: crossing for pair, crossing in crossings(scan, split).items() if context.name in pair}
    inside = len(canvas.nodes)
    weight: Counter[str] = Counter()
    for (one, other), crossing in across.items():
        weight[other if one == context.name else one] += sum(crossing.counts.values())
    shown = [name for name, _ in weight.most_common(NEIGHBOURS)]
    if not inside:
        return len(weight)
    sizes = {one.name: len(one.tables) for one in split.contexts}
    for name in shown:
        here = canvas.node(("context", name), Node("context", name, counted(sizes[name], "table")))
        for pair in ((name, context.name), (context.name, name)):
            if pair in across:
                said, middle = _said(across[pair]), inside // 2
                detail = f"{pair[0]} needs {pair[1]}: {across[pair]}"
                if pair[0] == name:
                    canvas.edge(Edge(here, middle, "uses", said, detail, target_frame=0))
                else:
                    canvas.edge(Edge(middle, here, "uses", said, detail, source_frame=0))
    return len(weight) - len(shown)


def _said(crossing: Crossing) -> str:
    """What there is most of, in a few words."""
    most = sorted(crossing.counts.items(), key=lambda each: -each[1])[:KINDS]
    return str(Crossing(dict(most))) + (" ..." if len(most) < len(crossing.counts) else "")
