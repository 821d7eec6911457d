"""What do the words mean that only skeletons use?  `__members__`, `__instance__`, `__follow__` and their kin.

See `../library/README.md` for what each says in a skeleton.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.calling.contexts import ANSWERING
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Constant, Function, Instance
from boundary.link.frameworks.django.contributed import MAKING, make, takes_part
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.tables import read
from boundary.link.members import containers
from boundary.link.syntax.kinds import CALL, FUNCTION
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.syntax.scopes import Binding


def argument(call: NativeCall, position: int) -> Value:
    """A positional argument; nothing where it is not given."""
    return call.arguments.get(position, "") or BOTTOM


def classes_in(value: Value) -> list[ClassInfo]:
    """The classes that a value names, or of which it holds instances."""
    return [atom.cls for atom in value if isinstance(atom, (ClassAtom, Instance))]


# --- objects -------------------------------------------------------------------------------------------


def existing(call: NativeCall) -> Value:
    """`__instance__(cls)`: an object that is there already; nothing is constructed."""
    classes = [atom.cls for atom in argument(call, 0) if isinstance(atom, ClassAtom)]
    return join(call.interpreter.frameworks.annotated(call.evaluator, cls) for cls in classes) or UNKNOWN


def members_of(call: NativeCall) -> Value:
    """`__members__(self, Kind)`: the class attributes that are instances of `Kind`, by name, inherited ones too."""
    found: dict[str, Value] = {}
    for owner in classes_in(argument(call, 0)):
        found |= members_in(call.interpreter, owner, classes_in(argument(call, 1)))
    return containers.make_dict(
        call.evaluator, [(call.atoms.constant(name), value) for name, value in found.items()], UNKNOWN
    )


def members_in(interpreter: Interpreter, owner: ClassInfo, kinds: list[ClassInfo]) -> dict[str, Value]:
    """The attributes of a class that are instances of some classes, by name."""
    classes = interpreter.classes
    found: dict[str, Value] = {}
    for cls in reversed(classes.mro(owner)):
        for name in [*cls.bindings, *cls.made]:
            if name.startswith("__") or name == "Meta":
                continue
            held = frozenset(
                atom
                for atom in classes.own(cls, name)
                if isinstance(atom, Instance) and any(classes.derives(atom.cls, kind) for kind in kinds)
            )
            if held:
                found[name] = held
            else:
                found.pop(name, None)
    return found


def call_members(call: NativeCall) -> Value:
    """`__call_members__(fields, "method", ...)`: the method of each, with its name before the arguments, by name."""
    made: list[tuple[Value, Value]] = []
    others = call.arguments.positional[2:]
    for method in strings(argument(call, 1)):
        for name, held in (containers.pairs(argument(call, 0)) or {}).items():
            key = call.atoms.constant(name)
            called = call.interpreter.attributes.get(call.evaluator, held, method, call.line)
            given = Arguments((key, *others))
            made.append((key, call.interpreter.calls.call(call.evaluator, called, given, call.line)))
    return containers.make_dict(call.evaluator, made, UNKNOWN)


def call_named(call: NativeCall) -> Value:
    """`__call_named__(texts, otherwise, **keywords)`: each of the functions that dotted texts name, in their order."""
    told = [one for atom in argument(call, 0) for one in containers.members(atom.alone) or ()]
    texts = told or [one for atom in argument(call, 1) for one in containers.members(atom.alone) or ()]
    given = Arguments((), call.arguments.keywords)
    found: list[Value] = []
    for dotted in [text for one in texts for text in strings(one)]:
        function = call.interpreter.names.at(dotted)
        called = UNKNOWN if function is None else function
        found.append(call.interpreter.calls.call(call.evaluator, called, given, call.line))
    return join(found) or UNKNOWN


def named_by_text(call: NativeCall) -> Value:
    """`__named__(factory)`: what a dotted text names; anything else itself."""
    found = [call.interpreter.names.at(dotted) or UNKNOWN for dotted in strings(argument(call, 0))]
    itself = frozenset(one for one in argument(call, 0) if not isinstance(one, Constant))
    return join([*found, itself]) or UNKNOWN


def followed(call: NativeCall) -> Value:
    """`__follow__(row, "order.customer")`: what attributes lead to, one after the other."""
    found: list[Value] = []
    for path in strings(argument(call, 1)):
        value = argument(call, 0)
        for name in path.split("."):
            value = call.interpreter.attributes.get(call.evaluator, value, name, call.line)
        found.append(value)
    return join(found) or UNKNOWN


# --- methods -------------------------------------------------------------------------------------------


def decorated_names(interpreter: Interpreter, cls: ClassInfo, wanted: set[FunctionInfo]) -> list[str]:
    """The names of a class's methods, inherited ones too, that carry one of the decorators."""
    found: dict[str, None] = {}
    for owner in interpreter.classes.mro(cls):
        evaluator = interpreter.class_evaluator(owner)
        for name, bindings in owner.bindings.items():
            for decorator in decorators_of(bindings):
                applied = evaluator.evaluate(decorator)
                if any(isinstance(one, Function) and one.function in wanted for one in applied):
                    found[name] = None
    return list(found)


def decorators_of(bindings: list[Binding]) -> list[code.Expression]:
    """The decorators of a method, without the arguments that they are called with."""
    found: list[code.Expression] = []
    for binding in bindings:
        if type(binding.statement) is FUNCTION:
            for decorator in binding.statement.decorators:
                bare = decorator.function if type(decorator) is CALL else decorator
                if isinstance(bare, (code.Name, code.Attribute)):
                    found.append(bare)
    return found


def defer(call: NativeCall) -> Value:
    """`__defer__(function)`: it runs later, outside the transaction."""
    call.interpreter.calls.deferred(call.evaluator, argument(call, 0), NO_ARGUMENTS, call.line)
    return call.atoms.none


def answer_by(call: NativeCall) -> Value:
    """`__answer_by__(function)`: it runs once the view is through, outside its transaction, for the same request."""
    for atom in argument(call, 0):
        if isinstance(atom, Function):
            traits = atom.traits | {ANSWERING}
            answering = call.atoms.function(atom.function, atom.receiver, atom.closure, traits)
            call.interpreter.calls.deferred(call.evaluator, answering, NO_ARGUMENTS, call.line)
    return call.atoms.none


# --- models --------------------------------------------------------------------------------------------


def table_beside(call: NativeCall) -> Value:
    """`__table_beside__(cls, name)`: the table of a model called `name` in the application of `cls`, or so called."""
    found: list[Value] = []
    for app in strings(argument(call, 0)):
        label = models(call.interpreter).apps.label_of(f"{app}.models")
        found.extend(call.atoms.constant(f"{label}_{name}".lower()) for name in strings(argument(call, 1)))
    for cls in classes_in(argument(call, 0)):
        known = models(call.interpreter).by_class.get(cls)
        label = known.label if known else models(call.interpreter).apps.label_of(cls.module.name)
        found.extend(call.atoms.constant(f"{label}_{name}".lower()) for name in strings(argument(call, 1)))
    return join(found) or UNKNOWN


def pointing(*actions: str) -> Handler:
    """`__cascading__(row)`, `__cleared__(row)`: looks up the rows that a delete of this one would delete, or change."""

    def handler(call: NativeCall) -> Value:
        index = models(call.interpreter)
        found: dict[ClassInfo, Value] = {}
        for cls in classes_in(argument(call, 0)):
            known = index.by_class.get(cls)
            for relation in known.incoming if known is not None else ():
                source = relation.source
                if relation.kind != "m2m" and relation.spec.on_delete in actions and not source.abstract:
                    found[source.cls] = call.interpreter.frameworks.annotated(call.evaluator, source.cls)
                    read(call.evaluator, source, call.line, guessed=False)
        return containers.make(call.evaluator, "list", list(found.values()))

    return handler


def pointing_below(call: NativeCall) -> Value:
    """`__pointing_below__(rows, Base)`: the models below `Base` that point at a row, or at those of a queryset."""
    kinds, rows = classes_in(argument(call, 1)), argument(call, 0)
    queried = [atom.model for atom in rows if isinstance(atom, Instance) and atom.model is not None]
    found: dict[ClassInfo, Value] = {}
    for cls in (*queried, *classes_in(rows)):
        known = models(call.interpreter).by_class.get(cls)
        for relation in known.incoming if known is not None else ():
            source = relation.source
            if relation.kind != "m2m" and any(call.interpreter.classes.derives(source.cls, kind) for kind in kinds):
                found[source.cls] = call.atoms.class_(source.cls)
    return join(found.values()) or call.atoms.none


def start(interpreter: Interpreter) -> None:
    """Objects in the bodies of models that take part in the making of the model: `history = HistoricalRecords()`."""
    for model in list(models(interpreter).by_class.values()):
        if model.abstract or model.cls.library:
            continue
        evaluator = interpreter.module_evaluator(model.cls.module)
        for name, contributor in contributors(interpreter, model.cls):
            make(evaluator, contributor, model.cls, interpreter.atoms.constant(name), model.cls.line)
    for cls in list(interpreter.program.classes):
        if cls.closure is not None:  # what they made points at others, whether its rows are ever written or not
            models(interpreter).add(cls)


def contributors(interpreter: Interpreter, cls: ClassInfo) -> list[tuple[str, Value]]:
    """The attributes of a model whose class takes part in its making, but for Django's and those below them."""
    found: list[tuple[str, Value]] = []
    for owner in interpreter.classes.mro(cls):
        for name in owner.bindings if not owner.library else ():
            held = interpreter.classes.own(owner, name) if not name.startswith("__") else BOTTOM
            found.extend(
                (name, atom.alone)
                for atom in held
                if isinstance(atom, Instance) and _contributes(interpreter, atom.cls)
            )
    return found


def _contributes(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a library's class says how objects take part, perhaps behind the project's own, or that one alone."""
    if takes_part(interpreter, cls):
        return True
    definer, _ = interpreter.classes.lookup(cls, MAKING)
    if definer is not None and not definer.library:
        above = [one for one in interpreter.classes.mro(cls) if MAKING in one.bindings]
        definer = next((one for one in above if one.library), None)
    return definer is not None and not definer.dotted.startswith("django.")


NATIVES: Final = {
    "builtins.__instance__": existing,
    "builtins.__members__": members_of,
    "builtins.__named__": named_by_text,
    "builtins.__call_members__": call_members,
    "builtins.__call_named__": call_named,
    "builtins.__follow__": followed,
    "builtins.__defer__": defer,
    "builtins.__answer_by__": answer_by,
    "builtins.__table_beside__": table_beside,
    "builtins.__cascading__": pointing("CASCADE", "DB_CASCADE"),
    "builtins.__pointing_below__": pointing_below,
    "builtins.__cleared__": pointing("SET_NULL", "SET_DEFAULT", "SET()"),
}
