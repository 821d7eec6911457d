"""What does `value.name` give?  Attributes of modules, classes, instances and the rest."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.calling.contexts import BY_GUESS
from boundary.link.definitions.record_classes import begins_with
from boundary.link.domain.asking import known, left_of
from boundary.link.domain.cells import stored
from boundary.link.domain.joining import join, union, widen
from boundary.link.domain.kept_apart import stored_apart, wait_for_others
from boundary.link.domain.values import (
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
    Member,
    ModuleAtom,
    Native,
    Pattern,
    Super,
    Value,
    Wrapped,
    by_age,
)
from boundary.link.evaluator import record_objects
from boundary.link.evaluator.class_attributes import class_attribute, from_class
from boundary.link.evaluator.lent import of_outside
from boundary.link.evaluator.object_fallbacks import fallback, through_super
from boundary.link.frameworks.python import changed_classes as python_changed_classes
from boundary.link.frameworks.python import enums as python_enums
from boundary.link.frameworks.python import patched as python_patched
from boundary.link.frameworks.python import stored_by_holes as python_stored_by_holes
from boundary.link.frameworks.python.module_names import MAPPING
from boundary.link.frameworks.python.overrides import MOST_SUBCLASSES, overrides
from boundary.link.members import row_columns
from boundary.link.syntax.kinds import ASSIGN

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter


def annotated_in(cls: ClassInfo) -> frozenset[str]:
    """The names that the body of a class annotates (found once)."""
    if cls.annotated is None:
        cls.annotated = frozenset(
            name
            for name, bindings in cls.bindings.items()
            if any(type(one.statement) is ASSIGN and one.statement.annotation is not None for one in bindings)
        )
    return cls.annotated


def _are_of(value: Value, promised: Value) -> bool:
    """Whether a type is that of the class attribute itself: `order: ForeignKey[Order] = ForeignKey(Order)`."""
    classes = {atom.cls for atom in promised if isinstance(atom, Instance)}
    return any(isinstance(atom, Instance) and atom.cls in classes for atom in value)


BARE: Final = frozenset({"ABC", "Generic", "Protocol", "object"})
"""The bases outside of the code that is read which have no attributes of their own."""
NAMES: Final[dict[str, frozenset[str]]] = {
    "list": frozenset(dir(list)),
    "dict": frozenset(dir(dict)),
    "set": frozenset(dir(set)),
    "str": frozenset(dir(str)),
}
"""The attributes of Python's own collections and of texts; what a tuple lacks is a column of a row."""
DELETER: Final = "deleter"
"""What the keys begin with under which the deleters of properties are kept, by class and name."""
CACHED: Final = "cached"
"""What a property says besides that is evaluated once for each object."""
OF_MODULES: Final = frozenset({"__dict__", "__name__", "__path__"})


class Attributes:
    """Reads and writes attributes."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms

    def get(self, evaluator: Evaluator, value: Value, name: str, line: int) -> Value:
        """`value.name`; unknown where no alternative has the attribute."""
        if len(value) == 1:
            (atom,) = value
            return self.of(evaluator, atom, name, line) or UNKNOWN
        found = [self.of(evaluator, atom, name, line) for atom in by_age(value) if atom is not ANY]
        result = join(one for one in found if one)
        if name == "__class__" and (classes := [one for one in result if isinstance(one, ClassAtom)]):
            return frozenset(classes)  # what is known of a value is believed, here as for its methods
        if ANY in value:
            result = union(result, UNKNOWN)
        return result or UNKNOWN

    def of(  # noqa: C901 - one case for each kind of atom
        self, evaluator: Evaluator, atom: Atom, name: str, line: int
    ) -> Value:
        """The attribute of one atom; nothing where it has none."""
        if isinstance(atom, Instance):
            return self.instance(evaluator, atom, name, line)
        if isinstance(atom, ClassAtom):
            return class_attribute(evaluator, atom, name, line)
        if isinstance(atom, ModuleAtom):
            return self._module(evaluator, atom, name)
        if isinstance(atom, External):
            return of_outside(evaluator, atom, name)
        if isinstance(atom, Super):
            return self._super(evaluator, atom, name, line)
        if isinstance(atom, Function):
            return self._function(evaluator, atom, name, line)
        if isinstance(atom, (Container, Pattern)):
            kind = atom.kind if isinstance(atom, Container) else "str"
            if kind.endswith("tuple") and not hasattr(tuple, name):
                return row_columns.column(evaluator, atom, name)
            return self._builtin(kind, name, atom)
        if isinstance(atom, Constant):
            if isinstance(atom, Member) and (held := python_enums.attribute(evaluator, atom, name, line)):
                return held
            return self._builtin("str", name, atom) if isinstance(atom.value, str) else BOTTOM
        if isinstance(atom, Wrapped):
            return self._wrapped(evaluator, atom, name, line)
        if isinstance(atom, Native):
            return self._atoms.native(f"{atom.name}.{name}", atom.receiver)
        return left_of(atom) or BOTTOM

    def _builtin(self, kind: str, name: str, atom: Atom) -> Value:
        """A method of a collection or a text; nothing where it has none, as where a value is not what it seems."""
        called = f"{kind}.{name}"
        had = NAMES.get(kind)
        if had is not None and name not in had and self._interpreter.frameworks.handler(called) is None:
            return BOTTOM
        return self._atoms.native(called, atom)

    def _module(self, evaluator: Evaluator, atom: ModuleAtom, name: str) -> Value:
        """`module.name`: what the module binds, and what functions put there later (`global`)."""
        if name in OF_MODULES and name not in atom.module.bindings and not atom.module.library:
            return self._atoms.constant(atom.module.name) if name == "__name__" else atom.alone
        value = self._interpreter.names.member(atom.module, name)
        if name in MAPPING and value == UNKNOWN and not atom.module.library:
            return self._atoms.native(f"module.{name}", atom)  # of the dict that its names are in
        key = "global", atom.module.name, name
        if not self._interpreter.names.is_variable(atom.module, name):
            cell = self._interpreter.stored(key)
            return join((value, cell)) if cell else value
        cells = [  # whoever sets it may be evaluated after this
            self._interpreter.read(("global", one.name, called), evaluator.context)
            for one, called in self._interpreter.names.way(atom.module, name)
        ]
        return join((value, *cells)) if any(cells) else value

    # --- what classes and objects share --------------------------------------------------------------

    def external_base(self, cls: ClassInfo, name: str) -> Value:
        """What a class has of its bases outside of the code that is read; nothing where it has none."""
        self._interpreter.classes.mro(cls)
        for base in cls.externals:
            if base.rpartition(".")[2].removesuffix("[]") not in BARE:
                return self._atoms.external(f"{base}.{name}")
        return BOTTOM

    def traited(self, cls: ClassInfo, name: str, value: Value) -> Value:
        """The methods of a class, with what a class decorator (`method_decorator`) adds to them."""
        if name not in self._interpreter.program.traited:
            return value
        traits: list[Hashable] = []
        for one in self._interpreter.classes.mro(cls):
            traits.extend(one.method_traits.get(name, ()))
        if not traits:
            return value
        found: set[Atom] = set()
        for atom in value:
            if isinstance(atom, Function):
                found |= self._atoms.function(
                    atom.function,
                    atom.receiver,
                    atom.closure,
                    atom.traits | frozenset(traits),
                )
            else:
                found.add(atom)
        return frozenset(found)

    def bound(self, atom: Atom, receiver: Atom) -> Value:
        """A method of a class as a method of an object or of the class."""
        if isinstance(atom, Function) and atom.receiver is None:
            return self._atoms.function(atom.function, receiver, atom.closure, atom.traits)
        if isinstance(atom, Wrapped) and atom.kind in {"atomic function", "partialmethod", "dispatched"}:
            inner = join(self.bound(one, receiver) for one in atom.inner)
            return self._atoms.wrapped("partial" if atom.kind == "partialmethod" else atom.kind, inner, atom.extra)
        return atom.alone

    # --- instances --------------------------------------------------------------------------------

    def instance(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value:
        """`instance.name`, of whichever class the object is by now."""
        if atom.cls in self._interpreter.changed_classes:
            changed = python_changed_classes.attribute(evaluator, atom, name, line)
            return join((self.of_class(evaluator, atom, name, line), changed))
        return self.of_class(evaluator, atom, name, line)

    def of_class(  # noqa: C901, PLR0912 - the places that Python asks, in its order
        self, evaluator: Evaluator, atom: Instance, name: str, line: int
    ) -> Value:
        """`instance.name`: through the class, what was stored, overrides below an inexact class, `__getattr__`."""
        if name == "__call_matching__":
            return self._atoms.native(name, atom)
        hooks = atom.cls.hooks
        if hooks is None:
            hooks = self._interpreter.frameworks.hooks(self._interpreter, atom.cls)
        for hook in hooks:
            hooked: Value | None = hook.attribute(evaluator, atom, name, line)
            if hooked is not None:
                return hooked
        result = self.stored(evaluator, atom, name)
        owner, value = self._interpreter.classes.lookup(atom.cls, name)
        if owner is not None and not record_objects.is_given(self._interpreter, atom, name, result):
            value = self.traited(atom.cls, name, value)
            for one in value:
                got = self.from_instance(evaluator, one, atom, name, line)
                result = result | got if result else got
            if not owner.library and begins_with(owner, name, value):
                result |= self._declared(owner, name) | UNKNOWN  # a default: the object may hold something else
        if not atom.exact and self._interpreter.classes.has_below(atom.cls):
            for got in overrides(evaluator, atom, name, line, owner):
                result = result | got if result else got
        result = widen(result)
        if hooks and result and (owner is None or owner.library):
            result = union(result, python_patched.behind(evaluator, hooks, atom, name, line, owner, result))
        if not atom.cls.library and (ANY in result or not result):
            # What was stored is not known in full: what the class declares of its field is.
            declared = self._declared(atom.cls, name)
            if declared:
                return self._interpreter.annotations.as_promised(result, declared)
        if result:
            if not atom.cls.library and _is_outside(result):
                result = result | _of_project(self._declared(atom.cls, name))
            plain = not atom.cls.library and all(isinstance(one, Constant) for one in result)
            return result | UNKNOWN if plain and self._interpreter.stores.is_open(atom, evaluator.context) else result
        if self._interpreter.holes and (kept := python_stored_by_holes.kept(evaluator, atom, name)):
            return kept
        for hook in hooks:
            hooked = hook.missing(evaluator, atom, name, line)
            if hooked is not None:
                return hooked
        return fallback(evaluator, atom, name, line) or self.external_base(atom.cls, name)

    def _declared(self, cls: ClassInfo, name: str) -> Value:
        """What a class body promises of an attribute (`checkout: "Checkout"`)."""
        for one in self._interpreter.classes.mro(cls):
            for binding in one.bindings[name] if name in annotated_in(one) else ():
                statement = binding.statement
                if type(statement) is ASSIGN and statement.annotation is not None:
                    promised = self._interpreter.annotations.in_class(one, statement.annotation)
                    itself = self._interpreter.classes.own(one, name) if statement.value is not None else BOTTOM
                    return promised if known(promised) and not _are_of(itself, promised) else BOTTOM
        return BOTTOM

    def stored(self, evaluator: Evaluator, atom: Instance, name: str) -> Value:
        """What was stored in an object under a name."""
        interpreter, reader, cls = self._interpreter, evaluator.context, atom.cls
        found = interpreter.read_attribute(atom.cells, name, reader)
        if atom.apart:
            if found:
                return found
            found = interpreter.read_attribute(cls.cells, name, reader)
        if name not in interpreter.stored_names:
            wait_for_others(atom, name, reader)
            return found
        # a method that nobody calls runs on any object of its class, not only on one that is made of nobody knows what
        if not atom.apart and (not found or (reader.root and reader.receiver is atom and not known(found))):
            found |= stored_apart(interpreter, cls, name, reader)
        for one in interpreter.classes.mro(cls)[1:]:
            if not one.library and stored(one.cells, name):
                found |= interpreter.read_attribute(one.cells, name, reader)
        if not atom.exact and interpreter.classes.has_below(cls):
            for one in islice(interpreter.classes.below(cls), MOST_SUBCLASSES):
                if stored(one.cells, name):
                    found |= interpreter.read_attribute(one.cells, name, reader)
        return widen(found)

    def from_instance(self, evaluator: Evaluator, one: Atom, holder: Instance, name: str, line: int) -> Value:
        """What a class attribute becomes when it is read through an instance."""
        if isinstance(one, Function):
            return self.bound(one, holder)
        if isinstance(one, Wrapped):
            return self._unwrapped(evaluator, one, holder, line)
        if isinstance(one, Instance):
            for hook in self._interpreter.frameworks.hooks(self._interpreter, one.cls):
                hooked = hook.descriptor(evaluator, holder, name, one, line)
                if hooked is not None:
                    return hooked
            arguments = Arguments((holder.alone, self._atoms.class_(holder.cls)))
            got = self._interpreter.objects.method(evaluator, one.alone, "__get__", line, arguments)
            if got:
                return got
        return one.alone

    def _unwrapped(self, evaluator: Evaluator, one: Wrapped, holder: Instance, line: int) -> Value:
        """What a decorated method becomes when it is read through an instance."""
        if one.kind == "property":
            return self.property_of(evaluator, one, holder, line)
        if one.kind in {"classmethod", "classproperty"}:
            cls = next(iter(self._atoms.class_(holder.cls)))
            if one.kind == "classproperty":
                return self.property_of(evaluator, one, cls, line)
            found = join(self.bound(inner, cls) for inner in one.inner)
        elif one.kind == "staticmethod":
            found = one.inner
        else:
            return self.bound(one, holder)
        return self._by_guess(found) if holder.guessed else found

    def _by_guess(self, found: Value) -> Value:
        """Functions of a class that nothing but a guess says is meant."""
        return join(
            self._atoms.function(one.function, one.receiver, one.closure, one.traits | {BY_GUESS})
            if isinstance(one, Function)
            else one.alone
            for one in found
        )

    def property_of(self, evaluator: Evaluator, one: Wrapped, holder: Atom, line: int) -> Value:
        """What a property gives for an object."""
        bound = join(self.bound(inner, holder) for inner in one.inner)
        before = evaluator.pending if one.extra == CACHED else 0  # the session that it makes may be there already
        natives = frozenset([inner for inner in one.inner if type(inner) is Native])  # `property(attrgetter("total"))`
        value = self._interpreter.calls.call(evaluator, bound - natives, NO_ARGUMENTS, line)
        if natives:
            value |= self._interpreter.calls.call(evaluator, natives, Arguments((holder.alone,)), line)
        evaluator.pending |= before
        return value

    def _super(self, evaluator: Evaluator, atom: Super, name: str, line: int) -> Value:
        receiver = atom.receiver
        cls = receiver.cls if isinstance(receiver, (Instance, ClassAtom)) else atom.cls
        owner, value = self._interpreter.classes.lookup(cls, name, after=atom.cls)
        if owner is None:
            if name == "__call__" and isinstance(receiver, ClassAtom):
                return self._atoms.native("type.__call__", receiver)
            for hook in self._interpreter.frameworks.hooks(self._interpreter, cls):
                hooked = hook.missing(evaluator, receiver, name, line) if isinstance(receiver, Instance) else None
                if hooked is not None:
                    return hooked
            plain = through_super(evaluator, receiver, name)
            return plain or self.external_base(cls, name) or self._atoms.external(f"object.{name}")
        if isinstance(receiver, Instance):
            return join(self.from_instance(evaluator, one, receiver, name, line) for one in value)
        # In a class method `super()` binds the class; `__new__` and static methods stay as they are.
        return join(
            from_class(evaluator, one, receiver, name, line) for one in value if isinstance(receiver, ClassAtom)
        )

    # --- functions and wrapped values -------------------------------------------------------------

    def _function(self, evaluator: Evaluator, atom: Function, name: str, line: int) -> Value:
        special = self._interpreter.frameworks.function_attribute(evaluator, atom, name, line)
        if special is not None:
            return special
        if name == "__self__" and atom.receiver is not None:
            return atom.receiver.alone
        if name in {"__func__", "__wrapped__", "func", "fn"}:
            return atom.alone
        return self._interpreter.read(("function", atom.function, name), evaluator.context)

    def _wrapped(self, evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value:
        if atom.kind == "property" and name in {"setter", "getter", "deleter"}:
            return self._atoms.native(f"property.{name}", atom)
        special = self._interpreter.frameworks.wrapped_attribute(evaluator, atom, name, line)
        if special is not None:
            return special
        if atom.kind in {"partial", "atomic function"}:
            return self.get(evaluator, atom.inner, name, line)
        return BOTTOM


def _is_outside(value: Value) -> bool:
    """Whether a value is only what calls of packages gave that are not read: `Lazy.new()`."""
    for atom in value:  # noqa: SIM110 - asked of every attribute
        if type(atom) is not External or not atom.dotted.endswith("()"):
            return False
    return True


def _of_project(promised: Value) -> Value:
    """The objects of the project's classes that an annotation promises: `actions: OrderActions = Lazy.new()`."""
    return frozenset(atom for atom in promised if isinstance(atom, Instance) and not atom.cls.library)
