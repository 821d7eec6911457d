"""The verbs of the rules' tests: a scan built by hand, seen through two contexts, and what a rule finds in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.picture import Picture
from boundary.check.rules import all_rules
from boundary.config import ContextSettings
from boundary.model.scan import (
    Access,
    Completeness,
    Coupling,
    ForeignKey,
    Frame,
    Module,
    Scan,
    Table,
    Transaction,
    UnreadableFile,
)

if TYPE_CHECKING:
    from boundary.model.findings import Ignore

MODULES = (
    "shop.orders.services",
    "shop.orders.models",
    "shop.billing.api",
    "shop.billing.models",
    "shop.catalog.models",
)
CONTEXTS = {
    "orders": ContextSettings(modules=("shop.orders.**",), tables=("orders_*",)),
    "billing": ContextSettings(modules=("shop.billing.**",), tables=("billing_*",), public=("shop.billing.api",)),
    "catalog": ContextSettings(modules=("shop.catalog.**",), tables=("catalog_*",)),
}
PLACE = "shop.orders.services.place"
INVOICE = "shop.billing.api.create_invoice"


def file_of(function: str) -> str:
    """The file of a function's module."""
    module = next((name for name in MODULES if function.startswith(name)), function.rpartition(".")[0])
    return module.replace(".", "/") + ".py"


def access(table: str, op: str = "read", function: str = PLACE, line: int = 10, **more: object) -> Access:
    """An access to a table by a function."""
    return Access(table, op, file_of(function), line, function, **{"rule": "orm", **more})  # type: ignore[arg-type]


def frame(function: str, line: int) -> Frame:
    """One call of a witness."""
    return Frame(file_of(function), line, function)


def transaction(*accesses: Access, function: str = PLACE, **more: object) -> Transaction:
    """A transaction that a function opens, with what happens in it."""
    place = file_of(function)
    identity = f"{place}:{function}:{len(accesses)}"
    given = {"line": 8, "end_line": 30, **more}
    return Transaction(identity, "block", function, place, accesses=accesses, **given)  # type: ignore[arg-type]


def imports(module: str, name: str, line: int = 3) -> Coupling:
    """A module imports a name: a module, or something in one."""
    to = name if name in MODULES else name.rpartition(".")[0]
    return Coupling("import", module, to, file_of(module), line, module, name)


def calls(function: str, target: str, line: int = 12, **more: object) -> Coupling:
    """A function calls another one."""
    here, there = (next(name for name in MODULES if each.startswith(name)) for each in (function, target))
    return Coupling("call", here, there, file_of(function), line, function, target, **more)  # type: ignore[arg-type]


def joins(one: str, other: str, function: str = PLACE, line: int = 14) -> Coupling:
    """A function joins two tables."""
    return Coupling("join", one, other, file_of(function), line, function)


def references(table: str, other: str, on_delete: str | None = None) -> ForeignKey:
    """A foreign key, told where the model stands."""
    app = table.partition("_")[0]
    return ForeignKey(table, other, "other_id", on_delete, f"shop/{app}/models.py", 7)


def scan(*parts: object, unreadable: tuple[UnreadableFile, ...] = (), modules: tuple[str, ...] = MODULES) -> Scan:
    """A scan of the parts, with every table that they name."""
    accesses = tuple(part for part in parts if isinstance(part, Access))
    transactions = tuple(part for part in parts if isinstance(part, Transaction))
    couplings = tuple(part for part in parts if isinstance(part, Coupling))
    keys = tuple(part for part in parts if isinstance(part, ForeignKey))
    names = {one.table for one in accesses} | {one.table for each in transactions for one in each.accesses}
    names |= {name for key in keys for name in (key.from_, key.to)}
    names |= {name for one in couplings if one.kind == "join" for name in (one.from_, one.to)}
    given = {part.name: part for part in parts if isinstance(part, Table)}
    tables = tuple(given.get(name) or Table(name) for name in sorted(names | given.keys()))
    return Scan(
        root="shop",
        completeness=Completeness(files=len(modules), unreadable=unreadable),
        modules=tuple(Module(name, file_of(name), 40) for name in modules),
        tables=tables,
        foreign_keys=keys,
        transactions=transactions,
        accesses=accesses,
        couplings=couplings,
    )


def picture(
    *parts: object,
    contexts: dict[str, ContextSettings] | None = None,
    ignores: tuple[Ignore, ...] = (),
    **more: object,
) -> Picture:
    """The scan of the parts seen through contexts; the day is fixed."""
    return Picture(scan(*parts, **more), contexts or CONTEXTS, ignores, today="2026-06-01")  # type: ignore[arg-type]


def found(rule: str, seen: Picture) -> set[tuple[str, str, str, str]]:
    """What a rule finds: both contexts, who depends, on what."""
    return {(one.from_, one.to, one.symbol, one.target) for one in all_rules()[rule].check(seen)}
