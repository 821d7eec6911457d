"""Which context does a module belong to, and which an entry point?

A module that defines models goes with their tables; any other follows the tables that it uses, writes before reads;
one that uses none follows the modules that it imports, calls and is called by, and then its package. A module that
spreads over several contexts without a home among them is a composer; one that most contexts lean on without owning a
table is shared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping  # noqa: TC003 - the class of a field, which compiled code asks for
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.model.scan import BINDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from boundary.model.scan import Access, EntryPoint, Scan
    from boundary.split.usage import Modules, Usage

WRITE, READ, REACHED = 3.0, 1.0, 0.25
"""What a module's write, its read and a table that its calls reach count when it looks for its context."""

HOME = 0.6
"""The share of what a module uses that must lie in one context for the module to be at home there."""

MOST = 2 / 3
"""A module without tables that modules of more than this share of the contexts (and three at least) use is shared."""

FEW = 3
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Assignment:
    """`home` maps modules to the index of their context; every module is there, in `shared` or in `composers`."""

    home: Mapping[str, int]
    shared: tuple[str, ...]
    composers: tuple[str, ...]
    entry_points: Mapping[int, tuple[str, ...]]


def assign(scan: Scan, usage: Usage, context_of: Mapping[str, int]) -> Assignment:
    """Place every module and entry point of `scan`, given the index of each table's context."""
    modules = usage.modules
    pull = _pull(usage, context_of)
    home = _defined(scan, modules, context_of)
    composers = set()
    for module in sorted(pull.keys() - home.keys()):
        strongest = _dominant(pull[module], HOME)
        if strongest is None:
            composers.add(module)
        else:
            home[module] = strongest
    neighbours = usage.neighbours
    without_tables = modules.names.difference(home, composers)
    shared = _shared(without_tables, neighbours, home, len(set(context_of.values())))
    _follow(without_tables - shared, neighbours, home, composers)
    _settle(without_tables - shared - composers, home)
    shared |= modules.names.difference(home, composers)
    return Assignment(home, tuple(sorted(shared)), tuple(sorted(composers)), _entries(scan, modules, home, context_of))


def _defined(scan: Scan, modules: Modules, context_of: Mapping[str, int]) -> dict[str, int]:
    """The modules that define models, each with the context that holds most of them."""
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for table in scan.tables:
        module = modules.of(table.model or "", table.file or "")
        if module is not None:
            votes[module][context_of[table.name]] += 1
    return {module: _first(counts) for module, counts in votes.items()}


def _pull(usage: Usage, context_of: Mapping[str, int]) -> dict[str, dict[int, float]]:
    """How strongly each context's tables draw each module: by its own accesses, weakly by those its calls reach."""
    own: dict[tuple[str, int], list[float]] = defaultdict(list)
    for use in usage.uses:
        if use.module is not None:
            own[use.module, context_of[use.table]].append(WRITE if use.writes else READ)
    for module, table, binds in usage.called:
        own[module, context_of[table]].append(REACHED * (WRITE if binds else READ))
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for (module, context), values in own.items():
        found[module][context] = sum(values)  # quarters: exact in any order
    return found


def _dominant(pull: Mapping[int, float], share: float) -> int | None:
    """The context with the strongest pull, if it has at least `share` of all."""
    context = _first(pull)
    return context if pull[context] >= share * sum(pull.values()) else None


def _first(votes: Mapping[int, float] | Mapping[int, int]) -> int:
    return min(votes, key=lambda context: (-votes[context], context))


def _shared(
    candidates: Iterable[str], neighbours: Mapping[str, Counter[str]], home: Mapping[str, int], contexts: int
) -> set[str]:
    """Modules without tables that modules of most contexts lean on."""
    found = set()
    for module in candidates:
        reach = {home[other] for other in neighbours.get(module, ()) if other in home}
        if len(reach) >= max(FEW, MOST * contexts):
            found.add(module)
    return found


def _follow(
    candidates: Iterable[str], neighbours: Mapping[str, Counter[str]], home: dict[str, int], composers: set[str]
) -> None:
    """Place modules without tables where most of what they are coupled to lies; in rounds, outwards from the tables."""
    waiting = sorted(candidates)
    for _ in range(ROUNDS):
        placed: dict[str, int | None] = {}
        for module in waiting:
            pull: Counter[int] = Counter()
            for other, count in neighbours.get(module, Counter[str]()).items():
                if other in home:
                    pull[home[other]] += count
            if pull:
                placed[module] = _dominant(pull, HOME)
        if not placed:
            return
        for module, context in placed.items():
            if context is None:
                composers.add(module)
            else:
                home[module] = context
        waiting = [module for module in waiting if module not in placed]


def _settle(candidates: Iterable[str], home: dict[str, int]) -> None:
    """Place modules that nothing ties with most of the nearest package that has a home, unless half of all is in it."""
    known = len(home)
    by_package: dict[str, Counter[int]] = defaultdict(Counter)
    for module, context in home.items():
        for package in _packages(module):
            by_package[package][context] += 1
    for module in sorted(candidates):
        if module in home:
            continue
        for package in reversed(_packages(module, itself=True)):
            if 2 * sum(by_package[package].values()) > known:
                break  # a package around everything says nothing
            if by_package[package]:
                strongest = _dominant(by_package[package], HOME)
                if strongest is not None:
                    home[module] = strongest
                break


def _packages(module: str, *, itself: bool = False) -> Sequence[str]:
    """The packages around a module, outermost first."""
    parts = module.split(".")
    return [".".join(parts[:depth]) for depth in range(1, len(parts) + itself)]


def _entries(
    scan: Scan, modules: Modules, home: Mapping[str, int], context_of: Mapping[str, int]
) -> dict[int, tuple[str, ...]]:
    """Entry points by context: where they write, else where their module is at home, else where they read most."""
    pull = _pull_of_functions(scan, context_of)
    found: dict[int, set[str]] = defaultdict(set)
    for entry in scan.entry_points:
        context = _entry_home(entry, pull, home.get(modules.of(entry.function, entry.file) or ""))
        if context is not None:
            found[context].add(entry.name)
    return {context: tuple(sorted(names)) for context, names in found.items()}


def _entry_home(
    entry: EntryPoint, pull: Mapping[tuple[str, bool], Counter[int]], module_home: int | None
) -> int | None:
    writes, reads = pull.get((entry.function, True)), pull.get((entry.function, False))
    if writes:
        return _first(writes)
    if module_home is not None:
        return module_home
    return _first(reads) if reads else None


def _pull_of_functions(scan: Scan, context_of: Mapping[str, int]) -> dict[tuple[str, bool], Counter[int]]:
    """Per function and whether it writes: how many accesses, its own and those its calls reach, lie in each context."""
    counted = Counter([(function, one.op in BINDING, context_of[one.table]) for function, one in _callers(scan)])
    found: dict[tuple[str, bool], Counter[int]] = defaultdict(Counter)
    for (function, binds, context), times in counted.items():
        found[function, binds][context] = times
    return found


def _callers(scan: Scan) -> Iterator[tuple[str, Access]]:
    """Each access with the function that makes it, and with the one that its calls begin in where that is another."""
    for access in scan.accesses:
        yield access.function, access
        if access.via and access.via[0].function != access.function:
            yield access.via[0].function, access
    for transaction in scan.distinct():
        for access in transaction.accesses:
            yield access.function, access
            if access.function != transaction.function:
                yield transaction.function, access
