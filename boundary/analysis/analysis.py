"""What can be asked of a monolith?  Its tables, transactions, couplings and splits, and why two tables are glued."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary import api
from boundary import config as configuration
from boundary.analysis import facts
from boundary.analysis.frontier import Frontier
from boundary.analysis.notebook import progress_of
from boundary.analysis.proposal import Proposal
from boundary.analysis.rows import frame
from boundary.analysis.shown import Drawing, Shown
from boundary.errors import InputError
from boundary.model.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from boundary.analysis.rows import Frame
    from boundary.analysis.widget import Explorer
    from boundary.config import Settings
    from boundary.link.document.graph import Graph
    from boundary.model.scan import Scan, Split
    from boundary.report.questions import Question
    from boundary.report.verdict import Verdict

    Progress = Callable[[str, int, int | None], None]


def analyze(  # noqa: PLR0913 - what `scan` takes
    path: str | Path,
    *,
    config: Settings | None = None,
    jobs: int | None = None,
    executor: Executor | None = None,
    cache: bool | str | Path = True,
    progress: Progress | None = None,
) -> Analysis:
    """Analyse the monolith in the folder `path`, without running any of it, or open a document that was kept.

    `config` is read from the folder when not given. Files are parsed on `jobs` processes, or on any
    `concurrent.futures.Executor`. `cache` may name the folder to keep facts in; False keeps none. `progress` is told
    how far the work has come; a notebook shows it unless one is given.

    Raises `InputError` when `path` is neither a folder nor a document of `boundary scan`, `NothingExaminedError` when
    there is nothing to read in the folder, and `ConfigurationError`.

    Example:
        >>> import boundary
        >>> m = boundary.analyze("samples/shop")
        >>> print(m)
        shop: ... tables, ... transactions
        >>> boundary.analyze("nowhere")
        Traceback (most recent call last):
        boundary.errors.InputError: nowhere: no such folder

    """
    place = Path(path)
    if place.is_file():
        settings = config or configuration.load(place.parent).settings
        return Analysis(api.load(place), settings)
    with progress_of(progress) as told:
        settings = config or (configuration.load(place).settings if place.is_dir() else configuration.Settings())
        found = api.scan(place, config=settings, jobs=jobs, executor=executor, cache=cache, progress=told)
    return Analysis(found, settings, place)


class Analysis:
    """A monolith as it was read, and what can be asked of it.

    The tables of facts are data frames where pandas is installed (the extra `notebook`), else rows. `scan` is the
    document ``boundary/1``, with everything exactly as it is.

    Example:
        >>> import boundary
        >>> m = boundary.analyze("samples/shop")
        >>> m.verdict.cut  # the strict split cuts no transaction
        ()
        >>> "inv_stock" in m.verdict.core.tables  # one of the tables that transactions glue into a core
        True

    """

    def __init__(self, scan: Scan, settings: Settings | None = None, folder: Path | None = None) -> None:
        self.scan = scan
        self.settings = settings or configuration.Settings()
        self.folder = folder

    def __str__(self) -> str:
        from boundary.report.phrases import counted  # noqa: PLC0415 - as lazily as the rest
        from boundary.report.printable import printable  # noqa: PLC0415 - the same

        tables, transactions = len(self.scan.tables), len(self.scan.distinct())
        return f"{printable(self.scan.root)}: {counted(tables, 'table')}, {counted(transactions, 'transaction')}"

    def __repr__(self) -> str:
        return f"<Analysis of {self}>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        del include, exclude
        return {"text/plain": str(self.summary), "text/html": api.summary(self.scan, "html")}

    # --- facts ----------------------------------------------------------------------------------------

    @property
    def summary(self) -> Shown:
        """The verdict in some lines, the contexts of the strict split, and how complete the analysis is.

        Example:
            >>> print(m.summary)  # doctest: +ELLIPSIS
            shop: ... tables, ... transactions...

        """
        return Shown(lambda form: api.summary(self.scan, form))

    @cached_property
    def verdict(self) -> Verdict:
        """The figures that a report leads with: the core, the transactions that glue it, what the strict split cuts.

        Example:
            >>> m.verdict.cut  # the strict split cuts no transaction
            ()

        """
        return api.verdict(self.scan)

    @property
    def tables(self) -> Frame:
        """The tables: name, model, place, how many transactions write and only read each, its strict context.

        Example:
            >>> import boundary
            >>> m = boundary.analyze("samples/shop")
            >>> list(m.tables.columns)[:5]
            ['name', 'schema', 'database', 'model', 'file']

        """
        return frame(*facts.tables(self.scan))

    @property
    def transactions(self) -> Frame:
        """The transactions: id, kind, function, place, the tables that each writes or locks, its blind spots.

        Example:
            >>> int(m.transactions["writes"][0]) > 5  # those with the most tables first
            True

        """
        return frame(*facts.transactions(self.scan))

    @property
    def accesses(self) -> Frame:
        """The reads, writes and locks, each with the id of its transaction; None outside of any.

        Example:
            >>> sorted(set(m.accesses["op"]))
            ['delete', 'insert', 'lock', 'read', 'update']

        """
        return frame(*facts.accesses(self.scan))

    @property
    def couplings(self) -> Frame:
        """What ties modules and tables: imports, calls, joins, foreign keys, cascades, each with its place.

        Example:
            >>> sorted(set(m.couplings["kind"]))
            ['call', 'cascade', 'foreign key', 'import', 'join']

        """
        return frame(*facts.couplings(self.scan))

    @property
    def entry_points(self) -> Frame:
        """Where the outside calls in: routes, tasks, commands, with the tables that each may write and read.

        Example:
            >>> "task" in set(m.entry_points["kind"])
            True

        """
        return frame(*facts.entry_points(self.scan))

    @property
    def modules(self) -> Frame:
        """The modules: name, file, lines.

        Example:
            >>> "shop/orders/models.py" in set(m.modules["file"])
            True

        """
        return frame(*facts.modules(self.scan))

    @property
    def blind_spots(self) -> Frame:
        """What inside transactions could not be seen, with place and reason.

        Example:
            >>> list(m.blind_spots.columns)
            ['transaction', 'file', 'line', 'reason']

        """
        return frame(*facts.blind_spots(self.scan))

    @property
    def questions(self) -> tuple[Question, ...]:
        """What to ask the project's people, first that whose answer changes the split most.

        Example:
            >>> isinstance(m.questions, tuple)
            True

        """
        return self.verdict.questions

    @cached_property
    def graph(self) -> Graph:
        """The whole as a `networkx.MultiDiGraph`.

        Nodes are ``"table orders_order"``, ``"module shop.orders.models"``, ``"transaction ..."`` and
        ``"entry point ..."``, with `kind`, `name`, `file` and `line`. Edges have `kind` (imports, calls, opens, reads,
        writes, locks, joins, references, cascades, defers), `file`, `line`, `confidence` and `evidence`.

        Example:
            >>> import boundary
            >>> graph = boundary.analyze("samples/shop").graph
            >>> writers = [
            ...     one for one, _, kind in graph.in_edges("table loyalty_card", data="kind") if kind == "writes"
            ... ]
            >>> sorted({graph.nodes[one]["kind"] for one in writers})
            ['entry point', 'module', 'transaction']

        """
        return api.graph(self.scan)

    # --- splits ---------------------------------------------------------------------------------------

    @cached_property
    def _searched(self) -> Scan:
        """The scan with its frontier, which is searched for once."""
        if any(one.name.startswith("frontier-") for one in self.scan.splits):
            return self.scan
        with progress_of(None) as told:
            if told is not None:
                told("searching the frontier", 0, None)
            return api.split(self.scan, config=self.settings)

    @property
    def frontier(self) -> Frontier:
        """The strict split and the splits of which none is better in price, contexts and largest share.

        Example:
            >>> import boundary
            >>> m = boundary.analyze("samples/shop")
            >>> m.frontier[0]
            <strict: ... contexts at price 0>
            >>> prices = [s.price for s in m.frontier]
            >>> prices == sorted(prices)
            True

        """
        return Frontier(tuple(Proposal(self, one) for one in self._searched.splits))

    def split(  # noqa: PLR0913 - what a split can be asked to be
        self,
        contexts: int | None = None,
        *,
        name: str | None = None,
        max_share: float | None = None,
        budget: float | None = None,
        together: tuple[tuple[str, str], ...] = (),
        apart: tuple[tuple[str, str], ...] = (),
        keep: tuple[tuple[str, str], ...] = (),
    ) -> Proposal:
        """One split: the cheapest with so many `contexts`, or by its `name`; without either, the strict one.

        Names are those of the frontier, and "declared", "packages" and "layers". `max_share` is the largest share of
        all tables that a context may hold, `budget` the most that the seams may cost together. `together` and `apart`
        are pairs of tables that one context must or must not hold; `keep` are tables with their context's name.

        Raises `UnknownNameError` where there is no such split, and `InputError` where the wishes contradict.

        Example:
            >>> import boundary
            >>> m = boundary.analyze("samples/shop")
            >>> m.split()
            <strict: ... contexts at price 0>
            >>> m.split(8)
            <...: 8 contexts at price ...>

        """
        wanted = Wanted(
            contexts=contexts, max_share=max_share, budget=budget, together=together, apart=apart, keep=keep
        )
        if name is not None and wanted.particular:
            raise InputError("a split is asked for by its name, or by what it should be like, not by both")
        if not wanted.particular:
            held = self._searched if name is not None and name.startswith("frontier-") else self.scan
            return Proposal(self, api.chosen(held, name, config=self.settings))
        if wanted == Wanted(contexts=contexts):
            ready = [one for one in self._searched.splits if len(one.contexts) == contexts]
            if ready:
                return Proposal(self, min(ready, key=lambda one: one.price))
        found = api.split(self.scan, wanted, config=self.settings)
        return Proposal(self, next(one for one in found.splits if one.name == "requested"))

    # --- why ------------------------------------------------------------------------------------------

    def explain(self, name: str, other: str | None = None) -> Shown:
        """Explain a table or a transaction, or what glues two tables, call by call.

        A name is a table, a model, a transaction's id, the end of a function's dotted name, or a `file:line`. Two
        tables come with the cheapest seams that part them. Raises `UnknownNameError` when nothing is called so.

        Example:
            >>> import boundary
            >>> m = boundary.analyze("samples/shop")
            >>> print(str(m.explain("orders_order", "loyalty_points")).splitlines()[0])
            no chain of transactions ties orders_order to loyalty_points: a split may divide them

        """
        return self.split().explain(name, other)

    def picture(self, name: str | None = None, other: str | None = None) -> Drawing:
        """Draw the strict split's contexts, or one table or transaction, or what glues two tables.

        Raises `UnknownNameError` when nothing is called so.

        Example:
            >>> import boundary
            >>> m = boundary.analyze("samples/shop")
            >>> print(m.picture("catalogue_product", "inv_stock"))
            catalogue_product and inv_stock: glued by ... transactions; ... seams to relax for ...

        """
        return self.split().picture(name, other)

    def explore(self) -> Explorer:
        """An interactive view of the splits, the matrix of their couplings, and the transactions.

        What is chosen in it stands in its `selected`. Raises `MissingExtraError` without the extra `notebook`.

        Example:
            >>> m.explore()  # doctest: +SKIP

        """
        from boundary.analysis.widget import explorer  # noqa: PLC0415 - an extra

        return explorer(self._searched)

    def save(self, file: str | Path) -> None:
        """Keep the document, with its splits, where `analyze` and every command can read it.

        Example:
            >>> m.save("shop.json")  # doctest: +SKIP
            >>> boundary.analyze("shop.json").split()  # doctest: +SKIP
            <strict: ... contexts at price 0>

        """
        from boundary.report.atomic import replace  # noqa: PLC0415 - as lazily as the rest
        from boundary.report.json import render  # noqa: PLC0415 - the same

        replace(Path(file), render(self._searched))

    def with_split(self, split: Split) -> Scan:
        """The document with this split among its own.

        Example:
            >>> m.with_split(s.value).splits[-1] == s.value
            True

        """
        if split in self.scan.splits:
            return self.scan
        return msgspec.structs.replace(self.scan, splits=(*self.scan.splits, split))
