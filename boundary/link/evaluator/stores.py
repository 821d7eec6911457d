"""What does `value.name = x` do?  Setters, descriptors, and what is stored for whoever reads the attribute."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.values import (
    BOTTOM,
    UNKNOWN,
    Atom,
    ClassAtom,
    Container,
    External,
    Function,
    Instance,
    ModuleAtom,
    Value,
    Wrapped,
    by_age,
    made_of,
)
from boundary.link.evaluator.attributes import DELETER
from boundary.link.evaluator.lent import LENDS, LENT, SHARED, is_made
from boundary.link.frameworks.python import changed_classes
from boundary.link.frameworks.python.overrides import MOST_SUBCLASSES
from boundary.link.members import containers
from boundary.link.syntax.stubs import is_stub

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.domain.cells import Cells
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

ANY_NAME, ANY_BELOW = "*", "* of any class below"
"""Stand for the attributes of which not even the names are known (`setattr(self, name, value)`)."""


class Stores:
    """Writes attributes."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms

    def set(  # noqa: PLR0913 - an assignment, spelled out
        self, evaluator: Evaluator, holder: Value, name: str, value: Value, line: int, *, own: bool = True
    ) -> None:
        """`holder.name = value`: through setters and descriptors where the class has them, else stored.

        With `own` false it is past the class's own `__setattr__`, as that does it itself.
        """
        if name == "__dict__":
            self._set_all(holder, value)
            return
        for atom in by_age(holder):
            if isinstance(atom, Instance):
                self._set_instance(evaluator, atom, name, value, line, own=own)
            elif isinstance(atom, ClassAtom):
                same = False
                for hook in self._interpreter.frameworks.hooks(self._interpreter, atom.cls):
                    same |= hook.store_in_class(evaluator, atom, name, value, line)
                if not same:
                    self._interpreter.write(("class", atom.cls, name), value)
            elif isinstance(atom, Function):
                self._interpreter.write(("function", atom.function, name), value)
            elif isinstance(atom, ModuleAtom):
                self._interpreter.write(("global", atom.module.name, name), value)
            elif isinstance(atom, External):
                self._lend(evaluator, atom, name, value)

    def _set_all(self, holder: Value, value: Value) -> None:
        """`self.__dict__ = values`: an attribute for each key that is known, and any others."""
        held = containers.pairs(value)
        for atom in holder:
            if isinstance(atom, Instance):
                for name, one in (held or {}).items():
                    self._interpreter.write_attribute(atom, str(name), one or UNKNOWN)
        if held is None or containers.open_part(value):
            self.open(holder)

    def _lend(self, evaluator: Evaluator, atom: External, name: str, value: Value) -> None:
        """Store something in an object of a library.

        Not plain data in a request: a collection of that says no more than what the client has sent, which nobody
        knows, and half of a program reads it.
        """
        if is_made(atom.dotted) if not evaluator.module.library else name in LENDS:
            lent = made_of([one for one in value if not _is_data(one)]) if atom.dotted in SHARED else value
            if lent:
                self._interpreter.write((LENT, atom.dotted, name), lent)

    def set_any(self, evaluator: Evaluator, atom: Instance, value: Value, line: int) -> None:
        """An attribute is set of a name that is not known, as far as a framework makes something of that."""
        for hook in self._interpreter.frameworks.hooks(self._interpreter, atom.cls):
            if hook.store(evaluator, atom, ANY_NAME, value, line):
                return

    def delete(self, evaluator: Evaluator, holder: Value, name: str, line: int) -> None:
        """`del holder.name`: what frameworks make of it, deleters of properties, `__delete__` and `__delattr__`."""
        for atom in by_age(holder):
            if not isinstance(atom, Instance):
                continue
            for hook in self._interpreter.frameworks.hooks(self._interpreter, atom.cls):
                hook.delete(evaluator, atom, name, line)
            owner, held = self._interpreter.classes.lookup(atom.cls, name)
            deleters = (
                self._interpreter.read((DELETER, owner, name), evaluator.context) if owner is not None else BOTTOM
            )
            for one in by_age(deleters):
                bound = self._interpreter.attributes.bound(one, atom)
                self._interpreter.calls.call(evaluator, bound, NO_ARGUMENTS, line)
            for one in by_age(held):
                if isinstance(one, Instance):
                    self._interpreter.objects.method(evaluator, one.alone, "__delete__", line, Arguments((atom.alone,)))
        named = Arguments((self._atoms.constant(name),))
        self._interpreter.objects.method(evaluator, holder, "__delattr__", line, named)

    def open(self, holder: Value) -> None:
        """Attributes are stored whose names are not known: what a class says of one decides no branch any more."""
        for atom in holder:
            if isinstance(atom, Instance):
                self._interpreter.write_attribute(atom, ANY_NAME, UNKNOWN)
                if not atom.exact:
                    self._interpreter.write_cell(atom.cls.cells, ANY_BELOW, UNKNOWN)

    def is_open(self, atom: Instance, reader: Context) -> bool:
        """Whether attributes may be stored in an object whose names are not known."""
        classes = self._interpreter.classes
        keys: list[tuple[Cells, str]] = [(atom.cells, ANY_NAME)]
        keys.extend((one.cells, ANY_BELOW) for one in classes.mro(atom.cls) if not one.library)
        if not atom.exact:
            keys.extend((one.cells, ANY_NAME) for one in islice(classes.below(atom.cls), MOST_SUBCLASSES))
        return any(self._interpreter.read_attribute(cells, name, reader) for cells, name in keys)

    def holder(self, value: Value, name: str) -> Value:
        """Where an attribute is that was changed in place: of a class, in the base or metaclass that defines it."""
        found: set[Atom] = set()
        for atom in value:
            owner = None
            if isinstance(atom, ClassAtom):
                meta = self._interpreter.classes.metaclass(atom.cls)
                places = (atom.cls, meta) if meta is not None else (atom.cls,)
                for cls in places:
                    owner, _ = self._interpreter.classes.lookup(cls, name)
                    if owner is not None:
                        break
            found |= atom.alone if owner is None else self._atoms.class_(owner)
        return frozenset(found)

    def _set_instance(  # noqa: PLR0913 - as above
        self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int, *, own: bool
    ) -> None:
        changed_classes.change(self._interpreter, atom, name, value)
        for hook in self._interpreter.frameworks.hooks(self._interpreter, atom.cls):
            if hook.store(evaluator, atom, name, value, line):
                return
        if self._is_taken(evaluator, atom, name, value, line):
            return
        owner = self._interpreter.classes.lookup(atom.cls, "__setattr__")[0] if own else None
        if owner is not None:
            arguments = Arguments((self._atoms.constant(name), value))
            self._interpreter.objects.method(evaluator, atom.alone, "__setattr__", line, arguments)
            if not owner.library:
                return
        self._interpreter.write_attribute(atom, name, value or UNKNOWN)

    def _is_taken(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """Whether the class takes what is stored: by a setter, by a descriptor, or as a stub for one of its methods."""
        _, held = self._interpreter.classes.lookup(atom.cls, name)
        for one in by_age(held):
            if isinstance(one, Function) and _are_stubs(value):
                return True
            if isinstance(one, Wrapped) and one.kind == "property":
                if isinstance(one.extra, Function):
                    bound = self._interpreter.attributes.bound(one.extra, atom)
                    self._interpreter.calls.call(evaluator, bound, Arguments((value,)), line)
                return True
            if isinstance(one, Instance):
                arguments = Arguments((atom.alone, value))
                if self._interpreter.objects.method(evaluator, one.alone, "__set__", line, arguments) is not None:
                    return True
        return False


def _are_stubs(value: Value) -> bool:
    """Whether what takes the place of a method are functions that do nothing."""
    return bool(value) and all(isinstance(one, Function) and is_stub(one.function) for one in value)


def _is_data(atom: Atom) -> bool:
    """Whether an atom is a collection in which there are neither objects nor functions."""
    return isinstance(atom, Container) and not (atom.objects or atom.functions)
