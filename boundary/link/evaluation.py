"""What is the value of an expression in one context?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link import containers, guards, operators, texts
from boundary.link.arguments import Arguments
from boundary.link.emptiness import truth_of
from boundary.link.flow import YIELD
from boundary.link.kinds import ATTRIBUTE, CALL, NAME, OPERATION, STARRED
from boundary.link.picking import picked
from boundary.link.recording import Recorder
from boundary.link.values import (
    ANY,
    BOTTOM,
    UNKNOWN,
    Constant,
    Function,
    Instance,
    Pattern,
    Value,
    Wrapped,
    join,
    known,
    widened,
)
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.contexts import Context
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo, ModuleInfo
    from boundary.link.values import Atom


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
        self.calling: code.Call | None = None
        """The call that is being made, as it is written."""

    def evaluate(self, node: code.Expression) -> Value:
        """The value of an expression."""
        # most are one of these, and compiled code calls what it knows by name at once
        if node.__class__ is NAME:
            return self.read_name(node)
        if node.__class__ is ATTRIBUTE:
            return self.read_attribute(node)
        if node.__class__ is CALL:
            return self.read_call(node)
        return READERS[node.__class__](self, node)

    # --- definitions ------------------------------------------------------------------------------

    def define_function(self, node: code.Function) -> Value:
        """The value that a `def` binds: the function, as its decorators leave it."""
        if any(_last_name(decorator) == "overload" for decorator in node.decorators):
            return BOTTOM  # a signature for type checkers, not the function
        in_class = self.scope if self.scope is not None and self.scope.node is not None else None
        owner = in_class if in_class is not None and any(one is node for one in _methods(in_class)) else None
        function = self.interpreter.program.function_of(node, self.module, owner or self._lexical(), node.qualname)
        if function.native is None:
            function.native = self.interpreter.frameworks.native(function) or ""
        closure = self.context if self.context.function is not None else None
        value = self.atoms.function(function, None, closure)
        for decorator in reversed(node.decorators):
            value = self.decorated(decorator, value, node.first_line)
        return value

    def _lexical(self) -> ClassInfo | None:
        """The class whose method encloses this code, for `super()` in nested functions."""
        return self.cls

    def decorated(self, decorator: code.Expression, value: Value, line: int) -> Value:
        """What a decorator makes of a value; one that is not understood leaves it as it is."""
        applied = self.evaluate(decorator)
        if not known(applied):
            return value
        result = self.interpreter.calls.call(self, applied, Arguments((value,)), line)
        return result if _is_callable(result) else value

    def define_class(self, node: code.Class) -> Value:
        """The value that a `class` statement binds."""
        closure = self.context if self.context.function is not None else None
        cls = self.interpreter.program.class_of(node, self.module, closure, self.scope)
        if closure is not None:
            self.interpreter.classes.mro(cls)
        value = self.atoms.class_(cls)
        for decorator in reversed(node.decorators):
            value = self.decorated(decorator, value, node.first_line)
        return value

    def bound_value(self, statement: code.Node, name: str, site: tuple[object, str]) -> Value:
        """What an assignment, loop or `with` at the top of a module or class gives to one of its names."""
        match statement:
            case code.Assign(value=None):
                return BOTTOM
            case code.Assign(value=value) if value is not None:
                result = self.evaluate(value)
                for target in statement.targets:
                    if isinstance(target, code.Name) and target.id == name:
                        return self._sited(result, site)
                    found = self.destructured(target, result, name)
                    if found is not None:
                        return self._sited(found, site)
                return UNKNOWN
            case code.Augment():
                return self.evaluate(statement.value)
            case code.For():
                element = self.interpreter.objects.iterate(self, self.evaluate(statement.iterable), statement.line)
                return self.destructured(statement.target, element, name) or UNKNOWN
            case _:
                return UNKNOWN

    def _sited(self, value: Value, site: tuple[object, str]) -> Value:
        """Objects of a class whose instances must not be confused get a place of their own."""
        found: set[Atom] = set()
        for atom in value:
            found.add(atom)
            if isinstance(atom, Instance) and atom.site is None:
                place = self.interpreter.frameworks.place(self, atom.cls, site)
                if place is not None:
                    found.remove(atom)
                    found |= self.atoms.instance(atom.cls, exact=atom.exact, site=place)
        return frozenset(found)

    def destructured(self, target: code.Expression, value: Value, name: str) -> Value | None:
        """The part of `value` that an unpacking target gives to `name`, None where it does not bind it."""
        match target:
            case code.Name(id=bound):
                return value if bound == name else None
            case code.Starred(value=inner):
                return self.destructured(inner, self.atoms.container("list", value), name)
            case code.Display(items=items):
                for index, item in enumerate(items):
                    part = containers.item(self, value, index, len(items))
                    found = self.destructured(item, part, name)
                    if found is not None:
                        return found
                return None
            case _:
                return None

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
            if value is not None:
                if name in closure.enclosed:
                    return join((value, self.interpreter.read(("enclosed", closure, name), self.context)))
                return value
            closure = closure.closure
        value = self.interpreter.names.value(self.module, name)
        cell = self.interpreter.read(("global", self.module.name, name), self.context)
        home, original = self.interpreter.names.home(self.module, name)
        if home is not self.module:
            cell = cell | self.interpreter.read(("global", home.name, original), self.context)
        if value or cell:
            return join((value, cell)) if cell else value
        return self.interpreter.calls.builtin(name)

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
        return self.interpreter.attributes.get(self, base, node.name, node.line)

    def read_call(self, node: code.Call) -> Value:
        """`f(x)`."""
        function = self.evaluate(node.function)
        return self.interpreter.calls.expression(self, node, function)

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
        rest, others = BOTTOM, BOTTOM
        for argument in node.arguments:
            if argument.__class__ is STARRED:
                value = self.evaluate(argument.value)
                members, opened = containers.members(value), containers.opened(value)
                if members is not None and not rest:
                    positional.extend(members)
                elif opened is not None and not rest:
                    positional.extend(opened[0])
                    rest |= opened[1]
                else:
                    rest |= containers.element(self, value)
            elif rest:
                rest |= self.evaluate(argument)
            else:
                positional.append(self.evaluate(argument))
        for keyword in node.keywords:
            value = self.evaluate(keyword.value)
            if keyword.name is not None:
                keywords[keyword.name] = value
                continue
            pairs = containers.pairs(value)
            if pairs is None:
                others |= containers.mapped(self, value)
            else:
                keywords.update({key: one for key, one in pairs.items() if isinstance(key, str)})
                others |= containers.open_part(value)
        return Arguments(tuple(positional), keywords, rest, others)

    def read_format(self, node: code.Format) -> Value:
        """An f-string."""
        parts = [operators.spelled(self, self.evaluate(part), node.line) for part in node.parts]
        return texts.concatenated(self.atoms, parts)

    def read_display(self, node: code.Display) -> Value:
        """A list, tuple or set as it is written."""
        values: list[Value] = []
        closed = True
        for item in node.items:
            if item.__class__ is STARRED:
                inner = self.evaluate(item.value)
                members = containers.members(inner)
                if members is None:
                    closed = False
                    values.append(containers.element(self, inner))
                else:
                    values.extend(members)
            else:
                values.append(self.evaluate(item))
        return containers.make(self, node.kind, values, closed=closed)

    def read_mapping(self, node: code.Mapping) -> Value:
        """A dict as it is written."""
        pairs: list[tuple[Value, Value]] = []
        opened = BOTTOM
        for key, value_node in zip(node.keys, node.values, strict=True):
            value = self.evaluate(value_node)
            if key is None:
                known_pairs = containers.pairs(value)
                if known_pairs is None:
                    opened |= containers.mapped(self, value)
                else:
                    pairs.extend((self.atoms.constant(one), held) for one, held in known_pairs.items())
                    opened |= containers.open_part(value)
            else:
                pairs.append((self.evaluate(key), value))
        return containers.make_dict(self, pairs, opened)

    def read_subscript(self, node: code.Subscript) -> Value:
        """`x[i]`."""
        value = self.evaluate(node.value)
        written = node.index
        bounds: list[Value] | None = None
        if written.__class__ is OPERATION and written.operator == "slice":
            bounds, index = [self.evaluate(operand) for operand in written.operands], UNKNOWN
        else:
            index = self.evaluate(written)
        if not known(value):
            value = self.interpreter.frameworks.named(self, node.value, value)
        if bounds is not None:
            return containers.sliced(self, value, bounds, node.line)
        return containers.subscript(self, value, index, node.line)

    def read_choice(self, node: code.Choice) -> Value:
        """`a if test else b`."""
        test = truth_of(self, node.test, self.evaluate(node.test))
        if test is not None:
            return self.evaluate(node.body if test else node.orelse)
        return join((self.branch(node.test, node.body, holds=True), self.branch(node.test, node.orelse, holds=False)))

    def branch(self, test: code.Expression, node: code.Expression, *, holds: bool) -> Value:
        """The value of an expression where a test holds or fails."""
        before, pending = self.env, self.pending
        refined = guards.refine(self, test, holds=holds)
        if refined is None:
            return BOTTOM
        self.env = refined
        try:
            return self.evaluate(node)
        finally:
            self.env = before
            self.pending |= pending

    def read_operation(self, node: code.Operation) -> Value:
        """An operator with its operands."""
        operator = node.operator
        if operator in {"and", "or"}:
            return self._lazy(node)
        values = [self.evaluate(operand) for operand in node.operands]
        if any(map(has_object, values)):
            own = operators.operated(self, operator, values, node.line)
            if own is not None:
                return own
        if operator in COMPUTED:
            made = self._reckoned(operator, values)
            if made is not None:
                return made
        if operator == "%" and len(values) == 2:  # noqa: PLR2004 - template and arguments
            return texts.formatted(self.atoms, values[0], operators.filled_in(self, values[1], node.line))
        if operator == "not":
            held = truth_of(self, node.operands[0], values[0])
            return UNKNOWN if held is None else self.atoms.constant(not held)
        if operator in COMBINED:
            return self.interpreter.frameworks.combined(self, values) or UNKNOWN
        built = self.interpreter.frameworks.operated(self, values)
        if built is not None:
            return built
        return guards.compared(self, operator, values)

    def _reckoned(self, operator: str, values: list[Value]) -> Value | None:
        """`F("stock") - 1`, sums of texts and lists, `[x] * n`; None for numbers and for what libraries make of it."""
        if any(map(has_lookup, values)):
            return self.interpreter.frameworks.combined(self, values) or UNKNOWN
        if operator == "+":
            return self._sum(values)
        return containers.repeated(self, values) if operator == "*" else None

    def _lazy(self, node: code.Operation) -> Value:
        """`a or b`, `a and b`: operands behind one that decides are not evaluated."""
        found: list[Value] = []
        stops = node.operator == "or"
        before, outer = self.env, self.bound
        self.bound = {}
        try:
            for operand in node.operands:
                value = self.evaluate(operand)
                held = truth_of(self, operand, value)
                if held is stops:
                    found.append(value)
                    break
                if operand is node.operands[-1]:
                    found.append(value)  # whatever it is: nothing comes behind it
                elif held is None:
                    found.append(_falsy_out(value) if stops else value)
                refined = guards.refine(self, operand, holds=not stops)
                if refined is None:
                    break
                self.env = refined
        finally:
            bound = {name: value for name, value in self.env.items() if name not in before}
            for name, value in self.bound.items():  # bound anew, unless an operand before it decided
                if name in before:
                    bound[name] = before[name] | value
            self.env, self.bound = before, {**outer, **self.bound}
            before.update(bound)
        return join(found) or UNKNOWN

    def _sum(self, values: list[Value]) -> Value:
        if all(
            any(isinstance(atom, (Constant, Pattern)) and texts.is_text(atom) for atom in value) for value in values[:1]
        ):
            return texts.concatenated(self.atoms, values)
        return containers.concatenate(self, values)

    def read_lambda(self, node: code.Lambda) -> Value:
        """A function without a name."""
        qualname = self.context.function.qualname if self.context.function else ""
        function = self.interpreter.program.function_of(node, self.module, self.cls, qualname)
        closure = self.context if self.context.function is not None else None
        return self.atoms.function(function, None, closure)

    def read_comprehension(self, node: code.Comprehension) -> Value:
        """A comprehension or generator expression."""
        before, pending = self.env, self.pending
        self.env = dict(before)
        try:
            for clause in node.clauses:
                iterable = self.evaluate(clause.iterable)
                if not known(iterable):
                    iterable = self.interpreter.frameworks.named(self, clause.iterable, iterable)
                if node.kind == "dict" and len(node.clauses) == 1 and (written := _written_out(iterable)):
                    return self._dict_of(node, clause, written)
                if (kept := picked(self, node, iterable)) is not None:
                    return kept
                element = self.interpreter.objects.iterate(self, iterable, node.line)
                self.assign(clause.target, element)
                for condition in clause.conditions:
                    self.evaluate(condition)
            values = [self.evaluate(element) for element in node.elements]
        finally:
            self.env = before
            self.pending |= pending  # there may be nothing to iterate over
        if node.kind == "dict":
            return self.atoms.container("dict", values[1])
        return self.atoms.container(node.kind, values[0])

    def _dict_of(self, node: code.Comprehension, clause: code.Clause, members: list[Value]) -> Value:
        """`{name: getattr(order, name) for name in ("total", "customer")}`: each key has its own value."""
        entries: list[tuple[Value, Value]] = []
        for member in members:
            self.assign(clause.target, member)
            for condition in clause.conditions:
                self.evaluate(condition)
            key, value = [self.evaluate(element) for element in node.elements]
            entries.append((key, value))
        return containers.make_dict(self, entries)

    def assign(self, target: code.Expression, value: Value) -> None:
        """Bind a name or several; other targets are for statements."""
        match target:
            case code.Name(id=name):
                self.env[name] = value
            case code.Display(items=items):
                for index, item in enumerate(items):
                    self.assign(item, containers.item(self, value, index, len(items)))
            case code.Starred(value=inner):
                self.assign(inner, self.atoms.container("list", value))
            case _:
                return

    def read_yield(self, node: code.Yield) -> Value:
        """`yield x`: what it was sent is unknown."""
        value = self.evaluate(node.value) if node.value is not None else self.atoms.none
        if node.delegates:
            value = self.interpreter.objects.iterate(self, value, 0)
        self.context.yielded = widened(self.context.yielded, self.context.yielded | value)
        self.context.yields[self.region] = None
        self.pending |= YIELD
        return UNKNOWN

    def read_starred(self, node: code.Starred) -> Value:
        """`*x`."""
        return self.evaluate(node.value)

    def read_bind(self, node: code.Bind) -> Value:
        """`name := x`."""
        value = self.evaluate(node.value)
        self.env[node.name] = self.bound[node.name] = value
        return value

    def read_await(self, node: code.Await) -> Value:
        """`await x`."""
        return self.evaluate(node.value)


def _methods(cls: ClassInfo) -> list[object]:
    return [binding.statement for bindings in cls.bindings.values() for binding in bindings]


def has_object(value: Value) -> bool:
    """Whether something of the project may say what an operator does."""
    for atom in value:  # noqa: SIM110 - asked at every operator
        if atom.__class__ is Instance and not atom.cls.library:
            return True
    return False


def _is_callable(value: Value) -> bool:
    return any(
        isinstance(atom, (Function, Wrapped)) or type(atom).__name__ in {"ClassAtom", "Native", "Instance"}
        for atom in value
    )


def _falsy_out(value: Value) -> Value:
    """What `a or b` lets through of `a`: nothing that is known to be false."""
    kept = frozenset(atom for atom in value if not (isinstance(atom, Constant) and not atom.value))
    return kept or BOTTOM


def _last_name(node: code.Expression) -> str:
    return node.id if isinstance(node, code.Name) else node.name if isinstance(node, code.Attribute) else ""


def _written_out(value: Value) -> list[Value]:
    """The members of a collection of constants that is written out; none where any of them is something else."""
    members = list(containers.members(value) or ())
    return (
        members if len(members) <= MOST_WRITTEN and all(containers.key_of(one) is not None for one in members) else []
    )


def has_lookup(value: Value) -> bool:
    """Whether a value is what an `F` gives: a column that the database computes with."""
    return any(isinstance(atom, Wrapped) and atom.kind == "lookup" for atom in value)


MOST_WRITTEN: Final = 16
"""A dict made of more constants than this is any of its values under any key."""

COMPUTED: Final = frozenset({"+", "-", "*", "/", "//", "%", "**", "^", "~", "u-", "u+"})
"""The operators after which a lookup (`F`, `Q`) is one still."""

COMBINED: Final = frozenset({"|", "&"})
"""The operators that make one of two queries, lookups, sets or dicts."""

READERS: Final[dict[type, Callable[[Evaluator, Any], Value]]] = {
    code.Name: Evaluator.read_name,
    code.Attribute: Evaluator.read_attribute,
    code.Call: Evaluator.read_call,
    code.Constant: Evaluator.read_constant,
    code.Format: Evaluator.read_format,
    code.Display: Evaluator.read_display,
    code.Mapping: Evaluator.read_mapping,
    code.Subscript: Evaluator.read_subscript,
    code.Choice: Evaluator.read_choice,
    code.Operation: Evaluator.read_operation,
    code.Lambda: Evaluator.read_lambda,
    code.Comprehension: Evaluator.read_comprehension,
    code.Yield: Evaluator.read_yield,
    code.Starred: Evaluator.read_starred,
    code.Bind: Evaluator.read_bind,
    code.Await: Evaluator.read_await,
    code.Native: Evaluator.read_native,
}

__all__ = ["ANY", "Evaluator"]
