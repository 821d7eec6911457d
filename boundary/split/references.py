"""What is a split compared with?  The present packages, a split by technical layer, or one that somebody wrote down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.errors import InputError
from boundary.model.patterns import matches_module, matches_table, precision
from boundary.split.contract import tables_of
from boundary.split.given import Division, completed
from boundary.split.words import label_of, packages_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from boundary.config import ContextSettings
    from boundary.model.scan import Scan, Table

PERSISTENCE = "models model entities orm db managers querysets repositories migrations dao"
PRESENTATION = (
    "views view urls routes routers api rest graphql schema schemas mutations resolvers types serializers forms admin"
    " templatetags middleware viewsets controllers handlers endpoints commands cli pages dashboard"
)
LAYERS: Mapping[str, frozenset[str]] = {
    "persistence": frozenset(PERSISTENCE.split(" ")),
    "presentation": frozenset(PRESENTATION.split(" ")),
}
"""The words in a module's dotted name that tell its layer; any other module is of the layer of services."""

SERVICES = "services"


def packages(scan: Scan) -> Division:
    """The present packages: a table belongs to the application whose models define it, a module to its application.

    A table without a model belongs to the file that declares it (a link table, to that of its relation). Modules of
    packages that define no table are left to follow what they use. Raises `InputError` where no package is known.
    """
    found: dict[str, str] = {}
    roots: dict[str, str] = {}
    owners = _owners(scan)
    known = {table.name: table for table in scan.tables}
    for table in sorted(scan.tables, key=lambda one: (one.name, one.model or "")):
        holder = known.get(owners.get(table.name, ""), table)
        label = label_of(holder)
        if label is not None and holder.file is not None:
            found.setdefault(table.name, label)
            root = _root(holder, label)
            if holder.model and root:
                roots.setdefault(root, label)
    if not found:
        raise InputError("the document names no packages: its tables have neither models nor files")
    modules = {
        module.name: label
        for module in scan.modules
        if (label := _nearest(module.name, roots)) is not None and label in set(found.values())
    }
    return completed(Division(tuple(sorted(set(found.values()))), found, modules), tables_of(scan))


def layers(scan: Scan) -> Division:
    """A split by technical layer: all tables and models, all views and their like, and everything between.

    This is what a vertical split is not: every use of a table crosses it.
    """
    modules = {module.name: _layer(module.name) for module in scan.modules}
    tables = dict.fromkeys(tables_of(scan), "persistence")
    return Division(("presentation", SERVICES, "persistence"), tables, modules)


def declared(scan: Scan, contexts: Mapping[str, ContextSettings]) -> Division:
    """The contexts that somebody declares by patterns, as `boundary check` reads them.

    The pattern that describes a name most closely counts; a table that none names goes with the module that defines it.
    """
    tables = _by_pattern(tables_of(scan), {name: one.tables for name, one in contexts.items()}, matches_table)
    names = [module.name for module in scan.modules]
    modules = _by_pattern(names, {name: one.modules for name, one in contexts.items()}, matches_module)
    files = {module.file: modules[module.name] for module in scan.modules if module.name in modules}
    for table in scan.tables:
        if table.name not in tables and table.file in files:
            tables[table.name] = files[table.file]
    return completed(Division(tuple(contexts), tables, modules), tables_of(scan))


def _by_pattern(
    names: Iterable[str], patterns: Mapping[str, tuple[str, ...]], matches: Callable[[str, str], bool]
) -> dict[str, str]:
    """The context with the closest pattern, for each name that any fits; of equal ones, the first."""
    every = [(context, pattern) for context, held in patterns.items() for pattern in held]
    every.sort(key=lambda each: precision(each[1]), reverse=True)
    fitting = {name: next((context for context, one in every if matches(one, name)), None) for name in names}
    return {name: context for name, context in fitting.items() if context is not None}


def _owners(scan: Scan) -> dict[str, str]:
    """The table that a link table is named after: `shop_order_tags`, which references both, belongs to `shop_order`."""
    without = {table.name for table in scan.tables if table.model is None}
    return {
        key.from_: key.to for key in scan.foreign_keys if key.from_ in without and key.from_.startswith(f"{key.to}_")
    }


def _root(table: Table, label: str) -> str | None:
    """The package that a table's label is the name of: `shop.orders` for `shop.orders.models`."""
    named = [package for package in packages_of(table) if package.rpartition(".")[2].strip("_").lower() == label]
    return named[-1] if named else None


def _nearest(module: str, roots: Mapping[str, str]) -> str | None:
    while module:
        if module in roots:
            return roots[module]
        module = module.rpartition(".")[0]
    return None


def _layer(module: str) -> str:
    """The layer of the innermost telling part of a module's name."""
    for part in reversed(module.split(".")):
        for layer, words in LAYERS.items():
            if part.lower() in words:
                return layer
    return SERVICES
