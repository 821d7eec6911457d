"""Which settings and environment variables does the code read, and where?  Syntax and imports alone.

Known are `settings.NAME` and `getattr(settings, "NAME", ...)` of Django's settings, `current_app.config["NAME"]` (and
`.get("NAME")`) of Flask's, `os.environ["NAME"]`, `os.environ.get("NAME")`, `"NAME" in os.environ`, `os.getenv("NAME")`,
the `env(...)`, `env.bool(...)` and `config(...)` of environs, django-environ and decouple, and functions of the project
that hand a parameter on to one of these. A name that is only known when the program runs is not listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    CALL,
    CHILDREN,
    CLASS,
    CONSTANT,
    FUNCTION,
    NAME,
    OPERATION,
    line_of,
    parts_of,
)
from boundary.model import code
from boundary.model.scan import SettingRead

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Literal

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.syntax.bodies import Bodies

    Kind = Literal["setting", "environment"]

SETTINGS: Final = frozenset({"django.conf.settings"})
CONFIGS: Final = frozenset({"flask.current_app.config"})
ENVIRONS: Final = frozenset({"os.environ", "os.environb"})
READERS: Final = frozenset(
    {"os.getenv", "os.environ.get", "os.environ.setdefault", "os.environ.pop", "decouple.config"}
)
FACTORIES: Final = frozenset({"environ.Env", "environs.Env", "starlette.config.Config", "environ.FileAwareEnv"})
"""Classes whose instances are called with the name of an environment variable, and so are their methods."""

SOURCES: Final = ("django.conf", "os", "environ", "environs", "decouple", "flask", "starlette.config")
"""What a module has to import to read anything by itself."""
INSIDE: Final = tuple([f"{one}." for one in SOURCES])

NOT_READING: Final = frozenset({"read_env", "prefixed", "seal", "dump", "unset", "contains"})
"""Methods of such an instance whose first argument names no variable."""


LEAVES: Final[frozenset[type]] = frozenset({code.Jump, code.Scope, code.Import, code.ImportFrom})
ENTERED: Final[frozenset[type]] = frozenset(CHILDREN).difference(LEAVES)
READING: Final = frozenset({code.Attribute, code.Subscript, code.Call})
GETTER: Final = "getattr"
PLACES: Final = frozenset({code.Function, code.Class, code.Assign})


class _Within(NamedTuple):
    """Where a node stands: its function, the parameters there, and the module's name that is being given a value."""

    function: str
    parameters: tuple[str, ...] = ()
    into: str | None = None


def settings_read(modules: Iterable[ModuleInfo], bodies: Bodies) -> tuple[SettingRead, ...]:
    """Every place at which the project's code reads a setting or an environment variable, in order, each once."""
    files = [_File(module, bodies) for module in modules if not module.library]
    passing = {dotted: position for file in files for dotted, position in file.passing().items()}
    found = {read for file in files if file.may_read(passing) for read in file.reads(passing)}
    return tuple(sorted(found, key=lambda read: (read.file, read.line, read.kind, read.name, read.function)))


class _File:
    """One module: what its names stand for, and its nodes."""

    def __init__(self, module: ModuleInfo, bodies: Bodies) -> None:
        self.module = module
        self.names: dict[str, str] = {}
        self._bodies = bodies
        self._walked: tuple[set[str], list[tuple[code.Node, _Within]]] | None = None
        """The places that one walk found, and the names that it went by: mostly they are the same for the next."""
        for _, statement in module.imports:
            if isinstance(statement, code.Import):
                self._imported(statement)
            else:
                self._imported_from(statement, module.package)
        self.direct = any(name in SOURCES or name.startswith(INSIDE) for name in self.names.values())
        if self.direct:
            self._made()

    def _imported(self, node: code.Import) -> None:
        for alias in node.names:
            first = alias.name.partition(".")[0]
            self.names[alias.bound or first] = alias.name if alias.bound else first

    def _imported_from(self, node: code.ImportFrom, package: str) -> None:
        parts = package.split(".")
        base = ".".join([*parts[: len(parts) - node.level + 1], node.module]).strip(".") if node.level else node.module
        for alias in node.names:
            self.names[alias.bound or alias.name] = f"{base}.{alias.name}"

    def _made(self) -> None:
        """`env = environ.Env()` at the top level: calls of `env` read variables."""
        for node in self.module.body:
            if type(node) is ASSIGN and type(node.value) is CALL:
                made = self.dotted(node.value.function)
                for target in node.targets:
                    if made in FACTORIES and type(target) is NAME:
                        self.names[target.id] = f"{made}()"

    def dotted(self, node: code.Expression) -> str:
        """What an expression of names and dots stands for, by the module's imports; empty for anything else."""
        parts: list[str] = []
        while type(node) is ATTRIBUTE:
            parts.append(node.name)
            node = node.value
        if type(node) is not NAME:
            return ""
        base = self.names.get(node.id)
        if base is None:  # a name of this module
            base = f"{self.module.name}.{node.id}"
        return ".".join([base, *reversed(parts)])

    def may_read(self, passing: Mapping[str, int]) -> bool:
        """Whether anything here could read: the module imports what does."""
        held = set(self.names.values())
        return self.direct or not held.isdisjoint(passing) or any(name.rpartition(".")[0] in held for name in passing)

    def passing(self) -> dict[str, int]:
        """The functions that read the environment variable that one of their parameters names, and which."""
        found: dict[str, int] = {}
        if not self.direct:
            return found
        for node, within in self._places(SOURCES):
            name = self._named(node)
            if name is not None and type(name[1]) is NAME and name[1].id in within.parameters:
                found[within.function] = within.parameters.index(name[1].id)
        return found

    def reads(self, passing: Mapping[str, int]) -> Iterator[SettingRead]:
        """The places of this module; `passing` are the project's functions that read what they are told to."""
        for node, within in self._places((*SOURCES, *passing)):
            found = self._named(node) or self._passed(node, passing)
            if found is not None and type(found[1]) is CONSTANT and isinstance(found[1].value, str):
                kind, constant, line = found
                assert type(constant) is CONSTANT  # noqa: S101 - for the type checker, asked a line above
                yield SettingRead(kind, str(constant.value), self.module.file, line, within.function, within.into)

    def _named(self, node: code.Node) -> tuple[Kind, code.Expression, int] | None:
        """What a node reads: which kind, the expression that names it, and the line."""
        match node:
            case code.Attribute(value=value, name=name, line=line) if name.isupper() and self.dotted(value) in SETTINGS:
                return "setting", code.Constant(name), line
            case code.Subscript(value=value, index=index, line=line):
                if self.dotted(value) in ENVIRONS:
                    return "environment", index, line
                return ("setting", index, line) if self.dotted(value) in CONFIGS else None
            case code.Call(arguments=[first, *_], function=function, line=line):
                return self._asked(self.dotted(function), first, node, line)
        return None

    def _asked(
        self, function: str, first: code.Expression, call: code.Call, line: int
    ) -> tuple[Kind, code.Expression, int] | None:
        owner, _, method = function.rpartition(".")
        if function in READERS or function.endswith("()") or (owner.endswith("()") and method not in NOT_READING):
            return "environment", first, line
        if method == "get" and owner in CONFIGS:
            return "setting", first, line
        of_settings = function.endswith(GETTER) and self.dotted(first) in SETTINGS
        return ("setting", call.arguments[1], line) if of_settings and len(call.arguments) > 1 else None

    def _passed(self, node: code.Node, passing: Mapping[str, int]) -> tuple[Kind, code.Expression, int] | None:
        if type(node) is CALL:
            position = passing.get(self.dotted(node.function))
            if position is not None and position < len(node.arguments):
                return "environment", node.arguments[position], node.line
        return None

    def _leading(self, dotted: Iterable[str]) -> set[str]:
        """The names here by which something in these modules, or these functions, can be reached."""
        held = tuple(f"{one}." for one in dotted)
        found = set()
        for name, meant in self.names.items():
            inside = f"{meant}."
            if meant.startswith(held) or any(one.startswith(inside) for one in held):
                found.add(name)
        own = f"{self.module.name}."
        return found | {one[len(own) :].partition(".")[0] for one in held if one.startswith(own)}

    def _places(self, dotted: Iterable[str]) -> list[tuple[code.Node, _Within]]:
        """All nodes that may read something of these modules, or call these functions, with where they stand."""
        names = self._leading(dotted)
        if self._walked is None or self._walked[0] != names:
            self._walked = names, list(self._walk(names))
        return self._walked[1]

    def _walk(self, names: set[str]) -> Iterator[tuple[code.Node, _Within]]:
        """All nodes that begin with one of `names` and may read; functions that mention none are not entered."""
        waiting: list[tuple[Any, _Within, int]] = [(self.module.body, _Within(self.module.name), 0)]
        while waiting:
            node, within, line = waiting.pop()
            kind = type(node)
            if kind is tuple:
                waiting.extend([(one, within, line) for one in reversed(node)])
                continue
            if kind not in ENTERED:
                continue
            if type(node) is FUNCTION and names.isdisjoint(self._bodies.names(node)):
                defaults = tuple([one.default for one in node.parameters if one.default is not None])
                if defaults or node.decorators:
                    below = self._inside(node, within)
                    waiting.extend([(node.decorators, below, node.line), (defaults, below, node.line)])
                continue
            if type(node) is OPERATION and node.operator == "in":
                yield code.Subscript(node.operands[1], node.operands[0], line), within
            elif kind in READING and ((first := _first(node)) in names or first == GETTER):
                yield node, within
            below = self._inside(node, within) if kind in PLACES else within
            at = line_of(node, line)
            held = reversed(parts_of(node))
            waiting.extend([(one, below, at) for one in held if type(one) is tuple or type(one) in ENTERED])

    def _inside(self, node: code.Node, within: _Within) -> _Within:
        if type(node) is FUNCTION:
            parameters = tuple(parameter.name for parameter in node.parameters)
            return _Within(f"{self.module.name}.{node.qualname}", parameters)
        if type(node) is CLASS:
            return _Within(f"{self.module.name}.{node.qualname}")
        top = within.function == self.module.name
        if top and type(node) is ASSIGN and node.targets and type(node.targets[0]) is NAME:
            return within._replace(into=node.targets[0].id)
        return within


def _first(node: code.Node) -> str:
    """The name that something which may read begins with: most are of other names, which is sooner told so."""
    inner = node.function if type(node) is CALL else node.value  # type: ignore[attr-defined]
    while type(inner) is ATTRIBUTE:
        inner = inner.value
    return inner.id if type(inner) is NAME else ""
