"""Which tables does a view stand for?  An access to a view is an access to the tables that it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.contexts import RoutineCall
from boundary.model.scan import View

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context, Touch
    from boundary.link.sql.consequences import Consequences
    from boundary.link.sql.names import Catalogue


class Views:
    """The views of a schema down to their base tables."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._bases: dict[str, tuple[str, ...]] = {}
        self._calls: dict[str, tuple[str, ...]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._catalogue.views

    def bases(self, name: str) -> tuple[str, ...]:
        """The tables below a view, in the order of its text; a table's own name for a table."""
        if name not in self:
            return (name,)
        if name not in self._bases:
            self._bases[name] = ()  # a view that is made of itself ends here
            view = self._catalogue.views[name]
            below = (self._catalogue.table(read.name, view.schema) for read in view.reads)
            held = [base for one in below if one is not None for base in self.bases(one)]
            self._bases[name] = tuple(dict.fromkeys(held))
        return self._bases[name]

    def calls(self, name: str) -> tuple[str, ...]:
        """The functions that reading a view calls."""
        if name not in self._calls:
            self._calls[name] = ()
            view = self._catalogue.views[name]
            own = [str(call) for call in view.calls]
            below = (self._catalogue.table(read.name, view.schema) for read in view.reads)
            inner = [call for one in below if one is not None and one in self for call in self.calls(one)]
            self._calls[name] = tuple(dict.fromkeys((*own, *inner)))
        return self._calls[name]

    def value(self, name: str) -> View:
        """The view as the document has it."""
        view = self._catalogue.views[name]
        return View(name, view.schema, self.bases(name), view.materialized, view.file, view.line + 1)

    def rule(self, name: str) -> str:
        """What is said of an access that goes through a view."""
        return self.value(name).described

    def resolve(self, context: Context, consequences: Consequences) -> None:
        """Put the base tables into the place of the views that a context touches.

        A write goes to the table that the view shows, if that is one; of several it is not known which. One that a
        trigger stands in for is left as it is.
        """
        touches = list(context.touches)
        if not any(touch.table in self for touch in touches):
            return
        context.touches.clear()
        for touch in touches:
            if touch.table not in self:
                context.touches[touch] = None
                continue
            if consequences.instead(touch.table, touch.op):
                context.touches[touch] = None
                continue
            for new in self._below(touch):
                context.touches.setdefault(new)
                context.flow.follow(touch, new)
            if touch.op == "read":
                for call in self.calls(touch.table):
                    called = RoutineCall(call, touch.line, touch.region, touch.confidence)
                    context.note_routine(called)
                    context.flow.follow(touch, called)

    def _below(self, touch: Touch) -> list[Touch]:
        bases = self.bases(touch.table)
        rule = self.rule(touch.table)
        if touch.op in {"read", "lock"}:
            return [touch.changed(table=base, rule=rule) for base in bases]
        if len(bases) == 1 and not self._catalogue.views[touch.table].materialized:
            return [touch.changed(table=bases[0], rule=rule)]
        return [touch.changed(table=base, op="read", rule=rule) for base in bases]
