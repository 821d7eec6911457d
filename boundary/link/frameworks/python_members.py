"""Which functions does a registry hold that is filled from whole modules?  Those of the names that it is asked for.

`for name, function in inspect.getmembers(module): actions[name] = function` puts hundreds of functions under names that
no line mentions. So such a member is kept as what it is, some member of the module, until a name is known: what
`actions["order_create"]` gives is what the module calls so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.values import UNKNOWN, Function, ModuleAtom, Wrapped, join, strings
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.arguments import Arguments
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.link.values import Value

MEMBER: Final = "member of a module"


def members(call: NativeCall) -> Value:
    """`inspect.getmembers(module)`: pairs of a name and what bears it."""
    modules = frozenset(atom for atom in call.first if isinstance(atom, ModuleAtom) and not atom.module.library)
    if not modules:
        return call.atoms.external("inspect.getmembers()")
    held = call.atoms.wrapped(MEMBER, modules)
    return call.atoms.container("list", call.atoms.container("tuple", held | UNKNOWN, (UNKNOWN, held)))


def under_name(evaluator: Evaluator, value: Value, index: Value) -> Value:
    """What a registry holds under a name, if a whole module was put into it."""
    some = [atom for atom in value if isinstance(atom, Wrapped) and atom.kind == MEMBER]
    wanted = strings(index) if some else []
    if not wanted:
        return value
    modules = [atom.module for one in some for atom in one.inner if isinstance(atom, ModuleAtom)]
    find = evaluator.interpreter.names.value
    return join([value.difference(some), *(find(module, name) for module in modules for name in wanted)]) or UNKNOWN


def call_wrapped(evaluator: Evaluator, atom: Wrapped, arguments: Arguments, line: int) -> Value | None:
    """Some member is called, whose name only a run can tell: each may be, on its own, with arguments not known."""
    del arguments
    if atom.kind != MEMBER:
        return None
    evaluator.blind(line, "which member of a module is called is not known")
    entered: set[str] = evaluator.interpreter.frameworks.state.setdefault(MEMBER, set())
    for one in atom.inner:
        if isinstance(one, ModuleAtom) and one.module.name not in entered:
            entered.add(one.module.name)
            for function in _functions(evaluator, one):
                context = evaluator.interpreter.calls.root_context(function)
                context.root = True
                evaluator.interpreter.demand(context, None)
    return UNKNOWN


def _functions(evaluator: Evaluator, atom: ModuleAtom) -> list[Function]:
    """The functions that a module itself defines, but for those that are its own business."""
    found: list[Function] = []
    for name, bindings in atom.module.bindings.items():
        if not name.startswith("_") and any(isinstance(one.statement, code.Function) for one in bindings):
            held = evaluator.interpreter.names.value(atom.module, name)
            found.extend(one for one in held if isinstance(one, Function) and not one.function.native)
    return found
