"""Which classes does a module hold?  `globals().values()`, `vars(module).items()`, `getmembers(module, isclass)`.

Code that looks for a class goes through all that its module holds, and asks each for its bases. Only the classes are
told, those that the module imports among them: what functions and variables a module holds by any name says nothing.
`module.__dict__` is what `vars(module)` gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, External, Instance, ModuleAtom
from boundary.link.frameworks.python import class_members as python_class_members
from boundary.link.frameworks.python import members as python_members
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

MAPPING: Final = frozenset({"get", "items", "values"})
"""Methods of the dict that a module's names are in."""
HOLDING: Final = (code.Class, code.ImportFrom)
IS_CLASS: Final = "inspect.isclass"


def names_of(call: NativeCall) -> Value:
    """`vars(module)`: the module, whose names stand for keys; of a class what it defines, of an object nothing."""
    if (cls := python_class_members.class_in(call.first)) is not None:
        return python_class_members.as_dict(call.evaluator, cls)
    return frozenset(atom for atom in call.first if isinstance(atom, ModuleAtom)) or UNKNOWN


def classes_of(call: NativeCall, atom: ModuleAtom) -> list[tuple[str, Value]]:
    """The classes that a module defines or imports, by name."""
    found: list[tuple[str, Value]] = []
    for name, bindings in list(atom.module.bindings.items()):
        if any(isinstance(one.statement, HOLDING) for one in bindings):
            held = call.interpreter.names.value(atom.module, name)
            found.extend((name, one.alone) for one in held if isinstance(one, ClassAtom) and not one.cls.library)
    return found


def values(call: NativeCall) -> Value:
    """`globals().values()`."""
    held = [cls for _, cls in classes_of(call, call.receiver)]
    return call.atoms.container("list", join(held) or UNKNOWN, tuple(held))


def items(call: NativeCall) -> Value:
    """`globals().items()`."""
    held = [
        call.atoms.container("tuple", call.atoms.constant(name) | cls, (call.atoms.constant(name), cls))
        for name, cls in classes_of(call, call.receiver)
    ]
    return call.atoms.container("list", join(held) or UNKNOWN, tuple(held))


def get(call: NativeCall) -> Value:
    """`globals().get("Order")`."""
    module: Value = call.receiver.alone
    found = [
        call.interpreter.attributes.get(call.evaluator, module, name, call.line)
        for name in strings(call.arguments.get(0, "key") or BOTTOM)
    ]
    return join((*found, call.arguments.get(1, "default") or BOTTOM)) or UNKNOWN


def members(call: NativeCall) -> Value:
    """`inspect.getmembers(module, inspect.isclass)`; without a test, any member of the module. Those of a class."""
    tests = call.arguments.get(1, "predicate") or BOTTOM
    if (cls := python_class_members.class_in(call.first)) is not None:
        return python_class_members.pairs(call.evaluator, cls, tests)
    held = next(iter(call.first)) if tests and len(call.first) == 1 else None
    if isinstance(held, Instance) and not held.cls.library and held.model is None:
        found = python_class_members.methods(call.evaluator, held, tests)
        return python_members.members(call) if found is UNKNOWN else found
    modules = [atom for atom in call.first if isinstance(atom, ModuleAtom)]
    if len(modules) == 1 and any(isinstance(one, External) and one.dotted == IS_CLASS for one in tests):
        (call.receiver,) = modules
        return items(call)
    return python_members.members(call)


NATIVES: Final[dict[str, Handler]] = {
    "builtins.vars": names_of,
    "module.values": values,
    "module.items": items,
    "module.get": get,
    "inspect.getmembers": members,
}
