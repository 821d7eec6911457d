"""What comes back from a question?  What a change would bring, and what a check finds, each as it shows itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from boundary import api
from boundary.analysis.rows import frame
from boundary.analysis.shown import Shown
from boundary.report import summary
from boundary.report.rendered import rendered

if TYPE_CHECKING:
    from boundary.analysis.analysis import Analysis
    from boundary.analysis.proposal import Proposal
    from boundary.analysis.rows import Frame
    from boundary.model.findings import Judgement
    from boundary.model.outcome import Outcome


class WhatIf(Shown):
    """What changes of a split would bring: metrics before and after, and which transactions become cut."""

    def __init__(self, analysis: Analysis, outcome: Outcome) -> None:
        super().__init__(lambda form: api.render_whatif(analysis.scan, outcome, form))
        self.analysis, self.outcome = analysis, outcome

    @property
    def before(self) -> Proposal:
        """The split as it was, measured like the other.

        Example:
            >>> w.before
            <...: 8 contexts at price ...>

        """
        from boundary.analysis.proposal import Proposal  # noqa: PLC0415 - they know each other

        return Proposal(self.analysis, self.outcome.before)

    @property
    def after(self) -> Proposal:
        """The split as it would be.

        Example:
            >>> w.after
            <after: 8 contexts at price ...>

        """
        from boundary.analysis.proposal import Proposal  # noqa: PLC0415 - they know each other

        return Proposal(self.analysis, self.outcome.after)

    @property
    def cut(self) -> tuple[str, ...]:
        """The ids of the transactions that become cut.

        Example:
            >>> len(w.cut) > 0
            True

        """
        return tuple(one.transaction for one in self.outcome.cut)

    @property
    def whole(self) -> tuple[str, ...]:
        """The ids of the transactions that become whole.

        Example:
            >>> w.whole
            ()

        """
        return tuple(one.transaction for one in self.outcome.whole)

    @property
    def metrics(self) -> Frame:
        """Every metric before and after.

        Example:
            >>> list(w.metrics.columns)
            ['metric', 'before', 'after']

        """
        before, after = self.outcome.before.metrics, self.outcome.after.metrics
        names = dict.fromkeys((*before, *after))
        return frame(("metric", "before", "after"), ((name, before.get(name), after.get(name)) for name in names))


class Checked(Shown):
    """What a check finds: its findings, and whether it fails."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__(lambda form: api.render_judgement(judgement, {"html": "markdown"}.get(form, form)))
        self.judgement = judgement

    @property
    def fails(self) -> bool:
        """Whether `boundary check` would end with 1.

        Example:
            >>> checked.fails  # there are shared transactions
            True

        """
        return bool(self.judgement.gating)

    @property
    def counts(self) -> Counter[str]:
        """How many live findings each rule has.

        Example:
            >>> checked.counts["BND301"] > 0
            True

        """
        return Counter(one.rule for one in self.judgement.findings if one.state != "fixed")

    @property
    def findings(self) -> Frame:
        """The findings: rule, contexts, who depends on what and how, the first place, how many places, state.

        Example:
            >>> "BND301" in set(checked.findings["rule"])
            True

        """
        columns = ("rule", "title", "from", "to", "symbol", "target", "op", "place", "places", "state", "severity")
        rows = (
            (
                one.rule,
                one.title,
                one.from_,
                one.to,
                one.symbol,
                one.target,
                one.op,
                str(one.site or ""),
                one.count,
                one.state,
                one.severity,
            )
            for one in self.judgement.findings
        )
        return frame(columns, rows)

    def __str__(self) -> str:
        said = ", ".join(f"{rule} {number}" for rule, number in sorted(self.counts.items()))
        return f"{'fails' if self.fails else 'passes'}: {said or 'no findings'}"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        del include, exclude
        return {"text/plain": str(self), "text/html": rendered(summary.judgement(self.judgement), "html")}
