"""Whose transaction is it?  Where a project opens transactions through a helper, that of the code which uses it.

A helper is seen by its form: the body of its `with` stands in another function, or it is a function inside a decorator
that only calls what it wraps. Told of the helper, every transaction of a project would be one and the same finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from boundary.model.scan import Access, Frame, Transaction

INNER = "<locals>"


def as_seen(transaction: Transaction) -> Transaction:
    """The transaction as its actor sees it: the function, file and lines, and the ways without the helper's frames."""
    firsts = {_first(access) for access in transaction.accesses} - {(transaction.function, transaction.file)}
    if len({function for function, _ in firsts}) == 1:
        return _of(transaction, *firsts.pop(), transaction.accesses)
    if not firsts and INNER in transaction.function and all(access.via for access in transaction.accesses):
        inner = tuple(msgspec.structs.replace(access, via=access.via[1:]) for access in transaction.accesses)
        nexts = {_first(access) for access in inner}
        if len(nexts) == 1:
            return _of(transaction, *nexts.pop(), inner)
    return transaction


def _first(access: Access) -> tuple[str, str]:
    """The function and file in which the way to an access begins."""
    begins: Access | Frame = access.via[0] if access.via else access
    return begins.function, begins.file


def _of(transaction: Transaction, function: str, file: str, accesses: tuple[Access, ...]) -> Transaction:
    lines = [(access.via[0] if access.via else access).line for access in accesses if _first(access)[0] == function]
    return msgspec.structs.replace(
        transaction, function=function, file=file, line=min(lines), end_line=max(lines), accesses=accesses
    )
