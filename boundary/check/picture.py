"""What do the rules look at?  A scan seen through the declared contexts, with the questions that rules share."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from boundary.check.actors import as_seen
from boundary.check.ownership import Ownership
from boundary.model.findings import Site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.config import ContextSettings
    from boundary.model.findings import Ignore
    from boundary.model.scan import Access, Coupling, Frame, Scan, Transaction


class Picture:
    """A scan, its contexts, and the ignores that stand in the source."""

    def __init__(
        self,
        scan: Scan,
        contexts: Mapping[str, ContextSettings],
        ignores: tuple[Ignore, ...] = (),
        *,
        today: str | None = None,
    ) -> None:
        self.scan = scan
        self.contexts = contexts
        self.ignores = ignores
        self.today = today or datetime.now(tz=UTC).date().isoformat()
        self.owners = Ownership(scan, contexts)

    def of_module(self, module: str) -> str | None:
        """The context that owns a module."""
        return self.owners.modules.get(module)

    def of_table(self, table: str) -> str | None:
        """The context that owns a table."""
        return self.owners.tables.get(table)

    def of_code(self, place: Access | Frame | Transaction | Coupling) -> str | None:
        """The context that owns the code at a place."""
        try:
            return self._owner_of_file[place.file]
        except KeyError:  # no module of its own: a file of SQL, a migration
            return self.of_module(self.owners.module_of(place.file, place.function))

    @cached_property
    def _owner_of_file(self) -> dict[str, str | None]:
        return {module.file: self.of_module(module.name) for module in self.scan.modules}

    def may_reach(self, context: str, other: str, module: str) -> bool:
        """Whether code of one context may import or call a module of another.

        It may where the other one has declared the module public, or declares nothing and is in `may-use`; a
        `may-use` that is not empty also shuts out the contexts that it does not name.
        """
        allowed = self.contexts[context].may_use
        if not self.contexts[other].public:
            return other in allowed
        return module in self.owners.public[other] and (not allowed or other in allowed)

    def may_call(self, context: str, other: str, call: Coupling) -> bool:
        """Whether code of one context may make a call into another: of a public module, or of what one passes on."""
        if self.may_reach(context, other, call.to):
            return True
        allowed = self.contexts[context].may_use
        return (not allowed or other in allowed) and self._passed_on(call, other)

    def _passed_on(self, call: Coupling, other: str) -> bool:
        """Whether the caller has what it calls from a public module of the other context, which had it from elsewhere.

        It has imported the function, or the class around it, from there by name; or it has imported the module and
        calls a function of it. A class that a public module imports for its own use is not passed on by that.
        """
        has = self._imports.get(call.from_, set())
        name = call.target
        while name:
            for module in self._shown.get(name, ()):
                if self.of_module(module) == other:
                    by_name = f"{module}.{name.rpartition('.')[2]}" in has
                    if by_name or (module in has and name == call.target):
                        return True
            name = name.rpartition(".")[0]
        return False

    def inverted(self, call: Coupling) -> bool:
        """Whether a call reaches code that plugs itself into the caller, who does not know it.

        Nothing of the other context is imported where the call stands, and either that context imports the caller's
        module (a base class that calls an override, a registry that runs what was registered), or the line calls
        methods of one name of several classes: it is there for any object that has it.
        """
        here, there = self.of_module(call.from_), self.of_module(call.to)
        if here == there or there in self._contexts_imported.get(call.from_, ()):
            return False
        return (there, call.from_) in self._known_by or _method_at(call) in self._generic_calls

    @cached_property
    def _generic_calls(self) -> set[tuple[str, int, str, str]]:
        """The calls that reach methods of one name of several classes, overrides of one another left out."""
        asked = {(one.file, one.line) for one, _, _ in self.couplings if one.kind == "call"}
        targets: dict[tuple[str, int, str, str], set[str]] = {}
        for one in self.scan.couplings:
            if one.kind == "call" and one.because != "override" and (one.file, one.line) in asked:
                targets.setdefault(_method_at(one), set()).add(one.target)
        return {place for place, reached in targets.items() if len(reached) > 1}

    @cached_property
    def _imported(self) -> dict[str, set[str]]:
        """The modules that each module imports."""
        found: dict[str, set[str]] = {}
        for one in self.scan.couplings:
            if one.kind == "import":
                found.setdefault(one.from_, set()).add(one.to)
        return found

    @cached_property
    def _contexts_imported(self) -> dict[str, set[str | None]]:
        """The contexts of which each module imports something."""
        return {module: {self.of_module(one) for one in others} for module, others in self._imported.items()}

    @cached_property
    def _known_by(self) -> set[tuple[str | None, str]]:
        """Each context with the modules that its code imports."""
        return {(self.of_module(module), other) for module, others in self._imported.items() for other in others}

    @cached_property
    def _imports(self) -> dict[str, set[str]]:
        """What each module imports, by the full names."""
        found: dict[str, set[str]] = {}
        for one in self.scan.couplings:
            if one.kind == "import":
                found.setdefault(one.from_, set()).add(one.target)
        return found

    @cached_property
    def _shown(self) -> dict[str, set[str]]:
        """The public modules that import a name from another module, modules themselves left out."""
        found: dict[str, set[str]] = {}
        for one in self.scan.couplings:
            context = self.of_module(one.from_) if one.kind == "import" else None
            if context is not None and one.target != one.to and one.from_ in self.owners.public[context]:
                found.setdefault(one.target, set()).add(one.from_)
        return found

    @cached_property
    def couplings(self) -> tuple[tuple[Coupling, str, str], ...]:
        """The couplings between modules of two contexts, with these: whose it is, and on whom it depends."""
        owners = self.owners.modules
        return tuple(
            (one, here, there)
            for one in self.scan.couplings
            if (here := owners.get(one.from_)) and (there := owners.get(one.to)) and here != there
        )

    @cached_property
    def accesses(self) -> tuple[tuple[Access, str, str], ...]:
        """The accesses by code of one context to a table of another, with these; generic code has none."""
        return tuple(
            (access, here, there)
            for access in self.scan.accesses
            if (there := self.of_table(access.table))
            and (here := self.of_code(access))
            and here != there
            and (access.file, access.line, access.function) not in self.generic_places
        )

    @cached_property
    def transactions(self) -> tuple[Transaction, ...]:
        """The transactions as those who act in them see them."""
        return tuple(as_seen(transaction) for transaction in self.scan.distinct())

    @cached_property
    def names(self) -> frozenset[str]:
        """The modules, tables, columns with a foreign key, and functions that do anything, of today."""
        scan = self.scan
        found = {name for one in scan.couplings for name in (one.function, one.target)}
        found |= {one.function for one in scan.accesses} | {one.function for one in self.transactions}
        found |= {module.name for module in scan.modules} | {table.name for table in scan.tables}
        return frozenset(found | {f"{key.from_}.{key.column}" for key in scan.foreign_keys})

    def in_database(self, table: str, database: str | None) -> bool:
        """Whether a table lies, as far as is known, in the database of a transaction."""
        known = self._databases.get(table, {None})
        return database is None or None in known or database in known

    @cached_property
    def _databases(self) -> dict[str, set[str | None]]:
        found: dict[str, set[str | None]] = {}
        for table in self.scan.tables:
            found.setdefault(table.name, set()).add(table.database)
        return found

    @cached_property
    def generic_places(self) -> frozenset[tuple[str, int, str]]:
        """Lines that do the same to tables of several contexts: a base class's `save`, a helper for any model.

        Such code knows none of the tables; who hands it a row of another context couples, and that is told there.
        """
        contexts: dict[tuple[str, int, str, str], set[str]] = {}
        for access in self.scan.accesses:
            owner = self.of_table(access.table)
            if owner is not None and access.because is None and access.rule not in {"sql", "join"}:
                contexts.setdefault((access.file, access.line, access.function, access.op), set()).add(owner)
        return frozenset(place[:3] for place, owners in contexts.items() if len(owners) > 1)


def site(place: Access | Frame | Transaction | Coupling) -> Site:
    """The place of something in the scan."""
    return Site(place.file, place.line, place.function)


def _method_at(call: Coupling) -> tuple[str, int, str, str]:
    """A call by its line and the name that it calls, whosever method that is."""
    return call.file, call.line, call.function, call.target.rpartition(".")[2]
