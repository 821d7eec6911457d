"""What does a call do?  Functions, classes, natives and instances as callees."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.calling.contexts import BY_GUESS, FLUSHING
from boundary.link.calling.environment import concerns_project
from boundary.link.calling.growing_texts import started_alike
from boundary.link.calling.handed_rows import is_handed_holders, is_handed_rows
from boundary.link.calling.plain_methods import PlainMethods
from boundary.link.calling.returning import result_of
from boundary.link.calling.weights import weigh
from boundary.link.definitions.wrappers import stand_for
from boundary.link.domain.asking import known, left_of
from boundary.link.domain.joining import join, together, union, widen
from boundary.link.domain.likeness import of_shared_class
from boundary.link.domain.values import (
    ANY,
    BOTTOM,
    METHODS,
    NO_TRAITS,
    UNKNOWN,
    Atom,
    ClassAtom,
    External,
    Function,
    Instance,
    Member,
    Native,
    Value,
    Wrapped,
    by_age,
)
from boundary.link.effects.keeping import after_call
from boundary.link.effects.own_connections import handed
from boundary.link.evaluator.enclosing import once
from boundary.link.frameworks.django.transactions import decorated
from boundary.link.frameworks.protocol import NativeCall
from boundary.link.frameworks.tasks import LATER, called_task
from boundary.link.members.giving_back import give_back
from boundary.link.syntax.enqueuing import ENQUEUE

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

BUILTINS: Final = frozenset(dir(builtins))
NEVER_CALLING: Final = frozenset({"logging", "inspect", "typing", "typing_extensions", "structlog", "warnings"})
"""Packages that look at a function that they are handed, and do not call it."""


CALLED: Final = "called on a line"
"""The trait of a function that keeps variables apart for each line of a module that calls it."""
HELPED: Final = "contextlib.helped"
"""The skeleton's function that runs another one in a block of a helper."""


class Calls:
    """Evaluates calls and what is like a call."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms
        self._builtins: dict[str, Value] = {}
        self.plain = PlainMethods(interpreter.program)

    def escape(self, evaluator: Evaluator, arguments: Arguments, line: int) -> None:
        """Functions handed to something unknown are taken to be called by it, here."""
        for value in arguments.every():
            for atom in value:
                if isinstance(atom, Function) and (atom.closure is not None or atom.function.name == "<lambda>"):
                    self.unknown_call(evaluator, atom.alone, line=line)

    def call(self, evaluator: Evaluator, function: Value, arguments: Arguments, line: int) -> Value:
        """Call every alternative."""
        if len(function) == 1:
            (atom,) = function
            return self.one(evaluator, atom, arguments, line)
        before, after = evaluator.pending, -1
        found: list[Value] = []
        fitting = [atom for atom in function if atom is not ANY and not _lacks_receiver(atom, arguments)]
        for atom in by_age(fitting or function):
            if atom is not ANY:  # one of them is called: what is open before it is open before each
                evaluator.pending = before
                found.append(self.one(evaluator, atom, arguments, line))
                if not isinstance(atom, External) and not _never_returned(evaluator, atom):
                    after = evaluator.pending if after < 0 else after | evaluator.pending
        evaluator.pending = before if after < 0 else after
        result = widen(of_shared_class(evaluator, together(found)))
        return union(result, UNKNOWN) if ANY in function else result

    def one(self, evaluator: Evaluator, atom: Atom, arguments: Arguments, line: int) -> Value:
        """Call one atom."""
        if isinstance(atom, Function):
            if LATER in atom.traits:
                return called_task(evaluator, atom, arguments, line)
            return self.function(evaluator, atom, arguments, line)
        if isinstance(atom, ClassAtom):
            return self._interpreter.objects.instantiate(evaluator, atom.cls, arguments, line)
        if isinstance(atom, Native):
            result = self.native(evaluator, atom.name, atom.receiver, arguments, line)
            return UNKNOWN if result is None else result
        if isinstance(atom, External):
            return self._external(evaluator, atom, arguments, line)
        if isinstance(atom, Instance):
            result = self._interpreter.objects.method(evaluator, atom.alone, "__call__", line, arguments)
            if result is None and (database := self._interpreter.objects.enters_transaction(atom)) is not None:
                result = decorated(evaluator, arguments.get(0, "func") or BOTTOM, database) or None
            if result is None:
                self.escape(evaluator, arguments, line)
            return UNKNOWN if result is None else result
        if isinstance(atom, Wrapped):
            return self._wrapped(evaluator, atom, arguments, line)
        return self._plain(evaluator, atom, arguments, line)

    def _plain(self, evaluator: Evaluator, atom: Atom, arguments: Arguments, line: int) -> Value:
        """Call what is none of the objects that are called: a member of an enumeration may be, as its class says."""
        if not isinstance(atom, Member):
            return left_of(atom) or UNKNOWN
        called = self._interpreter.attributes.get(evaluator, atom.alone, "__call__", line)
        return self.call(evaluator, called, arguments, line) if called else UNKNOWN

    def decorate(self, evaluator: Evaluator, decorator: Value, given: Value, line: int) -> Value:
        """What a decorator makes of a function; one that is not understood does not run it while modules are loaded."""
        arguments = Arguments((given,))
        if len(decorator) == 1 and evaluator.context.function is None:
            (atom,) = decorator
            if isinstance(atom, External):
                return self._external(evaluator, atom, arguments, line, runs=False)
        made = self.call(evaluator, decorator, arguments, line)
        stand_for(made, given)
        return made

    def _external(
        self, evaluator: Evaluator, atom: External, arguments: Arguments, line: int, *, runs: bool = True
    ) -> Value:
        result = self.native(evaluator, atom.dotted, None, arguments, line, missing=True)
        if result is None:
            result = self._interpreter.frameworks.external(evaluator, atom, arguments, line)
        if result is not None:
            return result
        if runs and atom.dotted.partition(".")[0] not in NEVER_CALLING:
            self.escape(evaluator, arguments, line)
        dotted = atom.dotted if len(atom.dotted) < 200 else atom.dotted[:200]  # noqa: PLR2004 - chains end somewhere
        held = BOTTOM if evaluator.module.library else _decorated_outside(atom, arguments)
        return held or self._atoms.external(f"{dotted}()")

    def native(  # noqa: PLR0913 - a call, spelled out
        self,
        evaluator: Evaluator,
        name: str,
        receiver: object,
        arguments: Arguments,
        line: int,
        *,
        missing: bool = False,
    ) -> Value | None:
        """Call what the linker knows by itself; with `missing`, None where it does not know the name."""
        handler = self._interpreter.frameworks.handler(name)
        if handler is None:
            if missing:
                return None
            self.escape(evaluator, arguments, line)
            return UNKNOWN
        before, evaluator.on = evaluator.on, receiver.number if isinstance(receiver, Atom) else evaluator.on
        try:
            result = handler(NativeCall(evaluator, name, receiver, arguments, line))
        finally:  # the evaluator of a module goes on behind a statement that failed
            evaluator.on = before
        return UNKNOWN if result is None else result

    def _wrapped(self, evaluator: Evaluator, atom: Wrapped, arguments: Arguments, line: int) -> Value:
        if atom.kind == "partial":
            return self.call(evaluator, atom.inner, arguments.behind(atom.extra), line)
        if atom.kind == "entered":
            return self._decorated_by_helper(evaluator, atom, arguments, line)
        if atom.kind in METHODS:
            return self.call(evaluator, atom.inner, arguments, line)
        return self._interpreter.frameworks.call_wrapped(evaluator, atom, arguments, line)

    def _decorated_by_helper(self, evaluator: Evaluator, atom: Wrapped, arguments: Arguments, line: int) -> Value:
        """`@helper()` with a generator context manager: the function runs where the helper yields."""
        helper: Context = atom.extra
        functions = arguments.get(0, "func") or BOTTOM
        regions = [helper.regions[index] for index in helper.open_at_yields()]
        if not regions and helper.flow.ends_around_yield:
            made = self._interpreter.names.at(HELPED)
            if made is not None and functions:
                return self.call(evaluator, made, Arguments((atom.alone, functions)), line)
        if not regions:
            evaluator.edge(helper, line)
            return functions or UNKNOWN
        return decorated(evaluator, functions, regions[0].database, helper=helper) or UNKNOWN

    # --- functions --------------------------------------------------------------------------------

    def function(self, evaluator: Evaluator, atom: Function, arguments: Arguments, line: int) -> Value:
        """Call a function: natives by their rule, others in the context for these arguments."""
        function, bound, given = atom.function, atom.receiver is not None, arguments
        atom, arguments = self._with_receiver(atom, arguments)
        if function.native:
            return self._native_function(evaluator, function.native, atom, arguments, line)
        if function.module.environment and not concerns_project(self._interpreter, atom, arguments):
            for named in self._atoms.external(function.dotted):
                if isinstance(named, External):
                    self._interpreter.frameworks.external(evaluator, named, arguments, line)
            self.escape(evaluator, arguments, line)
            return self._atoms.external(f"{function.dotted}()")
        atom = self._told_apart(evaluator, atom, line)
        context = self._context(atom, self._interpreter.parameters.bind(function, atom, arguments))
        guessed = BY_GUESS in atom.traits or (isinstance(atom.receiver, Instance) and atom.receiver.guessed)
        if guessed and evaluator.confidence != "guessed":
            before, evaluator.confidence = evaluator.confidence, "guessed"
            evaluator.edge(context, line)
            evaluator.confidence = before
        else:
            evaluator.edge(context, line, apart=handed(evaluator) if evaluator.connected else 0)
        if evaluator.expired:
            self._after_commit(evaluator, context)
        self._interpreter.demand(context, evaluator.context)
        if context.filled:
            give_back(evaluator, context, given, bound=bound)
        evaluator.returned(context)
        if evaluator.follows_work and (context.flow.flushes or context.flow.added or context.flow.hung):
            after_call(evaluator, context)
        if "contextmanager" in atom.traits:
            return self._atoms.wrapped("entered", BOTTOM, context)
        return result_of(self._interpreter, function, context, atom.receiver)

    def _native_function(
        self, evaluator: Evaluator, name: str, atom: Function, arguments: Arguments, line: int
    ) -> Value:
        """A function of a skeleton that a rule stands for; `Order.delete(order)`, of any row that may be meant."""
        parameters = atom.function.parameters
        if atom.receiver is None and arguments.positional and parameters and parameters[0].name == "self":
            rows = [one for one in by_age(arguments.positional[0]) if isinstance(one, Instance)]
            given = arguments.behind_first()
            if rows:
                return join([self.native(evaluator, name, row, given, line) or UNKNOWN for row in rows])
        result = self.native(evaluator, name, atom.receiver, arguments, line)
        return UNKNOWN if result is None else result

    def _after_commit(self, evaluator: Evaluator, context: Context) -> None:
        """A function is called after a commit: the rows that it is handed are read again where it uses them."""
        if context.late:
            return
        if is_handed_rows(context) or is_handed_holders(context, evaluator.context, self._interpreter):
            context.late = True
            if context.state != "new":
                self._interpreter.schedule(context)

    def _told_apart(self, evaluator: Evaluator, atom: Function, line: int) -> Function:
        """A function as a flush runs it, or as a line of a module calls it whose inner ones set its variables."""
        traits = atom.traits
        if evaluator.flushing:
            traits |= {FLUSHING}
        if evaluator.context.function is None:
            weigh(atom.function, self._interpreter.dispatching)
            if atom.function.resets:
                traits |= {(CALLED, evaluator.module.file, line)}
        if traits is atom.traits:
            return atom
        (held,) = self._atoms.function(atom.function, atom.receiver, atom.closure, traits)
        return held if isinstance(held, Function) else atom

    def _context(self, atom: Function, bound: dict[str, Value], *, entered: bool = False) -> Context:
        traits = NO_TRAITS  # each empty set takes room
        if atom.traits:
            traits = frozenset([trait for trait in atom.traits if isinstance(trait, tuple)]) or NO_TRAITS
        if atom.function.makes:
            bound = once(atom.function, bound)
        bound = started_alike(self._interpreter, atom.function, bound)
        return self._interpreter.crowds.context(atom.function, atom, bound, traits, entered=entered)

    def _with_receiver(self, atom: Function, arguments: Arguments) -> tuple[Function, Arguments]:
        """`Base.method(self, x)` is `self._interpreter.objects.method(x)` in Base."""
        function = atom.function
        if atom.receiver is None and function.cls is not None and arguments.positional and function.parameters:
            first = arguments.positional[0]
            if function.parameters[0].name == "self" and not known(first) and atom.closure is None:
                rest = arguments.behind_first()
                return self._as_method(atom), rest
            if function.parameters[0].name in {"self", "cls"} and len(first) == 1:
                (receiver,) = first
                if isinstance(receiver, (Instance, ClassAtom)):
                    bound = self._atoms.function(function, receiver, atom.closure, atom.traits)
                    rest = arguments.behind_first()
                    return next(iter(bound)), rest  # type: ignore[return-value]
        return atom, arguments

    def _as_method(self, atom: Function) -> Function:
        """A method that was taken from its class, for an object of the class: nothing else will be its `self`."""
        function = atom.function
        first = function.parameters[0].name if function.parameters else ""
        if atom.receiver is not None or function.cls is None or first != "self" or atom.closure is not None:
            return atom
        (receiver,) = self._atoms.instance(function.cls, exact=False)
        (bound,) = self._atoms.function(function, receiver, None, atom.traits)
        return bound if isinstance(bound, Function) else atom

    def unknown_call(self, evaluator: Evaluator, value: Value, *, line: int = 0, deferred: bool = False) -> Value:
        """Call something with arguments of which nothing is known."""
        found: list[Value] = []
        for atom in by_age(value):
            if isinstance(atom, Function):
                if atom.function.native:
                    continue
                context = self.root_context(self._as_method(atom))
                if line:
                    evaluator.edge(context, line, deferred=deferred)
                self._interpreter.demand(context, evaluator.context)
                found.append(result_of(self._interpreter, atom.function, context, context.receiver))
            elif isinstance(atom, Wrapped) and atom.kind == "partial":
                if deferred:
                    self.deferred(evaluator, atom.alone, NO_ARGUMENTS, line)
                else:
                    found.append(self.one(evaluator, atom, NO_ARGUMENTS, line))
        return join(found)

    def root_context(self, atom: Function, given: dict[str, Value] | None = None) -> Context:
        """The context of a function whose arguments are unknown, but for those given by name."""
        return self._context(atom, self._interpreter.parameters.unknown(atom, given), entered=True)

    def deferred(self, evaluator: Evaluator, function: Value, arguments: Arguments, line: int) -> Value:
        """A call that leaves the transaction: evaluated like a call, recorded as deferred; what it gives in the end."""
        found: list[Value] = []
        for atom in by_age(function):
            inner, given = atom, arguments
            if isinstance(atom, Wrapped) and atom.kind == "partial":
                found.append(self.deferred(evaluator, atom.inner, arguments.behind(atom.extra), line))
                continue
            if isinstance(inner, Function) and not inner.function.native:
                inner, given = self._with_receiver(inner, given)
                context = self._context(inner, self._interpreter.parameters.bind(inner.function, inner, given))
                evaluator.edge(context, line, deferred=True)
                context.root = True
                self._interpreter.demand(context, evaluator.context)
                if context.filled:
                    give_back(evaluator, context, arguments, bound=inner.receiver is not None)
                found.append(result_of(self._interpreter, inner.function, context, context.receiver))
            elif isinstance(atom, Native) and atom.name in ENQUEUE:
                self.call(evaluator, atom.alone, given, line)
        return join(found)

    # --- names of the language ----------------------------------------------------------------------

    def builtin(self, name: str) -> Value:
        """The value of a builtin; unknown for a name that nobody binds."""
        value = self._builtins.get(name)
        if value is None:
            dotted = f"builtins.{name}"
            if self._interpreter.frameworks.handler(dotted) is not None:
                value = self._atoms.native(dotted)
            else:
                value = self._atoms.external(dotted) if name in BUILTINS else UNKNOWN
            self._builtins[name] = value
        return value


def _lacks_receiver(atom: Atom, arguments: Arguments) -> bool:
    """Whether a call would fail: a method that was taken from its class, called without an object.

    `form.save()`, where `form` may be a class beside its objects, is a call of theirs.
    """
    if not isinstance(atom, Function) or atom.receiver is not None or atom.closure is not None:
        return False
    if arguments.positional or arguments.rest or arguments.others or "self" in arguments.keywords:
        return False
    function = atom.function
    return function.cls is not None and bool(function.parameters) and function.parameters[0].name == "self"


def _decorated_outside(atom: External, arguments: Arguments) -> Value:
    """`cache.memoize(60)(function)`: what a call gives that is called with one function alone decorates it."""
    if not atom.dotted.endswith("()") or len(arguments.positional) != 1 or arguments.keywords:
        return BOTTOM
    given = arguments.positional[0]
    return given if any(isinstance(one, Function) for one in given) else BOTTOM


def _never_returned(evaluator: Evaluator, atom: Atom) -> bool:
    """Whether a function that was just called only raises: one that subclasses have to write; or calls itself."""
    called = evaluator.last_called
    if called is None or not isinstance(atom, Function) or called.function is not atom.function:
        return False
    if called is evaluator.context:  # it does then what is done where it calls something else
        return True
    return called.state == "done" and not called.flow.returns
