"""Which function does a decorator's wrapper stand for?  The one that it says it wraps, as `inspect.unwrap` would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Function

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Value

DEEPEST: Final = 20
"""So many decorators around one another."""


def wrap(wrappers: Value, wrapped: Value) -> None:
    """`functools.wraps(wrapped)(wrapper)`: remember it, where it is one function, or what wraps one and that one."""
    inner = [atom for atom in wrapped if isinstance(atom, Function)]
    if len(inner) > 1 and len({behind(atom.function, atom.closure) for atom in inner}) == 1:
        inner = [atom for atom in inner if atom.function.wraps is None or atom.closure not in atom.function.wraps]
    if len(inner) != 1:
        return
    for atom in wrappers:
        same = isinstance(atom, Function) and atom.function is inner[0].function and atom.closure is inner[0].closure
        if isinstance(atom, Function) and not same:  # two wrappers that one decorator made are two
            if atom.function.wraps is None:
                atom.function.wraps = {}
            atom.function.wraps[atom.closure] = inner[0]


def stand_for(made: Value, given: Value) -> None:
    """A decorator has made a wrapper that does not say what it wraps: it stands for the one function that it holds."""
    if len(given) != 1:
        return
    (inner,) = given
    if not isinstance(inner, Function) or inner.function.library:
        return
    for atom in made:
        if not isinstance(atom, Function) or atom.closure is None or atom.function.library:
            continue
        if atom.function is inner.function or (atom.function.wraps is not None and atom.closure in atom.function.wraps):
            continue
        if any(inner in held for held in atom.closure.arguments.values()):
            wrap(atom.alone, given)


def stands_in(context: Context) -> bool:
    """Whether a context is a library's wrapper of a function of the project: `@atomic` above `@login_required`."""
    function = context.function
    if function is None or function.wraps is None or not context.library:
        return False
    return not unwrapped(function, context.closure).library


def unwrapped(function: FunctionInfo, closure: Context | None) -> FunctionInfo:
    """The function behind a wrapper that was made in `closure`; itself where it wraps none."""
    return behind(function, closure)[0]


def name_behind(context: Context) -> str:
    """The dotted name of the function behind a context's; a module's own statements carry the module's name."""
    function = context.function
    return context.module.name if function is None else unwrapped(function, context.closure).dotted


def behind(
    function: FunctionInfo, closure: Context | None, *, library: bool = False
) -> tuple[FunctionInfo, Context | None]:
    """The same function and where it was made; with `library`, only what wrappers of libraries wrap."""
    for _ in range(DEEPEST):
        if library and not function.library:
            break
        inner = function.wraps.get(closure) if function.wraps is not None else None
        if inner is None:
            break
        function, closure = inner.function, inner.closure
    return function, closure
