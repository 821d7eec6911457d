"""What does a function's body do in one context?  Its statements in order, branches joined where they meet."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any, Final

from boundary.link.calling.contexts import FLUSHING
from boundary.link.domain.asking import known, understood
from boundary.link.domain.joining import join, union, widen, widened
from boundary.link.domain.values import BOTTOM, Instance, Value
from boundary.link.effects import entering, own_connections
from boundary.link.effects.laziness import dropped
from boundary.link.evaluator import branches, endings, loops, narrowing, statements, told_tests
from boundary.link.evaluator.enclosing import look_out
from boundary.link.evaluator.evaluation import Evaluator
from boundary.link.frameworks.django import told_managers
from boundary.link.members import adding, aliases, containers, filling, memberships, reordering, shrinking
from boundary.link.members.gathering import gathered
from boundary.link.syntax import one_line_loops
from boundary.link.syntax.keyed import GROWING
from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    CALL,
    CHOICE,
    DISPLAY,
    EVALUATE,
    IF,
    INNER,
    NAME,
    RETURN,
    STARRED,
    SUBSCRIPT,
    parts_of,
)
from boundary.link.syntax.scopes import names_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.members.memberships import Membership

LEAVING: Final[frozenset[type]] = frozenset({code.Return, code.Raise})
TELLING: Final = frozenset({"id", "pk", told_managers.MODEL})
"""The attributes that say which row or manager an object is: once one is set, a variable holds another."""


class Executor(Evaluator):
    """Executes statements; `execute` says whether the code behind them can be reached."""

    ending: int = 0
    """How many blocks are open behind which something runs when the function returns in them."""
    gave: bool = False
    """Whether it gives away a session where it returns in one of these."""
    has_inner = True
    """Whether functions or classes are defined in the body, which see its variables."""

    def __init__(self, interpreter: Interpreter, context: Context, module: ModuleInfo, cls: ClassInfo | None) -> None:
        super().__init__(interpreter, context, module, cls)
        self.jumps: list[tuple[dict[str, Value], int, bool]] = []
        """What the breaks (True) and continues of the loop at hand leave."""
        self.traits: list[Hashable] = []
        if context.traits:
            self.traits = sorted(context.traits, key=repr)  # a set follows the hashes of texts
        self.aliases: dict[str, list[code.Expression]] = {}
        """Where else the collections are kept that variables name (`members/aliases.py`)."""
        self.memberships: dict[str, list[Membership]] = {}
        """Which collections they are members of (`members/memberships.py`)."""

    @staticmethod
    def of(interpreter: Interpreter, context: Context) -> Executor:
        """An executor for the body of a context's function."""
        function = context.function
        owner = function.cls if function else None
        executor = Executor(interpreter, context, context.module, owner)
        executor.has_inner = function is not None and has_inner(function)
        return executor

    def function(self) -> None:
        """Evaluate the whole function afresh."""
        context = self.context
        function = context.function
        assert function is not None  # noqa: S101 - contexts of modules are not run by this
        if context.runs > 1:
            context.forget()
        if self.has_inner:
            context.env = dict(context.arguments)
        self.env = dict(context.arguments)
        if context.closure is not None:
            look_out(self, function)
        self.expired = context.late
        self.flushing = FLUSHING in context.traits
        for trait in self.traits:
            self._open_trait(trait)
        reached = self.block(function.body)
        self.interpreter.effort.spent(function, self.followed)
        if reached:  # what is left open on its own session is given up
            context.flow.leave(self.outer or self.pending & ~self.unended)
        if self.leaving is not None and self.follows_work:
            context.flow.close(self.leaving)
        if reached and self._falls_through(function.body):
            context.returned = widen(union(context.returned, self.atoms.none))

    def _open_trait(self, trait: Hashable) -> None:
        """A decorator that makes the whole function a transaction."""
        function = self.context.function
        assert function is not None  # noqa: S101 - see `function`
        if not isinstance(trait, tuple) or trait[0] != "atomic":
            if isinstance(trait, tuple):
                self.interpreter.frameworks.enter_trait(self, trait)
            return
        _, kind, database, line, end_line, file, helper = trait
        if line is None:
            line, end_line, file = function.first_line, function.end_line, None
        self.open_region(kind, line, end_line, database, file=file)
        self.enter_work()
        if helper is not None:
            self.edge(helper, line)
            entering.run_within(self, helper, line)

    @staticmethod
    def _falls_through(body: tuple[code.Statement, ...]) -> bool:
        return not body or type(body[-1]) not in LEAVING

    # --- blocks -----------------------------------------------------------------------------------

    def block(self, body: tuple[code.Statement, ...]) -> bool:
        """Execute a block; False where its end cannot be reached."""
        for statement in body:  # noqa: SIM110 - a generator for each block costs
            if not self.execute(statement):
                return False
        return True

    def execute(self, statement: code.Statement) -> bool:
        """Execute one statement; False where the code behind it cannot be reached."""
        # most are one of these, and compiled code calls what it knows by name at once
        if type(statement) is ASSIGN:
            return self.do_assign(statement)
        if type(statement) is EVALUATE:
            return self.do_evaluate(statement)
        if type(statement) is IF:
            return branches.do_if(self, statement)
        if type(statement) is RETURN:
            return self.do_return(statement)
        return STEPS[type(statement)](self, statement)

    def remember(self, env: dict[str, Value]) -> None:
        """Keep variables of a branch that ended, for functions that are defined in it."""
        if not self.has_inner:
            return
        held = self.context.env
        for name, value in env.items():
            before = held.get(name)
            if before is value:
                continue  # most variables, on most ways
            grown = value if before is None else union(before, value)
            if grown is not before:
                held[name] = widen(grown)
                self._show(name, held[name])

    def merged(self, envs: list[dict[str, Value]]) -> dict[str, Value]:
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
                    merged[name] = widen(gathered(self, held | value))
        if self.narrows:
            narrowing.met(merged, envs)
        return merged

    # --- statements -------------------------------------------------------------------------------

    def do_assign(self, node: code.Assign) -> bool:
        """`a = value`."""
        written, annotation, targets = node.value, node.annotation, node.targets
        if written is None:
            if annotation is not None and type(targets[0]) is NAME:
                self.env.setdefault(targets[0].id, self.interpreter.annotations.of(self, annotation))
            return True
        self.whole = written
        value = own_connections.assigned(self, targets[0], written, node.line)
        if type(written) is CALL:
            function = written.function
            if type(function) is ATTRIBUTE and function.name == "setdefault":
                filling.grow(self, written, function)
        shrinking.popped(self, written)
        if annotation is not None:
            value = self._annotated(annotation, value, asked=type(written) is CALL)
        for target in targets:
            self.store(target, value, node.line)
            if type(target) is NAME:
                name = target.id
                adding.named(self, name, written)
                told_tests.named(self, name, written)
            self._bound(target, written, value)
        for target, other in permutations(targets, 2) if len(targets) > 1 else ():  # `a = b = []`
            self._bound(target, other, value)
        return True

    def _bound(self, target: code.Expression, written: code.Expression, value: Value) -> None:
        """Note who else holds a collection that a target is bound to."""
        if type(written) in aliases.HOLDERS:
            aliases.bound(self, target, written, value)
            memberships.stored(self, target, written)
        elif type(written) in memberships.SOURCES:
            memberships.bound(self, target, written)
        elif type(written) is CHOICE:
            aliases.bound_to_either(self, target, written)

    def _annotated(self, annotation: code.Expression, value: Value, *, asked: bool) -> Value:
        """What an annotation leaves of a value.

        `row: Order = cache.get(key)` may find none, whatever is promised: who asks whether it is there knows better.
        """
        annotations = self.interpreter.annotations
        promised = annotations.as_promised(value, annotations.of(self, annotation))
        return promised | self.atoms.none if asked and not understood(value) else promised

    def store(self, target: code.Expression, value: Value, line: int) -> None:
        """Bind a target of any form."""
        if self.narrows:
            narrowing.bound_anew(self.env, target)
        if type(target) is NAME:
            self._store_name(target.id, value)
        elif type(target) is ATTRIBUTE:
            base = target.value
            self.interpreter.stores.set(self, self._receiver(base), target.name, value, line)
            if type(base) is NAME and target.name in TELLING:
                self._tell(base.id, target.name, value)
        elif type(target) is SUBSCRIPT:
            filling.store_item(self, target.value, target.index, value, line)
        elif type(target) is DISPLAY:
            if any(type(atom) is Instance for atom in value):
                self.interpreter.items.iterate(self, value, line)
            for item, part in zip(target.items, containers.unpacked(self, value, target.items), strict=True):
                self.store(item, part, line)
        elif type(target) is STARRED:
            self.store(target.value, value, line)

    def _store_name(self, name: str, value: Value) -> None:
        if self.aliases:
            aliases.rebound(self, name)
        if self.memberships:
            memberships.rebound(self, name)
        if self.holdings:
            memberships.forgotten(self, name)
        if self.told:
            told_tests.rebound(self, name)
        if name in self.nonlocals:
            filling.store_enclosed(self, name, value)
        if name in self.globals:
            self.interpreter.write(("global", self.module.name, name), value)
        self.env[name] = value
        self.publish(name, value)

    def _tell(self, name: str, attribute: str, value: Value) -> None:
        """What a variable holds is another object from here on, as far as the attribute that was set says."""
        if attribute == told_managers.MODEL:
            self.env[name] = told_managers.told(self, self.env.get(name, BOTTOM), value)
        else:
            self._detach(name, stored=False if value == self.atoms.none else None)

    def _detach(self, name: str, *, stored: bool | None) -> None:
        """`row.pk = None` makes a copy of a row that is not stored; with another key it may be."""
        value = self.env.get(name, BOTTOM)
        if any(isinstance(atom, Instance) and atom.stored for atom in value):
            self.env[name] = join(
                self.atoms.instance(atom.cls, exact=atom.exact, guessed=atom.guessed, stored=stored)
                if isinstance(atom, Instance) and atom.stored
                else atom.alone
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
        else:
            return
        self._show(name, held[name])

    def _show(self, name: str, value: Value) -> None:
        """Functions defined here that have run already see what else the variable may be."""
        for reader in self.context.outdated(name, value):
            self.interpreter.schedule(reader)

    def publish_bound(self, target: code.Expression) -> None:
        """Functions defined here see what a comprehension binds: `[lambda: row.save() for row in rows]`."""
        if self.has_inner:
            for name in names_in(target):
                if name in self.env:
                    self.publish(name, self.env[name])

    def put_back(self, place: code.Expression, value: Value, line: int, added: Value) -> None:
        """A collection has grown: store it where it came from."""
        filling.put_back(self, place, value, line, added)

    def note_filled(self, parameter: str, added: Value) -> None:
        """Something was put into a collection that a caller handed over."""
        filling.note(self, parameter, added)

    def do_evaluate(self, node: code.Evaluate) -> bool:
        """An expression as a statement."""
        value = node.value
        if type(value) is CALL and type(value.function) is ATTRIBUTE:
            self.whole = value
            before = len(self.context.touches)
            dropped(self, self.evaluate(value), before)
            filling.grow(self, value, value.function)
            shrinking.popped(self, value)
            reordering.moved(self, value, value.function)
            return not _never_returns(value.function)
        if not one_line_loops.run(self, node):
            self.evaluate(value)
            filling.fill(self, value)
        return True

    def do_return(self, node: code.Return) -> bool:
        """`return value`."""
        written = node.value
        value = self.evaluate(written) if written is not None else self.atoms.none
        if type(written) is CALL and type(written.function) is ATTRIBUTE:
            filling.grow(self, written, written.function)  # `lambda row: rows.append(row)`
        if self.traits:
            self.interpreter.frameworks.leave_traits(self, value, node.line)
        returned = self.context.returned
        self.context.returned = widened(returned, gathered(self, union(returned, value)))
        gives = self.outer and self.interpreter.frameworks.is_session(self.interpreter, value)
        if self.ending:  # what runs behind the block may commit it
            self.gave = self.gave or bool(gives)
        open_ = self.pending & ~self.unended
        self.context.flow.leave(open_ if gives or self.ending else self.outer or open_)
        self.remember(self.env)
        return False


def has_inner(function: FunctionInfo) -> bool:
    """Whether a function's body defines functions, lambdas or classes (computed once)."""
    if function.inner is None:
        stack: list[object] = list(function.body)
        function.inner = False
        while stack:
            node = stack.pop()
            kind = type(node)
            if kind is tuple:
                stack.extend(node)  # type: ignore[arg-type]
            elif kind in INNER:
                function.inner = True
                break
            elif kind is ATTRIBUTE and node.name in GROWING:  # type: ignore[attr-defined]
                function.inner = True  # `rows.append` that is handed on is a function, too
                break
            elif kind is CALL and type(node.function) is ATTRIBUTE:  # type: ignore[attr-defined]
                stack.extend((node.function.value, node.arguments, node.keywords))  # type: ignore[attr-defined]
            else:
                stack.extend(parts_of(node))
    return function.inner


def _never_returns(called: code.Attribute) -> bool:
    """`sys.exit()` and its kind end the block."""
    return called.name == "exit" and type(called.value) is NAME and called.value.id == "sys"


STEPS: Final[dict[type, Callable[[Executor, Any], bool]]] = {
    code.Assign: Executor.do_assign,
    code.Augment: statements.do_augment,
    code.Evaluate: Executor.do_evaluate,
    code.Return: Executor.do_return,
    code.Raise: statements.do_raise,
    code.If: branches.do_if,
    code.For: loops.do_for,
    code.While: loops.do_while,
    code.With: endings.do_with,
    code.Try: endings.do_try,
    code.Jump: loops.do_jump,
    code.Scope: statements.do_scope,
    code.Delete: statements.do_delete,
    code.Import: statements.do_import,
    code.ImportFrom: statements.do_import_from,
    code.Function: statements.do_function,
    code.Class: statements.do_class,
}
