"""What does `Class.name` give?  What Python asks a class for, its metaclass, and what descriptors make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import is_unknown
from boundary.link.domain.joining import join, union
from boundary.link.domain.values import BOTTOM, UNKNOWN, Atom, ClassAtom, Instance, Value, Wrapped
from boundary.link.frameworks.pydantic import models as pydantic_models
from boundary.link.frameworks.python import class_members as python_class_members
from boundary.link.frameworks.python import enums as python_enums
from boundary.link.frameworks.python import orig_bases as python_orig_bases
from boundary.link.frameworks.python import replaced

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator

OF_CLASSES: Final = frozenset(
    {"__call_matching__", "__dict__", "__module__", "__name__", "__orig_bases__", "__qualname__"}
)


def class_attribute(evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value:
    """`Class.name`."""
    interpreter = evaluator.interpreter
    attributes, classes = interpreter.attributes, interpreter.classes
    if name in OF_CLASSES:
        return _of_every_class(evaluator, atom, name)
    for hook in interpreter.frameworks.hooks(interpreter, atom.cls):
        hooked = hook.class_attribute(evaluator, atom, name, line)
        if hooked is not None:
            return hooked
    owner, value = classes.lookup(atom.cls, name)
    if owner is None:
        maker = pydantic_models.maker(interpreter, atom, name) or replaced.maker(interpreter, atom, name)
        if maker is not None:
            return maker
        if name == "__new__" and not atom.cls.library and "builtins.type" not in atom.cls.externals:
            return evaluator.atoms.native("object.__new__", None)
        if name in {"mro", "__subclasses__"}:
            return evaluator.atoms.native(f"class.{name}", atom)
        meta = classes.metaclass(atom.cls)
        held = classes.lookup(meta, name)[1] if meta is not None else BOTTOM
        if held:
            return join(_of_metaclass(evaluator, one, atom, line) for one in held)
        return _from_metaclass(evaluator, meta, atom, name, line) or attributes.external_base(atom.cls, name)
    value = attributes.traited(atom.cls, name, union(value, classes.replaced(owner, name)))
    if not owner.library and python_enums.is_enumeration(interpreter, atom.cls):
        value = python_enums.member(evaluator.atoms, owner, name, value)
    return join(from_class(evaluator, one, atom, name, line) for one in value)


def _of_every_class(evaluator: Evaluator, atom: ClassAtom, name: str) -> Value:
    """What a class has whatever its body binds to the name."""
    if name == "__orig_bases__":
        return python_orig_bases.original_bases(evaluator, atom.cls)
    if name == "__dict__":
        return UNKNOWN if atom.cls.library else python_class_members.as_dict(evaluator, atom.cls)
    named = atom.cls.data.get("__name__", atom.cls.name)
    said = {"__module__": atom.cls.module.name, "__name__": named, "__qualname__": atom.cls.qualname}
    return evaluator.atoms.constant(said[name]) if name in said else evaluator.atoms.native(name, atom)


def _of_metaclass(evaluator: Evaluator, one: Atom, atom: ClassAtom, line: int) -> Value:
    """What a class has of its metaclass, whose object it is: methods and properties."""
    if type(one) is Wrapped and one.kind == "property":
        return evaluator.interpreter.attributes.property_of(evaluator, one, atom, line)
    return evaluator.interpreter.attributes.bound(one, atom)


def _from_metaclass(evaluator: Evaluator, meta: ClassInfo | None, atom: ClassAtom, name: str, line: int) -> Value:
    """What the `__getattr__` of a metaclass of the project gives: a class that stands for another one."""
    owner, held = evaluator.interpreter.classes.lookup(meta, "__getattr__") if meta is not None else (None, BOTTOM)
    if owner is None or owner.library or name.startswith("__"):
        return BOTTOM
    getter = join(evaluator.interpreter.attributes.bound(one, atom) for one in held)
    found = evaluator.interpreter.calls.call(evaluator, getter, Arguments((evaluator.atoms.constant(name),)), line)
    return frozenset(one for one in found if not is_unknown(one))


def from_class(evaluator: Evaluator, one: Atom, holder: ClassAtom, name: str, line: int) -> Value:
    """What a class attribute becomes when it is read through the class: descriptors see no object."""
    attributes = evaluator.interpreter.attributes
    if isinstance(one, Wrapped):
        if one.kind == "classmethod":
            return join(attributes.bound(inner, holder) for inner in one.inner)
        if one.kind == "staticmethod":
            return one.inner
        if one.kind == "classproperty":
            return attributes.property_of(evaluator, one, holder, line)
    if isinstance(one, Instance) and not (name.startswith("__") and name.endswith("__")):
        arguments = Arguments((evaluator.atoms.none, holder.alone))
        return evaluator.interpreter.objects.method(evaluator, one.alone, "__get__", line, arguments) or one.alone
    return one.alone
