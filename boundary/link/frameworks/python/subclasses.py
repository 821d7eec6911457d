"""What runs when a class is defined?  `__init_subclass__` of its bases, and its metaclass: registries of classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function
from boundary.link.frameworks.python.set_name import tell_members
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

MADE: Final = "the class that is being made"
"""The key under which the namespace that a metaclass is given holds the class itself."""


def start(interpreter: Interpreter) -> None:
    """Every class of the project's modules is defined, each after its bases."""
    defined = [one for one in interpreter.program.classes if not one.library and one.closure is None]
    for cls in sorted(defined, key=lambda one: len(interpreter.classes.mro(one))):
        evaluator = interpreter.module_evaluator(cls.module)
        tell_members(interpreter, evaluator, cls)
        tell_base(interpreter, evaluator, cls)
        meta = interpreter.classes.metaclass(cls)
        if meta is not None:
            _run_metaclass(interpreter, evaluator, cls, meta)


def tell_base(interpreter: Interpreter, evaluator: Evaluator, cls: ClassInfo) -> None:
    """`__init_subclass__` of the base classes, with the keywords of the `class` statement."""
    owner, value = interpreter.classes.lookup(cls, "__init_subclass__", after=cls)
    if owner is None or owner.module.environment or cls.node is None:
        return
    outside = interpreter.class_evaluator(cls, outside=True)
    named = [one for one in cls.node.keywords if one.name != "metaclass"]
    keywords = {one.name: outside.evaluate(one.value) for one in named if one.name}
    functions = [inner for atom in value for inner in getattr(atom, "inner", (atom,)) if isinstance(inner, Function)]
    (receiver,) = interpreter.atoms.class_(cls)
    for one in functions:
        bound = interpreter.atoms.function(one.function, receiver, one.closure, one.traits)
        interpreter.calls.call(evaluator, bound, Arguments((), keywords), cls.line)


def _run_metaclass(interpreter: Interpreter, evaluator: Evaluator, cls: ClassInfo, meta: ClassInfo) -> None:
    """`__new__` and `__init__` of a metaclass, as far as the project defines them."""
    (made,) = interpreter.atoms.class_(cls)
    (metaclass,) = interpreter.atoms.class_(meta)
    for name, receiver in (("__new__", metaclass), ("__init__", made)):
        owner, value = interpreter.classes.lookup(meta, name)
        for one in value if owner is not None and not owner.library else ():
            if isinstance(one, Function):
                bound = interpreter.atoms.function(one.function, receiver, one.closure, one.traits)
                interpreter.calls.call(evaluator, bound, _definition(interpreter, evaluator, cls), cls.line)


def _definition(interpreter: Interpreter, evaluator: Evaluator, cls: ClassInfo) -> Arguments:
    """What a metaclass is called with: name, bases and namespace, which holds the class itself, too."""
    held = {name: interpreter.classes.own(cls, name) for name in cls.bindings}
    held[MADE] = interpreter.atoms.class_(cls)
    bases = [interpreter.atoms.class_(one) for one in interpreter.classes.bases(cls) if not isinstance(one, str)]
    namespace = [(interpreter.atoms.constant(name), value) for name, value in held.items()]
    return Arguments(
        (
            interpreter.atoms.constant(cls.name),
            containers.make(evaluator, "tuple", bases),
            containers.make_dict(evaluator, namespace),
        )
    )


def new_class(call: NativeCall) -> Value:
    """`super().__new__(mcs, name, bases, namespace)` in a metaclass: the class that is being made.

    What was put into the namespace before (`namespace["registry"] = {}`) is an attribute of it. In any other class
    `super().__new__(cls)` makes an object of the class that it names.
    """
    found: list[Value] = []
    for one in call.arguments.every():
        pairs = containers.pairs(one) or {}
        made = pairs.pop(MADE, BOTTOM)
        found.append(made)
        known = {name for atom in made if isinstance(atom, ClassAtom) for name in atom.cls.bindings}
        for name, value in pairs.items():
            if made and isinstance(name, str) and name not in known:
                call.interpreter.stores.set(call.evaluator, made, name, value, call.line)
    classes = [
        atom.cls for atom in call.first if isinstance(atom, ClassAtom) and "builtins.type" not in atom.cls.externals
    ]
    return join(found) or join(call.atoms.instance(cls) for cls in classes) or UNKNOWN


def new_object(call: NativeCall) -> Value:
    """`super().__call__(*args)` in a metaclass: an object of the class, as it is made without that."""
    return call.interpreter.objects.make(call.evaluator, call.receiver.cls, call.arguments, call.line)


NATIVES: Final[dict[str, Handler]] = {
    "builtins.type.__new__": new_class,
    "type.__call__": new_object,
    "object.__new__": new_class,
    "builtins.object.__new__": new_class,
}
