"""What is the value of an expression in one context?"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from boundary.link import containers
from boundary.link.arguments import Arguments
from boundary.link.contexts import OUTSIDE, Blind, Edge, Region, Touch
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
    truth,
    widen,
)
from boundary.model import code

from collections.abc import Callable  # noqa: TC003 - a table below is typed with it

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from boundary.link.contexts import Context
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo, ModuleInfo
    from boundary.model.scan import Because, Confidence, Operation

JOINED_PIECES = 4
STRING_LIMIT = 20_000


class Evaluator:
    """Evaluates expressions for one context; what they do is recorded in the context."""

    def __init__(self, interpreter: Interpreter, context: Context, module: ModuleInfo, cls: ClassInfo | None) -> None:
        self.interpreter = interpreter
        self.atoms = interpreter.atoms
        self.context = context
        self.module = module
        self.cls = cls
        self.scope: ClassInfo | None = None
        self.env: dict[str, Value] = {}
        self.globals: set[str] = set()
        self.region = OUTSIDE
        self.confidence: Confidence = "certain"
        self.because: Because | None = None

    def evaluate(self, node: code.Expression) -> Value:
        """The value of an expression."""
        return READERS[type(node)](self, node)

    # --- what happens -----------------------------------------------------------------------------

    def touch(  # noqa: PLR0913 - one record, spelled out
        self,
        table: str,
        op: Operation,
        line: int,
        *,
        confidence: Confidence | None = None,
        because: Because | None = None,
        rule: str = "orm",
    ) -> None:
        """Record an access to a table."""
        touch = Touch(table, op, line, self.region, confidence or self.confidence, because or self.because, rule)
        self.context.touches[touch] = None

    def edge(self, callee: Context, line: int, *, deferred: bool = False) -> None:
        """Record a call."""
        self.context.edges[Edge(callee, line, self.region, self.confidence, self.because, deferred)] = None

    def blind(self, line: int, reason: str) -> None:
        """Record something that could not be seen."""
        self.context.blinds[Blind(line, self.region, reason)] = None

    def open_region(
        self, kind: str, line: int, end_line: int, database: str | None, *, file: str | None = None, real: bool = True
    ) -> int:
        """Open a region inside the present one; what follows is recorded in it."""
        self.context.regions.append(
            Region(kind, line, end_line, self.region, database, file, real)  # type: ignore[arg-type]
        )
        self.region = len(self.context.regions) - 1
        return self.region

    @contextmanager
    def implicit(self, line: int, database: str | None = "default") -> Iterator[None]:
        """A transaction that a library opens inside one call."""
        before = self.region
        self.open_region("implicit", line, line, database)
        try:
            yield
        finally:
            self.region = before

    @contextmanager
    def believed(self, confidence: Confidence | None = None, because: Because | None = None) -> Iterator[None]:
        """What is recorded inside is believed for a reason."""
        before = self.confidence, self.because
        self.confidence, self.because = confidence or self.confidence, because or self.because
        try:
            yield
        finally:
            self.confidence, self.because = before

    # --- definitions ------------------------------------------------------------------------------

    def define_function(self, node: code.Function) -> Value:
        """The value that a `def` binds: the function, as its decorators leave it."""
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

    def bound_value(self, statement: code.Statement, name: str, site: tuple[object, str]) -> Value:
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
                element = self.interpreter.calls.iterate(self, self.evaluate(statement.iterable), statement.line)
                return self.destructured(statement.target, element, name) or UNKNOWN
            case _:
                return UNKNOWN

    def _sited(self, value: Value, site: tuple[object, str]) -> Value:
        """Objects of a class whose instances must not be confused get a place of their own."""
        found = set()
        for atom in value:
            if (
                isinstance(atom, Instance)
                and atom.site is None
                and self.interpreter.frameworks.distinct(self, atom.cls)
            ):
                found |= self.atoms.instance(atom.cls, exact=atom.exact, site=site)
            else:
                found.add(atom)
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

    # --- expressions ------------------------------------------------------------------------------

    def lookup(self, name: str) -> Value:
        """The value of a bare name: local, enclosing, global, builtin."""
        value = self.env.get(name)
        if value is not None:
            return value
        if self.scope is not None:
            value = self.interpreter.classes.own(self.scope, name)
            if value:
                return value
        closure = self.context.closure
        while closure is not None:
            value = closure.env.get(name)
            if value is not None:
                return value
            closure = closure.closure
        value = self.interpreter.names.value(self.module, name)
        cell = self.interpreter.read(("global", self.module.name, name), self.context)
        if value or cell:
            return join((value, cell)) if cell else value
        return self.interpreter.calls.builtin(name)

    def _name(self, node: code.Name) -> Value:
        return self.lookup(node.id)

    def _constant(self, node: code.Constant) -> Value:
        return self.atoms.constant(node.value)

    def _attribute(self, node: code.Attribute) -> Value:
        base = self.evaluate(node.value)
        if not known(base):
            base = self.interpreter.frameworks.named(self, node.value, base)
        return self.interpreter.attributes.get(self, base, node.name, node.line)

    def _call(self, node: code.Call) -> Value:
        function = self.evaluate(node.function)
        return self.interpreter.calls.expression(self, node, function)

    def arguments(self, node: code.Call) -> Arguments:
        """The evaluated arguments of a call, with `*` and `**` unpacked where their contents are known."""
        positional: list[Value] = []
        keywords: dict[str, Value] = {}
        rest, others = BOTTOM, BOTTOM
        for argument in node.arguments:
            if isinstance(argument, code.Starred):
                value = self.evaluate(argument.value)
                members = containers.members(value)
                if members is not None and not rest:
                    positional.extend(members)
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

    def _format(self, node: code.Format) -> Value:
        return self._concatenated([self.evaluate(part) for part in node.parts])

    def _concatenated(self, values: list[Value]) -> Value:
        """The strings that pieces make in a row; several alternatives for a piece give several strings."""
        results: list[list[str | None]] = [[]]
        for value in values:
            options = [self._pieces(atom) for atom in value] or [[None]]
            if len(options) * len(results) > JOINED_PIECES:
                options = [[None]]
            results = [[*result, *option] for result in results for option in options]
        return join(self._string(pieces) for pieces in results)

    @staticmethod
    def _pieces(atom: object) -> list[str | None]:
        if isinstance(atom, Constant) and atom.value is not None and not isinstance(atom.value, float):
            return [str(atom.value)]
        if isinstance(atom, Pattern):
            return list(atom.pieces)
        return [None]

    def _string(self, pieces: list[str | None]) -> Value:
        merged: list[str | None] = []
        for piece in pieces:
            if piece is not None and merged and merged[-1] is not None:
                merged[-1] += piece
            elif piece is not None or not merged or merged[-1] is not None:
                merged.append(piece)
        if not merged:
            return self.atoms.constant("")
        if sum(len(piece) for piece in merged if piece) > STRING_LIMIT:
            return UNKNOWN
        if len(merged) == 1 and merged[0] is not None:
            return self.atoms.constant(merged[0])
        return self.atoms.pattern(tuple(merged)) if any(merged) else UNKNOWN

    def formatted(self, template: Value, arguments: list[Value]) -> Value:
        """`template % arguments` and `template.format(*arguments)`: placeholders become pieces or holes."""
        return join(containers.fill(self, atom, arguments) for atom in template) or UNKNOWN

    def _display(self, node: code.Display) -> Value:
        values: list[Value] = []
        closed = True
        for item in node.items:
            if isinstance(item, code.Starred):
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

    def _mapping(self, node: code.Mapping) -> Value:
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

    def _subscript(self, node: code.Subscript) -> Value:
        value = self.evaluate(node.value)
        index = self.evaluate(node.index)
        if not known(value):
            value = self.interpreter.frameworks.named(self, node.value, value)
        is_slice = isinstance(node.index, code.Operation) and node.index.operator == "slice"
        return containers.subscript(self, value, index, node.line, is_slice=is_slice)

    def _choice(self, node: code.Choice) -> Value:
        test = truth(self.evaluate(node.test))
        if test is not None:
            return self.evaluate(node.body if test else node.orelse)
        return join((self.branch(node.test, node.body, holds=True), self.branch(node.test, node.orelse, holds=False)))

    def branch(self, test: code.Expression, node: code.Expression, *, holds: bool) -> Value:
        """The value of an expression where a test holds or fails."""
        from boundary.link import guards  # noqa: PLC0415 - guards evaluate, too

        before = self.env
        refined = guards.refine(self, test, holds=holds)
        if refined is None:
            return BOTTOM
        self.env = refined
        try:
            return self.evaluate(node)
        finally:
            self.env = before

    def _operation(self, node: code.Operation) -> Value:
        operator = node.operator
        if operator in {"and", "or"}:
            return self._lazy(node)
        values = [self.evaluate(operand) for operand in node.operands]
        if operator == "+":
            return self._sum(values)
        if operator == "%" and len(values) == 2:  # noqa: PLR2004 - template and arguments
            members = containers.members(values[1])
            return self.formatted(values[0], members if members is not None else [values[1]])
        if operator == "not":
            held = truth(values[0])
            return UNKNOWN if held is None else self.atoms.constant(not held)
        if operator in {"|", "&"}:
            return self.interpreter.frameworks.combined(self, values) or UNKNOWN
        from boundary.link import guards  # noqa: PLC0415 - guards evaluate, too

        return guards.compared(self, operator, values)

    def _lazy(self, node: code.Operation) -> Value:
        """`a or b`, `a and b`: operands behind one that decides are not evaluated."""
        found: list[Value] = []
        stops = node.operator == "or"
        before = self.env
        from boundary.link import guards  # noqa: PLC0415 - guards evaluate, too

        try:
            for operand in node.operands:
                value = self.evaluate(operand)
                held = truth(value)
                if held is stops:
                    found.append(value)
                    break
                if held is None:
                    found.append(_falsy_out(value) if stops else value)
                elif operand is node.operands[-1]:
                    found.append(value)
                refined = guards.refine(self, operand, holds=not stops)
                if refined is None:
                    break
                self.env = refined
        finally:
            bound = {name: value for name, value in self.env.items() if name not in before}
            self.env = before
            before.update(bound)
        return join(found) or UNKNOWN

    def _sum(self, values: list[Value]) -> Value:
        if all(any(isinstance(atom, (Constant, Pattern)) and _is_text(atom) for atom in value) for value in values[:1]):
            return self._concatenated(values)
        return containers.concatenate(self, values)

    def _lambda(self, node: code.Lambda) -> Value:
        qualname = self.context.function.qualname if self.context.function else ""
        function = self.interpreter.program.function_of(node, self.module, self.cls, qualname)
        closure = self.context if self.context.function is not None else None
        return self.atoms.function(function, None, closure)

    def _comprehension(self, node: code.Comprehension) -> Value:
        before = self.env
        self.env = dict(before)
        try:
            for clause in node.clauses:
                iterable = self.evaluate(clause.iterable)
                if not known(iterable):
                    iterable = self.interpreter.frameworks.named(self, clause.iterable, iterable)
                element = self.interpreter.calls.iterate(self, iterable, node.line)
                self.assign(clause.target, element)
                for condition in clause.conditions:
                    self.evaluate(condition)
            values = [self.evaluate(element) for element in node.elements]
        finally:
            self.env = before
        if node.kind == "dict":
            return self.atoms.container("dict", values[1])
        return self.atoms.container(node.kind, values[0])

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

    def _yield(self, node: code.Yield) -> Value:
        value = self.evaluate(node.value) if node.value is not None else self.atoms.none
        if node.delegates:
            value = self.interpreter.calls.iterate(self, value, 0)
        self.context.yielded = widen(self.context.yielded | value)
        self.context.yields.add(self.region)
        return UNKNOWN

    def _starred(self, node: code.Starred) -> Value:
        return self.evaluate(node.value)

    def _bind(self, node: code.Bind) -> Value:
        value = self.evaluate(node.value)
        self.env[node.name] = value
        return value

    def _await(self, node: code.Await) -> Value:
        return self.evaluate(node.value)


def _methods(cls: ClassInfo) -> list[object]:
    return [binding.statement for bindings in cls.bindings.values() for binding in bindings]


def _is_callable(value: Value) -> bool:
    return any(
        isinstance(atom, (Function, Wrapped)) or type(atom).__name__ in {"ClassAtom", "Native", "Instance"}
        for atom in value
    )


def _is_text(atom: Constant | Pattern) -> bool:
    return isinstance(atom, Pattern) or isinstance(atom.value, str)


def _falsy_out(value: Value) -> Value:
    """What `a or b` lets through of `a`: nothing that is known to be false."""
    kept = frozenset(atom for atom in value if not (isinstance(atom, Constant) and not atom.value))
    return kept if kept else BOTTOM


READERS: dict[type, Callable[[Evaluator, object], Value]] = {
    code.Name: Evaluator._name,
    code.Attribute: Evaluator._attribute,
    code.Call: Evaluator._call,
    code.Constant: Evaluator._constant,
    code.Format: Evaluator._format,
    code.Display: Evaluator._display,
    code.Mapping: Evaluator._mapping,
    code.Subscript: Evaluator._subscript,
    code.Choice: Evaluator._choice,
    code.Operation: Evaluator._operation,
    code.Lambda: Evaluator._lambda,
    code.Comprehension: Evaluator._comprehension,
    code.Yield: Evaluator._yield,
    code.Starred: Evaluator._starred,
    code.Bind: Evaluator._bind,
    code.Await: Evaluator._await,
}  # type: ignore[assignment]

__all__ = ["ANY", "Evaluator"]
