"""Which modules does a package hold that code looks for?  `for one in pkgutil.iter_modules(plugins.__path__)`.

Each is known by its name, with the prefix that is asked for, as a tuple or by its attributes. A path that is no
package's own (`[os.path.dirname(__file__)]`) is that of the package in which the code stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ModuleAtom, Wrapped
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

FOUND: Final = "found module"
MOST_MODULES: Final = 100
"""Of so many modules each is known by its name."""


def found(call: NativeCall) -> Value:
    """`pkgutil.iter_modules(path, prefix)`, `pkgutil.walk_packages(path, prefix)`."""
    given = call.arguments.get(0, "path") or BOTTOM
    packages = [atom.module.name for atom in given if isinstance(atom, ModuleAtom)] or [_package(call.evaluator)]
    asked = call.arguments.get(1, "prefix") or BOTTOM
    deep = call.name.endswith("walk_packages")
    told = [
        call.atoms.constant(f"{prefix}{name}")
        for package in packages
        for prefix in strings(asked)[:1] or ([f"{package}."] if asked else [""])  # `__name__ + "."`
        for name in _modules(call.evaluator, package, deep=deep)
    ]
    held = [_told(call, name) for name in told] if len(told) <= MOST_MODULES else []
    return containers.make(call.evaluator, "list", held) if held else UNKNOWN


def _package(evaluator: Evaluator) -> str:
    """The package in which the code at hand stands."""
    module = evaluator.module
    return module.name if module.file.endswith("__init__.py") else module.name.rpartition(".")[0]


def _modules(evaluator: Evaluator, package: str, *, deep: bool) -> list[str]:
    """The names of the modules in a package, from there on."""
    begins = f"{package}."
    held = [name.removeprefix(begins) for name in evaluator.interpreter.program.modules if name.startswith(begins)]
    return sorted(one for one in held if deep or "." not in one)


def _told(call: NativeCall, name: Value) -> Value:
    """One module, as code that unpacks it sees it, and as code does that asks for its name."""
    row = call.atoms.container("tuple", name | UNKNOWN, (UNKNOWN, name, UNKNOWN))
    return join((row, call.atoms.wrapped(FOUND, name)))


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`one.name`."""
    del evaluator, line
    if atom.kind != FOUND:
        return None
    return atom.inner if name == "name" else UNKNOWN


NATIVES: Final[dict[str, Handler]] = {"pkgutil.iter_modules": found, "pkgutil.walk_packages": found}
