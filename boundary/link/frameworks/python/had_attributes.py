"""Has an object an attribute?  `hasattr(x, name)`, and whether `getattr(x, name, default)` gives its default.

What a class defines its objects have. That they have not what it does not define is known where others of the project
have it as a method, and nothing is put into the object under names that are not known: a mixin asks so for what only
some of the classes that it is mixed into do. What libraries define is not asked for so, for it is there. A class has
what its body defines; what code gives it later it had not before. A module has the functions and classes at its top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain import standard_types
from boundary.link.domain.asking import known, strings
from boundary.link.domain.values import (
    UNKNOWN,
    ClassAtom,
    Constant,
    Container,
    Function,
    Instance,
    ModuleAtom,
    Wrapped,
)
from boundary.link.frameworks.django import field_names
from boundary.link.members.picking import RULE
from boundary.link.syntax.kinds import CLASS, FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

MAPPED: Final[frozenset[str]] = frozenset(
    {"django.db.models.base.Model"}
    | {f"sqlalchemy.orm.decl_api.{name}" for name in ("Declarative", "DeclarativeBase", "DeclarativeBaseNoMeta")}
)
"""The bases of models: their skeletons have what they have, or it is made of what the project writes."""
DEFINED: Final = "what classes of the project define"
METHODS: Final = "what they define as methods alone"


def told_apart(call: NativeCall, name: Value) -> dict[Atom, bool | None]:
    """What of a value has the attribute that is asked for, and what has not; None where that is not known."""
    names = strings(name) if len(name) == 1 else []
    return {atom: _has(call, atom, names[0]) for atom in call.first} if names else {}


def _has(call: NativeCall, atom: Atom, name: str) -> bool | None:
    """Whether an object, a class, a function, a field of a model or a plain value has an attribute; None for others."""
    if isinstance(atom, Function):
        return False if _is_unmarked(call, atom, name) else None
    if isinstance(atom, Wrapped):
        return hasattr(len, name) if atom.kind == RULE else field_names.has(call.interpreter, atom, name)
    if isinstance(atom, (Constant, Container)):
        return standard_types.has(atom, name)
    if isinstance(atom, Instance):  # what its class does not define may have been stored
        _, held = call.interpreter.classes.lookup(atom.cls, name)
        if any(isinstance(one, (Function, Wrapped)) for one in held):
            return True
        return False if _lacks(call, atom, name) else None
    if isinstance(atom, ModuleAtom):
        return True if _defines(atom.module, name) else None
    if not isinstance(atom, ClassAtom):
        return None
    owner, _ = call.interpreter.classes.lookup(atom.cls, name)
    if owner is not None:  # what a method gives its class it had not before: `if not hasattr(cls, "kept"): cls.kept =`
        return True if call.interpreter.classes.own(owner, name) else None
    return False if _is_without(call, atom, name) else None


def _defines(module: ModuleInfo, name: str) -> bool:
    """Whether a function or class of this name stands at the top of a module, under no condition."""
    made = [one.statement for one in module.bindings.get(name, ())]
    return any(one is top for one in made if type(one) is FUNCTION or type(one) is CLASS for top in module.body)


def _is_unmarked(call: NativeCall, atom: Function, name: str) -> bool:
    """Whether a function of the project, which nothing decorates, has no attribute that code has given it."""
    node = atom.function.node
    if type(node) is not FUNCTION or node.decorators or atom.function.library or name.startswith("__"):
        return False
    return not known(call.interpreter.attributes.get(call.evaluator, atom.alone, name, call.line))


def has_attribute(call: NativeCall) -> Value:
    """`hasattr(x, name)`: decided for classes that the linker reads whole."""
    names = strings(call.arguments.get(1, "name") or UNKNOWN)
    value = call.first
    if len(names) != 1:
        return UNKNOWN
    if len(value) != 1:  # nothing is decided, but each is asked
        for one in value:
            if isinstance(one, Instance):
                _asked_for(call, one, names[0])
        return UNKNOWN
    (atom,) = value
    told = _has(call, atom, names[0])
    if told is None and isinstance(atom, Instance):
        _asked_for(call, atom, names[0])
        asked_for(call, value)
    return UNKNOWN if told is None else call.atoms.constant(told)


def _asked_for(call: NativeCall, atom: Instance, name: str) -> None:
    """Whether an object has an attribute is found by asking for it: a related row is looked for."""
    if atom.stored is not False and not call.interpreter.classes.lookup(atom.cls, name)[1]:
        call.interpreter.attributes.of(call.evaluator, atom, name, call.line)


def _lacks(call: NativeCall, atom: Instance, name: str) -> bool:
    """Whether an object of the project has no attribute that others of the project have as a method."""
    classes = call.interpreter.classes
    if name not in _methods(call.interpreter) or not _is_known(call.interpreter, atom.cls):
        return False
    if not atom.exact and any(name in one.bindings for one in classes.below(atom.cls)):
        return False
    if call.interpreter.stores.is_open(atom, call.evaluator.context):
        return False
    return not call.interpreter.attributes.of(call.evaluator, atom, name, call.line)


def _is_known(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class of the project has no base that is not read at all."""
    return not cls.library and not any(
        "base unknown" in one.data or set(one.externals) - {"builtins.object"} for one in interpreter.classes.mro(cls)
    )


def _is_without(call: NativeCall, atom: ClassAtom, name: str) -> bool:
    """Whether a class of the project has no attribute that others of the project define.

    What only libraries define is not asked, nor classes below theirs, models aside: skeletons leave most of it out.
    """
    if name.startswith("__") or not _is_known(call.interpreter, atom.cls):
        return False
    if any(one.library and one.dotted not in MAPPED for one in call.interpreter.classes.mro(atom.cls)):
        return False
    defined: frozenset[str] | None = call.interpreter.frameworks.state.get(DEFINED)
    if defined is None:
        names = (one for cls in call.interpreter.program.classes if not cls.library for one in cls.bindings)
        defined = call.interpreter.frameworks.state[DEFINED] = frozenset(names)
    return name in defined and not call.interpreter.attributes.of(call.evaluator, atom, name, call.line)


def _methods(interpreter: Interpreter) -> frozenset[str]:
    """The names, no special ones, that classes of the project define, and never as anything but a method."""
    found: frozenset[str] | None = interpreter.frameworks.state.get(METHODS)
    if found is None:
        told: dict[str, bool] = {}
        for cls in interpreter.program.classes:
            for name, bindings in () if cls.library else cls.bindings.items():
                is_method = all(type(one.statement) is FUNCTION for one in bindings) and not name.startswith("__")
                told[name] = told.get(name, True) and is_method
        found = interpreter.frameworks.state[METHODS] = frozenset([name for name, methods in told.items() if methods])
    return found


def asked_for(call: NativeCall, holder: Value) -> None:
    """`getattr(row, name)`: whatever it is called, it is of the row."""
    for atom in holder if call.evaluator.expired else ():
        if isinstance(atom, Instance) and atom.stored:
            for hook in call.interpreter.frameworks.hooks(call.interpreter, atom.cls):
                hook.attribute(call.evaluator, atom, "*", call.line)


NATIVES: Final[dict[str, Handler]] = {"builtins.hasattr": has_attribute}
