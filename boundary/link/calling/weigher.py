"""How much does a body ask of the names that it uses?  Of their objects, of their constants, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.dispatching import DISPATCHERS, IMPORTS, NAMES_MODELS, Dispatching
from boundary.link.calling.kin import CONSTRUCTOR
from boundary.link.calling.made_texts import letters_joined, text_of
from boundary.link.syntax.bodies import DIVIDING, SEPARATORS, called_in, handed_in
from boundary.link.syntax.keyed import GROWING, GROWS
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
    SCOPE,
    STARRED,
    WITH,
    parts_of,
)
from boundary.link.syntax.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Mapping

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
TABLES: Final = frozenset({"__tablename__", "db_table"})
"""What a class says of itself by these names is the name of its table."""
COPIES: Final = frozenset({"list", "tuple", "set", "extend"})
"""What these are given is in what they make: `names.extend(args)` keeps the names that a caller noted."""
GATHER: Final = GROWS | {"extend"}
"""So do these, one by one: `for name in args: names.append(name)`."""
IMPLIED: Final = frozenset({"super", "__class__"})
"""Names that stand for the object of a method, or for its class, in its body."""

WEIGHED: Final[frozenset[type]] = frozenset(
    {code.Name, code.If, code.While, code.Choice, code.Operation, code.Format, code.Mapping, code.Subscript, code.Call}
    | {tuple}
)
"""What a `Weigher` looks at closer; of all else it only visits the children."""


class Weigher:
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
        """What an expression is made of matters so much at least."""
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
        """Look at statements one after the other."""
        for statement in body:
            self.visit(statement)

    def visit(self, node: object) -> None:  # noqa: C901, PLR0912 - one case for each kind of node
        """What a statement or an expression asks of the names in it."""
        kind = type(node)
        if kind is CONSTANT:
            return
        if kind not in WEIGHED:
            self.note(node)
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

    def note(self, node: object) -> None:
        """What a node says beside what stands in it."""
        if type(node) in INNER:
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
        elif type(node) is ATTRIBUTE:
            self.inner = self.inner or node.name in GROWING  # a collection's method that is handed on (`lending.py`)
        elif type(node) is SCOPE:
            self.resets = self.resets or node.kind == "nonlocal"

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
        elif type(iterable) is DISPLAY and len(iterable.items) == 1:
            iterable = iterable.items[0]
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

    def gather(self, name: str, node: code.Call) -> None:
        """What a collection is given one by one of all that a caller hands over."""
        for argument in node.arguments if name in GATHER else ():
            if type(argument) is NAME and argument.id in self.looped and self.looped[argument.id].id in self.rest:
                self.mark_source(argument, CONSTANTS)

    def call(self, node: code.Call) -> None:
        """What a call asks of what it is made on, and of what it is given."""
        function = node.function
        name = last_name(function)
        if type(function) is NAME:
            self.called.add(name)
        self.visit(function.value if type(function) is ATTRIBUTE else function)
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
        self.gather(name, node)
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
        """A constant decides a branch."""
        if type(node) is NAME:
            self.mark(node, CONSTANTS)
        elif type(node) is OPERATION:
            for operand in node.operands:
                self.test(operand)
        else:
            if (made_of := text_of(node)) is not None:
                self.mark(made_of, CONSTANTS)
            self.visit(node)


def _is_dict(bindings: Mapping[str, list[Binding]], name: str) -> bool:
    """Whether a name is bound to a dict at the top of a module."""
    values = [one.statement.value for one in bindings.get(name, ()) if type(one.statement) is ASSIGN]
    return any(type(one) is MAPPING or (type(one) is CALL and last_name(one.function) in DICTS) for one in values)
