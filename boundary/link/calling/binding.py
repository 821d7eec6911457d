"""Which values do the parameters of a function have?  Arguments, defaults, annotations where nothing else is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.weigher import ANYTHING
from boundary.link.calling.weights import TEMPLATES, weigh
from boundary.link.definitions.functions import Slot
from boundary.link.domain.asking import known, understood
from boundary.link.domain.joining import join, together, union
from boundary.link.domain.values import (
    ANY,
    BOTTOM,
    UNKNOWN,
    ClassAtom,
    Constant,
    Container,
    External,
    Function,
    Instance,
    ModuleAtom,
    Value,
    made_of,
)
from boundary.link.members import containers
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, CONSTANT, LAMBDA, NAME, SUBSCRIPT
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Atom
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

NAMED: Final = (NAME, ATTRIBUTE, LAMBDA)
SEQUENCES: Final = frozenset({"generator", "list", "set", "tuple"})
OBJECTS: Final = (ClassAtom, Function, Instance, ModuleAtom)
"""What a default tells of the arguments that are given in its stead."""
PROVIDING: Final = frozenset({"Provide", "Closing"})
"""What is subscribed with what a container of dependency-injector provides."""


def _holds_anything(atom: Atom) -> bool:
    """Whether an atom is a collection of members of which nothing is known: their type may be promised."""
    return (
        isinstance(atom, Container) and atom.kind in SEQUENCES and bool(atom.element) and not understood(atom.element)
    )


class Parameters:
    """Binds the parameters of functions to values."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms

    def bind(self, function: FunctionInfo, atom: Function, arguments: Arguments) -> dict[str, Value]:
        """The values of a function's parameters: arguments, defaults, annotations where nothing better is known."""
        bound: dict[str, Value] = {}
        slots = self._slots(function) if function.slots is None else function.slots
        position = 0
        used: set[str] = set()
        for slot in slots:
            name = slot.name
            receiver = atom.receiver if slot is slots[0] else None
            if slot.by_position:
                if receiver is not None:
                    bound[name] = receiver.alone
                    continue
                value = self._given(atom, slot, arguments, position)
                position += 1
                used.add(name)
            elif slot.kind == "args":
                extra = arguments.positional[position:]
                if receiver is not None:  # a decorator's wrapper of a method
                    extra = (receiver.alone, *extra)
                if arguments.rest:
                    joined = join((*extra, arguments.rest))
                    value = self._atoms.container(
                        containers.OPEN if extra else "tuple", joined, (*extra, arguments.rest) if extra else None
                    )
                else:
                    value = self._atoms.container("tuple", together(extra), tuple(extra))
                position = len(arguments.positional)
            elif slot.kind == "keyword":
                value = self._given(atom, slot, arguments, -1)
                used.add(name)
            else:
                value = self._others(arguments, used)
            if value is None and atom.closure is not None and type(slot.default) is NAME:
                value = _around(atom.closure, slot.default.id)
            bound[name] = self._parameter(atom, slot, value)
        return bound

    def _slots(self, function: FunctionInfo) -> list[Slot]:
        weights = weigh(function, self._interpreter.dispatching)
        function.slots = [Slot(one, weights.get(one.name, ANYTHING)) for one in function.parameters]
        return function.slots

    def _others(self, arguments: Arguments, used: set[str]) -> Value:
        extra = {key: value for key, value in arguments.keywords.items() if key not in used}
        value = self._rest_of(arguments, extra)
        if arguments.optional.isdisjoint(extra):
            return value
        given = {key: value for key, value in extra.items() if key not in arguments.optional}
        return union(value, self._rest_of(arguments, given))

    def _rest_of(self, arguments: Arguments, extra: dict[str, Value]) -> Value:
        """What `**kwargs` holds of the arguments given by name."""
        entries: list[object] = list(extra.items())
        if arguments.others:
            entries.append((None, arguments.others))
        return self._atoms.container("dict", together((arguments.others, *extra.values())), tuple(entries))

    def _parameter(self, atom: Function, slot: Slot, value: Value | None) -> Value:
        function = atom.function
        if value is None and slot.weight == ANYTHING:
            return UNKNOWN
        if value is None and slot.default is not None:
            value = self._default(function, slot.default)
        if slot.annotation is not None and (value is not None or slot.default is None):
            taken = self._interpreter.generics.taken(function, atom.receiver, slot.name, slot.annotation)
            if taken:
                return self._fitting(value, taken)
        if value is None or not understood(value):
            if slot.annotation is not None:
                annotated = self._interpreter.annotations.at_top(function.module, slot.annotation)
                rest = made_of([atom for atom in value or () if not isinstance(atom, External)])
                if known(annotated) and (value is None or ANY in value or len(rest) < len(value)):
                    return union(annotated, rest)
            value = value or UNKNOWN
        elif slot.annotation is not None and any(_holds_anything(each) for each in value):
            annotated = self._interpreter.annotations.at_top(function.module, slot.annotation)
            promised = made_of([atom for atom in annotated if isinstance(atom, Container) and known(atom.element)])
            if promised:
                return union(promised, made_of([atom for atom in value if not _holds_anything(atom)]))
        return value

    def _fitting(self, value: Value | None, taken: Value) -> Value:
        """What of an argument may be what a class is generic in; that itself where nothing of it is known."""
        if value is None:
            return taken
        derives = self._interpreter.classes.derives
        classes = [one.cls for one in taken if isinstance(one, Instance)]
        kept = [one for one in value if isinstance(one, Instance) and any(derives(one.cls, cls) for cls in classes)]
        none = [one for one in value if isinstance(one, Constant) and one.value is None]
        if kept:
            return frozenset((*kept, *none))
        return value if understood(value) or len(none) == len(value) else taken.union(none)

    def _default(self, function: FunctionInfo, default: code.Expression) -> Value:
        if type(default) is CONSTANT:
            return self._atoms.constant(default.value)
        evaluator = self._interpreter.module_evaluator(function.module)
        if function.cls is not None:
            evaluator = self._interpreter.class_evaluator(function.cls)
        return evaluator.evaluate(default)

    def _given(self, atom: Function, slot: Slot, arguments: Arguments, position: int) -> Value | None:
        """The argument of a parameter, None where there is none; where that is not known, what it is of nobody."""
        value = arguments.get(position, slot.name)
        if value is not None and slot.default is not None and arguments.may_lack(position, slot.name):
            return union(value, self._default(atom.function, slot.default))
        if value is None or known(value):
            return value
        if not arguments.is_open(len(arguments.positional) if position < 0 else position, slot.name):
            return value
        return union(value, self._unknown_parameter(atom, slot))

    def _object_by_default(self, function: FunctionInfo, default: code.Expression) -> Value:
        """The function, class, module or object that a parameter has where it is given none."""
        return made_of([atom for atom in self._default(function, default) if isinstance(atom, OBJECTS)])

    def unknown(self, atom: Function, given: dict[str, Value] | None = None) -> dict[str, Value]:
        """The values of the parameters of a function whose arguments are unknown, but for those given by name."""
        function = atom.function
        bound: dict[str, Value] = {}
        for index, parameter in enumerate(function.parameters):
            if index == 0 and atom.receiver is not None and parameter.kind in {"normal", "positional"}:
                bound[parameter.name] = atom.receiver.alone
            elif given and parameter.name in given:
                bound[parameter.name] = given[parameter.name]
            elif parameter.kind == "args":
                first: Value = atom.receiver.alone if atom.receiver is not None and index == 0 else BOTTOM
                bound[parameter.name] = self._atoms.container("tuple", first or UNKNOWN, (first,) if first else None)
            elif parameter.kind == "kwargs":
                bound[parameter.name] = self._more(function, given) if given else self._atoms.container("dict", UNKNOWN)
            else:
                bound[parameter.name] = self._unknown_parameter(atom, parameter)
        return bound

    def _more(self, function: FunctionInfo, given: dict[str, Value]) -> Value:
        """What `**kwargs` holds of the arguments given by name, beside others."""
        names = {one.name for one in function.parameters}
        extra = {key: value for key, value in given.items() if key not in names}
        entries: list[object] = [*extra.items(), (None, UNKNOWN)]
        return self._atoms.container("dict", frozenset().union(UNKNOWN, *extra.values()), tuple(entries))

    def _unknown_parameter(self, atom: Function, parameter: code.Parameter | Slot) -> Value:
        function = atom.function
        if parameter.default is not None and _is_provided(parameter.default):
            held = self._object_by_default(function, parameter.default)
            if held:
                return held | UNKNOWN
        if parameter.annotation is not None:
            annotated = self._interpreter.generics.taken(
                function, atom.receiver, parameter.name, parameter.annotation
            ) or self._interpreter.annotations.at_top(function.module, parameter.annotation)
            if known(annotated):
                return annotated
        given = self._interpreter.frameworks.parameter(self._interpreter, function, parameter.name)
        if given is not None:
            return self._atoms.instance(given, exact=False)
        default = parameter.default
        if default is not None and type(default) in NAMED:
            # what a caller gives who knows better is probably of the kind of the default: a registry, a class, a module
            return self._object_by_default(function, default) | UNKNOWN
        if type(default) is CONSTANT and isinstance(default.value, str) and parameter.name in TEMPLATES:
            return self._atoms.constant(default.value) | UNKNOWN  # few routes name another template than the view does
        if type(default) is CALL:  # `publisher=Publisher()`; what a framework is told so it gives itself
            made = self._default(function, default.function)
            if made and all(isinstance(atom, ClassAtom) and not atom.cls.library for atom in made):
                return self._default(function, default) | UNKNOWN
        return UNKNOWN


def _is_provided(default: code.Expression) -> bool:
    """`service=Provide[Container.service]`: what a container provides, in whatever code asks for it so."""
    return type(default) is SUBSCRIPT and last_name(default.value) in PROVIDING


def _around(closure: Context | None, name: str) -> Value | None:
    """What a variable of the functions around one holds: a default was evaluated there (`lambda row=row: ...`)."""
    while closure is not None:
        value = closure.env.get(name)
        if value is not None:
            return value
        closure = closure.closure
    return None
