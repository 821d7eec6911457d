"""Does a split cut a transaction?  Asked again of every split before it is printed.

This file shares no code with the search, on purpose: it knows the document and nothing else. A transaction is whole
when, for each database, one context holds every table that it writes or locks there. One that a helper opens for a
block of its caller is asked there (`Scan.distinct`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boundary.model.scan import Access, Scan, Split, Transaction


class InternalError(AssertionError):
    """A bug of boundary itself: a promise that it makes was found broken just before it was printed."""


def cut_transactions(scan: Scan, split: Split, *, guessed: bool = True) -> tuple[Transaction, ...]:
    """The transactions whose bound tables no single context of `split` holds, in the order of the scan.

    With `guessed` false, accesses that rest on a naming heuristic alone are not looked at. A bound table that is in no
    context cuts its transaction too, as soon as it is not the only one.
    """
    databases: dict[str, set[str | None]] = {}
    for table in scan.tables:
        databases.setdefault(table.name, set()).add(table.database)
    contexts = [frozenset(context.tables) for context in split.contexts]
    return tuple(
        transaction
        for transaction in scan.distinct()
        if any(
            len(tables) > 1 and not any(tables <= context for context in contexts)
            for tables in _written(transaction, databases, guessed=guessed)
        )
    )


def require_whole(scan: Scan, split: Split, *, guessed: bool = True) -> None:
    """Raise `InternalError`, naming the transactions, if `split` cuts any, lists a table twice or leaves one out."""
    cut = cut_transactions(scan, split, guessed=guessed)
    if cut:
        named = "; ".join(str(transaction) for transaction in cut[:3])
        raise InternalError(f"the split '{split.name}' cuts {len(cut)} transactions, and must cut none: {named}")
    placed = [table for context in split.contexts for table in context.tables]
    if len(placed) != len(set(placed)):
        twice = sorted({table for table in placed if placed.count(table) > 1})
        raise InternalError(f"the split '{split.name}' puts a table into two contexts: {', '.join(twice[:3])}")
    missing = sorted({table.name for table in scan.tables} - set(placed))
    if missing:
        raise InternalError(f"the split '{split.name}' leaves out tables: {', '.join(missing[:3])}")


def _written(
    transaction: Transaction, databases: dict[str, set[str | None]], *, guessed: bool
) -> tuple[frozenset[str], ...]:
    """The tables that `transaction` writes or locks, one set per database that they are known to live in."""
    here: set[str] = set()
    elsewhere: dict[str, set[str]] = {}
    for access in transaction.accesses:
        if access.op == "read" or (access.confidence == "guessed" and not guessed):
            continue
        known = databases.get(access.table, {None})
        if transaction.database is None or None in known or transaction.database in known:
            here.add(access.table)
        else:
            elsewhere.setdefault(min(str(name) for name in known), set()).add(access.table)
    return (frozenset(here), *map(frozenset, elsewhere.values()))


def still_cut(scan: Scan, split: Split, *, guessed: bool = True) -> tuple[Transaction, ...]:
    """The transactions that cross contexts even when the seams that `split` asks to relax are relaxed.

    What a transaction reaches through a relaxed call commits by itself, so it may lie in another context, but in one.
    """
    relaxed = {(one.seam.file, one.seam.line, one.seam.function, one.seam.calls) for one in split.relaxed}
    context_of = {table: context.name for context in split.contexts for table in context.tables}
    databases: dict[str, set[str | None]] = {}
    for table in scan.tables:
        databases.setdefault(table.name, set()).add(table.database)
    found = []
    for transaction in scan.distinct():
        pieces: dict[object, set[str | None]] = {}
        for access in transaction.accesses:
            if access.op != "read" and (guessed or access.confidence != "guessed"):
                known = databases.get(access.table, {None})
                here = transaction.database is None or None in known or transaction.database in known
                place = None if here else min(str(name) for name in known)
                pieces.setdefault((place, _piece(transaction, access, relaxed)), set()).add(
                    context_of.get(access.table)
                )
        if any(len(contexts) > 1 for contexts in pieces.values()):
            found.append(transaction)
    return tuple(found)


def _piece(transaction: Transaction, access: Access, relaxed: set[tuple[str, int, str, str]]) -> object:
    """The way from the transaction to the last relaxed seam before the access: what shares it commits together."""
    function = access.function or transaction.function
    called = [*(frame.function for frame in access.via[1:]), function]
    way = [(frame.file, frame.line, frame.function, callee) for frame, callee in zip(access.via, called, strict=False)]
    file = access.file or transaction.file or transaction.id
    cascade = f"{access.op} {access.table} by cascade"
    if access.because == "cascade" and any(called == cascade for *_, called in relaxed):
        return cascade  # a relaxed cascade happens after commit, wherever the deletion began
    if access.library:
        way.append(("", 0, access.library, f"{access.op} {access.table}"))  # the same wherever it is done
    else:
        way.append((file, access.line, function, f"{access.op} {access.table}"))
    if (transaction.id, 0, transaction.function, "the whole transaction") in relaxed:
        return access.table  # without source, what is taken apart as a whole is taken apart into single tables
    last = max((number for number, step in enumerate(way, 1) if step in relaxed), default=0)
    return tuple(way[:last])
