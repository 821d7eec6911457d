"""Which function of a module does a name mean that nobody knows?  Any of its own: `getattr(actions, wanted)`.

What the module only imports is not meant, nor what begins with an underscore: the name comes from elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.joining import MOST_KEPT, join
from boundary.link.domain.values import TOO_MANY, ModuleAtom
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import NativeCall


def picked(call: NativeCall, holder: Value) -> Value:
    """`getattr(module, name)`, where nothing is known of the name."""
    found: list[Value] = []
    for atom in holder:
        if isinstance(atom, ModuleAtom) and not atom.module.library:
            names = _functions(atom.module)
            if len(names) > MOST_KEPT:
                found.append(TOO_MANY)
            else:
                found += [call.interpreter.names.value(atom.module, name) for name in names]
    return join(found)


def _functions(module: ModuleInfo) -> list[str]:
    """The names of the functions that a module defines for others."""
    return [
        name
        for name, bindings in module.bindings.items()
        if not name.startswith("_") and all(type(one.statement) is FUNCTION for one in bindings)
    ]
