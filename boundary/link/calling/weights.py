"""How much do the parameters of a function matter?  What keeps its callers apart: objects, constants, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.dispatching import IMPORTS, Dispatching
from boundary.link.calling.imported_attributes import imported_by
from boundary.link.calling.kin import CONSTRUCTOR
from boundary.link.calling.made_texts import given_back, is_text
from boundary.link.calling.weigher import ANYTHING, BY_NAME, CARRIES, CONSTANTS, Weigher
from boundary.link.definitions.asked_registries import looked_up
from boundary.link.syntax.decorating import makes_functions
from boundary.link.syntax.kinds import CALL, RETURN
from boundary.link.syntax.scopes import bindings_of, flat
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.model import code

TOLD: Final = "__set_name__"
"""What each object is told its own name by, which it may be asked for much later."""
SCHEMA: Final = frozenset({"Table", "Column"})
"""What is written out of a schema of SQLAlchemy."""
STATEMENTS: Final = frozenset(
    {"sql", "query", "statement", "stmt", "sql_query", "table", "table_name", "tablename", "tables", "doctype"}
)
"""Parameters of these names hold SQL, or the name of a table: what they are given decides what is touched."""
TEMPLATES: Final = frozenset({"template", "template_name", "template_names", "html_template", "text_template"})
"""Parameters of these names say what is rendered, and so what is read."""


def weigh(function: FunctionInfo, dispatching: Dispatching | None = None) -> dict[str, int]:
    """How much each parameter of a function matters to what it does (computed once).

    `dispatching` names the project's own functions that look something up by a constant.
    """
    if function.matters or not function.parameters:
        return function.matters
    dispatching = dispatching or Dispatching()
    weights = dict.fromkeys([parameter.name for parameter in function.parameters], ANYTHING)
    rest = frozenset(parameter.name for parameter in function.parameters if parameter.kind == "args")
    weigher = Weigher(weights, dispatching, rest, function.module.bindings)
    weigher.others = frozenset(parameter.name for parameter in function.parameters if parameter.kind == "kwargs")
    if function.name == CONSTRUCTOR and function.cls is not None and function.cls.node is not None:
        weigher.above = frozenset(map(last_name, function.cls.node.bases))
    weigher.block(function.body)
    if weigher.kept and function.name == CONSTRUCTOR and function.cls is not None:
        _weigh_kept(weigher, function.cls, dispatching.imports | IMPORTS | BY_NAME)
    function.walks = function.name in weigher.called
    function.calls_given = not function.module.library and not weigher.called.isdisjoint(weights)
    function.inner, function.resets = weigher.inner, weigher.resets
    function.makes_classes = weigher.makes or _is_of_metaclass(function) or _makes_tables(function.body)
    function.imports = weigher.imports or function.name in dispatching.imports
    function.on_object = weigher.on_object or weights[function.parameters[0].name] > ANYTHING or _is_special(function)
    used = frozenset(name for name, weight in weights.items() if weight)
    for name in weights if function.name == TOLD else (STATEMENTS | TEMPLATES) & used:
        weights[name] = CONSTANTS
    _weigh_carried(function, weigher, dispatching, used)
    own = function.parameters[0].name if function.cls is not None else ""
    for name, in_module in looked_up(function.body, used, own).items():
        weights[name] = max(weights[name], CARRIES if in_module else CONSTANTS)
    for held, name in weigher.keys if used else ():
        if name in used and held not in weights and held not in bindings_of(function.body)[0]:
            weights[name] = CARRIES
    function.renders = not TEMPLATES.isdisjoint(used)
    makes = makes_functions(function.body)
    function.decorates = makes or function.name in dispatching.decorators
    for name in used if makes else ():
        weights[name] = max(weights[name], CONSTANTS)
    if (same := given_back(function.body)) in weights:
        weights[same] = max(weights[same], CONSTANTS)
    function.makes_texts = len(function.body) == 1 and is_text(function.body[0])
    function.matters = dispatching.alike.setdefault(tuple(weights.items()), weights)
    return function.matters


def _weigh_kept(weigher: Weigher, cls: ClassInfo, imports: frozenset[str]) -> None:
    """What a constructor keeps as an attribute matters down to its constants where its class goes by that.

    It imports what stands there, or asks for attributes of that name.
    """
    taken = imported_by(cls, imports)
    for name, kept in weigher.kept.items():
        if name in taken:
            weigher.mark(kept, CONSTANTS)


def _weigh_carried(function: FunctionInfo, weigher: Weigher, dispatching: Dispatching, used: frozenset[str]) -> None:
    """What is carried to a statement, or names a method that is called, matters most."""
    carried: frozenset[str] = frozenset()
    if dispatching.carrying is not None:
        owner = function.cls.name if function.cls is not None else ""
        carried = dispatching.carrying.parameters(function.parameters, function.body, owner)
        if dispatching.by_texts:
            carried |= STATEMENTS & used
            function.carries, function.runs = bool(carried), weigher.runs
    named = dispatching.methods_named(function.parameters, function.body, weigher.handed)
    weigher.weights.update(dict.fromkeys(sorted(carried | (named & used)), CARRIES))


def _is_of_metaclass(function: FunctionInfo) -> bool:
    """`def __new__(mcs, name, bases, namespace)`: it makes each class that the metaclass has."""
    return function.name == "__new__" and any(one.name == "bases" for one in function.parameters)


def _makes_tables(body: tuple[code.Statement, ...]) -> bool:
    """`def Table(*args, **kwargs): return sa.Table(*args, mysql_engine="InnoDB", **kwargs)`."""
    returned = [one.value for one in flat(body) if type(one) is RETURN]
    return any(type(value) is CALL and last_name(value.function) in SCHEMA for value in returned)


def _is_special(function: FunctionInfo) -> bool:
    """Whether the language calls a method by itself: what it does is asked of the object."""
    return function.name.startswith("__")
