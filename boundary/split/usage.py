"""Who uses which table?  Every access once, with the module that makes it and the function that it is part of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping  # noqa: TC003 - the class of a field, which compiled code asks for
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from boundary.model.scan import BINDING
from boundary.split.entries import Reach, reaches
from boundary.split.joins import Join, joins_of
from boundary.split.relations import Relations, related_in, relations_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.model.scan import Scan
    from boundary.split.relations import Related


class Use(NamedTuple):
    """One access as evidence: `module` is None where the source is unknown, `writes` is true for writes and locks."""

    table: str
    function: str
    module: str | None
    writes: bool


class Modules:
    """Finds the module of a file or of a dotted function name."""

    def __init__(self, scan: Scan) -> None:
        self.names = frozenset(module.name for module in scan.modules)
        self._by_file = {module.file: module.name for module in scan.modules if module.file}
        self._by_function: dict[str, str | None] = {}

    def of(self, function: str, file: str = "") -> str | None:
        """The module that `function` stands in: by its file, else the longest known prefix of its name, else None."""
        module = self._by_file.get(file)
        if module is not None:
            return module
        if function not in self._by_function:
            self._by_function[function] = self._by_prefix(function)
        return self._by_function[function]

    def _by_prefix(self, function: str) -> str | None:
        name = function
        while name:
            if name in self.names:
                return name
            name = name.rpartition(".")[0]
        return None


@dataclass(frozen=True, slots=True)
class Usage:
    """Every access of the code once, and the modules to place them in; gathered once for a scan and handed on.

    Beside them, what metrics count: the relations between modules, what entry points reach, and the joins; and what
    places modules: the tables that their calls come to inside transactions (and whether these bind them), and the
    modules that they are coupled to.
    """

    modules: Modules
    uses: tuple[Use, ...]
    relations: Relations
    reached: tuple[Reach, ...]
    joins: tuple[Join, ...]
    called: frozenset[tuple[str, str, bool]]
    neighbours: Mapping[str, Counter[str]]


def usage_of(scan: Scan) -> Usage:
    """Every access of the code once, inside and outside transactions, in an order that does not depend on the input's.

    The same line reached from several transactions is one use. Where there is no source, an access of a transaction
    counts as made by the transaction's own function.
    """
    modules = Modules(scan)
    found = sorted(_places(scan))
    uses = (Use(table, function, modules.of(function, file), writes) for table, function, file, _, writes in found)
    related = related_in(scan, modules)
    return Usage(
        modules,
        tuple(uses),
        relations_of(related),
        reaches(scan, modules),
        joins_of(scan),
        frozenset(_called(scan, modules)),
        _neighbours(related),
    )


def _called(scan: Scan, modules: Modules) -> Iterator[tuple[str, str, bool]]:
    """The modules on the ways to what transactions access, each with the table and whether it is bound."""
    ways = {
        (frame.function, frame.file, access.table, access.op)
        for transaction in scan.transactions
        for access in transaction.accesses
        for frame in access.via
    }
    for function, file, table, op in ways:
        module = modules.of(function, file)
        if module is not None:
            yield module, table, op in BINDING


def _neighbours(related: Iterable[Related]) -> dict[str, Counter[str]]:
    """Modules that import or call one another, both ways: an import counts once, and calls once."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for _, one, other, _ in related:
        found[one][other] += 1
        found[other][one] += 1
    return found


def _places(scan: Scan) -> set[tuple[str, str, str, int, bool]]:
    """Each access once: its table, function, file and line, and whether it binds."""
    found = {(one.table, one.function, one.file, one.line, one.op in BINDING) for one in scan.accesses}
    for transaction in scan.transactions:
        near = transaction.function
        found |= {
            (one.table, one.function or near, one.file, one.line, one.op in BINDING) for one in transaction.accesses
        }
    return found
