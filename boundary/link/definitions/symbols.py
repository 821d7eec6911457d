"""Which modules, classes and functions are there?  The monolith's definitions, before anything is evaluated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from boundary.link.definitions.functions import FunctionInfo
from boundary.link.definitions.longer_names import LongerNames
from boundary.link.definitions.namesakes import Namesakes
from boundary.link.definitions.script_folders import ScriptFolders
from boundary.link.domain.cells import Cell, Cells  # noqa: TC001 - as below
from boundary.link.syntax.exported import ALL, exported
from boundary.link.syntax.imports import imported_names, imports_in
from boundary.link.syntax.kinds import CLASS
from boundary.link.syntax.scopes import Binding, bindings_of, flat
from boundary.model import code
from boundary.model.facts import SourceModule  # noqa: TC001 - a compiled dataclass looks the classes of its fields up

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Value


MOST_MADE, MOST_MADE_BY_LIBRARY = 60, 600
"""A `class` statement in a function makes at most so many classes.

A library's makes one for each page or form that uses it, and so does one that extends a class of a library.
Where there are more, the last one made stands for all, and what it writes is taken for what all of them write.
"""


@dataclass(slots=True, eq=False)
class ModuleInfo:
    """One module with the names that it binds at its top level, branches included."""

    source: SourceModule
    name: str
    file: str
    library: bool
    package: str
    bindings: dict[str, list[Binding]]
    stars: list[code.ImportFrom]
    values: dict[str, Value] = field(default_factory=dict)
    ways: dict[str, list[tuple[ModuleInfo, str]]] = field(default_factory=dict)
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    """What functions store in its variables, by the variable (`Interpreter.read_global`)."""
    contexts: list[Context] = field(default_factory=list)
    """The contexts of its functions, in the order of making."""
    holders: dict[str, list[str]] | None = None
    """Its variables that are collections of others, by these (`members/holding_variables.py`)."""
    environment: bool = False
    """Whether the module comes from the environment: read for its definitions, not followed for its own sake."""
    template: bool = False
    """Whether it stands for a template: what it does is the doing of the code that renders it."""
    _imports: list[tuple[str, code.Import | code.ImportFrom]] | None = None
    _statements: list[code.Statement] | None = None
    _exports: frozenset[str] | None = None
    _has_exports: bool | None = None

    def __repr__(self) -> str:
        return f"ModuleInfo({self.name})"  # not all that it holds, which leads to the whole program

    def gives(self, name: str) -> bool:
        """Whether those who take everything from the module (`import *`) have the name from it, if it is there."""
        listed = self.exports
        return not name.startswith("_") if listed is None else name in listed

    def give_all(self) -> None:
        """Whoever takes everything from it gets the names that begin with an underscore, too: it is executed there."""
        if not self.stars and self.exports is None:
            self._exports = frozenset(self.bindings)

    @property
    def exports(self) -> frozenset[str] | None:
        """The names in `__all__`; None where nothing is listed, or it is not known what."""
        if self._has_exports is None:
            self._exports = exported(self.body) if ALL in self.bindings else None
            self._has_exports = True
        return self._exports

    @property
    def body(self) -> tuple[code.Statement, ...]:
        """The module's top-level statements."""
        return self.source.facts.body

    @property
    def statements(self) -> list[code.Statement]:
        """All statements at the top, those in branches, loops and handlers, too; never to be changed."""
        if self._statements is None:
            self._statements = flat(self.body)
        return self._statements

    @property
    def imports(self) -> list[tuple[str, code.Import | code.ImportFrom]]:
        """The imports anywhere in the module, with the dotted name of what each stands in."""
        if self._imports is None:
            self._imports = imports_in(self.body, self.name)
        return self._imports


class ClassInfo:
    """One class: defined in a module, made in a function (`closure`), or made by a rule (`node` None)."""

    bases: list[ClassInfo | str] | None = None
    mro: list[ClassInfo] | None = None
    externals: tuple[str, ...] = ()
    last: bool = False
    """Whether it is known that nothing is below it: an object that is promised to be of it is of no other class."""
    hooks: list[Any] | None = None
    """The rules of frameworks that its objects fall under (`Frameworks.hooks`)."""
    age: int = 0
    """What was looked up in it (`Classes.lookup`, `found`), and since when."""
    annotated: frozenset[str] | None = None
    """The names that its body annotates (`evaluator/attributes.py`)."""
    _dotted: str = ""

    def __init__(  # noqa: PLR0913, PLR0917 - what stands in the code, spelled out
        self,
        name: str,
        qualname: str,
        module: ModuleInfo,
        node: code.Class | None,
        closure: Context | None = None,
        outer: ClassInfo | None = None,
        bindings: dict[str, list[Binding]] | None = None,
    ) -> None:
        self.name = name
        self.qualname = qualname
        self.module = module
        self.node = node
        self.closure = closure
        self.outer = outer
        self.bindings = bindings if bindings is not None else {}
        self.made: dict[str, Value] = {}
        self.subclasses: list[ClassInfo] = []
        self.values: dict[str, Value] = {}
        self.method_traits: dict[str, list[Hashable]] = {}
        self.data: dict[str, Any] = {}
        self.answers: dict[str, Any] = {}
        """What was asked of the class once; forgotten when it gets another base."""
        self.cells: Cells = {}
        """What is stored in the attributes of its objects."""
        self.found: dict[str, tuple[ClassInfo | None, Value]] = {}

    @property
    def dotted(self) -> str:
        """The class's full name: module and qualified name."""
        if not self._dotted:  # asked for everywhere: one text for all
            self._dotted = f"{self.module.name}.{self.qualname}"
        return self._dotted

    @property
    def library(self) -> bool:
        """Whether the class is read for its definition only."""
        return self.module.library

    @property
    def line(self) -> int:
        """The line of the `class` statement, 0 for a class that a rule made."""
        return self.node.line if self.node else 0

    def extended_by(self, cls: ClassInfo) -> None:
        """There is a class below this one."""
        self.subclasses.append(cls)
        self.last = False

    def __repr__(self) -> str:
        return f"ClassInfo({self.dotted})"


def all_below(classes: Iterable[ClassInfo]) -> Iterator[ClassInfo]:
    """These classes and all their subclasses, direct and indirect, each once."""
    seen: set[int] = set()
    stack = list(classes)
    while stack:
        one = stack.pop()
        if id(one) not in seen:
            seen.add(id(one))
            yield one
            stack.extend(one.subclasses)


def _starts_django(module: ModuleInfo) -> bool:
    """Whether a module is what Django's commands are started with."""
    return any(one.startswith("django.core.management") for one in imported_names([held for _, held in module.imports]))


class Program:
    """All modules by name, all classes, and the functions behind their syntax."""

    def __init__(self, modules: Iterable[SourceModule]) -> None:
        self.modules: dict[str, ModuleInfo] = {}
        self.packages: set[str] = set()
        self.traited: set[str] = set()
        """The names of methods to which the decorator of some class adds something (`method_traits`)."""
        for source in modules:
            if source.name in self.modules and source.library:
                continue
            bindings, stars = bindings_of(source.facts.body)
            package = source.name if source.is_package else source.name.rpartition(".")[0]
            info = ModuleInfo(source, source.name, source.file, source.library, package, bindings, stars)
            self.modules[source.name] = info
            parts = source.name.split(".")
            self.packages.update(".".join(parts[:length]) for length in range(1, len(parts)))
        self.namesakes = Namesakes(self.modules.values())
        self.scripts = ScriptFolders(self.modules, self.packages)
        self.longer_names = LongerNames(self.modules)
        self.started_in: list[str] = [
            one.package
            for one in self.modules.values()
            if one.package and one.name == f"{one.package}.manage" and not one.library and _starts_django(one)
        ]
        """The packages that hold Django's manage.py: what lies there is found by its name alone, too."""
        self.classes: list[ClassInfo] = []
        self._made: dict[int, list[ClassInfo]] = {}
        self._classes: dict[tuple[int, Context | None], ClassInfo] = {}
        self._functions: dict[code.Node, FunctionInfo] = {}
        self._methods: dict[code.Node, dict[ClassInfo | None, FunctionInfo]] = {}
        """The functions behind a `def` of which there are several, since its class is made several times."""
        for module in list(self.modules.values()):
            self._declare(module, module.body, None)

    def _declare(self, module: ModuleInfo, body: tuple[code.Statement, ...], outer: ClassInfo | None) -> None:
        for statement in flat(body):
            if type(statement) is CLASS:
                cls = self.class_of(statement, module, None, outer)
                self._declare(module, statement.body, cls)

    def class_of(
        self, node: code.Class, module: ModuleInfo, closure: Context | None, outer: ClassInfo | None
    ) -> ClassInfo:
        """The class behind a `class` statement; one made in a function is another one per context of the function."""
        key = (id(node), closure)
        cls = self._classes.get(key)
        if cls is None and closure is not None:
            cls = self._again(node, module, closure, outer)
        if cls is None:
            bindings, _ = bindings_of(node.body)
            cls = ClassInfo(node.name, node.qualname, module, node, closure, outer, bindings)
            self._classes[key] = cls
            self.classes.append(cls)
        return cls

    def _again(
        self, node: code.Class, module: ModuleInfo, closure: Context, outer: ClassInfo | None
    ) -> ClassInfo | None:
        """The class to use where a function makes too many: the one that is making itself, or the last that was made.

        A method that makes a subclass of its own class would make another one of that, without end.
        """
        made = self._made.setdefault(id(node), [])
        receiver = getattr(closure.receiver, "cls", None)
        if receiver is not None and receiver.node is node:
            return receiver  # type: ignore[no-any-return]
        inside = outer is not None and outer.closure is closure  # a `Meta`: one for each class that has it
        if len(made) >= MOST_MADE and not inside:
            for_library = any(one.library for one in (made[-1], *(made[-1].mro or ())))
            if len(made) >= MOST_MADE_BY_LIBRARY or not for_library:
                return made[-1]
        bindings, _ = bindings_of(node.body)
        cls = ClassInfo(node.name, node.qualname, module, node, closure, outer, bindings)
        self._classes[id(node), closure] = cls
        self.classes.append(cls)
        made.append(cls)
        return cls

    def function_of(
        self, node: code.Function | code.Lambda, module: ModuleInfo, cls: ClassInfo | None, qualname: str
    ) -> FunctionInfo:
        """The function behind a `def` or `lambda`; a method of a class made in a function is another one per class."""
        first = self._functions.get(node)
        if first is None:
            first = self._functions[node] = _function(node, module, cls, qualname)
        if first.cls is cls:
            return first
        methods = self._methods.setdefault(node, {first.cls: first})
        info = methods.get(cls)
        if info is None:
            info = methods[cls] = _function(node, module, cls, qualname)
        return info

    def functions_of(self, node: code.Function) -> list[FunctionInfo]:
        """The functions behind a `def` that evaluation has met so far."""
        first = self._functions.get(node)
        if first is None:
            return []
        return list(self._methods.get(node, {first.cls: first}).values())


def _function(
    node: code.Function | code.Lambda, module: ModuleInfo, cls: ClassInfo | None, qualname: str
) -> FunctionInfo:
    if isinstance(node, code.Lambda):
        return FunctionInfo(
            "<lambda>",
            qualname,
            module,
            cls,
            node,
            node.parameters,
            (code.Return(node.body, node.line),),
            node.line,
            node.line,
            node.line,
            is_generator=False,
        )
    return FunctionInfo(
        node.name,
        node.qualname,
        module,
        cls,
        node,
        node.parameters,
        node.body,
        node.line,
        node.first_line,
        node.end_line,
        node.is_generator,
    )
