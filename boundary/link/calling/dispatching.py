"""Which functions look something up by what they are told?  `getattr`, `get_model`, those that hand it on to them.

Each of their callers is told apart by the constants that it hands over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.carrying import DECLARES, EXECUTES, Carrying
from boundary.link.calling.kin import CONSTRUCTOR, Kin
from boundary.link.calling.named_methods import MethodReader
from boundary.link.syntax.bodies import COMPONENTS
from boundary.link.syntax.decorating import makes_functions
from boundary.link.syntax.kinds import FUNCTION
from boundary.link.syntax.walking import functions_in, last_name

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import Program
    from boundary.link.syntax.bodies import Bodies, Body
    from boundary.model import code

MANAGERS: Final[frozenset[str]] = frozenset(
    {"DriverManager", "EnabledExtensionManager", "ExtensionManager", "HookManager", "NamedExtensionManager"}
)
"""What these classes are given first names a group of plug-ins."""
OSLO: Final[frozenset[str]] = frozenset({"import_class", "import_object", "try_import"})
"""How oslo.utils imports what it is told."""
DISPATCHERS: Final[frozenset[str]] = MANAGERS | OSLO | COMPONENTS | frozenset(
    {"getattr", "setattr", "hasattr", "__setattr__", "__getattribute__", "get_model", "load_model", "get_class",
     "get_classes", "get_app_config", "import_string",
     "import_module", "execute", "__call_matching__", "get_field", "isinstance", "issubclass", "type", "filter",
     "load_class", "get_model_name", "__save_m2m__", "__cache__", "__follow__", "__plugins__", "__routed__",
     "__named__",
     "load_class_by_alias_or_classname", "getmembers", "Table", "Prefetch", "prefetch_related", "select_related",
     "order_by", "values", "values_list",
     "render", "render_to_string", "render_template", "get_template", "TemplateResponse"}
)  # fmt: skip
LOOKUPS: Final[frozenset[str]] = MANAGERS | OSLO | COMPONENTS | frozenset(
    {"getattr", "get_model", "load_model", "get_model_name", "get_class", "get_classes", "import_string",
     "get_app_config", "import_module"}
)  # fmt: skip
IMPORTS: Final[frozenset[str]] = OSLO | {"__import__", "import_module", "import_string"}
"""What these are given names a module, or what is in one: each caller is told another."""
NAMES_MODELS: Final[frozenset[str]] = frozenset({"get_model", "load_model", "__type_named__"})
"""What these functions are given says which table is touched, as the name of one in a statement does."""
OPENS: Final[frozenset[str]] = frozenset({"Path", "get_data", "joinpath", "open", "read_text", "resource_string"})
"""What these are given is the name of a file."""
GETATTR: Final = "getattr"
FEW: Final = 2
"""A name that more functions share tells nothing apart."""


class Dispatching:
    """The names of the project's own functions whose callers constants keep apart.

    `names` look something up by a constant, or make SQL of it; `carrying` knows for the latter which it is. `naming`
    are the functions of a library that is told by names whose rows are touched. `calling` call methods by the names
    that they are told, `methods` knows which argument names one. `imports` have imported what they are told.
    `functions` counts all that the project defines. `decorators` make functions. `by_texts`: in this program texts say
    what is touched, whatever else is handed over (it has units of work, or such a library): they count for longest.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all that is known by name
        self,
        names: frozenset[str] = frozenset(),
        carrying: Carrying | None = None,
        functions: int = 0,
        imports: frozenset[str] = frozenset(),
        decorators: frozenset[str] = frozenset(),
        naming: frozenset[str] = frozenset(),
        calling: frozenset[str] = frozenset(),
        methods: Carrying | None = None,
        *,
        by_texts: bool = False,
    ) -> None:
        self.names = names
        self.naming = naming
        self.decorators = decorators
        self.imports = imports
        self.carrying = carrying
        self.by_texts = by_texts
        self._calling = calling
        self._methods = methods
        self.functions = functions
        self.alike: dict[tuple[tuple[str, int], ...], dict[str, int]] = {}
        """What was found of functions so far: most have the same parameters as another, which matter as much."""

    def methods_named(
        self, parameters: tuple[code.Parameter, ...], body: tuple[code.Statement, ...], handed: set[str]
    ) -> frozenset[str]:
        """The parameters of a function that name a method which is called; `handed` are names of what it calls."""
        if self._methods is None or (GETATTR not in handed and self._calling.isdisjoint(handed)):
            return frozenset()
        return self._methods.parameters(parameters, body)


def dispatching_functions(
    program: Program, bodies: Bodies, *, follows_work: bool = False, naming: frozenset[str] = frozenset()
) -> Dispatching:
    """The names of functions that use a parameter as a key, an attribute's name or a piece of SQL.

    Only names that few functions share: a common one would keep apart what nothing tells apart. Found to a fixed
    point, since a function that hands its parameter on to one of these is one of them.
    """
    functions: dict[str, list[code.Function]] = {}
    for module in program.modules.values():
        if not module.library:
            for one in functions_in(module.body):
                functions.setdefault(one.name, []).append(one)
    uses = {
        name: [bodies.of(one) for one in held]
        for name, held in functions.items()
        if len(held) <= FEW and name not in DISPATCHERS
    }
    carriers = _closed({name for name, held in uses.items() if any(_makes_sql(each) for each in held)} | EXECUTES, uses)
    found = _closed({name for name, held in uses.items() if any(one.key for one in held)} | LOOKUPS, uses)
    kin = Kin(program.classes)
    makers = _makers_of_tables(program, bodies, functions)
    keepers = _keepers(kin, bodies, carriers)
    reaching = carriers | _closed(naming | {DECLARES, *makers, *keepers}, uses)
    held = {name: functions[name] for name in uses if name in reaching} | makers
    carrying = Carrying(held, naming, kin=kin, classes=keepers)
    imports = _closed(IMPORTS, uses)
    decorators = _closed({name for name in uses if any(makes_functions(one.body) for one in functions[name])}, uses)
    importing = _importing(program, bodies, imports)
    names = found | carriers | importing
    calling = _closed({name for name, held in uses.items() if any(one.asks for one in held)}, uses)
    methods = Carrying({name: functions[name] for name in calling}, reader=MethodReader) if calling else None
    number = sum(map(len, functions.values()))
    by_texts = follows_work or bool(naming)
    return Dispatching(names, carrying, number, imports, decorators, naming, calling, methods, by_texts=by_texts)


def _keepers(kin: Kin, bodies: Bodies, carriers: frozenset[str]) -> list[str]:
    """The classes whose objects may keep a table's name, or a statement, of which a method of their kin makes SQL.

    So may those that hand what they are made with to the constructors of such classes.
    """
    found: set[str] = set()
    keepers: list[str] = []
    reaching = carriers
    while True:
        for name, held in kin.named.items():
            if kin.of(name) not in found and any(_keeps(bodies, one, reaching) for cls in held for one in cls.methods):
                found.add(kin.of(name))
        more = [name for name in kin.named if kin.of(name) in found] if found else []
        if len(more) == len(keepers):
            return keepers
        keepers, reaching = more, carriers.union(more)


def _keeps(bodies: Bodies, method: code.Function, reaching: frozenset[str]) -> bool:
    """Whether a method makes SQL of an attribute, or hands one on, or its constructor does so with what it is given."""
    body = bodies.of(method)
    if body.own_sql or not reaching.isdisjoint(body.own_handed_to):
        return True
    return method.name == CONSTRUCTOR and (body.sql or not reaching.isdisjoint(body.handed_to))


def _makers_of_tables(
    program: Program, bodies: Bodies, functions: dict[str, list[code.Function]]
) -> dict[str, list[code.Function]]:
    """The constructors that hand `Table` what they are given, by the names of their classes."""
    return {
        cls.name: [one]
        for cls in program.classes
        if cls.node is not None and not cls.library and cls.name not in functions
        for one in cls.node.body
        if type(one) is FUNCTION and one.name == CONSTRUCTOR and DECLARES in bodies.of(one).handed_to
    }


def _importing(program: Program, bodies: Bodies, imports: frozenset[str]) -> frozenset[str]:
    """The names of classes that import what they are made with, themselves or by what they hand a class above them."""
    made: dict[str, list[tuple[Body, set[str]]]] = {}
    for cls in program.classes:
        node = cls.node
        if node is None or cls.library:
            continue
        for one in node.body:
            if type(one) is FUNCTION and one.name == CONSTRUCTOR:
                made.setdefault(cls.name, []).append((bodies.of(one), set(map(last_name, node.bases))))
    found = {name for name, held in made.items() if any(not imports.isdisjoint(one.handed_to) for one, _ in held)}
    while True:
        more = {
            name
            for name, held in made.items()
            if name not in found
            and any(CONSTRUCTOR in one.handed_to and not found.isdisjoint(bases) for one, bases in held)
        }
        if not more:
            return frozenset(found)
        found |= more


def _makes_sql(body: Body) -> bool:
    """Whether SQL is made with a parameter, or a file is opened that one names, and something executed."""
    return body.sql or not (OPENS.isdisjoint(body.handed_to) or EXECUTES.isdisjoint(body.names))


def _closed(found: set[str] | frozenset[str], uses: dict[str, list[Body]]) -> frozenset[str]:
    """These functions and those that hand their parameters on to one of them."""
    held = set(found)
    while True:
        more = {
            name
            for name, known in uses.items()
            if name not in held and any(not held.isdisjoint(one.handed_to) for one in known)
        }
        if not more:
            return frozenset(held)
        held |= more
