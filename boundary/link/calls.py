"""What does a call do?  Functions, classes, natives and instances as callees; iteration and subscripts of objects."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from boundary.link.arguments import ANYTHING, NO_ARGUMENTS, OBJECTS, Arguments, is_made, narrow, weigh
from boundary.link.frameworks.django_transactions import decorated
from boundary.link.values import (
    ANY,
    BOTTOM,
    UNKNOWN,
    Atom,
    ClassAtom,
    Constant,
    Container,
    External,
    Function,
    Instance,
    Native,
    Value,
    Wrapped,
    join,
    known,
    understood,
)
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.contexts import Context
    from boundary.link.evaluation import Evaluator
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo, FunctionInfo

BUILTINS = frozenset(dir(builtins))
MOST_SITES = 16


class Calls:
    """Evaluates calls and what is like a call."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms

    # --- call expressions -------------------------------------------------------------------------

    def expression(self, evaluator: Evaluator, node: code.Call, function: Value) -> Value:
        """A call as it stands in the code: evaluated, counted, and guessed at where the callee is unknown."""
        arguments = evaluator.arguments(node)
        if known(function):
            status = "external" if all(isinstance(atom, External) or atom is ANY for atom in function) else "resolved"
            if not evaluator.module.library:
                self._interpreter.note_call(node, status)
            return self.call(evaluator, function, arguments, node.line)
        guesses = self._interpreter.frameworks.guessed_callees(evaluator, node)
        if not evaluator.module.library:
            self._interpreter.note_call(node, "resolved" if guesses else "unresolved")
        if guesses:
            before, evaluator.confidence = evaluator.confidence, "guessed"
            try:
                self.call(evaluator, guesses, arguments, node.line)
            finally:
                evaluator.confidence = before
        else:
            if evaluator.region >= 0 and not evaluator.module.library:
                evaluator.blind(node.line, f"call of {spelled(node.function)} is not resolved")
            self.escape(evaluator, arguments, node.line)
        return UNKNOWN

    def escape(self, evaluator: Evaluator, arguments: Arguments, line: int) -> None:
        """Functions handed to something unknown are taken to be called by it, here."""
        for value in arguments.every():
            for atom in value:
                if isinstance(atom, Function) and (atom.closure is not None or atom.function.name == "<lambda>"):
                    self.unknown_call(evaluator, frozenset((atom,)), line=line)

    def call(self, evaluator: Evaluator, function: Value, arguments: Arguments, line: int) -> Value:
        """Call every alternative."""
        if len(function) == 1:
            (atom,) = function
            return self.one(evaluator, atom, arguments, line)
        found = [self.one(evaluator, atom, arguments, line) for atom in function if atom is not ANY]
        result = join(one for one in found if one)
        return result | UNKNOWN if ANY in function else result

    def one(self, evaluator: Evaluator, atom: Atom, arguments: Arguments, line: int) -> Value:
        """Call one atom."""
        if isinstance(atom, Function):
            return self.function(evaluator, atom, arguments, line)
        if isinstance(atom, ClassAtom):
            return self.instantiate(evaluator, atom.cls, arguments, line)
        if isinstance(atom, Native):
            return self.native(evaluator, atom.name, atom.receiver, arguments, line)
        if isinstance(atom, External):
            return self._external(evaluator, atom, arguments, line)
        if isinstance(atom, Instance):
            result = self.method(evaluator, frozenset((atom,)), "__call__", line, arguments)
            if result is None and (database := self.enters_transaction(atom)) is not None:
                result = decorated(evaluator, arguments.get(0, "func") or BOTTOM, database) or None
            if result is None:
                self.escape(evaluator, arguments, line)
            return UNKNOWN if result is None else result
        if isinstance(atom, Wrapped):
            return self._wrapped(evaluator, atom, arguments, line)
        return UNKNOWN

    def _external(self, evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value:
        result = self.native(evaluator, atom.dotted, None, arguments, line, missing=True)
        if result is not None:
            return result
        self.escape(evaluator, arguments, line)
        dotted = atom.dotted if len(atom.dotted) < 200 else atom.dotted[:200]  # noqa: PLR2004 - chains end somewhere
        return self._atoms.external(f"{dotted}()")

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
        from boundary.link.frameworks.protocol import NativeCall  # noqa: PLC0415 - it knows evaluators by type

        handler = self._interpreter.frameworks.handler(name)
        if handler is None:
            if missing:
                return None
            self.escape(evaluator, arguments, line)
            return UNKNOWN
        result = handler(NativeCall(evaluator, name, receiver, arguments, line))
        return UNKNOWN if result is None else result

    def _wrapped(self, evaluator: Evaluator, atom: Wrapped, arguments: Arguments, line: int) -> Value:
        if atom.kind == "partial":
            held: Arguments = atom.extra  # type: ignore[assignment]
            merged = Arguments(
                (*held.positional, *arguments.positional),
                {**held.keywords, **arguments.keywords},
                held.rest | arguments.rest,
                held.others | arguments.others,
            )
            return self.call(evaluator, atom.inner, merged, line)
        if atom.kind == "entered":
            return self._decorated_by_helper(evaluator, atom, arguments, line)
        if atom.kind in {"staticmethod", "classmethod", "property"}:
            return self.call(evaluator, atom.inner, arguments, line)
        return self._interpreter.frameworks.call_wrapped(evaluator, atom, arguments, line)

    def _decorated_by_helper(self, evaluator: Evaluator, atom: Wrapped, arguments: Arguments, line: int) -> Value:
        """`@helper()` with a generator context manager: the function runs where the helper yields."""
        helper: Context = atom.extra  # type: ignore[assignment]
        functions = arguments.get(0, "func") or BOTTOM
        regions = [helper.regions[index] for index in sorted(helper.yields) if 0 <= index < len(helper.regions)]
        evaluator.edge(helper, line)
        if not regions:
            return functions or UNKNOWN
        return decorated(evaluator, functions, regions[0].database) or UNKNOWN

    # --- functions --------------------------------------------------------------------------------

    def function(self, evaluator: Evaluator, atom: Function, arguments: Arguments, line: int) -> Value:
        """Call a function: natives by their rule, others in the context for these arguments."""
        function = atom.function
        if function.native:
            result = self.native(evaluator, function.native, atom.receiver, arguments, line)
            return UNKNOWN if result is None else result
        atom, arguments = self._with_receiver(atom, arguments)
        if function.module.environment and not self._concerns_project(atom):
            self.escape(evaluator, arguments, line)
            return self._atoms.external(f"{function.dotted}()")
        context = self._context(atom, self.bind(function, atom, arguments))
        if isinstance(atom.receiver, Instance) and atom.receiver.guessed and evaluator.confidence != "guessed":
            before, evaluator.confidence = evaluator.confidence, "guessed"
            evaluator.edge(context, line)
            evaluator.confidence = before
        else:
            evaluator.edge(context, line)
        self._interpreter.demand(context, evaluator.context)
        if "contextmanager" in atom.traits:
            return self._atoms.wrapped("entered", BOTTOM, context)
        return self._result(function, context)

    def _concerns_project(self, atom: Function) -> bool:
        """Whether a function of the environment works on a class of the project, on a model or on its rows.

        Everything else there is followed no further: a whole site-packages folder is not the code under analysis.
        """
        receiver = atom.receiver
        if not isinstance(receiver, (Instance, ClassAtom)):
            return atom.function.is_generator and not atom.function.cls
        if not receiver.cls.module.library or (isinstance(receiver, Instance) and receiver.model is not None):
            return True
        return bool(self._interpreter.frameworks.hooks(self._interpreter, receiver.cls))

    def _context(self, atom: Function, bound: dict[str, Value]) -> Context:
        traits = frozenset(trait for trait in atom.traits if isinstance(trait, tuple))
        return self._interpreter.context(atom.function, atom, bound, traits)

    def _result(self, function: FunctionInfo, context: Context) -> Value:
        if function.is_generator:
            return self._atoms.container("generator", context.yielded or UNKNOWN)
        returned = context.returned
        if not understood(returned) and isinstance(function.node, code.Function) and function.node.returns is not None:
            annotated = self.annotated(self._interpreter.module_evaluator(function.module), function.node.returns)
            if known(annotated):
                return annotated | frozenset(atom for atom in returned if not isinstance(atom, External))
        return returned or UNKNOWN

    def _with_receiver(self, atom: Function, arguments: Arguments) -> tuple[Function, Arguments]:
        """`Base.method(self, x)` is `self.method(x)` in Base."""
        function = atom.function
        if atom.receiver is None and function.cls is not None and arguments.positional and function.parameters:
            first = arguments.positional[0]
            if function.parameters[0].name in {"self", "cls"} and len(first) == 1:
                (receiver,) = first
                if isinstance(receiver, (Instance, ClassAtom)):
                    bound = self._atoms.function(function, receiver, atom.closure, atom.traits)
                    rest = Arguments(arguments.positional[1:], arguments.keywords, arguments.rest, arguments.others)
                    return next(iter(bound)), rest  # type: ignore[return-value]
        return atom, arguments

    def bind(self, function: FunctionInfo, atom: Function, arguments: Arguments) -> dict[str, Value]:
        """The values of a function's parameters: arguments, defaults, annotations where nothing better is known."""
        bound: dict[str, Value] = {}
        weights = weigh(function, self._interpreter.dispatching)
        position = 0
        used: set[str] = set()
        for index, parameter in enumerate(function.parameters):
            name, kind = parameter.name, parameter.kind
            if index == 0 and atom.receiver is not None and kind in {"normal", "positional"}:
                bound[name] = frozenset((atom.receiver,))
                continue
            if kind in {"normal", "positional"}:
                value = arguments.get(position, name)
                position += 1
                used.add(name)
            elif kind == "args":
                extra = arguments.positional[position:]
                if arguments.rest:
                    value = self._atoms.container("tuple", join((*extra, arguments.rest)))
                else:
                    value = self._atoms.container("tuple", frozenset().union(*extra), tuple(extra))
                position = len(arguments.positional)
            elif kind == "keyword":
                value = arguments.get(-1, name)
                used.add(name)
            else:
                value = self._others(arguments, used)
            bound[name] = self._parameter(function, parameter, value, weights.get(name, ANYTHING))
        return bound

    def _others(self, arguments: Arguments, used: set[str]) -> Value:
        extra = {key: value for key, value in arguments.keywords.items() if key not in used}
        entries: list[object] = list(extra.items())
        if arguments.others:
            entries.append((None, arguments.others))
        return self._atoms.container("dict", frozenset().union(arguments.others, *extra.values()), tuple(entries))

    def _parameter(self, function: FunctionInfo, parameter: code.Parameter, value: Value | None, weight: int) -> Value:
        if weight == ANYTHING and value is None:
            return UNKNOWN
        if value is None and parameter.default is not None:
            value = self.default(function, parameter)
        if value is None or not understood(value):
            if parameter.annotation is not None:
                scope = self._interpreter.module_evaluator(function.module)
                annotated = self.annotated(scope, parameter.annotation)
                rest = frozenset(atom for atom in value or () if not isinstance(atom, External))
                if known(annotated) and (value is None or ANY in value or len(rest) < len(value)):
                    return annotated | rest
            value = value or UNKNOWN
        return value

    def default(self, function: FunctionInfo, parameter: code.Parameter) -> Value:
        """The value of a parameter's default."""
        if isinstance(parameter.default, code.Constant):
            return self._atoms.constant(parameter.default.value)
        evaluator = self._interpreter.module_evaluator(function.module)
        if function.cls is not None:
            evaluator = self._interpreter.class_evaluator(function.cls)
        return evaluator.evaluate(parameter.default) if parameter.default is not None else UNKNOWN

    def unknown_call(self, evaluator: Evaluator, value: Value, *, line: int = 0, deferred: bool = False) -> Value:
        """Call something with arguments of which nothing is known."""
        found: list[Value] = []
        for atom in value:
            if isinstance(atom, Function):
                if atom.function.native:
                    continue
                context = self.root_context(atom)
                if line:
                    evaluator.edge(context, line, deferred=deferred)
                self._interpreter.demand(context, evaluator.context)
                found.append(self._result(atom.function, context))
            elif isinstance(atom, Wrapped) and atom.kind == "partial":
                if deferred:
                    self.deferred(evaluator, frozenset((atom,)), NO_ARGUMENTS, line)
                else:
                    found.append(self.one(evaluator, atom, NO_ARGUMENTS, line))
        return join(found)

    def root_context(self, atom: Function, given: dict[str, Value] | None = None) -> Context:
        """The context of a function whose arguments are unknown, but for those given by name."""
        function = atom.function
        bound: dict[str, Value] = {}
        for index, parameter in enumerate(function.parameters):
            if index == 0 and atom.receiver is not None and parameter.kind in {"normal", "positional"}:
                bound[parameter.name] = frozenset((atom.receiver,))
            elif given and parameter.name in given:
                bound[parameter.name] = given[parameter.name]
            elif parameter.kind in {"args", "kwargs"}:
                kind = "tuple" if parameter.kind == "args" else "dict"
                bound[parameter.name] = self._atoms.container(kind, UNKNOWN)
            else:
                bound[parameter.name] = self._unknown_parameter(function, parameter)
        return self._context(atom, bound)

    def _unknown_parameter(self, function: FunctionInfo, parameter: code.Parameter) -> Value:
        if parameter.annotation is not None:
            scope = self._interpreter.module_evaluator(function.module)
            annotated = self.annotated(scope, parameter.annotation)
            if known(annotated):
                return annotated
        if parameter.name == "request":
            request = self._interpreter.library_class("django.http.HttpRequest")
            if request is not None:
                return self._atoms.instance(request, exact=False)
        return UNKNOWN

    def deferred(self, evaluator: Evaluator, function: Value, arguments: Arguments, line: int) -> None:
        """A call that leaves the transaction: evaluated like a call, recorded as deferred."""
        for atom in function:
            inner, given = atom, arguments
            if isinstance(atom, Wrapped) and atom.kind == "partial":
                held: Arguments = atom.extra  # type: ignore[assignment]
                merged = Arguments((*held.positional, *arguments.positional), {**held.keywords, **arguments.keywords})
                self.deferred(evaluator, atom.inner, merged, line)
                continue
            if isinstance(inner, Function) and not inner.function.native:
                inner, given = self._with_receiver(inner, given)
                context = self._context(inner, self.bind(inner.function, inner, given))
                evaluator.edge(context, line, deferred=True)
                context.root = True
                self._interpreter.demand(context, evaluator.context)

    # --- classes and instances --------------------------------------------------------------------

    def instantiate(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value:
        """`Class(...)`."""
        for hook in self._interpreter.frameworks.hooks(self._interpreter, cls):
            made = hook.construct(evaluator, cls, arguments, line)
            if made is not None:
                return made
        value = self._atoms.instance(cls, site=self._made_with(cls, arguments))
        cls.data["instantiated"] = True
        self.construct(evaluator, value, arguments, line)
        return value

    def _made_with(self, cls: ClassInfo, arguments: Arguments) -> Hashable:
        """What keeps objects of a plain class apart: the objects that they are made of.

        Fields of a helper that is made for one model in one place and for another in the next are not the same.
        """
        if any(one.library for one in self._interpreter.classes.mro(cls)) or is_exception(cls):
            return None  # what a framework makes it makes again elsewhere, and an exception carries text
        given = tuple(narrow(value, OBJECTS, 0, self._atoms) for value in arguments.positional)
        named = tuple((name, narrow(value, OBJECTS, 0, self._atoms)) for name, value in sorted(arguments.keywords.items()))
        if not any(_tells(value) for value in (*given, *(value for _, value in named))):
            return None
        site = ("made", given, named)
        sites: dict[Hashable, None] = cls.data.setdefault("sites", {})  # type: ignore[assignment]
        if site not in sites and len(sites) >= MOST_SITES:
            return None
        sites[site] = None
        return site

    def construct(self, evaluator: Evaluator, value: Value, arguments: Arguments, line: int) -> None:
        """Run `__init__`; without one (a dataclass, a named tuple) keyword arguments become attributes."""
        (atom,) = value
        assert isinstance(atom, Instance)  # noqa: S101 - an instance was just made
        cls = atom.cls
        cls.data["initialised"] = True
        owner, init = self._interpreter.classes.lookup(cls, "__init__")
        if owner is not None:
            for one in init:
                if isinstance(one, Function):
                    bound = self._atoms.function(one.function, atom, one.closure, one.traits)
                    self.call(evaluator, bound, arguments, line)
            return
        fields = [name for name, bindings in cls.bindings.items() if _annotated(bindings[0].statement)]
        for name, given in (*zip(fields, arguments.positional, strict=False), *arguments.keywords.items()):
            self._interpreter.write(("attribute", cell_owner(atom), name), given or UNKNOWN)

    def method(
        self, evaluator: Evaluator, value: Value, name: str, line: int, arguments: Arguments = NO_ARGUMENTS
    ) -> Value | None:
        """Call a special method through the class of each instance; None where none defines it."""
        found: list[Value] = []
        for atom in value:
            if not isinstance(atom, Instance):
                continue
            owner, held = self._interpreter.classes.lookup(atom.cls, name)
            if owner is None:
                continue
            for one in held:
                if isinstance(one, Function):
                    bound = self._atoms.function(one.function, atom, one.closure, one.traits)
                    found.append(self.call(evaluator, bound, arguments, line))
        return join(found) if found else None

    def enters_transaction(self, atom: Instance) -> str | None:
        """The database of the transaction that entering an object opens, None where it opens none."""
        if self._interpreter.frameworks.opens_transaction(atom.cls):
            return "default"
        for name in ("__enter__", "__aenter__"):
            for one in self._interpreter.classes.lookup(atom.cls, name)[1]:
                if isinstance(one, Function):
                    for context in one.function.contexts.values():
                        if context.receiver is atom and context.enters is not None:
                            return context.enters
        return None

    def iterate(self, evaluator: Evaluator, value: Value, line: int) -> Value:
        """Anything that iterating over a value may give."""
        found: list[Value] = []
        for atom in value:
            if isinstance(atom, Container):
                if atom.kind == "dict":
                    found.append(self._keys(atom))
                else:
                    found.append(atom.element or UNKNOWN)
            elif isinstance(atom, Instance):
                found.append(self._iterate_instance(evaluator, atom, line))
            elif isinstance(atom, ClassAtom):
                found.append(UNKNOWN)
        return join(found) or UNKNOWN

    def _keys(self, atom: Container) -> Value:
        if atom.entries is None:
            return UNKNOWN
        keys = [
            self._atoms.constant(key) if isinstance(key, (str, int)) else UNKNOWN
            for key, _ in atom.entries  # type: ignore[misc]
        ]
        return join(keys) or UNKNOWN

    def _iterate_instance(self, evaluator: Evaluator, atom: Instance, line: int) -> Value:
        for hook in self._interpreter.frameworks.hooks(self._interpreter, atom.cls):
            hooked = hook.iterate(evaluator, atom, line)
            if hooked is not None:
                return hooked
        iterator = self.method(evaluator, frozenset((atom,)), "__iter__", line)
        if iterator is None and self.method(evaluator, frozenset((atom,)), "__aiter__", line) is not None:
            return self.method(evaluator, frozenset((atom,)), "__anext__", line) or UNKNOWN
        if iterator:
            inner = [one for one in iterator if isinstance(one, Container) or one is not atom]
            return self.iterate(evaluator, frozenset(inner), line)
        return UNKNOWN

    def item_of(self, evaluator: Evaluator, atom: Instance, index: Value, line: int) -> Value:
        """`instance[index]`."""
        got = self.method(evaluator, frozenset((atom,)), "__getitem__", line, Arguments((index,)))
        if got is not None:
            return got
        for hook in self._interpreter.frameworks.hooks(self._interpreter, atom.cls):
            hooked = hook.iterate(evaluator, atom, line)
            if hooked is not None:
                return hooked
        return UNKNOWN

    def set_item(self, evaluator: Evaluator, atom: Instance, index: Value, value: Value, line: int) -> None:
        """`instance[index] = value`."""
        self.method(evaluator, frozenset((atom,)), "__setitem__", line, Arguments((index, value)))

    # --- names of the language ----------------------------------------------------------------------

    def builtin(self, name: str) -> Value:
        """The value of a builtin; unknown for a name that nobody binds."""
        dotted = f"builtins.{name}"
        if self._interpreter.frameworks.handler(dotted) is not None:
            return self._atoms.native(dotted)
        return self._atoms.external(dotted) if name in BUILTINS else UNKNOWN

    def annotated(self, evaluator: Evaluator, annotation: code.Expression) -> Value:
        """Instances as an annotation promises them; unknown where it names nothing that is read."""
        match annotation:
            case code.Constant(value=str(text)):
                named = name_of(text)
                return self.annotated(evaluator, named) if named is not None else UNKNOWN
            case code.Operation(operator="|", operands=operands):
                found = [self.annotated(evaluator, operand) for operand in operands if operand != annotation]
                return join(one for one in found if known(one)) or UNKNOWN
            case code.Subscript(value=value, index=index):
                return self._generic(evaluator, value, index)
            case code.Name() | code.Attribute():
                found = [
                    self._interpreter.frameworks.annotated(evaluator, atom.cls)
                    for atom in evaluator.evaluate(annotation)
                    if isinstance(atom, ClassAtom)
                ]
                return join(found) or self._alias(evaluator, annotation)
            case _:
                return UNKNOWN

    def _alias(self, evaluator: Evaluator, annotation: code.Expression) -> Value:
        """What a name stands for that is no class: `Many = list[Order]`, `T = TypeVar("T", bound=Order)`."""
        if not isinstance(annotation, code.Name):
            return UNKNOWN
        for binding in evaluator.module.bindings.get(annotation.id, ()):
            statement = binding.statement
            if isinstance(statement, code.Assign) and statement.value is not None:
                held = statement.value
                if isinstance(held, code.Call):
                    parts = [keyword.value for keyword in held.keywords if keyword.name == "bound"]
                    found = [self.annotated(evaluator, part) for part in (*parts, *held.arguments[1:])]
                    return join(one for one in found if known(one)) or UNKNOWN
                if isinstance(held, (code.Subscript, code.Operation)):
                    return self.annotated(evaluator, held)
        return UNKNOWN

    def as_promised(self, value: Value, promised: Value) -> Value:
        """The part of a value that an annotation allows; what it promises where nothing of the value fits."""
        classes = [atom.cls for atom in promised if isinstance(atom, Instance)]
        if not classes or any(isinstance(atom, Instance) and atom.model is not None for atom in promised):
            return value if known(value) or not known(promised) else promised
        derives = self._interpreter.classes.derives
        kept = frozenset(
            atom
            for atom in value
            if (isinstance(atom, Instance) and any(derives(atom.cls, cls) for cls in classes))
            or (isinstance(atom, Constant) and atom.value is None)
        )
        if any(isinstance(atom, Instance) for atom in kept):
            return kept
        return promised | kept

    def _generic(self, evaluator: Evaluator, value: code.Expression, index: code.Expression) -> Value:
        name = value.id if isinstance(value, code.Name) else getattr(value, "name", "")
        parts = index.items if isinstance(index, code.Display) else [index]
        if name in {"Optional", "Union", "Annotated", "ClassVar", "Final", "Required", "NotRequired"}:
            wanted = parts[:1] if name == "Annotated" else parts
            found = [self.annotated(evaluator, part) for part in wanted]
            return join(one for one in found if known(one)) or UNKNOWN
        if name in {"type", "Type"}:
            held = self.annotated(evaluator, parts[0])
            classes = [self._atoms.class_(atom.cls) for atom in held if isinstance(atom, Instance)]
            return join(classes) or UNKNOWN
        if name in {"dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict"}:
            return self._atoms.container("dict", self.annotated(evaluator, parts[-1]))
        if name in {"QuerySet", "Manager", "BaseManager", "RelatedManager"}:
            return self._interpreter.frameworks.rows_of(evaluator, self.annotated(evaluator, parts[0]))
        kinds = {"list": "list", "List": "list", "set": "set", "Set": "set", "tuple": "tuple", "Tuple": "tuple"}
        if name in kinds or name in {"Iterable", "Sequence", "Iterator", "Collection", "Generator", "frozenset"}:
            return self._atoms.container(kinds.get(name, "list"), self.annotated(evaluator, parts[0]))
        return self.annotated(evaluator, value)


def is_exception(cls: ClassInfo) -> bool:
    """Whether a class is an exception: what it carries is for messages."""
    return cls.name.endswith(("Error", "Exception")) or any("Exception" in name for name in cls.externals)


def _tells(value: Value) -> bool:
    return any(isinstance(atom, (Instance, ClassAtom, Function)) for atom in value)


def cell_owner(atom: Instance) -> object:
    """Where the attributes of an instance are stored: with its class, or with itself where it is kept apart."""
    return atom if is_made(atom) else atom.cls


def _annotated(statement: object) -> bool:
    return isinstance(statement, code.Assign) and statement.annotation is not None


def name_of(text: str) -> code.Expression | None:
    """The expression behind a dotted name in a string, None where the string is no name."""
    parts = text.strip().split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    node: code.Expression = code.Name(parts[0])
    for part in parts[1:]:
        node = code.Attribute(node, part, 0)
    return node


def spelled(node: code.Expression) -> str:
    """How an expression reads, as far as a message needs it."""
    match node:
        case code.Name(id=name):
            return name
        case code.Attribute(value=value, name=name):
            return f"{spelled(value)}.{name}"
        case code.Call(function=function):
            return f"{spelled(function)}()"
        case code.Subscript(value=value):
            return f"{spelled(value)}[]"
        case _:
            return "..."
