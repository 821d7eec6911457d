"""Which functions does a registry hold that is filled from whole modules?  Those of the names that it is asked for.

`for name, function in inspect.getmembers(module): actions[name] = function` puts hundreds of functions under names that
no line mentions. So such a member is kept as what it is, some member of the module, until a name is known: what
`actions["order_create"]` gives is what the module calls so. The same holds for the methods of an object
(`for name in dir(handlers): actions[name] = getattr(handlers, name)`), also behind a prefix (`actions["host.enable"]`).
Where some method of an object is called, each that it may be is a way of its own of what its caller does. A test on the
name (`if name.startswith("step_")`) tells which members these are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import MOST_KEPT, join
from boundary.link.domain.patterns import names_like
from boundary.link.domain.values import BOTTOM, TOO_MANY, UNKNOWN, Function, Instance, ModuleAtom, Pattern, Wrapped
from boundary.link.frameworks.python import class_members as python_class_members
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.calling.contexts import Context
    from boundary.link.domain.atoms import Atoms
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

Pieces = tuple[str | None, ...]
"""What is known of a name, None for the rest: `("step_", None)`."""
MEMBER: Final = "member of a module"
NAME: Final = "name of a member"
SOME: Final = "some"
"""Says of such a name that a test has let it pass."""
ENTERED: Final = "members that were entered"
DISPATCHED: Final = "members that a function may call"


def members(call: NativeCall) -> Value:
    """`inspect.getmembers(module)`, of an object as well: pairs of a name and what bears it."""
    holders = _of_project(call.first)
    if not holders:
        return call.atoms.external("inspect.getmembers()")
    name, held = call.atoms.wrapped(NAME, holders), call.atoms.wrapped(MEMBER, holders)
    return call.atoms.container("list", call.atoms.container("tuple", name | held, (name, held)))


def names(call: NativeCall) -> Value:
    """`dir(handlers)`: names of an object's or a module's members, known only as such; those of a class by name."""
    if (cls := python_class_members.class_in(call.first)) is not None:
        return python_class_members.names(call.evaluator, cls)
    held = _of_project(call.first)
    return call.atoms.container("list", call.atoms.wrapped(NAME, held)) if held else UNKNOWN


def named_so(call: NativeCall, holder: Value, name: Wrapped) -> Value:
    """`getattr(handlers, name)` with a name of `dir(handlers)`: some member; of a row, each is asked for."""
    held = _of_project(holder)
    if not held:
        return UNKNOWN
    every = [
        hook.every(call.evaluator, atom, call.line)
        for atom in (held & name.inner if name.extra is None else BOTTOM)
        if isinstance(atom, Instance)
        for hook in call.interpreter.frameworks.hooks(call.interpreter, atom.cls)
    ]
    return join((call.atoms.wrapped(MEMBER, held), *every))


def of_some(atoms: Atoms, value: Value, pieces: Pieces = ()) -> Value:
    """The same values, where names of members are known to be those of some only, perhaps of those that look so."""
    return join(
        (atoms.pattern(pieces) if pieces else atoms.wrapped(NAME, atom.inner, SOME))
        if isinstance(atom, Wrapped) and atom.kind == NAME
        else atom.alone
        for atom in value
    )


def named_in(value: Value) -> Value:
    """Whose members the names in a value are."""
    return frozenset().union(*[atom.inner for atom in value if isinstance(atom, Wrapped) and atom.kind == NAME])


def fitting(evaluator: Evaluator, value: Value, holders: Value, pieces: Pieces) -> Value:
    """The same values, where members of some holders are known to be those whose names look so."""
    members = [atom for atom in value if isinstance(atom, Wrapped) and atom.kind == MEMBER and atom.inner <= holders]
    if not members:
        return value
    found = [value.difference(members)]
    for atom in members:
        names = names_like(evaluator.interpreter, atom.inner, Pattern(pieces))
        found += [evaluator.interpreter.attributes.get(evaluator, atom.inner, name, 0) for name in names[:MOST_KEPT]]
        if len(names) > MOST_KEPT:
            found.append(TOO_MANY)
    return join(found) or UNKNOWN


def _of_project(value: Value) -> Value:
    return frozenset(
        atom
        for atom in value
        if (isinstance(atom, ModuleAtom) and not atom.module.library)
        or (isinstance(atom, Instance) and not atom.cls.library and atom.model is None)
    )


def under_name(evaluator: Evaluator, value: Value, index: Value) -> Value:
    """What a registry holds under a name, if a whole module or object was put into it."""
    some = [atom for atom in value if isinstance(atom, Wrapped) and atom.kind == MEMBER]
    wanted = strings(index) if some else []
    if not wanted:
        return value
    holders = [atom for one in some for atom in one.inner]
    found = [_member(evaluator, holder, name) for holder in holders for name in wanted]
    return join([value.difference(some), *found]) or UNKNOWN


def _member(evaluator: Evaluator, holder: Atom, name: str) -> Value:
    """What a module or an object calls so; of an object a method, whose name may stand behind a prefix."""
    if isinstance(holder, ModuleAtom):
        return evaluator.interpreter.names.value(holder.module, name)
    assert isinstance(holder, Instance)  # noqa: S101 - as `_of_project` found it
    own = name.rpartition(".")[2]
    if own.startswith("_") or evaluator.interpreter.classes.lookup(holder.cls, own)[0] is None:
        return BOTTOM
    return evaluator.interpreter.attributes.of(evaluator, holder, own, 0)


def call_wrapped(evaluator: Evaluator, atom: Wrapped, arguments: Arguments, line: int) -> Value | None:
    """Some member is called, whose name only a run can tell: each may be, on its own, with arguments not known."""
    del arguments
    if atom.kind != MEMBER:
        return None
    evaluator.blind(line, "which member of a module is called is not known")
    state = evaluator.interpreter.frameworks.state
    entered: dict[Atom, list[Context]] = state.setdefault(ENTERED, {})
    called: dict[Context, dict[Atom, None]] = state.setdefault(DISPATCHED, {})
    for one in atom.inner:
        if isinstance(one, Instance):  # functions of a module call one another so, too: that is no dispatch of requests
            called.setdefault(evaluator.context, {})[one] = None
        if one not in entered:
            entered[one] = []
            for function in _functions(evaluator, one, line):
                context = evaluator.interpreter.calls.root_context(function)
                context.root = True
                entered[one].append(context)
                evaluator.interpreter.demand(context, None)
    return UNKNOWN


def dispatched(interpreter: Interpreter) -> dict[Context, list[Context]]:
    """For each function that calls some member, what the members do that it may call."""
    state = interpreter.frameworks.state
    entered = state.get(ENTERED, {})
    return {
        context: [one for holder in holders for one in entered.get(holder, ())]
        for context, holders in state.get(DISPATCHED, {}).items()
    }


def _functions(evaluator: Evaluator, atom: Atom, line: int) -> list[Function]:
    """The functions that a module itself defines, or an object's class, but for those that are its own business."""
    found: list[Value] = []
    if isinstance(atom, ModuleAtom):
        for name, bindings in atom.module.bindings.items():
            if not name.startswith("_") and any(type(one.statement) is FUNCTION for one in bindings):
                found.append(evaluator.interpreter.names.value(atom.module, name))
    elif isinstance(atom, Instance):
        for cls in evaluator.interpreter.classes.mro(atom.cls):
            for name in cls.bindings if not cls.library else ():
                held = BOTTOM if name.startswith("_") else evaluator.interpreter.classes.lookup(atom.cls, name)[1]
                if any(isinstance(one, Function) or _is_method(one) for one in held):
                    found.append(evaluator.interpreter.attributes.of(evaluator, atom, name, line))
    return [one for held in found for one in held if isinstance(one, Function) and not one.function.native]


def _is_method(atom: Atom) -> bool:
    return isinstance(atom, Wrapped) and atom.kind in {"staticmethod", "classmethod"}


NATIVES: Final[dict[str, Handler]] = {"builtins.dir": names}
