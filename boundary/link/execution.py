"""What does a function's body do in one context?  Its statements in order, branches joined where they meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self

from boundary.link import aliases, containers, filling, guards, operators
from boundary.link.arguments import Arguments
from boundary.link.carrying import EXECUTES
from boundary.link.contexts import OUTSIDE, UNIT, Edge
from boundary.link.emptiness import truth_of
from boundary.link.evaluation import COMBINED, COMPUTED, Evaluator, has_lookup, has_object
from boundary.link.kinds import ATTRIBUTE, CALL, NAME, OPERATION
from boundary.link.picking import fields_in
from boundary.link.places import calls_in, last_name
from boundary.link.ranges import counts
from boundary.link.symbols import CHILDREN
from boundary.link.values import (
    ANY,
    BOTTOM,
    UNKNOWN,
    Container,
    Instance,
    Value,
    Wrapped,
    join,
    known,
    widen,
    widened,
)
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from boundary.link.contexts import Context
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo, FunctionInfo, ModuleInfo
    from boundary.link.values import Atom

FEW_MEMBERS = 4
"""A loop over so few members keeps them apart, whatever it does."""
MOST_ROWS = 8
"""A loop over so many kinds of tuples keeps them apart: what stands side by side in one goes together."""
INNER: Final[frozenset[type]] = frozenset({code.Function, code.Lambda, code.Class})
"""What is defined in a body and sees its variables."""


class Executor(Evaluator):
    """Executes statements; `execute` says whether the code behind them can be reached."""

    leaving: int | None = None
    """What is open behind the `with` at hand, where entering it began work of its own."""
    has_inner = True
    """Whether functions or classes are defined in the body, which see its variables."""

    def __init__(self, interpreter: Interpreter, context: Context, module: ModuleInfo, cls: ClassInfo | None) -> None:
        super().__init__(interpreter, context, module, cls)
        self.jumps: list[tuple[dict[str, Value], int, bool]] = []
        """What the breaks (True) and continues of the loop at hand leave."""
        self.aliases: dict[str, list[code.Expression]] = {}
        """Where else the collections are kept that variables name (`aliases.py`)."""

    @classmethod
    def of(cls, interpreter: Interpreter, context: Context) -> Self:
        """An executor for the body of a context's function."""
        function = context.function
        owner = function.cls if function else None
        executor = cls(interpreter, context, context.module, owner)
        executor.has_inner = function is not None and has_inner(function)
        return executor

    def function(self) -> None:
        """Evaluate the whole function afresh."""
        context = self.context
        function = context.function
        assert function is not None  # noqa: S101 - contexts of modules are not run by this
        context.touches.clear()
        context.edges.clear()
        context.routines.clear()
        context.blinds.clear()
        context.regions.clear()
        context.yields.clear()
        context.env.clear()
        context.flow.clear()
        context.env.update(context.arguments)
        self.env = dict(context.env)
        for trait in sorted(context.traits, key=repr):
            self._open_trait(trait)
        reached = self.block(function.body)
        if reached:
            context.flow.leave(self.pending)
        if reached and self._falls_through(function.body):
            context.returned = widen(context.returned | self.atoms.none)

    def _open_trait(self, trait: Hashable) -> None:
        """A decorator that makes the whole function a transaction."""
        function = self.context.function
        assert function is not None  # noqa: S101 - see `function`
        if not isinstance(trait, tuple) or trait[0] != "atomic":
            if isinstance(trait, tuple):
                self.interpreter.frameworks.enter_trait(self, trait)
            return
        _, kind, database, line, end_line, file = trait
        if line is None:
            line, end_line, file = function.first_line, function.end_line, None
        self.open_region(kind, line, end_line, database, file=file)

    @staticmethod
    def _falls_through(body: list[code.Statement]) -> bool:
        return not body or not isinstance(body[-1], (code.Return, code.Raise))

    # --- blocks -----------------------------------------------------------------------------------

    def block(self, body: list[code.Statement]) -> bool:
        """Execute a block; False where its end cannot be reached."""
        for statement in body:  # noqa: SIM110 - a generator for each block costs
            if not STEPS[statement.__class__](self, statement):
                return False
        return True

    def execute(self, statement: code.Statement) -> bool:
        """Execute one statement; False where the code behind it cannot be reached."""
        return STEPS[type(statement)](self, statement)

    def _remember(self, env: dict[str, Value]) -> None:
        """Keep variables of a branch that ended, for functions that are defined in it."""
        if not self.has_inner:
            return
        held = self.context.env
        for name, value in env.items():
            before = held.get(name)
            if before is None:
                held[name] = value
            elif before is not value:
                held[name] = widen(before | value)

    def _merged(self, envs: list[dict[str, Value]]) -> dict[str, Value]:
        """Variables where branches meet; one that only some of them bind may be anything in the others."""
        first = envs[0]
        merged = dict(first)
        for env in envs[1:]:
            for name, value in env.items():
                held = merged.get(name)
                if held is value:
                    continue  # most variables, on most ways
                if held is None:
                    merged[name] = value
                elif not value <= held:
                    merged[name] = widen(containers.gathered(self, held | value))
        return merged

    # --- statements -------------------------------------------------------------------------------

    def do_assign(self, node: code.Assign) -> bool:
        """`a = value`."""
        if node.value is None:
            if node.annotation is not None and isinstance(node.targets[0], code.Name):
                self.env.setdefault(node.targets[0].id, self.interpreter.annotations.of(self, node.annotation))
            return True
        written = node.value
        value = self.evaluate(written)
        if written.__class__ is CALL:
            function = written.function
            if function.__class__ is ATTRIBUTE and function.name == "setdefault":
                filling.grow(self, written, function)
        if node.annotation is not None:
            promised = self.interpreter.annotations.of(self, node.annotation)
            value = self.interpreter.annotations.as_promised(value, promised)
        for target in node.targets:
            self.store(target, value, node.line)
            if written.__class__ in aliases.HOLDERS:
                aliases.bound(self, target, written, value)
        return True

    def store(self, target: code.Expression, value: Value, line: int) -> None:
        """Bind a target of any form."""
        if target.__class__ is NAME:
            self._store_name(target.id, value)
            return
        match target:
            case code.Attribute(value=base, name=name):
                self.interpreter.attributes.set(self, self._receiver(base), name, value, line)
                if name in {"pk", "id"} and isinstance(base, code.Name):
                    self._detach(base.id, stored=False if value == self.atoms.none else None)
            case code.Subscript(value=base, index=index):
                filling.store_item(self, base, index, value, line)
            case code.Display(items=items):
                for position, item in enumerate(items):
                    self.store(item, containers.item(self, value, position, len(items)), line)
            case code.Starred(value=inner):
                self.store(inner, self.atoms.container("list", value), line)
            case _:
                return

    def _store_name(self, name: str, value: Value) -> None:
        if self.aliases:
            aliases.rebound(self, name)
        if name in self.nonlocals and filling.store_enclosed(self, name, value):
            return
        if name in self.globals:
            self.interpreter.write(("global", self.module.name, name), value)
        self.env[name] = value
        self.publish(name, value)

    def _detach(self, name: str, *, stored: bool | None) -> None:
        """`row.pk = None` makes a copy of a row that is not stored; with another key it may be."""
        value = self.env.get(name, BOTTOM)
        if any(isinstance(atom, Instance) and atom.stored for atom in value):
            self.env[name] = join(
                self.atoms.instance(atom.cls, exact=atom.exact, guessed=atom.guessed, stored=stored)
                if isinstance(atom, Instance) and atom.stored
                else frozenset((atom,))
                for atom in value
            )

    def _receiver(self, node: code.Expression) -> Value:
        value = self.evaluate(node)
        return value if known(value) else self.interpreter.frameworks.named(self, node, value)

    def publish(self, name: str, value: Value) -> None:
        """Functions defined here see the variable, whenever they run."""
        if not self.has_inner:
            return
        held = self.context.env
        before = held.get(name)
        if before is None:
            held[name] = value
        elif before is not value and not value <= before:
            held[name] = widen(before | value)

    def put_back(self, place: code.Expression, value: Value, line: int, added: Value) -> None:
        """A collection has grown: store it where it came from."""
        filling.put_back(self, place, value, line, added)

    def note_filled(self, parameter: str, added: Value) -> None:
        """Something was put into a collection that a caller handed over."""
        filling.note(self, parameter, added)

    def do_augment(self, node: code.Augment) -> bool:
        """`a += value`."""
        value = self.evaluate(node.value)
        before = self.evaluate(node.target)
        looked_up = node.operator in COMPUTED and (has_lookup(before) or has_lookup(value))
        own = operators.augmented(self, node.operator, before, value, node.line) if has_object(before) else None
        if own is not None:
            self.store(node.target, own, node.line)
        elif node.operator == "+" and not looked_up:
            self.store(node.target, self._sum([before, value]), node.line)
            filling.extended(self, node.target, before, value)
        elif node.operator in COMBINED or looked_up:
            combined = self.interpreter.frameworks.combined(self, [before, value])
            self.store(node.target, combined or join((before, value)), node.line)
        else:
            self.store(node.target, UNKNOWN, node.line)
        return True

    def do_evaluate(self, node: code.Evaluate) -> bool:
        """An expression as a statement."""
        value = node.value
        self.evaluate(value)
        if value.__class__ is CALL and value.function.__class__ is ATTRIBUTE:
            filling.grow(self, value, value.function)
            return not _never_returns(value.function)
        return True

    def do_return(self, node: code.Return) -> bool:
        """`return value`."""
        written = node.value
        value = self.evaluate(written) if written is not None else self.atoms.none
        if written.__class__ is CALL and written.function.__class__ is ATTRIBUTE:
            filling.grow(self, written, written.function)  # `lambda row: rows.append(row)`
        returned = self.context.returned
        self.context.returned = widened(returned, containers.gathered(self, returned | value))
        self.context.flow.leave(self.pending)
        self._remember(self.env)
        return False

    def do_raise(self, node: code.Raise) -> bool:
        """`raise`."""
        if node.value is not None:
            self.evaluate(node.value)
        return False

    def do_if(self, node: code.If) -> bool:
        """`if`: branches that the values at hand exclude do not run."""
        held = truth_of(self, node.test, self.evaluate(node.test))
        truthy = guards.refine(self, node.test, holds=True) if held is not False else None
        falsy = guards.refine(self, node.test, holds=False) if held is not True else None
        if truthy is None and falsy is None:
            truthy, falsy = dict(self.env), dict(self.env)
        outside = _outside_transactions(node.test)
        before = self.detached
        ends: list[dict[str, Value]] = []
        pending, left = self.pending, 0
        for env, body, holds in ((truthy, node.body, True), (falsy, node.orelse, False)):
            if env is not None:
                self.detached = before or outside is holds
                self.env, self.pending = env, pending
                if self.block(body):
                    ends.append(self.env)
                    left |= self.pending
                else:
                    self._remember(self.env)
        self.detached = before
        self.pending = left if ends else pending
        if ends:
            self.env = ends[0] if len(ends) == 1 else self._merged(ends)
        return bool(ends)

    def do_for(self, node: code.For) -> bool:
        """`for`: the body runs on what the iterable may give, once more where it changes its own variables."""
        iterable = self.evaluate(node.iterable)
        if not known(iterable):
            iterable = self.interpreter.frameworks.named(self, node.iterable, iterable)
        members = containers.members(iterable)
        if members is not None and len(set(members)) > 1 and _is_unrolled(node, len(members)):
            return self._unrolled(node, members)
        if (fields := fields_in(iterable)) is not None:
            return self._unrolled(node, fields)
        if members == () and truth_of(self, node.iterable, iterable) is False:
            return self.block(node.orelse)
        element = self.interpreter.objects.iterate(self, iterable, node.line)
        before = dict(self.env)
        if isinstance(node.target, code.Display) and 1 < len(element) <= MOST_ROWS and all(map(_is_row, element)):
            rows = tuple(frozenset((one,)) for one in sorted(element, key=lambda one: one.number))
            self._unrolled(node, rows)
            changed = any(self.env.get(name) != value for name, value in before.items())
            return not changed or self._unrolled(node, rows)  # what one changes the others see, in whatever order

        def once() -> bool:
            self.store(node.target, element, node.line)
            return self.block(node.body)

        return self._loop(once, node.orelse, runs=bool(members) or counts(self, node.iterable))

    def _unrolled(self, node: code.For, members: tuple[Value, ...]) -> bool:
        """A loop over a few known members keeps them apart."""
        outer, self.jumps = self.jumps, []
        ends = [(dict(self.env), self.pending)]
        for member in members:
            last = ends[-1][1]
            self._meet(ends)
            ends = [(dict(self.env), self.pending)]  # met once: each would be again before every member behind it
            self.store(node.target, member, node.line)
            if self.block(node.body):
                ends.append((self.env, self.pending))
            else:
                self._remember(self.env)
                ends.append((self.env, last))
            ends.extend((env, pending) for env, pending, leaves in self.jumps if not leaves)
        broken = [(env, pending) for env, pending, leaves in self.jumps if leaves]
        self.jumps = outer
        self._meet(ends)
        self.block(node.orelse)
        if broken:
            self._meet([(self.env, self.pending), *broken])
        return True

    def _loop(self, once: Callable[[], bool], orelse: list[code.Statement], *, runs: bool, ends: bool = True) -> bool:
        """A body that runs again where it changes variables; `runs` if it runs at all, `ends` if not for ever."""
        outer, self.jumps = self.jumps, []
        before = dict(self.env), self.pending
        resets = self.context.flow.resets
        rounds = self._round(once)
        again, pending = self._merged([before[0], *(env for env, _ in rounds)]), before[1]
        for _, left in rounds:
            pending |= left
        changed = any(before[0].get(name) is not None and before[0][name] != value for name, value in again.items())
        if changed or (pending != before[1] and (resets or self.context.flow.resets)):
            self.env, self.pending = dict(again), pending
            rounds += self._round(once)
        broken = [(env, pending) for env, pending, leaves in self.jumps if leaves]
        self.jumps = outer
        behind = (rounds if runs else [before, *rounds]) if ends else []
        reached = bool(behind)
        if behind:
            self._meet(behind)
            reached = self.block(orelse)
        if broken:
            self._meet([*([(self.env, self.pending)] if reached else []), *broken])
        return reached or bool(broken)

    def _round(self, once: Callable[[], bool]) -> list[tuple[dict[str, Value], int]]:
        """What a loop's body leaves for its next round: where its end is reached, and where it goes on before."""
        seen = len(self.jumps)
        reached = once()
        if not reached:
            self._remember(self.env)
        rounds = [(env, pending) for env, pending, leaves in self.jumps[seen:] if not leaves]
        return [(self.env, self.pending), *rounds] if reached else rounds

    def _meet(self, ends: list[tuple[dict[str, Value], int]]) -> None:
        """Go on where several paths meet."""
        self.env, self.pending = self._merged([env for env, _ in ends]), 0
        for _, pending in ends:
            self.pending |= pending

    def do_while(self, node: code.While) -> bool:
        """`while`: like `for` without a target."""
        self.evaluate(node.test)
        truthy = guards.refine(self, node.test, holds=True)
        if truthy is None:
            return self.block(node.orelse)

        def once() -> bool:
            self.env = guards.refine(self, node.test, holds=True) or self.env
            return self.block(node.body)

        for_ever = isinstance(node.test, code.Constant) and bool(node.test.value)
        return self._loop(once, node.orelse, runs=for_ever, ends=not for_ever)

    def do_with(self, node: code.With) -> bool:
        """`with`: transactions, and helpers that yield inside one."""
        outer, leaving = self.region, self.leaving
        self.leaving = None
        exits: list[tuple[Value, int]] = []
        for item in node.items:
            self._enter(item, node, exits)

        def exit_all() -> bool:
            for value, line in exits:
                if self.interpreter.objects.method(self, value, "__exit__", line) is None:
                    self.interpreter.objects.method(self, value, "__aexit__", line)
            if self.leaving is not None:
                self.pending = self.leaving
            return True

        reached = self._ended(lambda: self.block(node.body), exit_all)
        self.region, self.leaving = outer, leaving
        return reached

    def _ended(self, body: Callable[[], bool], ending: Callable[[], bool]) -> bool:
        """A body, and what runs behind it all the same: it decides what is open where the body returns, too."""
        flow = self.context.flow
        before = flow.exit, flow.returns
        flow.exit, flow.returns = 0, False
        reached = body()
        left, returned, returns = self.pending if reached else 0, flow.exit, flow.returns
        self.pending = open_ = left | returned
        reached = ending() and reached
        if self.pending & open_ == open_:  # the ending ended no work
            more = self.pending & ~open_
            self.pending, returned = left | more, returned | more
        else:
            returned = self.pending
        flow.exit = before[0] | (returned if returns else 0)
        flow.returns = flow.returns or before[1]
        return reached

    def _enter(self, item: code.WithItem, node: code.With, exits: list[tuple[Value, int]]) -> None:
        value = self.evaluate(item.context)
        entered: list[Value] = []
        for atom in value:
            if isinstance(atom, Wrapped) and atom.kind == "atomic":
                self.open_region("block", item.line, node.end_line, atom.extra)
                entered.append(atom.inner or self.atoms.none)
                self.leaving, self.pending = self.pending, 0
            elif isinstance(atom, Wrapped) and atom.kind == "entered":
                entered.append(self._enter_helper(atom.extra, item, node))
            elif isinstance(atom, Instance):
                entered.append(self._enter_object(atom, item, node))
                exits.append((frozenset((atom,)), item.line))
            elif isinstance(atom, Wrapped) and atom.kind == "closing":
                entered.append(atom.inner)
            elif isinstance(atom, Container):
                entered.append(atom.element)
            else:
                if atom is ANY and self.interpreter.frameworks.enters_connection(item):
                    self.open_region("block", item.line, node.end_line, "default")
                    self.leaving, self.pending = self.pending, 0
                entered.append(frozenset((atom,)))
        if item.target is not None:
            self.store(item.target, join(entered) or UNKNOWN, item.line)

    def _enter_object(self, atom: Instance, item: code.WithItem, node: code.With) -> Value:
        """An object as context manager: what its `__enter__` gives, perhaps inside a transaction."""
        held, before = frozenset((atom,)), self.region
        one = self.interpreter.objects.method(self, held, "__enter__", item.line)
        if one is None:
            one = self.interpreter.objects.method(self, held, "__aenter__", item.line)
        database = self.interpreter.objects.enters_transaction(atom)
        if database is not None and self.region == before:
            self.open_region("block", item.line, node.end_line, database)
            self.leaving, self.pending = self.pending, 0
        return one if one is not None else held

    def _enter_helper(self, helper: Context, item: code.WithItem, node: code.With) -> Value:
        """A generator as context manager: where it yields inside a transaction, the body runs in one."""
        self.interpreter.demand(helper, self.context)
        for region in sorted(helper.yields):
            if region == OUTSIDE:
                continue
            opened = helper.regions[region] if region < len(helper.regions) else None
            if opened is None:
                continue
            here = self.open_region("block", item.line, node.end_line, opened.database, real=opened.durable)
            helper.extended[Edge(self.context, item.line, region, body=here)] = None
            break
        else:
            if helper.flow.ends_around_yield:
                here = self.open_region("block", item.line, node.end_line, helper.flow.database)
                helper.extended[Edge(self.context, item.line, UNIT, body=here)] = None
                self.leaving, self.pending = self.pending, 0
        return helper.yielded or UNKNOWN

    def do_try(self, node: code.Try) -> bool:
        """`try`: a handler starts from what the body may have done."""
        if not node.final:
            return self._ended(lambda: self._try(node), lambda: True)
        before = dict(self.env)
        return self._ended(lambda: self._try(node), lambda: self._final(node.final, before))

    def _final(self, body: list[code.Statement], before: dict[str, Value]) -> bool:
        """What runs behind a body that may have stopped anywhere; what follows it runs only where it has not."""
        after = self.env
        either = self._merged([after, before])
        self.env = dict(either)
        reached = self.block(body)
        for name, value in after.items():
            if self.env.get(name) == either[name]:
                self.env[name] = value
        return reached

    def _try(self, node: code.Try) -> bool:
        before, pending, left = dict(self.env), self.pending, 0
        reached = self.block(node.body)
        after_body, may = self.env, pending | self.pending
        middle = self._merged([before, after_body])
        ends: list[dict[str, Value]] = []
        if reached:
            reached = self.block(node.orelse)
            if reached:
                ends.append(self.env)
                left |= self.pending
        for handler in node.handlers:
            self.env, self.pending = dict(middle), may
            if handler.name:
                self.env[handler.name] = self._caught(handler.type)
            if self.block(handler.body):
                ends.append(self.env)
                left |= self.pending
            else:
                self._remember(self.env)
        self.env = self._merged(ends) if ends else dict(middle)
        self.pending = left if ends else may
        return bool(ends)

    def _caught(self, kind: code.Expression | None) -> Value:
        if kind is None:
            return UNKNOWN
        value = self.evaluate(kind)
        classes = [getattr(atom, "cls", None) for one in containers.members(value) or (value,) for atom in one]
        held = [cls for cls in classes if cls is not None]
        return self.interpreter.instances_of(held) if held else UNKNOWN

    def do_jump(self, node: code.Jump) -> bool:
        """`break`, `continue`."""
        self._remember(self.env)
        self.jumps.append((self.env, self.pending, node.leaves))
        return False

    def do_scope(self, node: code.Scope) -> bool:
        """`global`, `nonlocal`."""
        if node.kind == "global":
            self.globals.update(node.names)
        else:
            self.nonlocals.update(node.names)
        return True

    def do_delete(self, node: code.Delete) -> bool:
        """`del`: only what an object's own `__delitem__` does matters."""
        for target in node.targets:
            if isinstance(target, code.Subscript):
                holder = self.evaluate(target.value)
                self.evaluate(target.index)
                for atom in holder:
                    if isinstance(atom, Instance):
                        self.interpreter.objects.method(self, frozenset((atom,)), "__delitem__", node.line)
            elif isinstance(target, code.Attribute):
                holder = self.evaluate(target.value)
                arguments = Arguments((self.atoms.constant(target.name),))
                self.interpreter.objects.method(self, holder, "__delattr__", node.line, arguments)
        return True

    def do_import(self, node: code.Import) -> bool:
        """`import` inside a function."""
        for alias in node.names:
            name = alias.name if alias.bound else alias.name.split(".")[0]
            self.env[alias.bound or name] = self.interpreter.names.imported(name)
        return True

    def do_import_from(self, node: code.ImportFrom) -> bool:
        """`from ... import` inside a function."""
        for alias in node.names:
            if alias.name != "*":
                value = self.interpreter.names.from_import(self.module, node, alias.name)
                self.env[alias.bound or alias.name] = value or UNKNOWN
                self.publish(alias.bound or alias.name, value or UNKNOWN)
        return True

    def do_function(self, node: code.Function) -> bool:
        """A nested `def`."""
        value = self.define_function(node)
        self.env[node.name] = value
        self.publish(node.name, value)
        return True

    def do_class(self, node: code.Class) -> bool:
        """A nested `class`."""
        self._remember(self.env)
        value = self.define_class(node)
        self.env[node.name] = value
        self.publish(node.name, value)
        return True


def _is_row(atom: Atom) -> bool:
    """Whether an atom is a tuple of known parts."""
    return isinstance(atom, Container) and atom.kind == "tuple" and bool(atom.entries)


def _is_unrolled(node: code.For, members: int) -> bool:
    """Whether a loop keeps so many members apart: few, but all where it may execute SQL about a table by its name."""
    if members <= FEW_MEMBERS or members > containers.MOST_ENTRIES:
        return members <= FEW_MEMBERS
    return any(last_name(one) in EXECUTES for one in calls_in(node.body))


def has_inner(function: FunctionInfo) -> bool:
    """Whether a function's body defines functions, lambdas or classes (computed once)."""
    if function.inner is None:
        stack: list[object] = list(function.body)
        function.inner = False
        while stack:
            node = stack.pop()
            kind = node.__class__
            if kind is list:
                stack.extend(node)  # type: ignore[arg-type]
            elif kind in INNER:
                function.inner = True
                break
            else:
                for child in CHILDREN.get(kind, ()):
                    stack.append(getattr(node, child))  # noqa: PERF401 - a list per node would cost more
    return function.inner


def _outside_transactions(test: code.Expression) -> bool | None:
    """The answer of a test (`connection.in_atomic_block`) that no code inside a transaction gets; None for others."""
    if test.__class__ is OPERATION and test.operator == "not":
        inner = _outside_transactions(test.operands[0])
        return None if inner is None else not inner
    return False if test.__class__ is ATTRIBUTE and test.name == "in_atomic_block" else None


def _never_returns(called: code.Attribute) -> bool:
    """`sys.exit()` and its kind end the block."""
    return called.name == "exit" and isinstance(called.value, code.Name) and called.value.id == "sys"


STEPS: Final[dict[type, Callable[[Executor, Any], bool]]] = {
    code.Assign: Executor.do_assign,
    code.Augment: Executor.do_augment,
    code.Evaluate: Executor.do_evaluate,
    code.Return: Executor.do_return,
    code.Raise: Executor.do_raise,
    code.If: Executor.do_if,
    code.For: Executor.do_for,
    code.While: Executor.do_while,
    code.With: Executor.do_with,
    code.Try: Executor.do_try,
    code.Jump: Executor.do_jump,
    code.Scope: Executor.do_scope,
    code.Delete: Executor.do_delete,
    code.Import: Executor.do_import,
    code.ImportFrom: Executor.do_import_from,
    code.Function: Executor.do_function,
    code.Class: Executor.do_class,
}

__all__ = ["ANY", "BOTTOM", "Executor"]
