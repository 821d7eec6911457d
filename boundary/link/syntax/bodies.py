"""What does the body of a function mention, and what does it do with its parameters?  One walk through each.

Several passes ask: which of the functions that nobody has called begins (`evaluator/uncalled.py`), which constants keep
callers apart (`calling/weights.py`), which functions may read a setting at all (`settings_read.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.syntax.enqueuing import METHODS, PACKED
from boundary.link.syntax.kinds import (
    ASSIGN,
    ATTRIBUTE,
    CALL,
    CLASS,
    CONSTANT,
    DISPLAY,
    FORMAT,
    FUNCTION,
    NAME,
    NATIVE,
    OPERATION,
    STARRED,
    SUBSCRIPT,
    parts_of,
)
from boundary.link.syntax.scopes import bindings_of
from boundary.link.syntax.walking import last_name, nodes_in, variables_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.syntax.scopes import Binding

SQL: Final = re.compile(
    r"\b(?:insert\s+into|update|delete\s+from|from|join|into|table)\s+[\w.]*[%{\"`\[]?", re.IGNORECASE
)
"""What stands before a table's name in a statement."""
DIVIDING: Final = frozenset({"split", "rsplit", "partition", "rpartition"})
SEPARATORS: Final = frozenset({".", ":", "__"})
"""These methods take a path apart: a dotted one names a module and what is in it, one of lookups what a row has."""
IMPORTING: Final = frozenset({"__import__", "import_module"})
"""What imports a module by a part of such a path."""
COMPONENTS: Final[frozenset[str]] = frozenset({"component", "component_by_name", "many_components"})
"""How components of Odoo are found: by what they are for, or by their names."""
BY_NAME: Final = PACKED | COMPONENTS
"""What these are given as keywords counts as what they are given by position does."""
NO_NAMES: Final[frozenset[str]] = frozenset()
OWN: Final = frozenset({"self", "cls"})
OWN_ATTRIBUTE: Final = frozenset({"self."})
"""What stands for any attribute of the method's object among the names in a statement's holes."""
KEPT: Final = 64
"""Of so many functions it is known at a time what they bind."""


class Body:
    """What one function mentions, and what it does with its parameters: as a key, as a piece of SQL, handed on."""

    __slots__ = ("asks", "bases", "handed_to", "key", "names", "own_handed_to", "own_sql", "sql")

    def __init__(self) -> None:
        self.names: tuple[str, ...] = ()
        """The names of all variables and attributes, each once."""
        self.key = False
        """Whether a parameter is used as a subscript, or taken apart where a module is imported by its name."""
        self.asks = False
        """Whether a parameter names an attribute that is asked for (`getattr(plugin, name)`)."""
        self.sql = False
        """Whether SQL is made with a parameter."""
        self.handed_to: frozenset[str] = NO_NAMES
        """The names of the functions that parameters are handed to."""
        self.own_sql = False
        """Whether SQL is made with an attribute of the method's object."""
        self.own_handed_to: tuple[str, ...] = ()
        """The names of the functions that such attributes are handed to."""
        self.bases: frozenset[str] = NO_NAMES
        """The names of the classes that classes in the body extend."""


class Bodies:
    """The bodies of the functions of a program, each walked once."""

    def __init__(self) -> None:
        self._known: dict[code.Function, Body] = {}
        self._bound: dict[FunctionInfo, dict[str, list[Binding]]] = {}
        self.lent: dict[code.Attribute, code.Lambda] = {}
        """What the methods of collections are that are not called where they stand (`members/lending.py`)."""
        self.loops: dict[code.Evaluate, code.For] = {}
        """What the statements are that are loops in one line (`one_line_loops.py`)."""

    def of(self, function: code.Function) -> Body:
        """What the body of a function mentions."""
        known = self._known.get(function)
        if known is None:
            known = self._known[function] = Body()
            names = {parameter.name for parameter in function.parameters}
            _walk(list(function.body), known, names - OWN, of_object=not names.isdisjoint(OWN))
        return known

    def in_function(self, function: FunctionInfo) -> tuple[str, ...]:
        """The names of variables and attributes in the body of a function, or of a lambda."""
        node = function.node
        return self.of(node).names if type(node) is FUNCTION else mentioned(function.body)

    def bound_in(self, function: FunctionInfo, name: str) -> list[Binding]:
        """What binds a variable in the body of a function.

        A function of thousands of lines is asked for one variable after the other: what it binds is kept for a while.
        """
        bound = self._bound.get(function)
        if bound is None:
            if len(self._bound) >= KEPT:
                self._bound.clear()
            bound = self._bound[function] = bindings_of(function.body)[0]
        return bound.get(name, [])

    def asks_for(self, function: FunctionInfo, name: str) -> bool:
        """Whether a function asks anything for an attribute of this name: a variable may be called so, too."""
        return name in self.in_function(function) and any(
            type(node) is NATIVE or (type(node) is ATTRIBUTE and node.name == name) for node in nodes_in(function.body)
        )

    def names(self, function: code.Function) -> tuple[str, ...]:
        """The names of variables and attributes in the body of a function."""
        return self.of(function).names

    def mentioning(
        self, body: tuple[code.Statement, ...], names: frozenset[str]
    ) -> Iterator[tuple[code.Statement, ...]]:
        """The parts of a block that mention one of these names; what functions mention is known."""
        plain = tuple([one for one in body if type(one) is not FUNCTION and type(one) is not CLASS])
        if not names.isdisjoint(mentioned(plain)):
            yield plain
        for one in body:
            if type(one) is FUNCTION and not names.isdisjoint(self.names(one)):
                yield one.body
            elif type(one) is CLASS:
                yield from self.mentioning(one.body, names)


def mentioned(body: Iterable[code.Statement]) -> tuple[str, ...]:
    """The names of variables and attributes in a block."""
    found = Body()
    _walk(list(body), found, set())
    return found.names


def divided(node: code.Call) -> str:
    """The variable that a call takes apart: `path.rsplit(".", 1)`."""
    function, first = node.function, node.arguments[0] if node.arguments else None
    if type(function) is not ATTRIBUTE or function.name not in DIVIDING or type(function.value) is not NAME:
        return ""
    return function.value.id if type(first) is CONSTANT and first.value in SEPARATORS else ""


def _walk(  # noqa: C901, PLR0912 - one case for each kind of node
    stack: list[object], found: Body, parameters: set[str], *, of_object: bool = False
) -> None:
    names: set[str] = set()
    handed_to: set[str] = set()
    holes: set[str] = set()
    made: set[str] = set()
    own = set(OWN_ATTRIBUTE)
    own_handed_to: set[str] = set()
    divides = False
    while stack:
        node = stack.pop()
        if type(node) is NAME:
            names.add(node.id)
            continue
        if type(node) is tuple:
            stack.extend(node)
            continue
        if type(node) is ATTRIBUTE:
            names.add(node.name)
            stack.append(node.value)
            continue
        if of_object:
            _note_own(node, found, own, own_handed_to)
        if type(node) is CLASS:
            found.bases |= {last_name(_unparametrized(one)) for one in node.bases}
        elif not parameters and not of_object:
            pass
        elif type(node) is CALL:
            if any(_mentions(one, parameters) for one in handed_in(node)):
                handed_to.update(called_in(node))
            if type(node.function) is NAME and node.function.id == "getattr":
                found.asks = found.asks or not parameters.isdisjoint(variables_in(node.arguments[1:2]))
            found.sql = found.sql or any(_mentions(one, parameters) for one in _filled_into_sql(node))
            divides = divides or divided(node) in parameters
        elif type(node) is SUBSCRIPT:
            found.key = found.key or _mentions(node.index, parameters)
        elif type(node) is OPERATION or type(node) is FORMAT:
            holes.update(_holes(node))
        elif type(node) is ASSIGN and _is_text_of(node.value, parameters):
            made.update([one.id for one in node.targets if type(one) is NAME])
        stack.extend(parts_of(node))
    found.names = tuple(names)  # a set is ten times larger
    found.key = found.key or (divides and not names.isdisjoint(IMPORTING))
    if holes and not (holes.isdisjoint(parameters) and holes.isdisjoint(made)):
        found.sql = True
    if of_object and not own.isdisjoint(holes):
        found.own_sql = True
    found.own_handed_to = tuple(own_handed_to)
    if handed_to:
        found.handed_to = frozenset(handed_to)


def _unparametrized(node: code.Expression) -> code.Expression:
    return node.value if type(node) is SUBSCRIPT else node


def called_in(node: code.Call) -> list[str]:
    """The names of what is called, of the functions that are handed to it, and of a task that it enqueues."""
    found: list[str] = []
    _note_called(node.function, found)
    for one in node.arguments:
        _note_called(one, found)
    return found


def _note_called(one: code.Expression, found: list[str]) -> None:
    if type(one) is NAME:
        found.append(one.id)
    elif type(one) is ATTRIBUTE:
        name = one.name
        if name:
            found.append(name)
        if name in METHODS and (task := last_name(one.value)):
            found.append(task)


def handed_in(node: code.Call) -> tuple[code.Expression, ...]:
    """What a call hands over by position, and what it packs for a task: `task.apply_async(kwargs={"name": name})`.

    A component is asked for by a keyword, too: `work.component(usage=usage)`.
    """
    function = node.function
    if type(function) is not ATTRIBUTE or function.name not in BY_NAME:
        return node.arguments
    held = (*node.arguments, *[one.value for one in node.keywords])
    packed = [one for one in held if isinstance(one, (code.Display, code.Mapping))]
    return (*held, *[item for one in packed for item in (one.items if isinstance(one, code.Display) else one.values)])


def _holes(node: code.Format | code.Operation) -> Iterator[str]:
    """The names that SQL is made with, as f-string, sum or by `%`."""
    parts = _parts(node)
    if any(type(one) is CONSTANT and isinstance(one.value, str) and SQL.search(one.value) for one in parts):
        for one in parts:
            yield from _named(one)


def _parts(node: code.Format | code.Operation) -> tuple[code.Expression, ...]:
    if isinstance(node, code.Format):
        return node.parts
    return node.operands if node.operator in {"%", "+"} else ()


def _named(node: code.Expression) -> Iterator[str]:
    if type(node) is NAME:
        yield node.id
    elif _is_own(node):
        yield from OWN_ATTRIBUTE
    elif type(node) is STARRED:
        yield from _named(node.value)
    elif type(node) is DISPLAY:
        for item in node.items:
            yield from _named(item)


def _is_text_of(node: code.Expression | None, names: set[str]) -> bool:
    """Whether a text is made with a parameter: `f"({query}) AS counted"`, and what its methods make of it."""
    while type(node) is CALL and type(node.function) is ATTRIBUTE:
        node = node.function.value
    return isinstance(node, (code.Format, code.Operation)) and any(_mentions(one, names) for one in _parts(node))


def _filled_into_sql(node: code.Call) -> tuple[code.Expression, ...]:
    """What SQL is made with by `format`: `"DELETE FROM {table}".format(table=name)`; nothing for other calls."""
    function = node.function
    template = function.value if type(function) is ATTRIBUTE and function.name == "format" else None
    if type(template) is not CONSTANT or not isinstance(template.value, str) or SQL.search(template.value) is None:
        return ()
    return (*node.arguments, *[one.value for one in node.keywords])


def _is_own(node: code.Expression) -> bool:
    """`self.table`, and what a method of that name gives."""
    if type(node) is CALL:
        node = node.function
    return type(node) is ATTRIBUTE and type(node.value) is NAME and node.value.id in OWN


def _note_own(node: object, found: Body, variables: set[str], handed_to: set[str]) -> None:
    """What a node does with attributes of the method's object: which variables hold one, and who is handed one."""
    if type(node) is CALL:
        if _hands_own(node):
            handed_to.update(called_in(node))
        found.own_sql = found.own_sql or any(map(_is_own, _filled_into_sql(node)))
    elif type(node) is ASSIGN and node.value is not None and _is_own(node.value):
        variables.update([one.id for one in node.targets if type(one) is NAME])


def _hands_own(node: code.Call) -> bool:
    """Whether a call is handed an attribute of the method's object."""
    return any(map(_is_own, node.arguments)) or any(_is_own(one.value) for one in node.keywords)


def _mentions(node: code.Expression, names: set[str]) -> bool:
    if type(node) is NAME:
        return node.id in names
    if type(node) is STARRED:
        return _mentions(node.value, names)
    return type(node) is DISPLAY and any(_mentions(item, names) for item in node.items)
