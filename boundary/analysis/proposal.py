"""What can be asked of one split?  Its contexts, seams and couplings, what a change would bring, and a check by it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, get_args

from boundary import api
from boundary.analysis import facts
from boundary.analysis.answers import Checked, WhatIf
from boundary.analysis.notebook import progress_of
from boundary.analysis.rows import frame
from boundary.analysis.shown import Drawing, Shown
from boundary.errors import InputError
from boundary.model.outcome import Change, Verb
from boundary.report import summary
from boundary.report.phrases import counted
from boundary.report.rendered import rendered

if TYPE_CHECKING:
    from boundary.analysis.analysis import Analysis
    from boundary.analysis.rows import Frame
    from boundary.analysis.widget import Explorer
    from boundary.model.scan import Split

VERBS: dict[str, Verb] = {verb: verb for verb in get_args(Verb)}


class Proposal:
    """One split of an analysis: contexts, and what stands between them.

    Example:
        >>> import boundary
        >>> s = boundary.analyze("samples/shop").split(8)
        >>> s
        <...: 8 contexts at price ...>
        >>> s.homes["orders_order"]
        'orders'

    """

    def __init__(self, analysis: Analysis, split: Split) -> None:
        self.analysis, self.value = analysis, split

    @property
    def name(self) -> str:
        """What the split is called: strict, frontier-1, requested, declared, packages, layers, after.

        Example:
            >>> m.split().name
            'strict'

        """
        return self.value.name

    @property
    def price(self) -> float:
        """What its seams cost together; nothing for a strict split.

        Example:
            >>> s.price > m.split().price
            True

        """
        return self.value.price

    def __len__(self) -> int:
        return len(self.value.contexts)

    def __repr__(self) -> str:
        from boundary.report.printable import printable  # noqa: PLC0415 - as lazily as the rest

        contexts = counted(len(self), "context")
        return f"<{printable(self.name)}: {contexts} at price {self.price:g}>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        del include, exclude
        return {"text/plain": str(self.summary), "text/html": self.summary.html}

    @property
    def summary(self) -> Shown:
        """The contexts, the seams in their order, and the metrics that matter first.

        Example:
            >>> "8 contexts" in str(s.summary)
            True

        """
        return Shown(lambda form: rendered(summary.split(self.value), form))

    @property
    def homes(self) -> dict[str, str]:
        """From each table to the name of its context.

        Example:
            >>> s.homes["orders_order"]
            'orders'

        """
        return {table: context.name for context in self.value.contexts for table in context.tables}

    @property
    def contexts(self) -> Frame:
        """The contexts: how many tables, modules and entry points each holds, and the names of the tables.

        Example:
            >>> "orders" in set(s.contexts["context"])
            True

        """
        return frame(*facts.contexts(self.value))

    @property
    def seams(self) -> Frame:
        """The places to change first, in order: price, remedy, place, how many transactions each helps to free.

        Example:
            >>> list(s.seams.columns)[:5]
            ['order', 'price', 'remedy', 'file', 'line']

        """
        return frame(*facts.seams(self.value))

    @property
    def metrics(self) -> Frame:
        """The metrics, each with its better direction and its meaning.

        Example:
            >>> "largest_share" in set(s.metrics["metric"])
            True

        """
        return frame(*facts.metrics(self.value))

    @property
    def couplings(self) -> Frame:
        """Every place at which one context depends on another: import, call, read, write, shared transaction ...

        Example:
            >>> "shared transaction" in set(m.split().couplings["kind"])  # a strict split shares none
            False

        """
        return frame(*facts.crossed(api.crossing(self.analysis.scan, self.value)))

    # --- questions ------------------------------------------------------------------------------------

    def whatif(self, *changes: str | Change) -> WhatIf:
        """Think changes through, one after the other, without making them.

        A change is written as on the command line: ``move NAME CONTEXT``, ``merge A B``, ``split CONTEXT [TABLE ...]``,
        ``pin A B``, ``relax FILE:LINE``. Raises `UnknownNameError` and `InputError` for one that cannot be made.

        Example:
            >>> import boundary
            >>> s = boundary.analyze("samples/shop").split(8)
            >>> w = s.whatif("move orders_event shipping")
            >>> w.after
            <after: 8 contexts at price ...>
            >>> len(w.cut) > 0  # transactions that write both would become cut
            True
            >>> s.whatif("dance")
            Traceback (most recent call last):
            boundary.errors.InputError: 'dance' is no change; changes are move, merge, split, pin, relax

        """
        thought = [one if isinstance(one, Change) else _change(one) for one in changes]
        scan, settings = self.analysis.scan, self.analysis.settings
        return WhatIf(self.analysis, api.whatif(scan, thought, self.value, config=settings))

    def check(self, *, base: str | None = None) -> Checked:
        """Judge the monolith's work tree as if this split were declared; with a git `base`, only what is new since.

        Raises `InputError` for an analysis that was read from a document, and what `boundary.judge` raises.

        Example:
            >>> import boundary
            >>> checked = boundary.analyze("samples/shop").split().check()
            >>> checked.counts["BND301"]  # transactions that write tables of two contexts: none, for a strict split
            0

        """
        folder = self.analysis.folder
        if folder is None:
            raise InputError("there is no work tree to check: this analysis was read from a document")
        settings = api.declaring(self.value, self.analysis.settings)
        with progress_of(None) as told:
            return Checked(api.judge(folder, config=settings, base=base, progress=told))

    def explain(self, name: str, other: str | None = None) -> Shown:
        """Explain a table or transaction, or what glues two tables or two contexts of this split.

        Raises `UnknownNameError` when nothing is called so.

        Example:
            >>> print(str(s.explain("catalogue_product", "inv_stock")).splitlines()[0])
            catalogue_product and inv_stock are glued: ...

        """
        scan, settings = self.analysis.scan, self.analysis.settings
        api.explain(scan, name, other, base=self.value, config=settings)  # what goes wrong, goes wrong here
        return Shown(lambda form: api.explain(scan, name, other, base=self.value, config=settings, format=form))

    def operations(self) -> Shown:
        """What the split means for those who run it, every line with its evidence.

        Example:
            >>> len(str(s.operations()).splitlines()) > 20
            True

        """
        scan, settings = self.analysis.scan, self.analysis.settings
        return Shown(lambda form: api.render_operations(scan, self.value, form, config=settings))

    def emit(self, format: str) -> str:  # noqa: A002 - as elsewhere
        """The split as another tool takes it: router, binds, import-linter, tach, cml, structurizr or graphml.

        Example:
            >>> "class" in s.emit("router")
            True

        """
        return api.emit(self.analysis.scan, format, self.value)

    def picture(self, name: str | None = None, other: str | None = None) -> Drawing:
        """Draw the map of the contexts; or one context, table or transaction; or what glues two tables or contexts.

        Raises `UnknownNameError` when nothing is called so.

        Example:
            >>> import boundary
            >>> print(boundary.analyze("samples/shop").split(8).picture("orders"))
            orders, a context of ...: ... tables, ... modules, ... entry points...

        """
        found = api.picture(self.analysis.scan, name, other, base=self.value, config=self.analysis.settings)
        return Drawing(found)

    def explore(self) -> Explorer:
        """An interactive view that begins with this split. Raises `MissingExtraError` without the extra `notebook`.

        Example:
            >>> s.explore()  # doctest: +SKIP

        """
        from boundary.analysis.widget import explorer  # noqa: PLC0415 - an extra

        return explorer(self.analysis.with_split(self.value), self.name)


def _change(words: str) -> Change:
    """A change as the command line takes it."""
    verb, *names = shlex.split(words) or [""]
    if verb not in VERBS:
        raise InputError(f"{verb!r} is no change; changes are {', '.join(VERBS)}")
    return Change(VERBS[verb], tuple(names))
