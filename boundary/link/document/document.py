"""What does the scan say?  The graph as the document ``boundary/1``: tables, transactions with witnesses, accesses."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

import msgspec

from boundary.link.definitions.unread import unread_packages
from boundary.link.definitions.wrappers import stands_in
from boundary.link.document.couplings import couplings, listed
from boundary.link.document.ended import Ended, commit_of, told_apart
from boundary.link.document.later import run_later
from boundary.link.document.schema import Schema
from boundary.link.effects.answering import Answers
from boundary.link.effects.databases import Databases
from boundary.link.effects.effects import Effects
from boundary.link.effects.reach import ORM, Step
from boundary.link.effects.sites import Place, Sites, entry_place, function_name, runs_package
from boundary.link.effects.units import DEEPEST_CHAIN, Units
from boundary.link.effects.unseen import Unseen
from boundary.link.evaluator.interpreter import UNREAD
from boundary.link.frameworks.around_requests import answer_inside
from boundary.link.frameworks.entry_points import entries, told_name
from boundary.link.frameworks.python.members import dispatched
from boundary.link.frameworks.raw_sql import sql_counts
from boundary.link.frameworks.request_hooks import ended_requests
from boundary.link.frameworks.sqlalchemy.several import Apart
from boundary.model.scan import (
    RANK,
    Access,
    BlindSpot,
    Completeness,
    Coupling,
    Deferred,
    EntryPoint,
    ForeignKey,
    Frame,
    JoinedFunction,
    Scan,
    Transaction,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from boundary.link.calling.contexts import Context, Touch
    from boundary.link.effects.sites import Part, Site
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.sql.database import Database
    from boundary.model.scan import Because

NAMES: Final = tuple(RANK)
UPSERT: Final = "upsert"
FINDING: Final = frozenset({"get_or_create", "update_or_create", "aget_or_create", "aupdate_or_create"})
"""Methods of libraries that write what they did not find."""

Reached = tuple[str, str, str, int, str]
"""An access by its table, operation, file, line and function."""

MOST_PARTS: Final = DEEPEST_CHAIN
"""A chain of callers has no more parts: a transaction of more is many chains that were joined."""


class Document:
    """Builds the document from an analysis that has come to its end."""

    def __init__(self, interpreter: Interpreter, database: Database, *, atomic_requests: frozenset[str]) -> None:
        self._interpreter = interpreter
        self._database = database
        self._names = Databases(interpreter.contexts)
        self._schema = Schema(interpreter, database, self._names)
        self._entries = list(entries(interpreter).values())
        answer_inside(interpreter, self._entries)
        behind = ended_requests(interpreter, self._entries)
        units = Units(interpreter.contexts, behind, dispatched(interpreter))
        self._effects = Effects(interpreter.contexts)
        self._answers = Answers(self._effects, interpreter.contexts)
        self._unseen = Unseen(interpreter, self._effects)
        self._apart = Apart(interpreter, ((key.from_, key.to) for key in self._schema.foreign_keys()))
        self._sites = Sites(interpreter, self._entries, units, self._effects, atomic_requests=atomic_requests)

    def scan(self, root: str, dialect: str | None) -> Scan:
        """The document, without splits."""
        transactions = tuple(self._transactions())
        accesses = tuple(self._accesses())
        foreign_keys = tuple(self._schema.foreign_keys())
        blind = {(spot.file, spot.line) for one in transactions for spot in one.blind_spots}
        return Scan(
            root=root,
            dialect=dialect,
            completeness=self._completeness(blind),
            modules=tuple(self._schema.modules()),
            tables=tuple(self._schema.tables(transactions, accesses)),
            foreign_keys=foreign_keys,
            views=tuple(self._database.view_values()),
            entry_points=tuple(self._entry_points()),
            deferred=tuple(self._deferred()),
            transactions=transactions,
            accesses=accesses,
            couplings=self._couplings(foreign_keys),
        )

    # --- transactions -----------------------------------------------------------------------------

    def _transactions(self) -> Iterator[Transaction]:
        """All transactions; a commit of which one way is known says nothing by another in which nothing is done.

        Where that may be a write which is not known, it says so.
        """
        found = list(self._entered())
        known = {(one.file, one.line) for one in found if one.accesses}
        for one in found:
            unsaid = one.kind == "unit_of_work" and not one.accesses and (one.file, one.line) in known
            if not unsaid or any((at.file, at.line, at.reason) in self._unseen.anything for at in one.blind_spots):
                yield one

    def _entered(self) -> Iterator[Transaction]:
        """The ways in which each site is entered."""
        used: Counter[str] = Counter()  # the views that an admin inherits all stand at the line of its class
        for one in told_apart(list(self._ended()), self._apart):
            site, way, accesses, blind_spots = one.site, one.way, one.accesses, one.blind_spots
            if site.kind == "routine" and not accesses and not blind_spots:
                continue  # a routine that computes something
            if site.kind == "unit_of_work" and site.database is None and not accesses:
                continue  # a commit of something unknown, before which nothing was done that is known
            name = f"{site.place.file}:{site.place.line}:{site.kind}"
            if site.receiver:
                name += f":{site.receiver}"
            used[name] += 1
            entered = site.entered.get(way)
            yield Transaction(
                id=f"{name}#{used[name]}" if used[name] > 1 else name,
                kind=site.kind,
                function=site.place.function,
                file=site.place.file,
                line=site.place.line,
                end_line=site.end_line,
                database=self._names.of_transaction(site.database),
                receiver=site.receiver,
                accesses=accesses,
                blind_spots=blind_spots,
                entered_at=msgspec.UNSET if entered is None else Frame(*entered),
            )

    def _ended(self) -> Iterator[Ended]:
        for site in self._sites.all():
            for way, parts, covered in self._ways(site):
                accesses, blind_spots = self._of_parts(parts, site.place), self._blind_spots(site, parts, covered)
                yield Ended(site, way, commit_of(parts), accesses, blind_spots)

    def _ways(self, site: Site) -> list[tuple[Hashable, list[Part], list[Part]]]:
        """The ways in which a site is entered, without those that another one covers, each with those that it covers.

        Callers that write different tables through one `atomic` are different transactions: joining them would glue
        what no run writes together. What is covered may be a caller who hands over what is not known: what cannot be
        seen there is told of the way that covers it.
        """
        bound: list[tuple[int, Hashable, list[Part]]] = []
        for way, parts in site.ways.items():
            bits, reach = 0, self._effects.in_transaction(parts)
            for context, region, _ in parts:
                bits |= self._effects.binding(context, region, reach)
            bound.append((bits, way, parts))
        if len(bound) > 1:  # by what they do: another place in the code that changes must not change their numbers
            bound.sort(key=lambda one: (-one[0].bit_count(), self._effects.spelled(one[0])))
        kept: dict[int, tuple[Hashable, list[Part], list[Part]]] = {}
        for bits, way, parts in bound:
            if bits in kept:  # one stands for those that bind the same, with what any of them reads
                kept[bits][1].extend(parts)
                continue
            covering = next((held for held in kept if bits & held == bits), None)
            if covering is None:
                kept[bits] = way, list(parts), []
            else:
                kept[covering][2].extend(parts)
        return list(kept.values())

    def _of_parts(self, parts: list[Part], place: Place) -> tuple[Access, ...]:
        best: dict[tuple[str, str], Access] = {}
        done: set[tuple[int, int]] = set()
        reach = self._effects.in_transaction(parts)
        found = 0
        for context, region, steps in parts:
            if (id(context), region) in done:
                continue
            done.add((id(context), region))
            node = self._effects.node(context, region)
            # of chains that were joined, each further part is asked only for what none before it comes to
            witnesses = reach.witnesses(node) if len(done) <= MOST_PARTS else reach.witnesses_beyond(node, found)
            found |= reach.closed[node]
            for touch, more, holder in witnesses:
                access = self._access(touch, [*steps, *more], holder, place)
                key = access.table, access.op
                held = best.get(key)
                if held is None or _order(access) < _order(held):
                    best[key] = access
        return tuple(best[key] for key in sorted(best))

    def _access(
        self, touch: Touch, steps: list[Step], holder: Context, fallback: Place, page: str | None = None
    ) -> Access:
        frames: list[Frame] = []
        confidence, because = RANK[touch.confidence], touch.because
        last_reason: Because | None = None
        for step in steps:
            context = step.context
            if not context.module.library:
                frames.append(Frame(context.module.file, step.line, function_name(context)))
            confidence = max(confidence, RANK[step.confidence])
            last_reason = step.because or last_reason
        because = because or last_reason
        page = page or _page(touch, steps, holder)
        if page is not None and because is None:
            because = "template"
        file, line, function = fallback
        if not holder.library:
            file, line, function = holder.module.file, touch.line, function_name(holder)
        elif frames:
            last = frames.pop()
            file, line, function = last.file, last.line, last.function
        library = self._schema.keeper(touch.table, _unasked(steps, holder)) if holder.library else None
        return Access(
            table=touch.table,
            op=touch.op,
            file=file,
            line=line,
            function=function,
            confidence=NAMES[confidence],
            because=because,
            rule=UPSERT if _finds_first(steps) else touch.rule,
            via=tuple(frames),
            template=msgspec.UNSET if page is None else page,
            library=msgspec.UNSET if library is None else library,
        )

    def _blind_spots(self, site: Site, parts: list[Part], covered: list[Part]) -> tuple[BlindSpot, ...]:
        """What cannot be seen of a way, and of those that it covers: of other ways to a commit, what may be a write."""
        if site.kind != "unit_of_work":
            spots = self._unseen.of(parts + covered)
        else:
            spots = self._unseen.of(parts)
            spots += [spot for spot in self._unseen.of(covered, calls=False) if spot not in spots]
        return tuple(BlindSpot(file, line, reason) for file, line, reason in sorted(spots))

    # --- accesses outside transactions ------------------------------------------------------------------

    def _accesses(self) -> Iterator[Access]:
        best: dict[Reached, Access] = {}
        seen: dict[object, set[object]] = {}
        for context in self._interpreter.contexts:
            if context.library:
                continue
            for access in self._near(context, seen.setdefault(context.function or context.module, set())):
                key = access.table, access.op, access.file, access.line, access.function
                held = best.get(key)
                if held is None or _order(access) < _order(held):
                    best[key] = access
        for entry in self._entries:
            if runs_package(entry):
                place, _ = entry_place(entry)
                for context in self._sites.inside.rendered(entry.context):
                    page = self._sites.inside.page(entry.context, context)
                    doubts = self._sites.inside.doubts(entry.context, context)
                    for touch in context.touches:
                        access = self._access(touch, doubts, context, place, page)
                        best.setdefault((access.table, access.op, access.file, access.line, access.function), access)
        for reached in sorted(best, key=lambda one: (one[2], one[3], one[0], one[1], one[4])):
            yield best[reached]

    def _near(self, context: Context, seen: set[object]) -> Iterator[Access]:
        """The accesses of a context's own code and of the library code that it calls.

        Most contexts of a function do what others have done: what is in `seen` was told for one of them.
        """
        fallback = Place(context.module.file, 1, function_name(context))
        for touch in context.touches:
            if touch not in seen:
                seen.add(touch)
                yield self._access(touch, [], context, fallback)
        for edge in context.edges:
            if edge.callee.library and (not edge.deferred or edge.callee.module.template):
                call = edge.callee, edge.line, edge.confidence, edge.because
                if call in seen:
                    continue
                seen.add(call)
                step = Step(context, edge.line, edge.confidence, edge.because)
                for held in self._sites.inside.rendered(edge.callee):
                    page = self._sites.inside.page(edge.callee, held)
                    steps = [step, *self._sites.inside.doubts(edge.callee, held)]
                    for touch in held.touches:
                        yield self._access(touch, steps, held, fallback, page)

    # --- the rest ---------------------------------------------------------------------------------------

    def _entry_points(self) -> Iterator[EntryPoint]:
        held: dict[tuple[str, str, str], list[Context]] = {}
        places: dict[tuple[str, str, str], Place] = {}
        for entry in self._entries:
            unnamed = entry.context.library and not stands_in(entry.context) and not runs_package(entry)
            if entry.kind in {"start", "prepare"} or unnamed:
                continue
            place, _ = entry_place(entry)
            key = entry.kind, told_name(self._interpreter, entry), place.function
            held.setdefault(key, []).append(entry.context)
            places[key] = place
        named = Counter([(kind, name) for kind, name, _ in held])
        for key in sorted(held):
            kind, name, function = key
            place = places[key]
            told = name if named[kind, name] == 1 else _apart(name, function)
            answering = [one for context in held[key] for one in self._answers.of(context)]
            reached = self._reached([*held[key], *answering], place)
            yield EntryPoint(kind, told, function, place.file, place.line, reached)

    def _deferred(self) -> Iterator[Deferred]:
        """What the project's code has run after the transaction, or elsewhere."""
        held: dict[tuple[str, int, str, str], list[Context]] = {}
        known: dict[Context, list[Context]] = {}
        for context in self._interpreter.contexts:
            if context.library:
                continue
            for edge in context.edges:
                for callee in run_later(edge, known):
                    key = context.module.file, edge.line, function_name(context), function_name(callee)
                    held.setdefault(key, []).append(callee)
        for key in sorted(held):
            file, line, function, calls = key
            yield Deferred(file, line, function, calls, self._reached(held[key], Place(file, line, function)))

    def _reached(self, contexts: Iterable[Context], place: Place) -> tuple[Access, ...]:
        """One access per table and operation that a call of these contexts comes to, the nearest, without its way."""
        best: dict[tuple[str, str], Access] = {}
        for context in dict.fromkeys(contexts):
            for touch, steps, holder in self._effects.reached(context):
                access = self._access(touch, steps, holder, place)
                held = best.get((access.table, access.op))
                if held is None or _order(access) < _order(held):
                    best[access.table, access.op] = access
        return tuple(msgspec.structs.replace(best[key], via=()) for key in sorted(best))

    def _couplings(self, foreign_keys: tuple[ForeignKey, ...]) -> tuple[Coupling, ...]:
        found = couplings(self._interpreter, self._sites.inside, foreign_keys)
        return tuple(listed(chain(found, self._database.couplings())))

    def _completeness(self, blind: set[tuple[str, int]]) -> Completeness:
        project = [one for one in self._interpreter.program.modules.values() if not one.library and one.file]
        counts = sql_counts(self._interpreter)
        elsewhere = sorted(spot for spot in self._unseen.anything if spot[:2] not in blind)
        joined = [JoinedFunction(one.dotted, one.module.file, one.line) for one in self._interpreter.crowds.joined()]
        return Completeness(
            files=len(project) + len(self._database.sources),
            calls=sum(one.source.facts.calls for one in project),
            calls_resolved=len(self._interpreter.resolved),
            calls_external=sum(1 for one in self._interpreter.unresolved.values() if one == UNREAD),
            sql_strings=len(counts) + self._database.total,
            sql_understood=sum(1 for one in counts.values() if one) + self._database.understood,
            blind_spots=len(blind),
            elsewhere=tuple(BlindSpot(*spot) for spot in elsewhere),
            callers_joined=len(joined),
            joined=tuple(joined),
            unreadable=self._interpreter.faults.unread(),
            unread=unread_packages(self._interpreter.program, self._interpreter.frameworks.stores_read),
        )


def _apart(name: str, function: str) -> str:
    """The name of one of several entry points that are called the same: the methods of a class, `/` of two routers."""
    return function if not name or function.startswith(f"{name}.") else f"{name} ({function})"


def _page(touch: Touch, steps: list[Step], holder: Context) -> str | None:
    """The place in the innermost template on the way to an access."""
    if holder.module.template:
        return f"{holder.module.file}:{touch.line}"
    inner = next((step for step in reversed(steps) if step.context.module.template), None)
    return f"{inner.context.module.file}:{inner.line}" if inner is not None else None


def _unasked(steps: list[Step], holder: Context) -> list[Context]:
    """The contexts of libraries that make an access with no call of the project: behind a signal, or by themselves."""
    behind = [holder]
    for step in reversed(steps):
        if step.because == "signal":
            return behind
        if not step.context.library:
            return []
        behind.append(step.context)
    return behind


def _finds_first(steps: Iterable[Step]) -> bool:
    """Whether an access is a library's that looks for its row before it writes: done again, it changes nothing."""
    return any(
        step.context.library and step.context.function is not None and step.context.function.name in FINDING
        for step in steps
    )


def _order(access: Access) -> tuple[int, int, str, int, str, bool, str]:
    """The surest first, then the nearest; of several on a line what asks for the table itself, not through another."""
    place = access.file, access.line, access.because or ""
    return RANK[access.confidence], len(access.via), *place, access.rule != ORM, access.rule or ""
