"""How good is a split?  One function per metric, each with its formula and the direction that is better.

Those that others have published are in a file a family: `mono2micro`, `cargo`, `bunch`, `distributed`, `mojo`.

None of them says much alone: they are printed together, beside the number of contexts, the share of the largest one and
the number of relaxed seams.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from boundary.split.bunch import turbo_mq
from boundary.split.cargo import cohesion, coupling, transactional_purity
from boundary.split.contract import Bound, bindings
from boundary.split.distributed import availability, functionality_complexity
from boundary.split.mono2micro import (
    business_context_purity,
    inter_context_calls,
    interface_number,
    non_extreme_distribution,
    structural_modularity,
)
from boundary.split.relations import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from boundary.model.scan import Scan, Split
    from boundary.split.entries import Reach
    from boundary.split.joins import Join
    from boundary.split.relations import Relations
    from boundary.split.usage import Usage, Use

WRITE, READ = 3, 1


def split_metrics(scan: Scan, usage: Usage, split: Split, *, guessed: bool = True) -> dict[str, float]:
    """All metrics of `split` that are computed from the scan; stability is the search's and is not among them."""
    context_of = {table: index for index, context in enumerate(split.contexts) for table in context.tables}
    home = {module: index for index, context in enumerate(split.contexts) for module in context.modules}
    bound = bindings(scan, guessed=guessed)
    uses = usage.uses
    return {
        "contexts": len(split.contexts),
        "largest_share": largest_share(split),
        "relaxed_seams": len(split.relaxed),
        "cut_transactions": cut_transaction_share(bound, context_of),
        "cut_writes": cut_writes(bound, context_of),
        "remote_reads": remote_reads(scan, uses, context_of, home),
        "cut_joins": cut_joins(usage.joins, context_of),
        "cut_foreign_keys": cut_foreign_keys(scan, context_of),
        "modularity": modularity(uses, context_of, home),
        **_of_modules(usage.relations, home, len(split.contexts)),
        **_of_entry_points(usage.reached, context_of, home, len(split.contexts)),
    }


def _of_modules(relations: Relations, home: Mapping[str, int], contexts: int) -> dict[str, float]:
    """The metrics on the graph of modules, which others print; none where no two modules are related."""
    if not relations.weights or not contexts:
        return {}
    placed = place(relations, home, contexts)
    return {
        "structural_modularity": structural_modularity(placed),
        "inter_context_calls": inter_context_calls(relations, home),
        "interface_number": interface_number(placed),
        "non_extreme_distribution": non_extreme_distribution(placed),
        "coupling": coupling(placed),
        "cohesion": cohesion(placed, home),
        "turbo_mq": turbo_mq(placed, home),
    }


def _of_entry_points(
    reached: Sequence[Reach], context_of: Mapping[str, int], home: Mapping[str, int], contexts: int
) -> dict[str, float]:
    """The metrics on what entry points reach; none where no entry point reaches a table."""
    if not reached or not contexts:
        return {}
    return {
        "business_context_purity": business_context_purity(reached, context_of, contexts),
        "transactional_purity": transactional_purity(reached, context_of, contexts),
        "functionality_complexity": functionality_complexity(reached, context_of),
        "availability": availability(reached, context_of, home, contexts),
    }


def largest_share(split: Split) -> float:
    """max_i |Ci| / sum_i |Ci| over tables; lower is better. 0 without tables."""
    sizes = [len(context.tables) for context in split.contexts]
    return max(sizes) / sum(sizes) if any(sizes) else 0.0


def cut_transaction_share(bound: Sequence[Bound], context_of: Mapping[str, int]) -> float:
    """Transactions whose written or locked tables lie in more than one context, over all that write; lower is better.

    0 in a strict split, and 0 where nothing writes. A transaction that writes to two databases is cut once.
    """
    writing = {edge.transaction.id for edge in bound}
    cut = {edge.transaction.id for edge in bound if len({context_of.get(table) for table in edge.tables}) > 1}
    return len(cut) / len(writing) if writing else 0.0


def cut_writes(bound: Sequence[Bound], context_of: Mapping[str, int]) -> int:
    """Accesses that bind, inside cut transactions, outside the transaction's home context; lower is better.

    The home is the context with the most of these accesses.
    """
    outside = 0
    for edge in bound:
        places = Counter(context_of.get(access.table) for access in edge.accesses)
        outside += sum(places.values()) - max(places.values())
    return outside


def remote_reads(scan: Scan, uses: Iterable[Use], context_of: Mapping[str, int], home: Mapping[str, int]) -> float:
    """Reads whose table belongs to another context than the reading module, over all reads; lower is better.

    A module of no context (a composer, a shared one) reads everything remotely. Without modules, the reader is the
    transaction, at home where it writes most; one that writes nothing, where it reads most.
    """
    if home:
        places = [(context_of[use.table], home.get(use.module or "")) for use in uses if not use.writes]
    else:
        places = list(_reads_of_transactions(scan, context_of))
    return sum(table != reader for table, reader in places) / len(places) if places else 0.0


def _reads_of_transactions(scan: Scan, context_of: Mapping[str, int]) -> Iterable[tuple[int, int]]:
    for transaction in scan.distinct():
        writes = Counter(context_of[access.table] for access in transaction.accesses if access.binds)
        reads = Counter(context_of[access.table] for access in transaction.accesses if not access.binds)
        votes = writes or reads
        if votes:
            reader = min(votes, key=lambda context: (-votes[context], context))
            yield from ((context, reader) for context in reads.elements())


def cut_joins(joins: Iterable[Join], context_of: Mapping[str, int]) -> int:
    """Joins, in SQL or by ORM traversal, between tables of different contexts, place by place; lower is better."""
    return sum(_crosses(join.left, join.right, context_of) for join in joins)


def cut_foreign_keys(scan: Scan, context_of: Mapping[str, int]) -> int:
    """Foreign keys between tables of different contexts; lower is better."""
    return sum(_crosses(key.from_, key.to, context_of) for key in scan.foreign_keys)


def _crosses(one: str, other: str, context_of: Mapping[str, int]) -> bool:
    return one in context_of and other in context_of and context_of[one] != context_of[other]


def modularity(uses: Iterable[Use], context_of: Mapping[str, int], home: Mapping[str, int]) -> float:
    """Newman's Q on the table-module graph; higher is better.

    Q = sum_c (w_in(c) / w - (degree(c) / 2w)^2), an edge from a module to a table weighing its writes times three plus
    its reads. A module of no context is a community of its own. Without modules, functions take their place, each with
    the context that it uses most.
    """
    edges: dict[tuple[str, str], int] = {}
    for table, function, module, writes in uses:
        edge = (module if home else function) or "", table
        edges[edge] = edges.get(edge, 0) + (WRITE if writes else READ)
    owner_home: Mapping[str, int] = home or _home_of_functions(edges, context_of)
    total = sum(edges.values())
    inside: Counter[int | str] = Counter()
    degree: Counter[int | str] = Counter()
    for (owner, table), weight in sorted(edges.items()):
        near: int | str = owner_home.get(owner, owner)
        degree[near] += weight
        degree[context_of[table]] += weight
        inside[near] += weight if near == context_of[table] else 0
    return sum(inside[part] / total - (degree[part] / (2 * total)) ** 2 for part in degree) if total else 0.0


def _home_of_functions(edges: Mapping[tuple[str, str], int], context_of: Mapping[str, int]) -> dict[str, int]:
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for (owner, table), weight in edges.items():
        votes[owner][context_of[table]] += weight
    return {owner: min(counts, key=lambda context: (-counts[context], context)) for owner, counts in votes.items()}
