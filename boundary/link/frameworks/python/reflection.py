"""What does Python say of objects at run time?  `getattr`, `isinstance`, `super`, classes by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain import instances
from boundary.link.domain.asking import agreed, known, strings
from boundary.link.domain.joining import MOST_KEPT, join
from boundary.link.domain.patterns import names_like, spelled
from boundary.link.domain.values import (
    BOTTOM,
    TOO_MANY,
    UNKNOWN,
    ClassAtom,
    Constant,
    External,
    Function,
    Instance,
    Pattern,
    Wrapped,
    by_age,
)
from boundary.link.frameworks import http_verbs
from boundary.link.frameworks.django.polymorphic import is_exact
from boundary.link.frameworks.environment_defaults import is_set_outside
from boundary.link.frameworks.python import class_members as python_class_members
from boundary.link.frameworks.python import members as python_members
from boundary.link.frameworks.python import set_by_name as python_set_by_name
from boundary.link.frameworks.python import stored_by_holes as python_stored_by_holes
from boundary.link.frameworks.python.had_attributes import asked_for, told_apart
from boundary.link.frameworks.python.made_classes import MAKING, class_made
from boundary.link.frameworks.python.picked import picked
from boundary.link.frameworks.python.picked_pages import enter_pages
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

MOST_OTHERS: Final = 16
"""So many names that rows have, without that their class says so, are asked for one by one where they fit a pattern."""


def get_attribute(call: NativeCall) -> Value:
    """`getattr(x, name[, default])`; a name with holes means every attribute that it fits."""
    holder, name = call.first, call.arguments.get(1, "name") or UNKNOWN
    default = call.arguments.get(2, "default")
    told = told_apart(call, name) if default is not None else {}
    lacking = [atom for atom, has in told.items() if has is False]
    if lacking and default is not None and len(lacking) == len(holder):
        return default
    holder = holder.difference(lacking)
    found: list[Value] = []
    for atom in name:
        if isinstance(atom, Constant) and isinstance(atom.value, str):
            private = python_class_members.private_in(call.evaluator, holder, atom.value)
            found.append(private or call.interpreter.attributes.get(call.evaluator, holder, atom.value, call.line))
        elif isinstance(atom, Pattern):
            found += _fitting(call, holder, atom)
        elif isinstance(atom, Wrapped) and atom.kind == python_members.NAME:
            found.append(python_members.named_so(call, holder, atom))
        else:
            found += _of_any_name(call, holder, name, atom)
    if default is None:
        return join(found) or UNKNOWN
    return join(found) if told and all(told.values()) else join((*found, default))


def _fitting(call: NativeCall, holder: Value, pattern: Pattern) -> Iterator[Value]:
    """`getattr(x, f"clean_{name}")`: the attributes whose names fit, and that there are too many of them."""
    others = _others_like(call, holder, pattern)
    defined = [*names_like(call.interpreter, holder, pattern), *(others if len(others) <= MOST_OTHERS else ())]
    names = list(dict.fromkeys([*defined, *python_stored_by_holes.names(call, holder, pattern)]))
    for one in names[:MOST_KEPT]:
        yield call.interpreter.attributes.get(call.evaluator, holder, one, call.line)
    if len(names) > MOST_KEPT or len(others) > MOST_OTHERS:
        yield TOO_MANY
    if not known(holder):
        yield UNKNOWN


def _of_any_name(call: NativeCall, holder: Value, name: Value, atom: Atom) -> Iterator[Value]:
    """`getattr(x, name)` of a name of which nothing is known: any attribute, not the default alone."""
    yield _of_outside(call, holder) or UNKNOWN
    asked_for(call, holder)
    enter_pages(call, holder)
    yield python_set_by_name.kept(call, holder)
    if not (is_set_outside(atom) and strings(name)):  # who sets no other name means the default
        yield picked(call, holder)
    yield from http_verbs.chosen(call, holder)
    if len(name) == 1:
        yield from _unnamed(call, holder)


def _of_outside(call: NativeCall, holder: Value) -> Value:
    """`getattr(package, name)`: something of a package that is not read, as with a name that is written out."""
    if any(not isinstance(atom, External) for atom in holder):
        return BOTTOM
    return join(call.atoms.external(f"{atom.dotted}[]") for atom in holder if isinstance(atom, External))


def _unnamed(call: NativeCall, holder: Value) -> Iterator[Value]:
    """`getattr(row, name)` where nothing at all is known of the name."""
    for atom in holder:
        if isinstance(atom, Instance):
            for hook in call.interpreter.frameworks.hooks(call.interpreter, atom.cls):
                yield hook.unnamed(call.evaluator, atom)


def _others_like(call: NativeCall, holder: Value, pattern: Pattern) -> list[str]:
    """Of what rows have without that their class says so (`line_set`), the names that fit."""
    expression = spelled(pattern)
    found: dict[str, None] = {}
    for atom in holder:
        if isinstance(atom, Instance):
            for hook in call.interpreter.frameworks.hooks(call.interpreter, atom.cls):
                others = hook.others(call.evaluator, atom)
                found.update({name: None for name in others if expression.fullmatch(name)})
    return list(found)


def set_attribute(call: NativeCall, *, own: bool = True) -> Value:
    """`setattr(x, name, value)`; with `own` false, past what the class of x does about it."""
    name = call.arguments.get(1, "name") or UNKNOWN
    value = call.arguments.get(2, "value") or UNKNOWN
    known = strings(name)
    python_set_by_name.keep(call, value)
    python_stored_by_holes.keep(call, name, value)
    for one in known:
        call.interpreter.stores.set(call.evaluator, call.first, one, value, call.line, own=own)
    if len(known) < len(name) and not call.evaluator.module.library:
        call.interpreter.stores.open(call.first)
    for atom in call.first if len(known) < len(name) else ():
        if isinstance(atom, Instance):  # an attribute of a name that is not known
            call.interpreter.stores.set_any(call.evaluator, atom, value, call.line)
            owner = call.interpreter.classes.lookup(atom.cls, "__setattr__")[0] if own else None
            if owner is not None and not owner.library:
                given = Arguments((UNKNOWN, value))
                call.interpreter.objects.method(call.evaluator, atom.alone, "__setattr__", call.line, given)
    return call.atoms.none


def is_instance(call: NativeCall) -> Value:
    """`isinstance(x, classes)` where the type of x is known."""
    wanted = instances.tested_classes(call.arguments.get(1, "") or UNKNOWN)
    if wanted is None or not call.first:
        return UNKNOWN
    answer = agreed([instances.is_one_of(call.interpreter, atom, wanted) for atom in call.first])
    return UNKNOWN if answer is None else call.atoms.constant(answer)


def type_of(call: NativeCall) -> Value:
    """`type(x)`, and `type(name, bases, namespace)`."""
    if len(call.arguments.positional) == MAKING:
        return class_made(call.evaluator, call.arguments, call.line)
    found: list[Value] = []
    for atom in call.first:
        if isinstance(atom, ClassAtom) and len(call.first) == 1:  # what makes classes like it
            metaclass = call.interpreter.classes.metaclass(atom.cls)
            return call.atoms.class_(metaclass) if metaclass is not None else call.atoms.external("builtins.type")
        if isinstance(atom, Instance):
            found.append(call.atoms.class_(atom.cls))
            if not atom.exact and not is_exact(call.interpreter, atom.cls):  # of one of the classes below as well
                found.extend(call.atoms.class_(one) for one in call.interpreter.classes.below(atom.cls))
    return join(found) or UNKNOWN


def names_of_module(call: NativeCall) -> Value:
    """`globals()`: the module, whose names stand for keys."""
    return call.atoms.module(call.evaluator.module)


def local_names(call: NativeCall) -> Value:
    """`locals()`: a dict of the function's own variables, as `template % locals()` is filled from it."""
    held = [(call.atoms.constant(name), value) for name, value in call.evaluator.env.items()]
    return containers.make_dict(call.evaluator, held)


def super_of(call: NativeCall) -> Value:
    """`super()` and `super(Class, self)`, also in a class that goes by the name of what it extends."""
    evaluator = call.evaluator
    first = call.arguments.positional[0] if call.arguments.positional else BOTTOM
    named = [atom.cls for atom in by_age([one for one in first if isinstance(one, ClassAtom)])]
    cls: ClassInfo | None = None
    context = evaluator.context
    function = context.function
    receivers: Value = BOTTOM
    if len(call.arguments.positional) > 1:
        receivers = call.arguments.positional[1]
    while function is not None:
        owner = function.cls
        if cls is None and (not named or owner in named):
            cls = owner
        if not receivers and context.receiver is not None:
            receivers = context.receiver.alone
        if not receivers and owner is not None and function.parameters:
            receivers = context.arguments.get(function.parameters[0].name, BOTTOM)
        if receivers or context.closure is None:
            break
        context = context.closure
        function = context.function
    if cls is None:
        if not named:
            return UNKNOWN
        cls = named[-1]
    found = [call.atoms.super_(cls, atom) for atom in receivers if isinstance(atom, (Instance, ClassAtom))]
    return join(found) or UNKNOWN


def called_matching(call: NativeCall) -> Value:
    """Skeletons' `self.__call_matching__(prefix, ...)`: every method whose name starts so."""
    receiver = call.receiver
    holder = receiver.alone if isinstance(receiver, (Instance, ClassAtom)) else UNKNOWN
    rest = call.arguments.behind_first()
    held = _methods_like(call, holder, strings(call.first)).values()
    return join([call.interpreter.calls.call(call.evaluator, one, rest, call.line) for one in held]) or UNKNOWN


def methods_like(call: NativeCall) -> Value:
    """Skeletons' `__methods_like__(self, prefix)`: every method whose name starts so, by the rest of its name."""
    held = [
        (call.atoms.constant(name.removeprefix(prefix)), method)
        for prefix in strings(call.arguments.get(1, "prefix") or BOTTOM)
        for name, method in _methods_like(call, call.first, [prefix]).items()
    ]
    return containers.make_dict(call.evaluator, held)


def _methods_like(call: NativeCall, holder: Value, prefixes: Iterable[str]) -> dict[str, Value]:
    """The application's methods of an object whose names start so."""
    found: dict[str, Value] = {}
    for prefix in prefixes:
        for name in names_like(call.interpreter, holder, Pattern((prefix, None))):
            value = call.interpreter.attributes.get(call.evaluator, holder, name, call.line)
            methods = frozenset(atom for atom in value if isinstance(atom, Function) and not atom.function.library)
            if methods:
                found[name] = methods
    return found


def subclasses(call: NativeCall) -> Value:
    """`Class.__subclasses__()`: each for itself, however many there are."""
    receiver = call.receiver
    if not isinstance(receiver, ClassAtom) or not receiver.cls.subclasses:
        return UNKNOWN
    return containers.make(call.evaluator, "list", [call.atoms.class_(cls) for cls in receiver.cls.subclasses])


def with_metaclass(call: NativeCall) -> Value:
    """`six.with_metaclass(Meta, Base)`: a base class like Base."""
    return join(call.arguments.positional[1:]) or UNKNOWN


def signature(function: FunctionInfo) -> str | None:
    """What a function of the project stands for that was taken over from there: `def with_metaclass(meta, *bases)`."""
    many = [one.kind for one in function.parameters] == ["normal", "args"]
    return "six.with_metaclass" if many and function.qualname == "with_metaclass" else None


NATIVES: Final[dict[str, Handler]] = {
    "builtins.getattr": get_attribute,
    "builtins.setattr": set_attribute,
    "builtins.isinstance": is_instance,
    "builtins.type": type_of,
    "builtins.super": super_of,
    "builtins.globals": names_of_module,
    "builtins.locals": local_names,
    "six.with_metaclass": with_metaclass,
    "class.__subclasses__": subclasses,
    "__call_matching__": called_matching,
    "builtins.__methods_like__": methods_like,
}
