"""What do objects do?  How they are made, which special methods they have, what iterating over them gives."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING, Final, TypeGuard

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments, narrow
from boundary.link.calling.weigher import OBJECTS
from boundary.link.definitions.record_classes import fields_of
from boundary.link.domain.asking import is_table, known
from boundary.link.domain.constructors import parameters_of, shared_parameters, statements_given, without_plain_objects
from boundary.link.domain.joining import join
from boundary.link.domain.kept_apart import keep_apart
from boundary.link.domain.telling import telling
from boundary.link.domain.values import BOTTOM, ClassAtom, Container, Function, Instance, Value, Wrapped, by_age
from boundary.link.evaluator import record_objects
from boundary.link.frameworks.pydantic import models as pydantic_models
from boundary.link.frameworks.python import binding as python_binding
from boundary.link.frameworks.python import enums as python_enums
from boundary.link.frameworks.python import mappings as python_mappings
from boundary.link.frameworks.python import typed_dicts
from boundary.link.frameworks.python.registries import one_of_few
from boundary.link.syntax.kinds import ATTRIBUTE, FUNCTION, NAME

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.cells import Cells
    from boundary.link.domain.values import Atom
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

MOST_SITES: Final = 16
MOST_TEXTS: Final = 200
"""Objects that make statements are kept apart by the tables that they are made for, of a large schema, too.

So are those that are made with a table, with an object that keeps one, or with one that was made of a class."""
MOST_BELOW: Final = 8
"""A `__new__` that may choose among more classes is taken for one that makes an object of its own."""
AS_METHODS: Final = frozenset({"staticmethod", "classmethod", "atomic function", "partialmethod"})
"""The decorators behind which a special method still is one."""
STANDS: Final = ("__call__", "__get__")
"""With one of these, what is made of a function stands for it: it is called, or read as an attribute."""
NAMED_TUPLE: Final = "NamedTuple"
PROPERTY: Final = "builtins.property"
READERS: Final = frozenset({"ast", "cmd", "html.parser", "xml.sax.handler"})
"""Modules of the standard library whose classes are no framework's: the code makes the objects by itself."""
AFTER: Final = ("__post_init__", "__attrs_post_init__")
"""What the constructor that a dataclass or attrs makes calls at its end."""


class Objects:
    """Makes instances and calls what the language calls on them."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms
        self._shared: frozenset[str] | None = None

    def instantiate(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value:
        """`Class(...)`: what the `__call__` of its metaclass gives, where the project has one."""
        meta = self._interpreter.classes.metaclass(cls)
        held = self._interpreter.classes.lookup(meta, "__call__")[1] if meta is not None else BOTTOM
        if held:
            bound = join(self._interpreter.attributes.bound(one, next(iter(self._atoms.class_(cls)))) for one in held)
            found = self._interpreter.calls.call(evaluator, bound, arguments, line)
            if known(found):
                return found
        return self.make(evaluator, cls, arguments, line)

    def make(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value:
        """A new object of a class."""
        if typed_dicts.is_typed_dict(self._interpreter, cls):
            return typed_dicts.made(evaluator, arguments, line)
        for hook in self._interpreter.frameworks.hooks(self._interpreter, cls):
            made = hook.construct(evaluator, cls, arguments, line)
            if made is not None:
                return made
        made = self._made_instead(evaluator, cls, arguments, line)
        derives = self._interpreter.classes.derives
        others: Value = frozenset(one for one in made if not derives(one.cls, cls))
        if others:
            return others
        if any(one.cls is not cls for one in made) and len(made) <= MOST_BELOW:
            for one in made:
                one.cls.data["instantiated"] = True
                self.construct(evaluator, one.alone, arguments, line)
            return frozenset(made)
        exact = not is_abstract(self._interpreter, cls)
        given = any(True for _ in arguments.every())
        site = self._made_with(cls, arguments) if given else one_of_few(evaluator, cls, line)
        value = self._atoms.instance(cls, exact=exact, site=site)
        cls.data["instantiated"] = True
        self.construct(evaluator, value, arguments, line)
        return value

    def _made_instead(
        self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int
    ) -> frozenset[Instance]:
        """What a `__new__` of the project returns; no `__init__` follows where that is not of the class or below it."""
        owner, held = self._interpreter.classes.lookup(cls, "__new__")
        if owner is None or owner.library or "builtins.type" in cls.externals:
            return frozenset()
        given = arguments.after(self._atoms.class_(cls))
        functions = frozenset(one for one in held if isinstance(one, Function))
        made = self._interpreter.calls.call(evaluator, functions, given, line)
        return frozenset(one for one in made if isinstance(one, Instance))

    def _made_with(self, cls: ClassInfo, arguments: Arguments) -> Hashable:
        """What keeps objects of a plain class apart: the objects that they are made of.

        Fields of a helper that is made for one model in one place and for another in the next are not the same.
        """
        bases = [one for one in self._interpreter.classes.mro(cls) if one.library and one.module.name not in READERS]
        if bases or is_exception(cls):
            return None  # what a framework makes it makes again elsewhere, and an exception carries text
        texts = statements_given(self._interpreter, cls, arguments)
        if self._shared is None:
            self._shared = shared_parameters(self._interpreter.program)
        names = parameters_of(self._interpreter, cls) if self._shared else []
        placed = zip(arguments.positional, chain(names, repeat("")), strict=False)
        given = tuple(self._part(value, name) for value, name in placed)
        named = tuple((name, self._part(value, name)) for name, value in sorted(arguments.keywords.items()))
        parts = (*given, *(one for _, one in named))
        by_class = any(isinstance(atom, ClassAtom) or is_rows(atom) for value in parts for atom in value)
        if texts:
            more = (given, named) if by_class else ()
            return keep_apart(cls, ("made", "of texts", texts, more), MOST_TEXTS)
        if not any(_tells(value) for value in parts):
            return None
        apart = by_class or self._stands_for_function(cls, parts)
        site = ("made", given, named)
        kept = keep_apart(cls, site, None if apart else MOST_SITES)
        if kept is None and any(self._has_table(value) or _made_for_class(value) for value in arguments.every()):
            return keep_apart(cls, site, MOST_TEXTS)
        return kept

    def _has_table(self, value: Value) -> bool:
        """Whether a value is a table, or an object that keeps one: what is made with it may keep another."""
        return any(
            is_table(atom) or self._keep_table(atom.cells) or self._keep_table(atom.cls.cells)
            for atom in value
            if isinstance(atom, Instance)
        )

    def _keep_table(self, cells: Cells) -> bool:
        """Whether some attribute still holds a table: few objects have ever held one."""
        if id(cells) not in self._interpreter.with_tables:
            return False
        return any(is_table(atom) for cell in cells.values() for atom in cell.value)

    def _stands_for_function(self, cls: ClassInfo, parts: tuple[Value, ...]) -> bool:
        """Whether an object stands for a function that it was made of, called or read: a decorator that is a class."""
        functions = any(_is_function(atom) for value in parts for atom in value)
        return functions and any(self._interpreter.classes.lookup(cls, name)[0] is not None for name in STANDS)

    def _part(self, value: Value, parameter: str) -> Value:
        """What of an argument keeps objects apart: of rows, which model they are of; of what all is made with, less."""
        part = telling(narrow(value, OBJECTS, 0, self._atoms), self._atoms)
        if any(is_rows(each) for each in part):
            part = join(self._atoms.instance(one.cls, model=one.model) if is_rows(one) else one.alone for one in part)
        return without_plain_objects(part) if self._shared and parameter in self._shared else part

    def construct(self, evaluator: Evaluator, value: Value, arguments: Arguments, line: int) -> None:
        """Run `__init__`; without one (a dataclass, a named tuple) keyword arguments become attributes."""
        (atom,) = value
        assert isinstance(atom, Instance)  # noqa: S101 - an instance was just made
        cls = atom.cls
        cls.data["initialised"] = True
        if is_exception(cls):
            self._carry(atom, arguments)
        if not atom.apart and python_enums.is_enumeration(self._interpreter, cls):
            return  # `Kind(text)` is one of the members, which the body of the class makes
        owner, init = self._interpreter.classes.lookup(cls, "__init__")
        if owner is not None:
            for one in init:
                if isinstance(one, Function):
                    bound = self._atoms.function(one.function, atom, one.closure, one.traits)
                    self._interpreter.calls.call(evaluator, bound, arguments, line)
            return
        if python_mappings.is_mapping(self._interpreter, cls):
            self._interpreter.calls.native(evaluator, "mapping.__init__", atom, arguments, line)
            return
        passed_on = record_objects.fill(evaluator, atom, self.fields(cls), arguments, line)
        pydantic_models.built(evaluator, cls, arguments, line)
        for name in AFTER:
            self.method(evaluator, value, name, line, Arguments(passed_on))

    def _carry(self, atom: Instance, arguments: Arguments) -> None:
        """`raise Failed(order)`: what catches it finds the order among its `args`; of texts nobody asks."""
        given = arguments.positional
        if any(_tells(value) or any(isinstance(one, Container) for one in value) for value in given):
            self._interpreter.write_attribute(atom, "args", self._atoms.container("tuple", join(given), given))

    def fields(self, cls: ClassInfo) -> tuple[str, ...]:
        """The fields of an object without a constructor, in order: of a named tuple, or as its class annotates them."""
        named = next((one.data["fields"] for one in self._interpreter.classes.mro(cls) if "fields" in one.data), ())
        if PROPERTY in cls.externals:
            return ("fget", "fset")
        return named or tuple([one.name for one in fields_of(cls, self._interpreter.classes.mro(cls)) if one.given])

    def parts(self, evaluator: Evaluator, atom: Instance, line: int) -> tuple[Value, ...] | None:
        """The members of a named tuple, in order; None for every other object."""
        if not self.is_named_tuple(atom.cls):
            return None
        get = self._interpreter.attributes.get
        return tuple(get(evaluator, atom.alone, name, line) for name in self.fields(atom.cls))

    def is_named_tuple(self, cls: ClassInfo) -> bool:
        """Whether `namedtuple` made a class, or it extends `NamedTuple` (found once)."""
        known: bool | None = cls.answers.get(NAMED_TUPLE)
        if known is None:
            above = self._interpreter.classes.mro(cls)
            known = any("fields" in one.data for one in above) or any(
                base.rpartition(".")[2] == NAMED_TUPLE for base in cls.externals
            )
            cls.answers[NAMED_TUPLE] = known
        return known

    def method(
        self, evaluator: Evaluator, value: Value, name: str, line: int, arguments: Arguments = NO_ARGUMENTS
    ) -> Value | None:
        """Call a special method through the class of each instance; None where none defines it."""
        found: list[Value] = []
        for atom in by_age(value):
            if not isinstance(atom, Instance):
                continue
            owner, held = self._interpreter.classes.lookup(atom.cls, name)
            if owner is None:
                continue
            for one in by_age(held):
                if isinstance(one, Function):
                    bound = self._atoms.function(one.function, atom, one.closure, one.traits)
                    found.append(self._interpreter.calls.call(evaluator, bound, arguments, line))
                elif isinstance(one, Wrapped) and one.kind in AS_METHODS:
                    bound = self._interpreter.attributes.from_instance(evaluator, one, atom, name, line)
                    found.append(self._interpreter.calls.call(evaluator, bound, arguments, line))
        return join(found) if found else None

    def enter(self, evaluator: Evaluator, value: Value, line: int) -> Value | None:
        """What entering objects by `with` or `async with` gives; None where their classes do not say."""
        entered = self.method(evaluator, value, "__enter__", line)
        return entered if entered is not None else self.method(evaluator, value, "__aenter__", line)

    def leave(self, evaluator: Evaluator, value: Value, line: int) -> None:
        """Leave them again; `closing` closes what it was given."""
        held = [one for atom in value if isinstance(atom, Wrapped) and atom.kind == "closing" for one in atom.inner]
        own = frozenset([one for one in held if isinstance(one, Instance) and not one.cls.library])
        if own and self.method(evaluator, own, "close", line) is None:
            self.method(evaluator, own, "aclose", line)
        if self.method(evaluator, value, "__exit__", line) is None:
            self.method(evaluator, value, "__aexit__", line)

    def enters_transaction(self, atom: Instance) -> str | None:
        """The database of the transaction that entering an object opens, None where it opens none."""
        if self._interpreter.frameworks.opens_transaction(atom.cls):
            return atom.site[1] if isinstance(atom.site, tuple) and atom.site[0] == "database" else "default"
        for name in ("__enter__", "__aenter__"):
            for one in self._interpreter.classes.lookup(atom.cls, name)[1]:
                if isinstance(one, Function):
                    for context in one.function.contexts.values():
                        if context.receiver is atom and context.enters is not None:
                            return context.enters
        return None


def _is_function(atom: Atom) -> bool:
    """Whether an atom is a function of no closure, or such a method of a class."""
    if isinstance(atom, Wrapped):
        return atom.kind in python_binding.CLASSES_OWN and any(_is_function(each) for each in atom.inner)
    return isinstance(atom, Function) and atom.closure is None


def is_abstract(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class cannot be made itself: what makes one means a class below it, which has what this one lacks."""
    found: bool | None = cls.data.get("abstract")
    if found is None:
        named = [name for one in interpreter.classes.mro(cls) if not one.library for name in _abstract(one)]
        found = any(name in _abstract(owner) for name in named if (owner := interpreter.classes.lookup(cls, name)[0]))
        cls.data["abstract"] = found = found and interpreter.classes.has_below(cls)
    return found


def _abstract(cls: ClassInfo) -> list[str]:
    return [name for name, held in cls.bindings.items() if any(_is_abstract(one.statement) for one in held)]


def _is_abstract(statement: object) -> bool:
    if type(statement) is not FUNCTION:
        return False
    bare = [one.name if type(one) is ATTRIBUTE else one.id if type(one) is NAME else ""
            for one in statement.decorators]  # fmt: skip
    return "abstractmethod" in bare


def is_exception(cls: ClassInfo) -> bool:
    """Whether a class is an exception: what it carries is for messages."""
    return cls.name.endswith(("Error", "Exception")) or any("Exception" in name for name in cls.externals)


def is_rows(atom: Atom | None) -> TypeGuard[Instance]:
    """Whether an atom is a queryset or a manager of a known model."""
    return isinstance(atom, Instance) and atom.model is not None


def _tells(value: Value) -> bool:
    return any(isinstance(atom, (Instance, ClassAtom, Function)) or _is_function(atom) for atom in value)


def _made_for_class(value: Value) -> bool:
    """Whether a value is an object that was made of a class: `Editor(Rows(Order))` is for that class, too."""
    return any(type(atom) is Instance and atom.apart and _names_class(atom.site) for atom in value)


def _names_class(site: Hashable) -> bool:
    """Whether what keeps an object apart has a class among what it was made of; a place in the code is nothing made."""
    match site:
        case (_, tuple() as given, tuple() as named):
            parts = (*given, *(value for _, value in named))
            return any(type(atom) is ClassAtom for value in parts for atom in value)
        case _:
            return False


def cell_owner(atom: Instance) -> object:
    """Where the attributes of an instance are stored: with its class, or with itself where it is kept apart."""
    return atom if atom.apart else atom.cls
