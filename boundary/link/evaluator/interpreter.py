"""How is the whole program evaluated?  An abstract interpreter on demand, to a fixed point.

Functions are analysed per tuple of the values that matter to them (Agesen's Cartesian product algorithm, 1995): a
call makes or finds the callee's `Context` and evaluates it at once, or later where the calls nest too deeply. What
contexts read from one another (returned values, attributes) is remembered, and a context is evaluated again when
something that it read has grown.
"""

from __future__ import annotations

import sys
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final

from boundary.link.calling.contexts import Context
from boundary.link.calling.crowds import Crowds
from boundary.link.calling.dispatching import dispatching_functions
from boundary.link.calling.effort import Effort
from boundary.link.calling.runners import Runners
from boundary.link.definitions.classes import Classes
from boundary.link.definitions.names import Names
from boundary.link.definitions.symbols import ModuleInfo, Program
from boundary.link.domain.atoms import Atoms
from boundary.link.domain.joining import join
from boundary.link.domain.memory import Memory
from boundary.link.domain.unmade import Unmade
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.evaluator.faults import Faults
from boundary.link.frameworks.named_packages import PACKAGES, elsewhere
from boundary.link.members.giving_back import TakingBack
from boundary.link.syntax.bodies import Bodies
from boundary.link.syntax.scopes import bindings_of
from boundary.model.facts import ModuleFacts, SourceModule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.registry import Frameworks
    from boundary.model import code

DEEPEST: Final = 60
"""Calls nested deeper than this are evaluated from the work list instead of at once."""
MOST_RUNS: Final = 6
"""A context is evaluated at most so often."""
RESOLVED: Final = "resolved"
UNRESOLVED: Final = "unresolved"
UNREAD: Final = "external"
"""A call of code that is not read."""


class Interpreter(Memory):
    """The state of one analysis: definitions, values of attributes, contexts and the work that is left."""

    def __init__(
        self,
        modules: Iterable[SourceModule],
        frameworks: Frameworks,
        *,
        finder: Callable[[str], SourceModule | None] | None = None,
    ) -> None:
        from boundary.link.calling.binding import Parameters  # noqa: PLC0415
        from boundary.link.calling.calls import Calls  # noqa: PLC0415
        from boundary.link.definitions.annotations import Annotations  # noqa: PLC0415 - these know the interpreter by type
        from boundary.link.definitions.generics import Generics  # noqa: PLC0415
        from boundary.link.evaluator.attributes import Attributes  # noqa: PLC0415
        from boundary.link.evaluator.items import Items  # noqa: PLC0415
        from boundary.link.evaluator.objects import Objects  # noqa: PLC0415
        from boundary.link.evaluator.stores import Stores  # noqa: PLC0415

        super().__init__()
        self.atoms = Atoms()
        self.program = Program(frameworks.without_told(modules))
        self.frameworks = frameworks
        self.bodies = Bodies()
        frameworks.meet(self.program, self.bodies)
        self.dispatching = dispatching_functions(
            self.program, self.bodies, follows_work=frameworks.follows_work, naming=frameworks.naming
        )
        self.contexts: list[Context] = []
        self.effort = Effort(self.dispatching.functions, frameworks.beside)
        self.crowds = Crowds(self)
        self.names = Names(self)
        self.classes = Classes(self)
        self.attributes = Attributes(self)
        self.stores = Stores(self)
        self.unmade = Unmade(self)
        self.annotations = Annotations(self)
        self.generics = Generics(self)
        self.parameters = Parameters(self)
        self.calls = Calls(self)
        self.runners = Runners(self)
        self.objects = Objects(self)
        self.items = Items(self)
        self._work: list[tuple[int, Context]] = []
        """A heap: callers are made before what they call, and what they hand down is known sooner in that order."""
        self._queued: set[int] = set()
        self._late: dict[Context, None] = {}
        """What is put on the work list when nothing else is left on it: until then, what these have handed over may be
        filled a hundred times, as each transaction, say, puts callbacks of its own into one list."""
        self._taking_back = TakingBack()
        self.under_way: list[Context] = []
        """The contexts that are being evaluated, each for the one before it."""
        self._module_contexts: dict[str, Context] = {}
        self._evaluators: dict[str, Evaluator] = {}
        self._finder = finder
        self._missing: set[str] = set()
        self._elsewhere: dict[str, ModuleInfo | None] = {}
        self.faults = Faults()
        self.resolved: set[code.Call] = set()
        """The calls of the project's code of which some context could make everything."""
        self.unresolved: dict[code.Call, str] = {}
        """The best that any context could make of the others."""

    # --- modules and classes ----------------------------------------------------------------------

    @property
    def has_environment(self) -> bool:
        """Whether installed packages may be read."""
        return self._finder is not None

    def find_module(self, dotted: str) -> ModuleInfo | None:
        """The module with this dotted name, read from the environment where the project does not hold it."""
        module = self.program.modules.get(dotted)
        if module is not None:
            return module
        if self.program.started_in and dotted.partition(".")[0] not in sys.stdlib_module_names:
            for folder in self.program.started_in:
                module = self.program.modules.get(f"{folder}.{dotted}")
                if module is not None and not module.library:
                    return module
        if self.program.longer_names and (longer := self.program.longer_names.meant(dotted)) is not None:
            return longer
        if dotted.startswith(PACKAGES) and (held := self._by_its_folder(dotted)) is not None:
            return held
        if dotted in self.program.packages:
            source = SourceModule(dotted, "", ModuleFacts((), 0, 0), is_package=True, library=False)
            module = ModuleInfo(source, dotted, "", library=False, package=dotted, bindings={}, stars=[])
            self.program.modules[dotted] = module
            return module
        if self._finder is None or dotted in self._missing:
            return None
        found = None if dotted.startswith(self.frameworks.told_of) else self._finder(dotted)
        if found is None:
            self._missing.add(dotted)
            return None
        bindings, stars = bindings_of(found.facts.body)
        package = found.name if found.is_package else found.name.rpartition(".")[0]
        module = ModuleInfo(
            found,
            found.name,
            found.file,
            library=True,
            package=package,
            bindings=bindings,
            stars=stars,
            environment=True,
        )
        self.program.modules[dotted] = module
        return module

    def _by_its_folder(self, dotted: str) -> ModuleInfo | None:
        """A module that a server puts into a package of its own (looked up once)."""
        if dotted not in self._elsewhere:
            self._elsewhere[dotted] = elsewhere(self.program, dotted)
        return self._elsewhere[dotted]

    def module_context(self, module: ModuleInfo) -> Context:
        """The context of a module's own statements."""
        context = self._module_contexts.get(module.name)
        if context is None:
            context = self._module_contexts[module.name] = Context(None, module, {}, root=True)
            self.contexts.append(context)
        return context

    def module_evaluator(self, module: ModuleInfo) -> Evaluator:
        """What evaluates expressions at the top level of a module."""
        evaluator = self._evaluators.get(module.name)
        if evaluator is None:
            from boundary.link.evaluator.execution import Executor  # noqa: PLC0415 - it knows the interpreter by type

            evaluator = self._evaluators[module.name] = Executor(self, self.module_context(module), module, None)
        return evaluator

    def evaluator_in(self, context: Context) -> Evaluator:
        """What evaluates expressions for a context that has been evaluated before."""
        from boundary.link.evaluator.execution import Executor  # noqa: PLC0415 - it knows the interpreter by type

        return Executor.of(self, context)

    def class_evaluator(self, cls: ClassInfo, *, outside: bool = False) -> Evaluator:
        """What evaluates expressions in a class body, or (`outside`) its bases and decorators."""
        from boundary.link.evaluator.evaluation import Evaluator  # noqa: PLC0415 - it knows the interpreter by type

        context = cls.closure or self.module_context(cls.module)
        scope = cls.outer if outside else cls
        evaluator = Evaluator(self, context, cls.module, scope)
        evaluator.scope = scope
        if cls.closure is not None:
            evaluator.env = cls.closure.env
        return evaluator

    # --- contexts ---------------------------------------------------------------------------------

    def demand(self, context: Context, reader: Context | None) -> Context:
        """Make sure that a context has been, is being or will be evaluated; the reader depends on what it returns."""
        if context.state == "new":
            if len(self.under_way) < DEEPEST:
                self.run(context)
            else:
                self.schedule(context)
        if reader is not None:  # what it reads now it has already: only growth from here on concerns it
            context.read_by(reader)
        return context

    def schedule(self, context: Context) -> None:
        """Put a context on the work list."""
        if id(context) in self._queued or context.runs >= MOST_RUNS or context.function is None:
            return
        if not self.effort.spares(context):
            self._queued.add(id(context))
            heappush(self._work, (context.number, context))

    def drain(self) -> None:
        """Evaluate what is on the work list until nothing changes, and then what has waited for that."""
        while self._work or self._late or self._finished():
            while self._work:
                _, context = heappop(self._work)
                self._queued.discard(id(context))
                if context.state != "running":
                    self.run(context)
            late, self._late = self._late, {}
            for context in late:
                self.schedule(context)

    def _finished(self) -> bool:
        """Whether a framework has something to do when nothing changes any more."""
        for finish in self.frameworks.finishes:
            with self.faults.of_rule(finish):
                if finish(self):
                    return True
        return False

    def run(self, context: Context) -> None:
        """Evaluate a context's body; those that read its result follow where it has grown."""
        from boundary.link.evaluator.execution import Executor  # noqa: PLC0415 - it knows the interpreter by type

        context.state = "running"
        context.runs += 1
        self._late.pop(context, None)
        function = context.function
        if function is not None:
            function.running += 1
        self.under_way.append(context)
        before, filled = _result(context), context.filled
        try:
            Executor.of(self, context).function()
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the rest of the program can be followed
            self.faults.failed(context, error)
        else:
            self.faults.passed(context)
        finally:
            self.under_way.pop()
            if function is not None:
                function.running -= 1
            context.state = "done"
        if _result(context) != before:
            for reader in context.known_to():
                if reader is not context:
                    self.schedule(reader)
        elif context.filled != filled:
            self.filled_within(context)

    def filled_within(self, context: Context) -> None:
        """More was put into what a context was handed: who handed it over is run once more, when all else is done."""
        for reader in self._taking_back.of(context):
            self._late[reader] = None

    def looked_up_before(self, name: str) -> None:
        """A class is given an attribute of this name: what may have asked for one before any had it is run again."""
        asking: dict[FunctionInfo, bool] = {}
        for context in self.contexts:
            function = context.function
            if function is not None and context.state != "new":  # what runs right now may have asked before it gave
                if function not in asking:
                    asking[function] = self.bodies.asks_for(function, name)
                if asking[function]:
                    self.schedule(context)

    @property
    def running(self) -> Context | None:
        """The context that is evaluated right now; none while modules are."""
        return self.under_way[-1] if self.under_way else None

    @property
    def settled(self) -> bool:
        """Whether no name of a module and no attribute of a class is being evaluated, so that none may still grow."""
        return not self.names.open and not self.classes.open

    # --- small services ---------------------------------------------------------------------------

    def instances_of(self, classes: Iterable[ClassInfo], *, exact: bool = False) -> Value:
        """Instances of each class."""
        return join(self.atoms.instance(cls, exact=exact) for cls in classes) or UNKNOWN

    def note_call(self, node: code.Call, status: str) -> None:
        """Remember the best that any context could make of one call expression."""
        if status == RESOLVED:
            self.resolved.add(node)
            self.unresolved.pop(node, None)
        elif node not in self.resolved and self.unresolved.get(node, UNRESOLVED) == UNRESOLVED:
            self.unresolved[node] = status

    def library_class(self, dotted: str) -> ClassInfo | None:
        """A class of a skeleton by its dotted name."""
        module_name, _, name = dotted.rpartition(".")
        module = self.find_module(module_name)
        if module is None:
            return None
        for atom in self.names.value(module, name):
            cls = getattr(atom, "cls", None)
            if cls is not None and not isinstance(atom, Instance):
                return cls  # type: ignore[no-any-return]
        return None


def _result(context: Context) -> tuple[object, ...]:
    """What the callers of a context go by, but for what it puts into the collections that they hand over."""
    return context.returned, context.yielded, len(context.yields), context.flow.settles, context.flow.expires
