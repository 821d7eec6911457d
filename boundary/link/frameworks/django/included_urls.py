"""Which views of packages does the project route requests to with the package's own routes?

`path("accounts/", include("django.contrib.auth.urls"))`. They stand where the project includes them. What it includes
of its own is routed in its own place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, ModuleAtom, by_age
from boundary.link.frameworks.entry_points import INCLUDED
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

PATTERNS: Final = "urlpatterns"


def included(call: NativeCall) -> Value:
    """`include("package.urls")`, `include(package.urls)`, `include(("package.urls", "name"))`."""
    state, here = call.interpreter.frameworks.state, call.evaluator.module
    before = state.get(INCLUDED)
    if not here.library:
        state[INCLUDED] = here.file, call.line
    try:
        for module in _modules(call, call.arguments.get(0, "arg") or BOTTOM):
            if module.library:
                call.interpreter.names.value(module, PATTERNS)
    finally:
        state[INCLUDED] = before
    return UNKNOWN


def _modules(call: NativeCall, value: Value) -> Iterator[ModuleInfo]:
    """The modules that are named, or are there themselves, alone or first of a pair."""
    for pair in (value, *(parts[0] for atom in value for parts in [containers.members(atom.alone)] if parts)):
        for name in strings(pair):
            module = call.interpreter.find_module(name)
            if module is not None:
                yield module
        yield from (atom.module for atom in by_age(pair) if isinstance(atom, ModuleAtom))


NATIVES: Final[dict[str, Handler]] = {"django.urls.include": included}
