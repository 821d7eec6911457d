"""What is the value of an expression in one context?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.calling.arguments import ALWAYS, NO_ARGUMENTS, Arguments, Frozen
from boundary.link.calling.expressions import call_expression
from boundary.link.domain.asking import known
from boundary.link.domain.joining import join, widened
from boundary.link.domain.values import BOTTOM, UNKNOWN, Value
from boundary.link.effects.flow import YIELD
from boundary.link.effects.recording import Recorder
from boundary.link.evaluator import narrowing, operations
from boundary.link.evaluator.enclosing import made_by
from boundary.link.frameworks.python.awaiting import awaited
from boundary.link.frameworks.python.generators import pass_on, received
from boundary.link.members import containers, displays
from boundary.link.members.lending import lent
from boundary.link.syntax.keyed import GROWING
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, CONSTANT, NAME, STARRED
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.effects.entering import Exits
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.evaluator.told_tests import Told

AWAITED: Final = "__await__"
"""A method of whatever can be awaited: `return self.load().__await__()`."""


class Evaluator(Recorder):
    """Evaluates expressions for one context; what they do is recorded in the context."""

    def __init__(self, interpreter: Interpreter, context: Context, module: ModuleInfo, cls: ClassInfo | None) -> None:
        super().__init__(context)
        self.interpreter = interpreter
        self.follows_work = interpreter.frameworks.follows_work
        self.atoms = interpreter.atoms
        self.module = module
        self.cls = cls
        self.scope: ClassInfo | None = None
        self.at: int | None = None
        """In a class body: the line of the statement at hand, which does not see the names bound below it."""
        self.env: dict[str, Value] = {}
        self.globals: set[str] = set()
        self.nonlocals: set[str] = set()
        self.bound: dict[str, Value] = {}
        """What `name := value` has bound in the expression at hand."""
        self.tested: dict[str, Value] = {}
        """What `isinstance` has told of variables of which nothing was known."""
        self.adding: dict[str, code.Attribute] = {}
        """Which method of a collection variables are: `add = rows.append`."""
        self.told: dict[str, Told] = {}
        """The variables that say whether a test of others held (`evaluator/told_tests.py`)."""
        self.narrows = False
        """Whether a test has told anything of attributes (`narrowing.py`)."""
        self.stores_items = False
        """Whether anything was stored under a key (`members/just_stored.py`)."""
        self.calling: code.Call | None = None
        """The call that is being made, as it is written."""
        self.whole: code.Expression | None = None
        """What stands alone in the statement at hand: what it takes out of a list is seen by the statement."""
        self.holdings: dict[str, list[tuple[code.Expression | None, str]]] = {}
        """Which variables name members of collections that others name, by their keys (`members/memberships.py`)."""
        self._handed_by: code.Call | None = None
        self._handed = NO_ARGUMENTS
        """What the call was handed that was evaluated last, and which that was: what a list is given it holds."""
        self.followed = 0
        """How many calls have been evaluated so far."""
        self.exits: Exits | None = None
        """Where what is entered on the stack of contexts at hand is left."""

    def is_given_session(self) -> bool:
        """Whether the function is handed a session by its callers."""
        is_session = self.interpreter.frameworks.is_session
        return any(is_session(self.interpreter, value) for value in self.context.arguments.values())

    def evaluate(self, node: code.Expression) -> Value:
        """The value of an expression."""
        # most are one of these, and compiled code calls what it knows by name at once
        if type(node) is NAME:
            return self.read_name(node)
        if type(node) is ATTRIBUTE:
            value = self.read_attribute(node)
            return lent(self, node, value) if node.name in GROWING and node is not self.whole else value
        if type(node) is CALL:
            return self.read_call(node)
        if type(node) is CONSTANT:
            return self.atoms.constant(node.value)
        return READERS[type(node)](self, node)

    # --- definitions ------------------------------------------------------------------------------

    def put_back(self, place: code.Expression, value: Value, line: int, added: Value) -> None:
        """A collection has grown: store it where it came from. In the body of a class that is nowhere."""

    # --- expressions ------------------------------------------------------------------------------

    def lookup(self, name: str) -> Value:
        """The value of a bare name: local, enclosing, global, builtin."""
        value = self.env.get(name)
        if value is not None:
            if name in self.context.enclosed:
                return join((value, self.interpreter.read(("enclosed", self.context, name), self.context)))
            return value
        if self.scope is not None and not self._bound_later(name):
            value = self.interpreter.classes.own(self.scope, name)
            if value:
                return value
        closure = self.context.closure
        while closure is not None:
            value = closure.env.get(name)
            if closure.function is not None:
                closure.seen_by(self.context, name, value)
            if value is not None:
                if name in closure.enclosed:
                    return join((value, self.interpreter.read(("enclosed", closure, name), self.context)))
                return value
            closure = closure.closure
        value = self.interpreter.names.value(self.module, name)
        cell = self.interpreter.read_global(self.module, name, self.context)
        if value or cell:
            return join((value, cell)) if cell else value
        return self._unbound(name)

    def _unbound(self, name: str) -> Value:
        """What a name holds that nobody binds where it is read: a builtin, or something of a star import."""
        value = self.interpreter.calls.builtin(name)
        starred = value is UNKNOWN and self.module.stars
        return self.interpreter.names.unread(self.module, name) if starred else value

    def _bound_later(self, name: str) -> bool:
        """Whether a class body binds a name only behind the statement at hand."""
        if self.at is None or self.scope is None:
            return False
        lines = [getattr(one.statement, "line", 0) for one in self.scope.bindings.get(name, ())]
        return bool(lines) and min(lines) > self.at

    def read_name(self, node: code.Name) -> Value:
        """A variable; most are local, and no function inside sets them."""
        name = node.id
        value = self.env.get(name)
        return self.lookup(name) if value is None or name in self.context.enclosed else value

    def read_constant(self, node: code.Constant) -> Value:
        """A literal."""
        return self.atoms.constant(node.value)

    def read_attribute(self, node: code.Attribute) -> Value:
        """`x.name`."""
        base = self.evaluate(node.value)
        if not known(base):
            base = self.interpreter.frameworks.named(self, node.value, base)
        value = self.interpreter.attributes.get(self, base, node.name, node.line)
        if type(node.value) is NAME:
            value = self.interpreter.generics.attributes.seen(self, node.value.id, node.name, value)
        return narrowing.seen(self, node, value) if self.narrows else value

    def read_call(self, node: code.Call) -> Value:
        """`f(x)`."""
        self.followed += 1
        written = node.function
        if type(written) is not ATTRIBUTE:
            return call_expression(self, node, self.evaluate(written))
        if written.name == AWAITED:
            return awaited(self, self.evaluate(written.value), node.line)
        return call_expression(self, node, self.read_attribute(written))

    def read_native(self, node: code.Native) -> Value:
        """What a template's language does by itself."""
        given = tuple([self.evaluate(argument) for argument in node.arguments])
        named = {one.name or "": self.evaluate(one.value) for one in node.keywords} if node.keywords else {}
        result = self.interpreter.calls.native(self, node.name, None, Arguments(given, named), node.line)
        return UNKNOWN if result is None else result

    def arguments(self, node: code.Call) -> Arguments:
        """The evaluated arguments of a call, with `*` and `**` unpacked where their contents are known."""
        positional: list[Value] = []
        keywords: dict[str, Value] = {}
        rest, others, optional = BOTTOM, BOTTOM, ALWAYS
        for argument in node.arguments:
            if type(argument) is STARRED:
                value = self.evaluate(argument.value)
                members, opened = containers.members(value), containers.opened(value)
                if members is not None and not rest:
                    positional.extend(members)
                elif opened is not None and not rest:
                    positional.extend(opened[0])
                    rest |= opened[1]
                else:
                    rest |= self.interpreter.items.iterate(self, value, node.line)
            elif rest:
                rest |= self.evaluate(argument)
            else:
                positional.append(self.evaluate(argument))
        for keyword in node.keywords:
            value, name = self.evaluate(keyword.value), keyword.name
            if name is not None:
                keywords[name] = value
                continue
            pairs = containers.pairs(value)
            if pairs is None:
                others |= containers.mapped(self, value)
            else:
                optional |= containers.missing_in_some(value).difference(keywords)
                keywords.update({key: one for key, one in pairs.items() if isinstance(key, str)})
                others |= containers.open_part(value)
        self._handed_by = node
        self._handed = Arguments(tuple(positional), keywords, rest, others, optional)
        return self._handed

    def handed_over(self, node: code.Call) -> list[Value]:
        """What a call that has been evaluated was handed by position; evaluated again where it was not the last one."""
        written = node.arguments
        if self._handed_by is node and not any(type(one) is STARRED for one in written):
            return list(self._handed.positional)
        return [self.evaluate(one) for one in written]

    def read_lambda(self, node: code.Lambda) -> Value:
        """A function without a name."""
        function = self.interpreter.program.function_of(node, self.module, self.cls, f"{self._within()}<lambda>")
        value = self.atoms.function(function, None, made_by(self, function))
        bound = {} if self.context.function else self._bound_now(node)
        return self.atoms.wrapped("partial", value, Frozen((), bound)) if bound else value

    def _within(self) -> str:
        """What stands before the name of a function that is made at hand: the class or function around it."""
        if self.scope is not None and self.scope.node is not None:
            return f"{self.scope.qualname}."
        return f"{self.context.function.qualname}.<locals>." if self.context.function else ""

    def _bound_now(self, node: code.Lambda) -> dict[str, Value]:
        """The defaults that are variables of a comprehension at the top of a module: no name there says so later."""
        defaults = [(one.name, one.default) for one in node.parameters if type(one.default) is NAME]
        return {name: self.env[held.id] for name, held in defaults if type(held) is NAME and held.id in self.env}

    def assign(self, target: code.Expression, value: Value) -> None:
        """Bind a name or several; other targets are for statements."""
        match target:
            case code.Name(id=name):
                self.env[name] = value
            case code.Display(items=items):
                for item, part in zip(items, containers.unpacked(self, value, items), strict=True):
                    self.assign(item, part)
            case code.Starred(value=inner):
                self.assign(inner, value)
            case _:
                return

    def publish(self, name: str, value: Value) -> None:
        """Functions defined here see the variable; where none can be, nothing is to be done."""

    def publish_bound(self, target: code.Expression) -> None:
        """Functions defined here see what a comprehension binds; where none can be, nothing is to be done."""

    def read_yield(self, node: code.Yield) -> Value:
        """`yield x` gives what the generator is sent, `yield from x()` what the other returns."""
        self.generator = None
        value = self.evaluate(node.value) if node.value is not None else self.atoms.none
        if node.delegates:
            helper = self.last_generator if type(node.value) is CALL else None
            result = UNKNOWN if helper is None else helper.returned or UNKNOWN
            pass_on(self, value)
            value = self.interpreter.items.iterate(self, value, node.line)
        else:
            result = received(self)
        self.context.yielded = widened(self.context.yielded, self.context.yielded | value)
        self.context.note_yield(self.region)
        self.pending |= YIELD
        return result

    def read_starred(self, node: code.Starred) -> Value:
        """`*x`."""
        return self.evaluate(node.value)

    def read_bind(self, node: code.Bind) -> Value:
        """`name := x`."""
        value = self.evaluate(node.value)
        self.env[node.name] = self.bound[node.name] = value
        return value

    def read_await(self, node: code.Await) -> Value:
        """`await x`: a coroutine is its result, a task holds it, an object says what it gives."""
        return awaited(self, self.evaluate(node.value), node.line)


READERS: Final[dict[type, Callable[[Evaluator, Any], Value]]] = {
    code.Name: Evaluator.read_name,
    code.Attribute: Evaluator.read_attribute,
    code.Call: Evaluator.read_call,
    code.Constant: Evaluator.read_constant,
    code.Format: displays.read_format,
    code.Display: displays.read_display,
    code.Mapping: displays.read_mapping,
    code.Subscript: displays.read_subscript,
    code.Choice: operations.read_choice,
    code.Operation: operations.read_operation,
    code.Lambda: Evaluator.read_lambda,
    code.Comprehension: displays.read_comprehension,
    code.Yield: Evaluator.read_yield,
    code.Starred: Evaluator.read_starred,
    code.Bind: Evaluator.read_bind,
    code.Await: Evaluator.read_await,
    code.Native: Evaluator.read_native,
}
