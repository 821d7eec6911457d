"""Which names does a package have whose modules are loaded late?  Those that lazy_loader is told of, or a dict lists.

`lazy_loader.attach(__name__, submod_attrs={"orders": ["Order"]})` says which module has a name. What
`attach_stub(__name__, __file__)` reads of the package's stub is what its modules offer: the names in their `__all__`,
or that they define where they have none. A `__getattr__` of the package's own (PEP 562) looks into a dict, such as
`{"Order": "shop.orders"}`, `{"Order": (".orders", "Order")}` or `{".orders": ["Order"]}`: classes extend what it gives
before anything is evaluated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, CONSTANT, FUNCTION, MAPPING, NAME
from boundary.link.syntax.scopes import Binding
from boundary.link.syntax.walking import variables_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.evaluator.interpreter import Interpreter

LIBRARY: Final = "lazy_loader"
ATTACH, STUB = "attach", "attach_stub"
LISTED: Final = "__all__"
DEFINING: Final = (code.Class, code.Function, code.Assign)


def bind(interpreter: Interpreter) -> None:
    """Bind the names that stand in a package for those of its modules."""
    modules = interpreter.program.modules
    for package in [one for one in modules.values() if not one.library and "__getattr__" in one.bindings]:
        for call in _attached(package) if LIBRARY in interpreter.frameworks.imported else ():
            told = _offered(package, modules) if _called(call) == STUB else _told(call)
            for name, below in told:
                _take(package, modules, name, f"{package.name}.{below}", name, call.line)
        for mapping, line in _looked_into(package):
            for name, dotted, original in _listed(package, mapping, modules):
                _take(package, modules, name, dotted, original, line)


def _take(  # noqa: PLR0913, PLR0917 - one import, spelled out
    package: ModuleInfo, modules: dict[str, ModuleInfo], name: str, dotted: str, original: str, line: int
) -> None:
    """Bind a name of the package to one of a module, as `from dotted import original as name` would."""
    if dotted in modules:
        taken = code.ImportFrom(dotted, 0, (code.Alias(original, name if name != original else None),), line)
        package.bindings.setdefault(name, []).append(Binding(taken, taken.names[0]))


def _looked_into(package: ModuleInfo) -> Iterator[tuple[code.Mapping, int]]:
    """The dicts at the top of a module that its `__getattr__` mentions."""
    for binding in package.bindings["__getattr__"]:
        getter = binding.statement
        if type(getter) is FUNCTION:
            for name in dict.fromkeys(variables_in(getter.body)):
                for held in package.bindings.get(name, ()):
                    made = held.statement
                    if type(made) is ASSIGN and type(made.value) is MAPPING:
                        yield made.value, made.line


def _listed(
    package: ModuleInfo, mapping: code.Mapping, modules: dict[str, ModuleInfo]
) -> Iterator[tuple[str, str, str]]:
    """The names that a dict lists, each with the module that has it and its name there."""
    for key, value in zip(mapping.keys, mapping.values, strict=True):
        for text in _texts((key,)):
            parts = _texts((value,)) if type(value) is CONSTANT else _texts(getattr(value, "items", ()))
            below = _absolute(package, text)
            if below in modules:  # a module, and its names
                yield from ((name, below, name) for name in parts)
            elif parts:
                dotted = _absolute(package, parts[0])
                outer, _, last = dotted.rpartition(".")
                if dotted in modules:
                    yield text, dotted, parts[1] if len(parts) > 1 else text
                elif last:
                    yield text, outer, last


def _absolute(package: ModuleInfo, dotted: str) -> str:
    """A dotted name as seen from everywhere: `.orders` is below the package."""
    return f"{package.name}{dotted}" if dotted.startswith(".") else dotted


def _attached(module: ModuleInfo) -> Iterator[code.Call]:
    """The calls that make a module's `__getattr__`."""
    for binding in module.bindings.get("__getattr__", ()):
        made = binding.statement
        if type(made) is ASSIGN and type(made.value) is CALL and _called(made.value) in {ATTACH, STUB}:
            yield made.value


def _called(call: code.Call) -> str:
    function = call.function
    if type(function) is NAME:
        return function.id
    return function.name if type(function) is ATTRIBUTE else ""


def _told(call: code.Call) -> Iterator[tuple[str, str]]:
    """The names that `submod_attrs` lists, each with its module."""
    given = [one.value for one in call.keywords if one.name == "submod_attrs"] or list(call.arguments[2:3])
    for mapping in given:
        if isinstance(mapping, code.Mapping):
            for key, value in zip(mapping.keys, mapping.values, strict=True):
                for below in _texts((key,)):
                    yield from ((name, below) for name in _texts(getattr(value, "items", ())))


def _offered(package: ModuleInfo, modules: dict[str, ModuleInfo]) -> Iterator[tuple[str, str]]:
    """The names that the modules of a package offer, each with its module."""
    before = f"{package.name}."
    own = frozenset(package.bindings)
    for dotted, module in list(modules.items()):
        below = dotted.removeprefix(before)
        if below != dotted and "." not in below:
            yield from ((name, below) for name in _public(module) if name not in own)


def _public(module: ModuleInfo) -> list[str]:
    listed = [
        name
        for binding in module.bindings.get(LISTED, ())
        if type(binding.statement) is ASSIGN
        for name in _texts(getattr(binding.statement.value, "items", ()))
    ]
    return listed or [
        name
        for name, bindings in module.bindings.items()
        if not name.startswith("_") and any(isinstance(one.statement, DEFINING) for one in bindings)
    ]


def _texts(items: Iterable[object]) -> list[str]:
    return [one.value for one in items if type(one) is CONSTANT and isinstance(one.value, str)]
