"""Scans written by hand, in a line a transaction, and the verbs that the tests of `split` use."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import msgspec

from boundary.model.scan import (
    Access,
    Coupling,
    EntryPoint,
    ForeignKey,
    Frame,
    Module,
    Scan,
    Split,
    Table,
    Transaction,
)
from boundary.split import cut_transactions, strict_split
from boundary.split.contract import contract

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OPERATIONS = {"+": "insert", "=": "update", "-": "delete", "!": "lock", "?": "read"}


def transaction(text: str, *, line: int = 1, file: str | None = None) -> Transaction:
    """A transaction from `place@database: +order =stock ?product +audit~ shop.audit.log>+audit`.

    `+ = - ! ?` insert, update, delete, lock and read; `~` after a table marks a guess; `a>b>` before an access names
    the functions that the transaction calls to get to it, `+log|audit` is written unasked by the library `audit`.
    """
    head, _, body = text.partition(":")
    function, _, database = head.strip().partition("@")
    accesses = tuple(_access(word, function, number, line) for number, word in enumerate(body.split()))
    return Transaction(
        id=head.strip(),
        kind="block",
        function=function,
        file=_file(function) if file is None else file,
        line=line,
        end_line=line + 9,
        database=database or "default",
        accesses=accesses,
    )


def scan_of(  # noqa: PLR0913 - one for each part of a scan
    *transactions: str | Transaction,
    tables: str | Iterable[Table] = "",
    foreign_keys: str = "",
    modules: str = "",
    outside: str = "",
    imports: str = "",
    joins: str = "",
    entry_points: str = "",
) -> Scan:
    """A scan from lines: `foreign_keys`, `imports` and `joins` are words like `a>b`; the rest are words too.

    Tables that are only accessed are declared as well. `outside` is written like a transaction's line.
    """
    found = [
        each if isinstance(each, Transaction) else transaction(each, line=10 * number + 1)
        for number, each in enumerate(transactions)
    ]
    loose = [access for text in outside.splitlines() if text.strip() for access in transaction(text).accesses]
    declared = [Table(name) for name in tables.split()] if isinstance(tables, str) else list(tables)
    known = {table.name for table in declared}
    seen = {access.table for each in found for access in each.accesses} | {access.table for access in loose}
    couplings = [
        _coupling(kind, word) for kind, text in (("import", imports), ("join", joins)) for word in text.split()
    ]
    return Scan(
        root="hand-made",
        modules=tuple(Module(name, name.replace(".", "/") + ".py", 10) for name in modules.split()),
        tables=(*declared, *(Table(name) for name in sorted(seen - known))),
        foreign_keys=tuple(_foreign_key(word) for word in foreign_keys.split()),
        entry_points=tuple(EntryPoint("route", name, name, _file(name), 1) for name in entry_points.split()),
        transactions=tuple(found),
        accesses=tuple(loose),
        couplings=tuple(couplings),
    )


def table(model: str, name: str | None = None, database: str = "default") -> Table:
    """A table as Django would name it: `shop.orders.models.Line` is `orders_line`."""
    *package, last = model.split(".")
    app = next((part for part in reversed(package) if part != "models"), "")
    return Table(
        name or f"{app}_{last.lower()}", model=model, file="/".join(package) + ".py", line=1, database=database
    )


def assert_same_group(scan: Scan, *tables: str, **options: Any) -> None:  # noqa: ANN401 - handed on
    """The rule alone holds these tables together."""
    group_of = contract(scan, **options).group_of
    assert len({group_of[name] for name in tables}) == 1, f"{tables} are in different must-link groups"


def assert_other_groups(scan: Scan, *tables: str, **options: Any) -> None:  # noqa: ANN401 - handed on
    """The rule alone holds no two of these tables together."""
    group_of = contract(scan, **options).group_of
    assert len({group_of[name] for name in tables}) == len(tables), f"some of {tables} are in one must-link group"


def assert_same_context(scan: Scan, *tables: str, **options: Any) -> Split:  # noqa: ANN401 - handed on
    """The strict split has these tables in one context, and cuts nothing."""
    split, context_of = _strict(scan, options)
    assert len({context_of[name] for name in tables}) == 1, {name: context_of[name] for name in tables}
    return split


def assert_apart(scan: Scan, *tables: str, **options: Any) -> Split:  # noqa: ANN401 - handed on
    """The strict split has no two of these tables in one context, and cuts nothing."""
    split, context_of = _strict(scan, options)
    assert len({context_of[name] for name in tables}) == len(tables), {name: context_of[name] for name in tables}
    return split


def partition(split: Split) -> frozenset[frozenset[str]]:
    """The contexts as sets of tables, without names or order."""
    return frozenset(frozenset(context.tables) for context in split.contexts)


def renamed(scan: Scan, names: dict[str, str]) -> Scan:
    """The same scan with other table names."""
    as_dict = msgspec.to_builtins(scan)
    for entry in as_dict["tables"]:
        entry["name"] = names[entry["name"]]
    for entry in as_dict["foreign_keys"]:
        entry["from"], entry["to"] = names[entry["from"]], names[entry["to"]]
    for entry in [*as_dict["accesses"], *(each for owner in as_dict["transactions"] for each in owner["accesses"])]:
        entry["table"] = names[entry["table"]]
    return msgspec.convert(as_dict, Scan)


def shuffled(scan: Scan, seed: int) -> Scan:
    """The same scan with everything listed in another order."""
    draw = Random(seed)  # noqa: S311 - repeatable on purpose

    def mixed(items: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(draw.sample(list(items), len(items)))

    return msgspec.structs.replace(
        scan,
        modules=mixed(scan.modules),
        tables=mixed(scan.tables),
        foreign_keys=mixed(scan.foreign_keys),
        entry_points=mixed(scan.entry_points),
        accesses=mixed(scan.accesses),
        couplings=mixed(scan.couplings),
        transactions=mixed(
            [msgspec.structs.replace(each, accesses=mixed(each.accesses)) for each in scan.transactions]
        ),
    )


def _strict(scan: Scan, options: dict[str, Any]) -> tuple[Split, dict[str, str]]:
    split = strict_split(scan, **options)
    assert cut_transactions(scan, split, guessed=options.get("guessed", True)) == ()
    return split, {name: context.name for context in split.contexts for name in context.tables}


def _access(word: str, function: str, number: int, line: int) -> Access:
    word, _, library = word.partition("|")
    *path, last = word.split(">")
    callers = [function, *path]  # what is called stands at the same line whoever calls it
    via = tuple(Frame(_file(caller), 5 if depth else line + 1, caller) for depth, caller in enumerate(callers[:-1]))
    return Access(
        table=last[1:].rstrip("~"),
        op=OPERATIONS[last[0]],  # type: ignore[arg-type]
        file=_file(callers[-1]),
        line=7 if path else line + 2 + number,
        function=callers[-1],
        confidence="guessed" if last.endswith("~") else "certain",
        via=via,
        library=library or msgspec.UNSET,
    )


def _coupling(kind: str, word: str) -> Coupling:
    one, _, other = word.partition(">")
    return Coupling(kind, one, other, "x.py", 1)


def _foreign_key(word: str) -> ForeignKey:
    one, _, other = word.partition(">")
    return ForeignKey(one, other, "id")


def _file(function: str) -> str:
    """`shop.orders.services.place` stands in shop/orders/services.py."""
    module = function.rpartition(".")[0]
    return f"{module.replace('.', '/')}.py" if module else "code.py"
