"""Monoliths with known contexts: how well does the search find what was planted?"""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

from boundary.model.scan import Access, Coupling, ForeignKey, Frame, Module, Operation, Scan, Table, Transaction
from boundary.split.mojo import rand_index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.model.scan import Split


class Planted:
    """A monolith of `contexts` packages with `tables` tables each.

    Of its transactions and functions `noise` read another context's table, of its foreign keys as many cross; each of
    `seams` is a call, made by transactions of all contexts, to a function that writes a table of one. With `named`
    false, names and packages say nothing.
    """

    def __init__(  # noqa: PLR0913 - what can be planted
        self,
        contexts: int = 5,
        tables: int = 8,
        *,
        noise: float = 0.1,
        seams: int = 0,
        named: bool = True,
        seed: int = 0,
    ) -> None:
        self.draw = Random(seed)  # noqa: S311 - repeatable on purpose
        self.noise, self.named = noise, named
        self.tables = [[self._name(context, number) for number in range(tables)] for context in range(contexts)]
        if not named:  # names in an order that says nothing either
            names = [f"t{number:04}" for number in range(contexts * tables)]
            self.draw.shuffle(names)
            self.tables = [names[tables * context : tables * (context + 1)] for context in range(contexts)]
        self.seams = [self.draw.randrange(contexts) for _ in range(seams)]

    @property
    def context_of(self) -> dict[str, int]:
        """The plant."""
        return {name: context for context, names in enumerate(self.tables) for name in names}

    def scan(self, transactions: int = 12, functions: int = 12) -> Scan:
        """The monolith, with so many transactions and as many reading functions per context."""
        found = [
            self._transaction(context, number) for context in range(len(self.tables)) for number in range(transactions)
        ]
        reads = [
            access
            for context in range(len(self.tables))
            for number in range(functions)
            for access in self._reads(context, number)
        ]
        modules = [
            self._module(context, kind)
            for context in range(len(self.tables))
            for kind in ("models", "services", "views")
        ]
        return Scan(
            root="planted",
            modules=tuple(Module(name, f"{name.replace('.', '/')}.py", 100) for name in modules),
            tables=tuple(self._table(context, name) for context, names in enumerate(self.tables) for name in names),
            foreign_keys=tuple(self._foreign_keys()),
            transactions=tuple(found),
            accesses=tuple(reads),
            couplings=tuple(
                Coupling("import", self._module(context, "services"), self._module(context, "models"), "x.py", 1)
                for context in range(len(self.tables))
            ),
        )

    def _name(self, context: int, number: int) -> str:
        return f"app{_letters(context)}_{_letters(number)}thing"

    def _module(self, context: int, kind: str) -> str:
        return f"shop.app{_letters(context)}.{kind}" if self.named else f"code.m{context * 7919 % 997}{kind}"

    def _table(self, context: int, name: str) -> Table:
        return Table(name, model=f"{self._module(context, 'models')}.{name}" if self.named else None)

    def _some(self, context: int, most: int) -> Sequence[str]:
        """A few tables of a context, near one another as in real code."""
        names = self.tables[context]
        start, count = self.draw.randrange(len(names)), self.draw.randint(1, min(most, len(names)))
        return [names[(start + step) % len(names)] for step in range(count)]

    def _stray(self, context: int) -> Sequence[str]:
        if self.draw.random() >= self.noise:
            return []
        other = self.draw.choice([each for each in range(len(self.tables)) if each != context] or [context])
        return self._some(other, 1)

    def _transaction(self, context: int, number: int) -> Transaction:
        function = f"{self._module(context, 'services')}.do_{number}"
        file = f"{self._module(context, 'services').replace('.', '/')}.py"
        line = 100 * number + 1
        operations: list[tuple[str, Operation]] = [(name, "update") for name in self._some(context, 3)]
        operations += [(name, "read") for name in [*self._some(context, 2), *self._stray(context)]]
        accesses = [Access(name, op, file, line + 1 + step, function) for step, (name, op) in enumerate(operations)]
        accesses += [
            self._through_seam(seam, function, file, line)
            for seam in range(len(self.seams))
            if (number + context) % (2 + seam) == 0
        ]
        return Transaction(f"{function}#{number}", "block", function, file, line, line + 90, accesses=tuple(accesses))

    def _through_seam(self, seam: int, function: str, file: str, line: int) -> Access:
        context = self.seams[seam]
        module = self._module(context, "services")
        there = f"{module.replace('.', '/')}.py"
        via = (Frame(file, line + 50, function), Frame(there, 9000 + 10 * seam, f"{module}.record_{seam}"))
        return Access(
            self.tables[context][seam % len(self.tables[context])],
            "insert",
            there,
            9005 + 10 * seam,
            f"{module}.write_{seam}",
            via=via,
        )

    def _reads(self, context: int, number: int) -> list[Access]:
        module = self._module(context, "views")
        function, file = f"{module}.show_{number}", f"{module.replace('.', '/')}.py"
        names = [*self._some(context, 4), *self._stray(context)]
        return [Access(name, "read", file, 50 * number + step + 1, function) for step, name in enumerate(names)]

    def _foreign_keys(self) -> list[ForeignKey]:
        found = []
        for context, names in enumerate(self.tables):
            for one, other in pairwise(names):
                stray = self._stray(context)
                found.append(ForeignKey(one, stray[0] if stray else other, "id"))
        return found


def agreement(split: Split, planted: Planted) -> float:
    """The adjusted Rand index between a split and the plant."""
    found = {name: number for number, context in enumerate(split.contexts) for name in context.tables}
    return rand_index(found, planted.context_of)


def _letters(number: int) -> str:
    return chr(ord("a") + number % 26) + (_letters(number // 26 - 1) if number >= 26 else "")
