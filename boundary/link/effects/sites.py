"""Where do transactions begin?  Regions of the project's own code, and calls into a library that opens one.

What a library does is its caller's doing: a transaction in a library's code is attributed to the application's line
that called the library, or to the class on which the framework entered it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from boundary.link.calling.contexts import OUTSIDE, UNIT
from boundary.link.definitions.wrappers import behind, name_behind, stands_in, unwrapped
from boundary.link.domain.values import ClassAtom, Instance
from boundary.link.effects.library_reach import LibraryReach
from boundary.link.effects.nesting import in_transaction, outermost
from boundary.link.effects.reach import Step
from boundary.link.effects.units import bodies, handed_over, left_open
from boundary.link.frameworks.celery_signals import end_with_tasks
from boundary.link.frameworks.django.admin_pages import model_of
from boundary.link.frameworks.django.requests import ENDS_WITHIN
from boundary.link.frameworks.request_hooks import end_with_requests

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.calling.contexts import Context, Edge, Region
    from boundary.link.effects.effects import Effects
    from boundary.link.effects.units import Units
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.entry_points import Entry
    from boundary.model.scan import TransactionKind


class Place(NamedTuple):
    """A line of the application, in the function that holds it."""

    file: str
    line: int
    function: str


Part = tuple["Context", int, "list[Step]"]


@dataclass(slots=True)
class Site:
    """One place that opens a transaction, with the regions that it stands for and how each is reached."""

    kind: TransactionKind
    place: Place
    end_line: int
    receiver: str | None
    database: str | None
    ways: dict[Hashable, list[Part]] = field(default_factory=dict)
    """The ways in which the site is entered, kept apart: each one is a transaction of its own."""
    entered: dict[Hashable, Place] = field(default_factory=dict)
    """For ways into a helper that yields inside the transaction: the `with`, or function, that runs there."""

    def add(self, way: Hashable, context: Context, region: int, steps: list[Step]) -> None:
        """One part of what happens when the site is entered in one way."""
        self.ways.setdefault(way, []).append((context, region, steps))


class Sites:
    """All transaction sites of a program."""

    def __init__(
        self,
        interpreter: Interpreter,
        entries: list[Entry],
        units: Units,
        effects: Effects,
        *,
        atomic_requests: frozenset[str],
    ) -> None:
        self._units, self._effects = units, effects
        self._held: dict[tuple[object, ...], Site] = {}
        self._taken: set[Place] = set()
        """Lines that call a library outside of every transaction: where they are inside, they are a part of that."""
        self._interpreter, self._ends_within = interpreter, ENDS_WITHIN in interpreter.frameworks.state
        self.inside = LibraryReach()
        self._helpers = _helpers(interpreter.contexts)
        alone = outermost(interpreter.contexts, _wrapped(entries, atomic_requests))
        held = [context for context in interpreter.contexts if not context.library]
        for context in interpreter.contexts:
            if context.regions and stands_in(context):
                self._own(context)
        for context in held:
            if id(context) in alone:
                self._opened(context)
        self._taken = {site.place for site in self._held.values() if site.kind == "implicit"}
        for context in held:
            if id(context) not in alone:
                self._opened(context)
        self._committed_at_the_end: set[str] = set()
        """The kinds of entry points of which a library, or a receiver of its signals, commits what they leave open."""
        if end_with_tasks(interpreter):
            self._committed_at_the_end.add("task")
        if end_with_requests(interpreter):
            self._committed_at_the_end.add("route")
        for entry in entries:
            self._entered(entry, atomic_requests=atomic_requests)

    def all(self) -> list[Site]:
        """The sites in the order of their places."""
        return sorted(
            self._held.values(),
            key=lambda site: (site.place.file, site.place.line, site.place.function, site.kind, site.receiver or ""),
        )

    def _site(
        self, kind: TransactionKind, place: Place, end_line: int, receiver: str | None, database: str | None
    ) -> Site:
        key = (kind, place, receiver)
        site = self._held.get(key)
        if site is None:
            site = self._held[key] = Site(kind, place, end_line, receiver, database)
        return site

    def _opened(self, context: Context) -> None:
        """The transactions that a context opens itself, and those that the library code opens which it calls."""
        self._own(context)
        self._called(context)

    def _own(self, context: Context) -> None:
        for index, region in enumerate(context.regions):
            if context.library and region.kind != "decorator":
                continue
            if region.durable and index in context.flow.spans:
                self._unit(context, index, region)
                continue
            place, end_line = _place_of(context, region)
            if not region.durable or (region.kind == "implicit" and not self._begins(context, region.parent, place)):
                continue
            opened: Part = (context, index, [])
            ways = [[opened, *parts] for edge in context.extended if edge.region == index for parts in bodies(edge)]
            inside = bool(ways)
            if not inside:
                helper = self._helpers.get((id(context), index))
                entered = [_entered_at(context, *helper)] if helper is not None else []
                ways.append([opened, *entered])
            for number, parts in enumerate(ways):
                handed = handed_over(parts)
                receiver = receiver_of(context) if handed is None else name_behind(handed)
                if receiver == place.function:
                    receiver = None
                site = self._site(region.kind, place, end_line, receiver, region.database)
                way = (id(context), number, region.turn)
                for part in parts:
                    site.add(way, *part)
                if inside:
                    _note_entry(site, way, context, parts)

    def _unit(self, context: Context, index: int, region: Region) -> None:
        """A unit of work: the commit is its place; functions that were handed to it are entered one by one."""
        place = Place(context.module.file, region.line, function_name(context))
        for way, parts in self._units.ways(context, index, self._effects):
            handed = handed_over(parts)
            receiver = receiver_of(context) if handed is None else name_behind(handed)
            site = self._site("unit_of_work", place, region.end_line, receiver, region.database)
            for part in parts:
                site.add((way, region.turn), *part)
            _note_entry(site, (way, region.turn), context, parts)

    def _begins(self, context: Context, region: int, place: Place) -> bool:
        """Whether what a library opens in a region is a transaction of its own, as far as the function can tell."""
        return not in_transaction(context, region) and place not in self._taken

    def _called(self, context: Context) -> None:
        for edge in context.edges:
            if not edge.callee.library or edge.deferred:
                continue
            place = Place(context.module.file, edge.line, function_name(context))
            if self._begins(context, edge.region, place):
                for held, index in self.inside.regions(edge.callee):
                    site = self._site("implicit", place, edge.line, receiver_of(context), held.regions[index].database)
                    steps = [Step(context, edge.line, edge.confidence, edge.because)]
                    steps += self.inside.doubts(edge.callee, held)
                    site.add((id(context), id(edge.callee)), held, index, steps)
                for held, index in self.inside.units(edge.callee):
                    self._committed(context, edge, held, index)

    def _committed(self, context: Context, edge: Edge, held: Context, index: int) -> None:
        """A unit of work that a library ends: the application's call of it is its place."""
        place = Place(context.module.file, edge.line, function_name(context))
        region = held.regions[index]
        for way, parts in self._units.ways(held, index, self._effects):
            caller = next((one for one, _, _ in parts if not one.library), context)
            if caller is not context:
                continue
            site = self._site("unit_of_work", place, edge.line, receiver_of(context), region.database)
            step = Step(context, edge.line, edge.confidence, edge.because)
            for part, span, steps in parts:
                site.add((id(context), index, way), part, span, [step, *steps] if part.library else steps)

    def _entered(self, entry: Entry, *, atomic_requests: frozenset[str]) -> None:
        context, owner = entry.context, entry.owner
        if runs_package(entry):
            place, end = entry_place(entry)
            for held, index in self.inside.regions(context):
                site = self._site("request", place, end, model_of(context.receiver), held.regions[index].database)
                site.add(id(context), held, index, self.inside.doubts(context, held))
        elif context.library and entry.route is not None and not stands_in(context):
            # it is routed so: `path("close", atomic(CloseView.as_view()))`
            place, end = entry_place(entry)
            for index, region in enumerate(context.regions):
                if region.kind == "decorator" and region.file is not None:
                    site = self._site("decorator", place, end, None, region.database)
                    site.add(id(context), context, index, [])
        if context.library and (owner is not None or entry.route is not None):
            self._ended(entry)
        if entry.kind in self._committed_at_the_end and self._effects.binding(context, left_open(context)):
            place, end = entry_place(entry)
            site = self._site("unit_of_work", place, end, receiver_of(context), "default")
            site.add(id(context), context, left_open(context), [])
        if _is_request(entry, atomic_requests) and not (_is_entered_by_its_class(context) or _is_inherited(entry)):
            place, end = entry_place(entry)
            receiver = receiver_of(context) if entry.kind != "admin" else None
            site = self._site("request", place, end, receiver, "default")
            site.add(id(context), context, left_open(context) if self._ends_within else OUTSIDE, [])

    def _ended(self, entry: Entry) -> None:
        """Units of work that a library both begins and ends, once a request has reached a page of its own."""
        place, end = entry_place(entry)
        receiver = receiver_of(entry.context)
        reached = {id(one) for one in self.inside.contexts(entry.context)}
        for held, index in self.inside.units(entry.context):
            region = held.regions[index]
            for way, parts in self._units.ways(held, index, self._effects):
                if all(id(part) in reached for part, _, _ in parts):
                    site = self._site("unit_of_work", place, end, receiver, region.database)
                    for part, span, steps in parts:
                        site.add((id(entry.context), index, way), part, span, steps)


def _wrapped(entries: list[Entry], kinds: frozenset[str]) -> set[int]:
    """The contexts that are entered in a request's transaction."""
    return {id(one.context) for one in entries if _is_request(one, kinds)}


def _is_request(entry: Entry, kinds: frozenset[str]) -> bool:
    """Whether a request is answered here in a transaction: by an entry of the kinds, that does not ask for none."""
    return entry.kind in kinds and ("non atomic",) not in entry.context.traits


def _is_entered_by_its_class(context: Context) -> bool:
    """Whether a view is what `as_view` of a class of the project made: its requests are told where the class stands.

    The wrappers that a library puts around it (`login_required(OrderView.as_view())`) write nothing of their own.
    """
    if context.function is None:
        return False
    function, closure = behind(context.function, context.closure, library=True)
    made_of = closure.receiver if function.library and closure is not None else None
    return isinstance(made_of, ClassAtom) and not made_of.cls.library


def _is_inherited(entry: Entry) -> bool:
    """Whether a route leads to a page that a class inherits (`admin_view(self.add_view)`): told where that stands."""
    function, closure = entry.context.function, entry.context.closure
    receiver = None
    while entry.owner is None and function is not None and function.library and function.wraps is not None:
        inner = function.wraps.get(closure)
        if inner is None:
            break
        function, closure, receiver = inner.function, inner.closure, inner.receiver
    if not isinstance(receiver, Instance) or receiver.cls.library or function is None or not function.library:
        return False
    return function.cls is not None and "__entry_points__" in function.cls.bindings


def runs_package(entry: Entry) -> bool:
    """Whether an entry point is code of a package, told where the project stands: what a class inherits is run on it.

    Or requests are routed to the package's view as it is: `path("login/", LoginView.as_view())`.
    """
    context = entry.context
    if not context.library or entry.owner is not None:
        return context.library
    return entry.route is not None and not (
        stands_in(context) or _is_entered_by_its_class(context) or _is_inherited(entry)
    )


def _place_of(context: Context, region: Region) -> tuple[Place, int]:
    """Where a region begins, and its last line; a decorated wrapper of a function is that function's."""
    function = context.function
    if region.kind == "decorator" and region.file is None and function is not None:
        named = unwrapped(function, context.closure)
        if named is not function:
            return Place(named.module.file, named.first_line, named.dotted), named.end_line
    return Place(region.file or context.module.file, region.line, function_name(context)), region.end_line


def _note_entry(site: Site, way: Hashable, context: Context, parts: list[Part]) -> None:
    """Where the outermost `with`, or decorated function, stands that runs where `context` yields in its transaction."""
    body, index, _ = parts[-1]
    if body is context or body.library or not 0 <= index < len(body.regions):
        return
    region = body.regions[index]
    if region.kind in {"block", "decorator"} and region.durable:
        site.entered[way] = _place_of(body, region)[0]


def _entered_at(context: Context, helper: Context, edge: Edge) -> Part:
    """The helper that a `with` is on, as a part of the transaction that its body is."""
    return helper, edge.region, [Step(context, edge.line, "certain", None)]


def _helpers(contexts: list[Context]) -> dict[tuple[int, int], tuple[Context, Edge]]:
    """For the body of each `with` on a helper that yields in a transaction: the helper, and how it was entered."""
    return {
        (id(edge.callee), edge.body): (context, edge)
        for context in contexts
        for edge in context.extended
        if edge.region != UNIT
    }


def entry_place(entry: Entry) -> tuple[Place, int]:
    """Where an entry point is defined, and its last line."""
    context, owner = entry.context, entry.owner
    function = context.function
    if owner is not None:
        name = f"{owner.dotted}.{unwrapped(function, context.closure).name if function else entry.name}"
        if owner.library and entry.route is not None:  # a package's class stands where the project hands a model to it
            return Place(*entry.route, name), entry.route[1]
        return Place(owner.module.file, owner.line, name), owner.node.end_line if owner.node else owner.line
    if function is None:
        return Place(context.module.file, 1, context.module.name), 1
    function, closure = behind(function, context.closure)
    if function.library and entry.route is not None:  # a library's view stands where the project routes to it
        made_of = closure.receiver if closure is not None else None
        name = f"{made_of.cls.dotted}.dispatch" if isinstance(made_of, ClassAtom) else function.dotted
        return Place(*entry.route, name), entry.route[1]
    return Place(function.module.file, function.first_line, function.dotted), function.end_line


def function_name(context: Context) -> str:
    """The dotted name of a context's function; a module's own statements carry the module's name."""
    return context.function.dotted if context.function else context.module.name


def receiver_of(context: Context) -> str | None:
    """The concrete class on which a method was entered, where it is not the class that defines it."""
    receiver, function = context.receiver, context.function
    if function is None or not isinstance(receiver, (Instance, ClassAtom)):
        return None
    function = unwrapped(function, context.closure)  # a decorator's wrapper stands for the method
    if function.cls is None:
        return None
    if not (function.on_object or context.root or context.traits):
        return None  # for whatever class, the same happens
    return receiver.cls.dotted if receiver.cls is not function.cls else None
