"""What is in an object?  What a loop over it gives, and what `held[index]` reads and sets, as its class says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.definitions.listed_classes import crowd_in
from boundary.link.domain.asking import is_unknown, known, strings
from boundary.link.domain.joining import join
from boundary.link.domain.keys import value_of
from boundary.link.domain.plain_data import is_plain_data
from boundary.link.domain.values import (
    BOTTOM,
    UNKNOWN,
    ClassAtom,
    Container,
    External,
    Function,
    Instance,
    Member,
    Value,
)
from boundary.link.frameworks.python import enums as python_enums
from boundary.link.frameworks.python import mappings as python_mappings
from boundary.link.frameworks.python import typed_dicts
from boundary.link.members import containers
from boundary.link.members.gathering import condensed

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter


class Items:
    """Knows what objects, classes and collections hold."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms
        self._objects = interpreter.objects

    def iterate(self, evaluator: Evaluator, value: Value, line: int) -> Value:
        """Anything that iterating over a value may give."""
        if (crowd := crowd_in(value)) is not None:
            return crowd
        found: list[Value] = []
        for atom in value:
            if isinstance(atom, Container):
                if atom.kind == "dict":
                    found.append(self._keys(evaluator, atom))
                elif atom.element or atom.entries != ():  # one that is empty adds nothing to what others hold
                    found.append(condensed(evaluator, atom.element) or UNKNOWN)
            elif isinstance(atom, Instance):
                found.append(self._iterate_instance(evaluator, atom, line))
            elif isinstance(atom, ClassAtom):
                rows = self.rows(evaluator, atom, line)
                if rows is None and (iterator := self._by_metaclass(evaluator, atom, "__iter__", NO_ARGUMENTS, line)):
                    rows = self.iterate(evaluator, iterator, line)
                found.append(rows or UNKNOWN)
            else:
                found.append(self._in_other(atom))
        return join(found) or UNKNOWN

    def _in_other(self, atom: Atom) -> Value:
        """What is in something that is no object of the program's."""
        if isinstance(atom, External):
            return self._atoms.external(f"{atom.dotted}[]") if is_plain_data(atom.dotted) else BOTTOM
        return UNKNOWN if is_unknown(atom) else BOTTOM

    def _keys(self, evaluator: Evaluator, atom: Container) -> Value:
        if atom.entries is None:
            return UNKNOWN
        keys = [value_of(evaluator, key) for key, _ in atom.entries]
        return join(keys) or UNKNOWN

    def _iterate_instance(self, evaluator: Evaluator, atom: Instance, line: int) -> Value:
        for hook in self._interpreter.frameworks.hooks(self._interpreter, atom.cls):
            hooked = hook.iterate(evaluator, atom, line)
            if hooked is not None:
                return hooked
        parts = self._objects.parts(evaluator, atom, line)
        if parts is not None:
            return join(parts)
        iterator = self._objects.method(evaluator, atom.alone, "__iter__", line)
        if iterator is None and self._objects.method(evaluator, atom.alone, "__aiter__", line) is not None:
            return self._objects.method(evaluator, atom.alone, "__anext__", line) or UNKNOWN
        if iterator:
            inner = [one for one in iterator if isinstance(one, Container) or one is not atom]
            own = self._objects.method(evaluator, atom.alone, "__next__", line) if len(inner) < len(iterator) else None
            return own if own and not inner else self.iterate(evaluator, frozenset(inner), line) | (own or BOTTOM)
        if iterator is None and not atom.cls.library:  # members are asked for one after the other
            return self._objects.method(evaluator, atom.alone, "__getitem__", line, Arguments((UNKNOWN,))) or UNKNOWN
        return UNKNOWN

    def listed(self, evaluator: Evaluator, value: Value, line: int) -> Value:
        """The list that an object's `__iter__` hands out, so that what goes through it has its members one by one."""
        atom = next(iter(value)) if len(value) == 1 else None
        if type(atom) is not Instance or self._interpreter.classes.lookup(atom.cls, "__iter__")[0] is None:
            return value
        hooks = self._interpreter.frameworks.hooks(self._interpreter, atom.cls)
        if any(hook.iterate(evaluator, atom, line) is not None for hook in hooks):
            return value
        held = self._objects.method(evaluator, value, "__iter__", line) or BOTTOM
        return held if held and all(type(one) is Container and one.kind == "list" for one in held) else value

    def rows(self, evaluator: Evaluator, atom: ClassAtom, line: int) -> Value | None:
        """What iterating over (or indexing) a class gives, where its framework makes something of that."""
        if not atom.cls.library and python_enums.is_enumeration(self._interpreter, atom.cls):
            return python_enums.members(self._interpreter, atom.cls) or None
        for hook in self._interpreter.frameworks.hooks(self._interpreter, atom.cls):
            hooked = hook.rows(evaluator, atom, line)
            if hooked is not None:
                return hooked
        return None

    def named_member(self, atom: ClassAtom, index: Value) -> Value:
        """`Kind["ORDER"]`: the members of an enumeration that are called so, nothing where it is none."""
        if atom.cls.library or not python_enums.is_enumeration(self._interpreter, atom.cls):
            return BOTTOM
        names = strings(index)
        held = python_enums.members(self._interpreter, atom.cls) if len(names) == len(index) else BOTTOM
        return frozenset(one for one in held if isinstance(one, Member) and one.name in names)

    def item_of_class(self, evaluator: Evaluator, atom: ClassAtom, index: Value, line: int) -> Value:
        """`Provide[service]`: of a class with a `__class_getitem__` (PEP 560), or a metaclass with a `__getitem__`."""
        _, methods = self._interpreter.classes.lookup(atom.cls, "__class_getitem__")
        if not methods:
            return self._by_metaclass(evaluator, atom, "__getitem__", Arguments((index,)), line)
        found: list[Value] = []
        for one in methods:
            if isinstance(one, Function) and not one.function.native:
                bound = self._atoms.function(one.function, atom, one.closure, one.traits)
                made = self._interpreter.calls.call(evaluator, bound, Arguments((index,)), line)
                if known(made):
                    found.append(made)
        return join(found)

    def _by_metaclass(self, evaluator: Evaluator, atom: ClassAtom, name: str, arguments: Arguments, line: int) -> Value:
        """Call a special method that the metaclass of a class has, a class of the project."""
        meta = self._interpreter.classes.metaclass(atom.cls)
        _, methods = self._interpreter.classes.lookup(meta, name) if meta is not None else (None, BOTTOM)
        found: list[Value] = []
        for one in methods:
            if type(one) is Function and not one.function.library:
                bound = self._atoms.function(one.function, atom, one.closure, one.traits)
                found.append(self._interpreter.calls.call(evaluator, bound, arguments, line))
        return join(found)

    def item_of(self, evaluator: Evaluator, atom: Instance, index: Value, line: int) -> Value:
        """`instance[index]`."""
        parts = self._objects.parts(evaluator, atom, line)
        if parts is not None:
            return containers.subscript(evaluator, containers.make(evaluator, "tuple", list(parts)), index, line)
        if typed_dicts.is_typed_dict(self._interpreter, atom.cls):
            return typed_dicts.item(evaluator, atom, index, line)
        got = self._objects.method(evaluator, atom.alone, "__getitem__", line, Arguments((index,)))
        if got is not None:
            return got
        if python_mappings.is_mapping(self._interpreter, atom.cls):
            return python_mappings.item(evaluator, atom, index, line)
        for hook in self._interpreter.frameworks.hooks(self._interpreter, atom.cls):
            hooked = hook.item(evaluator, atom, index)
            if hooked is None:
                hooked = hook.iterate(evaluator, atom, line)
            if hooked is not None:
                return hooked
        return UNKNOWN

    def sliced(self, evaluator: Evaluator, atom: Instance, line: int) -> Value:
        """`instance[1:]`: another object like it, unless its framework says that it is a list."""
        rows = self.iterate(evaluator, atom.alone, line)
        listed = any(hook.slices for hook in self._interpreter.frameworks.hooks(self._interpreter, atom.cls))
        return evaluator.atoms.container("list", rows) if listed else atom.alone

    def set_item(self, evaluator: Evaluator, atom: Instance, index: Value, value: Value, line: int) -> None:
        """`instance[index] = value`."""
        if typed_dicts.is_typed_dict(self._interpreter, atom.cls):
            typed_dicts.store(evaluator, atom, index, value, line)
            return
        if self._objects.method(evaluator, atom.alone, "__setitem__", line, Arguments((index, value))) is None:
            python_mappings.put_item(evaluator, atom, index, value)
