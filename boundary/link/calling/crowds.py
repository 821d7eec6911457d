"""Which callers of a function share a context?  Those who hand over the same, and others when there are too many."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import ALL, GONE, narrow
from boundary.link.calling.contexts import Context
from boundary.link.calling.effort import joined_together
from boundary.link.calling.lasting import few_constants, keep_few
from boundary.link.calling.weigher import ANYTHING
from boundary.link.calling.weights import weigh
from boundary.link.domain.asking import is_guessed
from boundary.link.domain.values import UNKNOWN, Function, Instance
from boundary.link.effects.flow import Flow
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.interpreter import Interpreter

MOST_CONTEXTS: Final = (16, 40, 400, 1200, 1600)
"""When a function has so many contexts per receiver and closure, constants are joined, then containers, then what is
known of an object beside its class and model, then objects, then all. What is defined inside of a function and calls
itself walks a tree: of it that many are kept apart in all."""
LONG: Final = 200
"""A function of more lines keeps as many fewer callers apart: each context of it takes as much longer, and so do those
of what is defined in it. A template is long by its markup."""
COPIED: Final = 100
"""With so many contexts it is as long as the rounds of its loops, too: of one over eighty classes each is gone through.
With fewer it may be one that copies rows field by field, for each model others."""
FEWEST: Final = 4
"""So many it keeps apart, however long it is."""
CARRIED: Final = 100
"""So many times more before objects are joined in a function that runs what it is handed, or makes SQL of it."""
PAGES: Final = 10
"""So many times more contexts are kept apart of a function that is told what to render, or what to decorate with."""
FORWARDED: Final = 50
"""So many times more of one that is asked for attributes by name, or sets them, before the names are joined."""
MADE: Final = 20
"""So many times more of one that makes classes, each of what it is given: `link_model("order_tags", Order, Tag)`, or
tables (`return Table(*args, **kwargs)`), imports what it is told: `load("shop.orders", "place")`, makes SQL of it, or
only makes a text: `__tablename__ = prefixed("orders")`."""
FORWARDING: Final = frozenset({"__getattr__", "__setattr__"})
MOST_RECEIVERS: Final = 64
"""With so many contexts, a method that comes to no table is one for all objects of its class in a strained program, and
one that is heavy, of which nothing tells its callers apart any more, in any."""


class Crowds:
    """Finds the context of a call, or makes it."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms
        self._contexts = interpreter.contexts
        self._effort = interpreter.effort
        self._follows_work = interpreter.frameworks.follows_work
        self._idle = Flow(followed=False)
        """What all contexts share where the program has no units of work: nothing is noted in it."""
        self._joined: set[FunctionInfo] = set()

    def joined(self) -> list[FunctionInfo]:
        """The project's functions whose callers are taken for one, whichever objects they hand over."""
        own = [one for one in self._joined if not one.module.library]
        return sorted(own, key=lambda one: (one.module.file, one.line, one.dotted))

    def context(
        self,
        function: FunctionInfo,
        atom: Function,
        arguments: dict[str, Value],
        traits: frozenset[Hashable],
        *,
        entered: bool = False,
    ) -> Context:
        """The context of a function for these arguments, made where it is new; what is `entered` keeps its object."""
        if entered:  # what is known of other calls need not be on this object
            return self._narrowed_context(function, atom, arguments, traits, entered=True)
        given = _key(atom.receiver, atom, traits, arguments)
        known = function.contexts.get(given) if not function.joined else None  # narrowed again it would be the same
        if known is None and function.called is not None:
            known = function.called.get(given)
        if known is None:
            known = self._narrowed_context(function, atom, arguments, traits)
            if function.joined or given not in function.contexts:
                if function.called is None:
                    function.called = {}
                function.called[given] = known
        return known

    def _narrowed_context(
        self,
        function: FunctionInfo,
        atom: Function,
        arguments: dict[str, Value],
        traits: frozenset[Hashable],
        *,
        entered: bool = False,
    ) -> Context:
        """The context for what of the arguments matters."""
        weights = function.matters or weigh(function, self._interpreter.dispatching)
        level = function.joined
        narrowed: dict[str, Value] = {}
        for name, value in arguments.items():
            weight = weights.get(name, ANYTHING)
            if value is UNKNOWN:
                narrowed[name] = value
                continue
            kept = self._atoms.narrowed[level][weight].get(value)  # as `narrow` does: most have been narrowed before
            narrowed[name] = narrow(value, weight, level, self._atoms) if kept is None else kept
        if level:
            self._keep(function, atom, arguments, narrowed)
        if level == ALL and isinstance(atom.receiver, Instance) and atom.receiver.apart and not entered:
            atom = self._on_any(function, atom, atom.receiver)
        apart = function.on_object or entered or bool(traits) or is_guessed(atom.receiver)
        receiver = atom.receiver if apart else None
        key = _key(receiver, atom, traits, narrowed)
        context = function.contexts.get(key)
        if context is None:
            if len(self._contexts) >= self._effort.due:
                self._effort.look(self._contexts, self._interpreter.classes)
            if self._effort.joins(function, arguments.values()):
                return self._joined_context(function, atom, arguments, traits, receiver)
            if level < len(MOST_CONTEXTS) and (self._crowded(function, atom, level) or self._effort.is_heavy(function)):
                self._join(function)
                return self._narrowed_context(function, atom, arguments, traits, entered=entered)
            context = self._made(function, atom, narrowed, traits, key)
        return context

    def _on_any(self, function: FunctionInfo, atom: Function, receiver: Instance) -> Function:
        """A method for any object of its class, where nothing is known any more of what is handed to it.

        One that takes a large part of all that is followed takes it anew for each of a thousand objects else.
        """
        if len(function.contexts) < MOST_RECEIVERS or not self._effort.is_heavy(function):
            return atom
        (receiver_of_any,) = self._atoms.instance(receiver.cls, exact=receiver.exact)
        return Function(function, receiver_of_any, atom.closure, atom.traits)

    def _join(self, function: FunctionInfo) -> None:
        """Less tells the callers of a function apart from now on."""
        if function.joined == 0:
            function.lasting = few_constants(function)
        function.joined += 1
        function.called = None
        if function.joined >= GONE:
            self._joined.add(function)

    def _keep(
        self, function: FunctionInfo, atom: Function, arguments: dict[str, Value], narrowed: dict[str, Value]
    ) -> None:
        """Give back to narrowed arguments what tells the callers of a crowded function apart all the same."""
        if function.runs:
            self._interpreter.runners.narrow(function, atom, arguments, narrowed)
        if function.lasting and function.joined < GONE:
            keep_few(function, arguments, narrowed)

    def _joined_context(
        self,
        function: FunctionInfo,
        atom: Function,
        arguments: dict[str, Value],
        traits: frozenset[Hashable],
        receiver: Atom | None,
    ) -> Context:
        """The context for all callers that hand over nothing which matters (`effort.py`), on this object or any."""
        narrowed = {
            name: joined_together(value, function.matters.get(name, ANYTHING), self._atoms)
            for name, value in arguments.items()
        }
        if self._effort.strained or self._effort.is_uniform(function):
            self._joined.add(function)
            if isinstance(receiver, Instance) and function.cls is not None and len(function.contexts) >= MOST_RECEIVERS:
                (receiver,) = self._atoms.instance(function.cls, exact=False)
                atom = Function(function, receiver, atom.closure, atom.traits)
        key = _key(receiver, atom, traits, narrowed)
        return function.contexts.get(key) or self._made(function, atom, narrowed, traits, key)

    def _made(
        self,
        function: FunctionInfo,
        atom: Function,
        narrowed: dict[str, Value],
        traits: frozenset[Hashable],
        key: Hashable,
    ) -> Context:
        """A new context."""
        flow = Flow() if self._follows_work else self._idle
        context = Context(function, function.module, narrowed, atom.receiver, atom.closure, traits, flow=flow)
        context.number = len(self._contexts)
        function.contexts[key] = context
        if function.counts is not None:
            function.counts[atom.receiver, atom.closure] += 1
        self._contexts.append(context)
        function.module.contexts.append(context)
        return context

    def _crowded(self, function: FunctionInfo, atom: Function, level: int) -> bool:
        length = function.end_line - function.line
        if len(function.contexts) >= COPIED:
            length += function.rounds
        lines = LONG if function.module.template else max(LONG, length)
        if len(function.contexts) < max(FEWEST, MOST_CONTEXTS[0] * LONG // lines):
            return False
        if function.counts is None:
            held = function.contexts.values()
            function.counts = Counter([(context.receiver, context.closure) for context in held])
        lasting = level > 1 and (function.carries or function.runs or function.calls_given)
        told = function.renders or function.decorates
        times = CARRIED if lasting else PAGES if told else 1
        if not level:
            made = function.makes_classes or function.imports or function.makes_texts or self._makes_sql(function)
            times = FORWARDED if function.name in FORWARDING else MADE if made else times
        walks = function.walks and atom.closure is not None
        many = len(function.contexts) if walks else function.counts[atom.receiver, atom.closure]
        return many >= max(FEWEST, MOST_CONTEXTS[level] * times * LONG // lines)

    def _makes_sql(self, function: FunctionInfo) -> bool:
        """Whether a function makes SQL of what it is told: each caller another statement."""
        node = function.node
        return type(node) is FUNCTION and self._interpreter.bodies.of(node).sql


def _key(receiver: Atom | None, atom: Function, traits: frozenset[Hashable], arguments: dict[str, Value]) -> Hashable:
    """What tells the contexts of one function apart: its parameters are the same, and in the same order."""
    return receiver, atom.closure, traits, tuple(list(arguments.values()))  # noqa: C414 - compiled, twice as fast
