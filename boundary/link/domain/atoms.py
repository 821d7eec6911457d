"""Who makes the atoms of values?  One object for one meaning, so that two that mean the same are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.calling.arguments import ALL
from boundary.link.calling.weigher import CARRIES
from boundary.link.domain.generators import Generator
from boundary.link.domain.joining import flattened, forget_widened
from boundary.link.domain.telling import EXTERNAL, SOMETHING
from boundary.link.domain.values import (
    NO_JOINS,
    NO_TRAITS,
    NUMBERS,
    Atom,
    ClassAtom,
    Constant,
    Container,
    External,
    Function,
    Instance,
    Member,
    ModuleAtom,
    Native,
    Pattern,
    Super,
    Value,
    Wrapped,
    nesting,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo

SHARED: Final = 100
"""So many numbers are left to the atoms that all analyses share."""
LONGEST_CHAIN: Final = 90
DEEPEST_WRAPPING: Final = 3
"""So many partials of one another: `self.send = partial(self.send, event)` has no end."""
DEEPEST_NESTING: Final = 6
"""So many collections inside one another are kept apart: code that builds trees nests them without end."""


class Atoms:
    """Makes atoms, one object for one meaning."""

    def __init__(self) -> None:
        NUMBERS.last = SHARED  # an analysis must not depend on those before it in the process
        forget_widened(self.any_of, self.container)
        self._made: dict[Hashable, Value] = {}
        self._texts: dict[str, Value] = {}
        self._externals: dict[str, Value] = {SOMETHING: EXTERNAL}
        self.narrowed: list[list[dict[Value, Value]]] = [[{} for _ in range(CARRIES + 1)] for _ in range(ALL + 1)]
        """What `calling.arguments.narrow` has answered, by how often callers were joined and what the parameter weighs:
        the same few values are handed around all the time."""
        self.condensed: dict[Value, Value] = {}
        """The same for `members.gathering.condensed`, which is asked about registries of hundreds of rows."""
        self.gathered: dict[Value, Value] = {}
        """The same for `members.gathering.gathered`: the rounds of a loop that fills a dict meet again and again."""
        self.merged: dict[Value, Value] = {}
        """The same for `domain.merging.merged`."""
        self.entered: dict[tuple[Container, Hashable, Value], Value] = {}
        """What a dict is with one more entry: each context of a function fills the same in the same order."""
        self.telling: dict[Value, Value] = {}
        """The same for `domain.telling.telling`."""
        self.tidied: dict[Value, Value] = {}
        """The same for `domain.telling.tidied`."""
        self._parts: dict[tuple[Hashable, Value], tuple[Hashable, Value]] = {}
        """The keys of dicts with what is held under them, each pair once."""
        self._values: dict[Value, Value] = {}
        """The sets that collections are made of, each once."""
        self.none: Value = self.constant(None)

    def constant(self, value: object) -> Value:
        """The value of a literal."""
        if type(value) is str:  # most are, and a text is found sooner than a tuple
            return self._texts.get(value) or self._text(value)
        key = ("constant", type(value), value)
        return self._made.get(key) or self._keep(key, Constant(value))

    def _text(self, value: str) -> Value:
        made = self._texts[value] = Constant(value).alone
        return made

    def member(self, cls: ClassInfo, name: str, value: object, held: Value, *, acts: bool) -> Value:
        """A member of an enumeration; `acts` if its class defines methods."""
        key = ("member", cls, name)
        return self._made.get(key) or self._keep(key, Member(cls, name, value, held, acts=acts))

    def pattern(self, pieces: tuple[str | None, ...]) -> Value:
        """A string of known pieces and holes."""
        key = ("pattern", pieces)
        return self._made.get(key) or self._keep(key, Pattern(pieces))

    def module(self, module: ModuleInfo) -> Value:
        """A module."""
        key = ("module", module)
        return self._made.get(key) or self._keep(key, ModuleAtom(module))

    def external(self, dotted: str) -> Value:
        """Something outside the code that is read."""
        known = self._externals.get(dotted)
        if known is None:
            short = _shortened(dotted)
            known = self._externals[dotted] = self.external(short) if short != dotted else External(dotted).alone
        return known

    def class_(self, cls: ClassInfo) -> Value:
        """A class as a value."""
        key = ("class", cls)
        return self._made.get(key) or self._keep(key, ClassAtom(cls))

    def instance(  # noqa: PLR0913 - mirrors Instance
        self,
        cls: ClassInfo,
        *,
        exact: bool = True,
        guessed: bool = False,
        model: ClassInfo | None = None,
        relation: object | None = None,
        rows: str = "instances",
        site: Hashable = None,
        joins: frozenset[str] = NO_JOINS,
        stored: bool | None = None,
    ) -> Value:
        """An instance of `cls`; one of a class that has none below it is exactly of that."""
        exact = exact or cls.last
        key = ("instance", cls, exact, guessed, model, relation, rows, site, joins, stored)
        known = self._made.get(key)
        if known is not None:
            return known
        made = Instance(
            cls,
            exact=exact,
            guessed=guessed,
            model=model,
            relation=relation,
            rows=rows,
            site=site,
            joins=joins,
            stored=stored,
        )
        return self._keep(key, made)

    def any_of(self, cls: ClassInfo) -> Value:
        """What stands for any object of a class or of one below it."""
        return self.instance(cls, exact=False)

    def function(
        self,
        function: FunctionInfo,
        receiver: Atom | None = None,
        closure: Context | None = None,
        traits: frozenset[Hashable] = NO_TRAITS,
    ) -> Value:
        """A function as a value."""
        if closure is None and not traits:
            known = function.bound.get(receiver)
            if known is None:
                known = function.bound[receiver] = Function(function, receiver, None, traits).alone
            return known
        key = ("function", function, receiver, closure, traits)
        return self._made.get(key) or self._keep(key, Function(function, receiver, closure, traits))

    def native(self, name: str, receiver: Hashable = None) -> Value:
        """A callable that the linker knows by itself."""
        key = ("native", name, receiver)
        return self._made.get(key) or self._keep(key, Native(name, receiver))

    def wrapped(self, kind: str, inner: Value, extra: Hashable = None) -> Value:
        """A value behind something; what is behind too much of the same kind stays what it is."""
        key = ("wrapped", kind, inner, extra)
        known = self._made.get(key)
        if known is not None:
            return known
        depth = 1 + max([one.depth for one in inner if isinstance(one, Wrapped) and one.kind == kind], default=0)
        return inner if depth > DEEPEST_WRAPPING else self._keep(key, Wrapped(kind, inner, extra, depth))

    def container(self, kind: str, element: Value, entries: tuple[Any, ...] | None = None) -> Value:
        """A collection; one in which too many are nested holds what the innermost hold."""
        key = ("container", kind, element, entries)
        return self._made.get(key) or self._new_container(kind, element, entries)

    def _new_container(self, kind: str, element: Value, entries: tuple[Any, ...] | None) -> Value:
        """One that was not there before, of the same parts as others: a dict that code fills key by key is many."""
        element = self._shared(element)
        if entries is not None and kind == "dict":
            entries = tuple([self._parts.setdefault(pair, pair) for pair in entries])
        elif entries is not None:
            entries = tuple([self._shared(one) for one in entries])
        return self._keep(("container", kind, element, entries), self._collection(kind, element, entries))

    def _shared(self, value: Value) -> Value:
        """The very same set where one of the same atoms is part of a collection."""
        return value if len(value) <= 1 else self._values.setdefault(value, value)

    def generator(self, element: Value, context: Context) -> Value:
        """A generator that goes on where it is sent something."""
        key = ("generator", element, context)
        return self._made.get(key) or self._keep(key, Generator(element, context))

    def _collection(self, kind: str, element: Value, entries: tuple[Any, ...] | None) -> Container:
        inside = nesting(element, entries)
        if inside < DEEPEST_NESTING:
            return Container(kind, element, entries, inside)
        if kind != "dict" or entries is None or len(entries) <= 1:
            return Container(kind, flattened(element), None)
        shallow = tuple([(key, self._shallow(held)) for key, held in entries])
        return Container(kind, frozenset().union(*[held for _, held in shallow]), shallow)

    def _shallow(self, value: Value) -> Value:
        """What a dict keeps under one of its keys where too much is nested in that: the other keys are not lost."""
        deep = [one for one in value if isinstance(one, Container) and one.depth >= DEEPEST_NESTING]
        return value.difference(deep).union(*[self.container(one.kind, flattened(one.element)) for one in deep])

    def super_(self, cls: ClassInfo, receiver: Atom) -> Value:
        """The value of `super()`."""
        key = ("super", cls, receiver)
        return self._made.get(key) or self._keep(key, Super(cls, receiver))

    def _keep(self, key: Hashable, atom: Atom) -> Value:
        self._made[key] = atom.alone
        return atom.alone


def _shortened(dotted: str) -> str:
    """The name of something external; what a long chain of calls gives is one thing, as is what that gives in turn.

    An item of an item is an item: what a function finds that goes down a tree of lists and dicts has no end.
    """
    if len(dotted) > LONGEST_CHAIN:
        return SOMETHING
    if dotted.endswith("[][]"):
        return dotted.removesuffix("[]")
    if not dotted.startswith(SOMETHING):
        return dotted
    return SOMETHING if dotted.endswith(("()", "[]", SOMETHING)) else f"{SOMETHING}.{dotted.rpartition('.')[2]}"
