"""How much do the parameters of a function matter?  What keeps its callers apart: objects, constants, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.dispatching import CONSTRUCTOR, DISPATCHERS, IMPORTS, NAMES_MODELS, Dispatching
from boundary.link.calling.imported_attributes import imported_by
from boundary.link.calling.made_texts import is_text, letters_joined, text_of
from boundary.link.definitions.asked_registries import looked_up
from boundary.link.syntax.bodies import DIVIDING, SEPARATORS, called_in, handed_in
from boundary.link.syntax.decorating import makes_functions
from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    CALL,
    CHOICE,
    CLASS,
    COMPREHENSION,
    CONSTANT,
    DISPLAY,
    FOR,
    IF,
    INNER,
    MAPPING,
    NAME,
    OPERATION,
    RETURN,
    SCOPE,
    STARRED,
    WITH,
    parts_of,
)
from boundary.link.syntax.scopes import bindings_of, flat
from boundary.link.syntax.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.syntax.scopes import Binding

ANYTHING: Final = 0
OBJECTS: Final = 1
CONSTANTS: Final = 2
CARRIES: Final = 3
"""How much a parameter matters: not at all, as an object, down to its constant, or for what it puts into SQL."""
DICTS: Final = frozenset({"dict", "defaultdict", "OrderedDict"})
BY_NAME: Final = frozenset({"getattr", "hasattr", "setattr"})
"""What these are given second is the name of an attribute."""
FLAGS: Final = frozenset({None, "force_insert", "commit", "update_fields"})
"""Keywords whose constants say what a save does, and `**kwargs` (None), which may hold one of them."""
SAYING: Final = frozenset({"+", "%", "==", "!=", "in", "not in", "not", "and", "or"})
"""Operators whose result a constant decides."""
NAMESPACE: Final = 3
"""With so many arguments, `type` makes a class."""
TOLD: Final = "__set_name__"
"""What each object is told its own name by, which it may be asked for much later."""
TABLES: Final = frozenset({"__tablename__", "db_table"})
"""What a class says of itself by these names is the name of its table."""
SCHEMA: Final = frozenset({"Table", "Column"})
"""What is written out of a schema of SQLAlchemy."""
COPIES: Final = frozenset({"list", "tuple", "set", "extend"})
"""What these are given is in what they make: `names.extend(args)` keeps the names that a caller noted."""
STATEMENTS: Final = frozenset(
    {"sql", "query", "statement", "stmt", "sql_query", "table", "table_name", "tablename", "tables", "doctype"}
)
"""Parameters of these names hold SQL, or the name of a table: what they are given decides what is touched."""
IMPLIED: Final = frozenset({"super", "__class__"})
"""Names that stand for the object of a method, or for its class, in its body."""
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
    weigher = _Weigher(weights, dispatching, rest, function.module.bindings)
    weigher.others = frozenset(parameter.name for parameter in function.parameters if parameter.kind == "kwargs")
    if function.name == CONSTRUCTOR and function.cls is not None and function.cls.node is not None:
        weigher.above = frozenset(map(last_name, function.cls.node.bases))
    weigher.block(function.body)
    if weigher.kept and function.name == CONSTRUCTOR and function.cls is not None:
        _weigh_kept(weigher, function.cls, dispatching.imports | IMPORTS)
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
    function.decorates = function.name in dispatching.decorators or makes_functions(function.body)
    function.makes_texts = len(function.body) == 1 and is_text(function.body[0])
    function.matters = dispatching.alike.setdefault(tuple(weights.items()), weights)
    return function.matters


def _weigh_kept(weigher: _Weigher, cls: ClassInfo, imports: frozenset[str]) -> None:
    """What a constructor keeps as an attribute matters down to its constants where its class imports by that."""
    imported = imported_by(cls, imports)
    for name, kept in weigher.kept.items():
        if name in imported:
            weigher.mark(kept, CONSTANTS)


def _weigh_carried(function: FunctionInfo, weigher: _Weigher, dispatching: Dispatching, used: frozenset[str]) -> None:
    """What is carried to a statement, or names a method that is called, matters most."""
    carried: frozenset[str] = frozenset()
    if dispatching.carrying is not None:
        carried = dispatching.carrying.parameters(function.parameters, function.body) | (STATEMENTS & used)
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


def _is_dict(bindings: Mapping[str, list[Binding]], name: str) -> bool:
    """Whether a name is bound to a dict at the top of a module."""
    values = [one.statement.value for one in bindings.get(name, ()) if type(one.statement) is ASSIGN]
    return any(type(one) is MAPPING or (type(one) is CALL and last_name(one.function) in DICTS) for one in values)


def _is_special(function: FunctionInfo) -> bool:
    """Whether the language calls a method by itself: what it does is asked of the object."""
    return function.name.startswith("__")


WEIGHED: Final[frozenset[type]] = frozenset(
    {code.Name, code.If, code.While, code.Choice, code.Operation, code.Format, code.Mapping, code.Subscript, code.Call}
    | {tuple}
)
"""What a `_Weigher` looks at closer; of all else it only visits the children."""


class _Weigher:
    """Walks a body and marks the parameters that it uses: as objects, or as constants where a branch or a name asks."""

    def __init__(
        self,
        weights: dict[str, int],
        dispatching: Dispatching,
        rest: frozenset[str],
        bindings: Mapping[str, list[Binding]],
    ) -> None:
        self.weights = weights
        self.bindings = bindings
        """What the module binds at its top."""
        self.keys: set[tuple[str, str]] = set()
        """The dicts of the module that are asked or filled by a name, and the name."""
        self.rest = rest
        """The parameter that holds all other positional arguments."""
        self.others: frozenset[str] = frozenset()
        """The parameter that holds all other keyword arguments."""
        self.dispatching = dispatching.names
        self.naming = dispatching.naming
        self.above: frozenset[str] = frozenset()
        """The names of the classes above that of a method."""
        self.kept: dict[str, code.Name] = {}
        """What is kept as an attribute of its name: `self.driver = driver`."""
        self.looped: dict[str, code.Name] = {}
        """The variables of loops over what a variable holds, or over its items."""
        self.runs = False
        """Whether the function hands arguments that it was given on to a function that it was given, too."""
        self.inner = False
        """Whether functions or classes are defined in it."""
        self.resets = False
        """Whether one of them sets variables of the function that it is defined in."""
        self.called: set[str] = set()
        """The names that are called, of functions and classes at hand."""
        self.handed: set[str] = set()
        """The names of all that is called with arguments."""
        self.makes = False
        """Whether classes are, or made by `type(name, bases, namespace)`."""
        self.imports = False
        """Whether it imports a module by its name."""
        self.on_object = False
        """Whether it asks for its object without naming it (`super()`), or opens what is told by its object."""

    def mark(self, node: object, weight: int) -> None:
        if type(node) is NAME:
            if self.weights.get(node.id, weight) < weight:
                self.weights[node.id] = weight
            elif node.id in IMPLIED:
                self.on_object = True
        elif type(node) is CHOICE:  # either of the two is what matters
            self.test(node.test)
            self.mark(node.body, weight)
            self.mark(node.orelse, weight)
        elif type(node) is not CONSTANT:
            made_of = text_of(node)
            if made_of is not None:
                self.mark(made_of, weight)
            self.visit(node)

    def block(self, body: tuple[code.Statement, ...]) -> None:
        for statement in body:
            self.visit(statement)

    def visit(self, node: object) -> None:  # noqa: C901, PLR0912 - one case for each kind of node
        kind = type(node)
        if kind is CONSTANT:
            return
        if kind not in WEIGHED:
            if kind in INNER:
                self.define(node)
            elif type(node) is ASSIGN:
                self.keep(node)
            elif type(node) is FOR:
                self.loop(node.target, node.iterable)
            elif type(node) is COMPREHENSION:
                for clause in node.clauses:
                    self.loop(clause.target, clause.iterable)
            elif type(node) is WITH:
                self.on_object = True  # a transaction is told by the class that it is entered on
            elif type(node) is SCOPE:
                self.resets = self.resets or node.kind == "nonlocal"
            for part in parts_of(node):
                self.visit(part)
            return
        # the most frequent ones by their class, which is sooner told than what a node matches
        if type(node) is NAME:
            self.mark(node, OBJECTS)
            return
        if type(node) is CALL:
            self.call(node)
            return
        if type(node) is tuple:
            for one in node:
                self.visit(one)
            return
        if type(node) is OPERATION:
            operator = node.operator
            weight = CONSTANTS if operator in SAYING else OBJECTS
            for operand in node.operands:
                self.mark(operand, weight)
                for item in operand.items if operator == "%" and type(operand) is DISPLAY else ():
                    self.mark(item, CONSTANTS)
            return
        if type(node) is IF:
            self.test(node.test)
            self.block(node.body)
            self.block(node.orelse)
            return
        match node:
            case code.While():
                self.test(node.test)
                self.block(node.body)
                self.block(node.orelse)
            case code.Choice():
                self.test(node.test)
                self.visit(node.body)
                self.visit(node.orelse)
            case code.Format():
                for part in node.parts:
                    self.mark(part, CONSTANTS)
            case code.Subscript():
                self.visit(node.value)
                self.mark(node.index, CONSTANTS)
                self.key(node.value, node.index)
                for item in node.index.items if type(node.index) is DISPLAY else ():
                    self.mark(item, CONSTANTS)
            case code.Mapping(keys=keys, values=values):
                self.visit(keys)
                for key, value in zip(keys, values, strict=True):
                    self.mark(value, CONSTANTS if type(key) is CONSTANT and key.value in TABLES else OBJECTS)

    def define(self, node: object) -> None:
        """A function or a class in the body."""
        self.inner = True
        if type(node) is CLASS:
            self.makes = True
            for statement in node.body:
                if type(statement) is ASSIGN:  # `__tablename__ = name`
                    self.mark(statement.value, CONSTANTS)

    def keep(self, node: code.Assign) -> None:
        """Remember what is kept as an attribute: `self.driver = driver`."""
        if type(node.value) is NAME:
            self.kept.update({one.name: node.value for one in node.targets if type(one) is ATTRIBUTE})

    def mark_kept(self, arguments: tuple[code.Expression, ...], weight: int) -> None:
        """What something is looked up by matters as much where it has been kept as an attribute before."""
        for one in arguments:
            if type(one) is ATTRIBUTE and one.name in self.kept:
                self.mark(self.kept[one.name], weight)

    def key(self, holder: code.Expression, key: code.Expression) -> None:
        """Remember the names by which a dict of the module is asked or filled: `rules[kind]`, `rules[model, field]`."""
        parts = key.items if type(key) is DISPLAY else (key,)
        named = [one.id for one in parts if type(one) is NAME and one.id in self.weights]
        if named and type(holder) is NAME and _is_dict(self.bindings, holder.id):
            self.keys.update([(holder.id, one) for one in named])

    def loop(self, target: code.Expression, iterable: code.Expression) -> None:
        """Remember what the names are taken from by which a loop looks things up, or sets attributes."""
        if type(iterable) is CALL and type(iterable.function) is ATTRIBUTE and not iterable.arguments:
            iterable = iterable.function.value
        if type(iterable) is NAME:
            for one in target.items if type(target) is DISPLAY else (target,):
                if type(one) is NAME and iterable.id != one.id:
                    self.looped[one.id] = self.looped.get(iterable.id, iterable)

    def mark_source(self, node: object, weight: int) -> None:
        """What a variable of a loop is taken from matters as much as the variable does."""
        if type(node) is NAME and node.id in self.looped:
            self.mark(self.looped[node.id], weight)

    def name_rows(self, name: str, node: code.Call) -> None:
        """What a library is told first whose rows are touched."""
        for argument in node.arguments[:1] if name in self.naming else ():
            self.mark(argument, CARRIES)
            self.mark_source(argument, CARRIES)

    def call(self, node: code.Call) -> None:
        function = node.function
        name = last_name(function)
        if type(function) is NAME:
            self.called.add(name)
        self.visit(function)
        self.makes = self.makes or (name == "type" and len(node.arguments) == NAMESPACE)
        self.imports = self.imports or name in IMPORTS
        if node.arguments or node.keywords:
            self.hand(node, name)

    def hand(self, node: code.Call, name: str) -> None:
        """What a call is handed matters as much as what is called (by this name) makes of it."""
        function = node.function
        self.handed.add(name)
        known = name in DISPATCHERS or not self.dispatching.isdisjoint(called_in(node))
        known = known or (name == CONSTRUCTOR and not self.dispatching.isdisjoint(self.above))
        starred = [one.value for one in node.arguments if type(one) is STARRED]
        if name in {"get", "setdefault"} and node.arguments and type(function) is ATTRIBUTE:
            self.key(function.value, node.arguments[0])
            if name == "setdefault":  # as `handlers[kind] = []`
                self.mark(node.arguments[0], CONSTANTS)
        handed = [one for one in (function, *node.arguments) if type(one) is NAME and one.id in self.weights]
        if name in DIVIDING and node.arguments and type(function) is ATTRIBUTE:
            first = node.arguments[0]
            if type(first) is CONSTANT and first.value in SEPARATORS:
                self.mark(function.value, CONSTANTS)
                self.mark_source(function.value, CARRIES)
        for letters in letters_joined(node) if name == "join" else ():
            self.mark(letters, CONSTANTS)
        own = any(type(one) is NAME and one.id in self.rest for one in starred)
        runs = own and (bool(handed) or type(function) is NAME)
        self.runs = self.runs or runs
        copies = name in COPIES and bool(handed) and not self.rest.isdisjoint(one.id for one in handed)
        # `options.update(kwargs)` keeps the keys, as `dict(options, **kwargs)` does
        copies = copies or (name == "update" and any(one.id in self.others for one in handed))
        weight = CARRIES if name in NAMES_MODELS else CONSTANTS if known or runs or copies else OBJECTS
        for argument in (*handed_in(node), *starred):
            self.mark(argument, weight)
        self.mark_kept(node.arguments if known else (), weight)
        self.name_rows(name, node)
        if name in BY_NAME and len(node.arguments) > 1:
            self.mark_source(node.arguments[1], CONSTANTS)
        for argument in node.arguments if name in NAMES_MODELS else ():
            self.mark_source(argument, weight)
        self.mark_names(node)
        for keyword in node.keywords:
            # `**kwargs` handed on keeps its keys: they may be flags of the callee.
            self.mark(keyword.value, CONSTANTS if keyword.name in FLAGS else weight)

    def mark_names(self, node: code.Call) -> None:
        """What a call is handed under a name that is put together: `filter(**{path: value})` asks by that path."""
        for keyword in node.keywords:
            if keyword.name is None and type(keyword.value) is MAPPING:
                for key in keyword.value.keys:
                    self.mark(key, CONSTANTS)

    def test(self, node: code.Expression) -> None:
        if type(node) is NAME:
            self.mark(node, CONSTANTS)
        elif type(node) is OPERATION:
            for operand in node.operands:
                self.test(operand)
        else:
            if (made_of := text_of(node)) is not None:
                self.mark(made_of, CONSTANTS)
            self.visit(node)
