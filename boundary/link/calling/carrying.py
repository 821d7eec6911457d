"""Which parameters of a function carry the name of a table, or a statement, to where it becomes SQL?

Found by name through the project's own functions, to a fixed point: a parameter that stands where a statement names
its table, one that is executed, one that a table of SQLAlchemy is called by (`Table(f"{name}_log", metadata)`), the
name of a file whose text is (`with open(path) as file: run(file.read())`), one by which a library is told whose rows
are touched (`get_doc("Order", name)`), and one that is handed on to such a parameter of another function, also by way
of a runner (`run(self.insert, "orders", values)`). Such a parameter keeps the callers of a function apart for
longest: what it is given decides what is touched, while ids, names of columns and descriptions do not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.syntax.kinds import ASSIGN, AUGMENT, BIND, CALL, CONSTANT, DISPLAY, NAME
from boundary.link.syntax.walking import last_name, nodes_in, texts_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Place = int | str
"""An argument by its position, behind the receiver, or by its name."""

EXECUTES: Final = frozenset({"execute", "executemany", "executescript", "execute_values", "execute_batch", "fetch",
                             "fetchrow", "fetchval", "fetch_all", "fetch_one"})  # fmt: skip
SECOND: Final = frozenset({"execute_values", "execute_batch"})
"""Functions that take a cursor before the statement, where they are not its methods."""
LEADS: Final = (1, 0, -1, 2)
"""So many arguments a runner puts before those that it was given: a cursor; nothing; nothing, and `self` is there."""
DECLARES: Final = "Table"
"""What this is given first, before the metadata, is the name of a table."""
TABLE: Final = re.compile(
    r"(?:\binto|\bupdate|\bfrom|\bjoin|\btable|\btruncate|\bonly|\bexists)\s+[\w.]*[\"`\[]?[\w.]*$", re.IGNORECASE
)
"""What stands before a table's name in a statement."""
STATEMENT: Final = re.compile(
    r"\b(?:select|insert|into|update|delete|from|join|where|values|set|table|truncate|order\s+by|and|or)\b",
    re.IGNORECASE,
)
HOLE: Final = re.compile(r"%(?:\(\w+\))?s|\{\w*\}")
"""Where `%` and `format` put what they are given."""
MADE_OF: Final = frozenset({"SQL", "dedent", "format", "join", "joinpath", "open", "Path", "text"})
"""Methods, and functions of modules, that make a text of what they are given, or open the file of its name."""
NAMED: Final = re.compile(r"%\((\w+)\)s|\{(\w+)\}")


class Signature(NamedTuple):
    """The parameters of a function that arguments fill by position, behind the receiver."""

    names: tuple[str, ...]
    required: int
    endless: bool

    def lead(self, given: int, named: int) -> int | None:
        """How many arguments a runner adds before `given` others; None where no number makes a call of it."""
        for lead in LEADS:
            if self.required <= lead + given + named and (self.endless or lead + given <= len(self.names)):
                return lead
        return None


def signature(parameters: tuple[code.Parameter, ...]) -> Signature:
    """What arguments fill by position in a function with these parameters."""
    fillable = [one for one in parameters if one.kind in {"normal", "positional"}]
    if fillable and fillable[0].name in {"self", "cls"}:
        fillable = fillable[1:]
    required = sum(1 for one in fillable if one.default is None)
    return Signature(tuple(one.name for one in fillable), required, any(one.kind == "args" for one in parameters))


class Handed(NamedTuple):
    """An argument of a call: what it comes from, and the place that it takes among the callee's parameters."""

    callee: str
    place: Place
    given: int
    """How many arguments a runner is given for the callee, -1 where that is called itself."""
    named: int
    sources: frozenset[str]


class Summary(NamedTuple):
    """What a function does with its parameters: those that it makes SQL of itself, and those that it hands on."""

    direct: frozenset[str]
    handed: tuple[Handed, ...]


class Carrying:
    """Knows for the functions of a program which of their arguments reach a statement as text."""

    def __init__(
        self,
        functions: dict[str, list[code.Function]],
        naming: frozenset[str] = frozenset(),
        reader: type[Reader] | None = None,
    ) -> None:
        """`functions` are those that may carry something, by name; `naming` are told first whose rows are touched.

        Another `reader` asks for something else than text that reaches a statement (`named_methods.py`).
        """
        self._naming = naming
        self._reader = reader or Reader
        self._places: dict[str, frozenset[Place]] = {}
        self._signatures = {name: [signature(one.parameters) for one in held] for name, held in functions.items()}
        summaries = {
            name: [(one, self._summary(one.parameters, one.body)) for one in held] for name, held in functions.items()
        }
        changed = True
        while changed:
            changed = False
            for name, held in summaries.items():
                found = {place for one, held_by in held for place in self._found(one, held_by)}
                if len(found) > len(self._places.get(name, ())):
                    self._places[name] = frozenset(found)
                    changed = True

    def parameters(self, parameters: tuple[code.Parameter, ...], body: tuple[code.Statement, ...]) -> frozenset[str]:
        """The names of the parameters of a function that carry a table's name or a statement."""
        return self._carried(self._summary(parameters, body))

    def _summary(self, parameters: tuple[code.Parameter, ...], body: tuple[code.Statement, ...]) -> Summary:
        """What a function does with its parameters, whatever the order in which it does it."""
        names = [one.name for one in parameters if one.name not in {"self", "cls"}]
        if not names:
            return Summary(frozenset(), ())
        origins = {name: frozenset((name,)) for name in names}
        reader = self._reader(origins, self._naming)
        reader.read(body)
        return Summary(frozenset(reader.direct), tuple(reader.handed))

    def _carried(self, held: Summary) -> frozenset[str]:
        carried = set(held.direct)
        for one in held.handed:
            places = self._places.get(one.callee)
            if places is not None and self._takes(one, places):
                carried |= one.sources
        return frozenset(carried)

    def _takes(self, one: Handed, places: frozenset[Place]) -> bool:
        if isinstance(one.place, str) or one.given < 0:
            return one.place in places
        leads = [held.lead(one.given, one.named) for held in self._signatures[one.callee]]
        return any(lead is not None and one.place + lead in places for lead in leads)

    def _found(self, function: code.Function, held: Summary) -> Iterator[Place]:
        carried = self._carried(held)
        if carried:
            for position, name in enumerate(signature(function.parameters).names):
                if name in carried:
                    yield position
            yield from carried


class Reader:
    """Reads a body: which variables come from which parameters, and where they go."""

    def __init__(self, origins: dict[str, frozenset[str]], naming: frozenset[str] = frozenset()) -> None:
        self.origins = origins
        self.naming = naming
        self.direct: set[str] = set()
        self.handed: list[Handed] = []

    def read(self, body: tuple[code.Statement, ...]) -> None:
        """Bindings first, in the order in which they stand, then the uses."""
        nodes = list(nodes_in(body))
        for node in nodes:
            self._bind(node)
        self.note(nodes, body)
        for node in nodes:
            if type(node) is CALL:
                self._hand(last_name(node.function), -1, node)
                for index, argument in enumerate(node.arguments):
                    self._hand(last_name(argument), index, node)

    def note(self, nodes: Sequence[object], body: tuple[code.Statement, ...]) -> None:
        """Which parameters reach a statement here."""
        if any(type(node) is CALL and last_name(node.function) == "locals" for node in nodes):
            for name in _local_tables(body):
                self.direct |= self.origins.get(name, frozenset())
        for node in nodes:
            if type(node) is CALL:
                name = last_name(node.function)
                last = (2 if name in SECOND else 1) if name in EXECUTES or name in self.naming else 0
                last = 1 if name == DECLARES and len(node.arguments) > 1 else last
                for argument in node.arguments[:last]:
                    self.direct |= self.sources(argument)
            if isinstance(node, (code.Format, code.Operation, code.Call)):
                for hole in tables_in(node) or ():
                    self.direct |= self.sources(hole)

    def _bind(self, node: object) -> None:
        if type(node) is ASSIGN:
            if node.value is not None:
                self._take(node.targets, node.value)
        elif isinstance(node, (code.For, code.Clause)):
            self._take((node.target,), node.iterable)
        elif isinstance(node, code.WithItem):
            self._take((node.target,) if node.target is not None else (), node.context)
        elif type(node) is AUGMENT:
            self._take((node.target,), node.value)
        elif type(node) is BIND:
            found = self.sources(node.value)
            if found:
                self.origins[node.name] = self.origins.get(node.name, frozenset()) | found

    def _take(self, targets: Sequence[code.Expression], value: code.Expression) -> None:
        found = self.sources(value)
        for target in targets if found else ():
            self._come(target, found)

    def _come(self, target: code.Expression, found: frozenset[str]) -> None:
        if type(target) is NAME:
            self.origins[target.id] = self.origins.get(target.id, frozenset()) | found
        elif type(target) is DISPLAY:
            for item in target.items:
                self._come(item, found)

    def sources(self, node: code.Expression) -> frozenset[str]:
        """The parameters that decide what text an expression is, or which texts it holds."""
        if type(node) is NAME:
            return self.origins.get(node.id, frozenset())
        found: frozenset[str] = frozenset()
        for part in _parts(node):
            found |= self.sources(part)
        return found

    def _hand(self, callee: str, place: int, node: code.Call) -> None:
        """The arguments behind the callee itself (-1), or behind one that may be called with what follows it."""
        if not callee or callee in self.origins:
            return
        rest, named = node.arguments[place + 1 :], len(node.keywords)
        for index, argument in enumerate(rest):
            found = self.sources(argument)
            if found:
                self.handed.append(Handed(callee, index, len(rest) if place >= 0 else -1, named, found))
        for keyword in node.keywords:
            found = self.sources(keyword.value)
            if found and keyword.name is not None:
                self.handed.append(Handed(callee, keyword.name, -1, named, found))


def _local_tables(body: tuple[code.Statement, ...]) -> Iterator[str]:
    """The variables that stand where the templates in a body name a table: `template % locals()` fills them in."""
    for text in texts_in(body):
        if STATEMENT.search(text):
            for hole in NAMED.finditer(text):
                if TABLE.search(text[: hole.start()]):
                    yield hole[1] or hole[2]


def _parts(node: code.Expression) -> Sequence[code.Expression]:  # noqa: C901, PLR0912 - one case for each kind
    """The expressions in an expression that decide what text it is."""
    if isinstance(node, (code.Format, code.Operation, code.Call)):
        tables = tables_in(node)
        if tables is not None:
            return tables
    match node:
        case code.Format(parts=parts):
            return parts
        case code.Operation(operator=operator, operands=operands):
            return operands if operator in {"+", "%", "or", "and"} else []
        case code.Call(function=code.Name(), arguments=arguments):
            return arguments
        case code.Call(function=code.Attribute(value=value, name=name), arguments=arguments, keywords=keywords):
            named = [one.value for one in keywords] if name == "format" else []
            return [value, *arguments, *named] if name in MADE_OF else [value]
        case code.Choice(body=body, orelse=orelse):
            return [body, orelse]
        case code.Subscript(value=value, index=index):
            return [value, index]
        case code.Display(items=items):
            return items
        case code.Mapping(keys=keys, values=values):
            return [*(key for key in keys if key is not None), *values]
        case code.Comprehension(elements=elements):
            return elements
        case code.Starred(value=value) | code.Await(value=value) | code.Bind(value=value):
            return [value]
        case _:
            return []


def tables_in(node: code.Expression) -> list[code.Expression] | None:
    """What is put where a statement names its tables; None for what is no statement, as far as its text tells."""
    match node:
        case code.Format(parts=parts):
            return _between(parts)
        case code.Operation(operator="+", operands=operands):
            return _between(operands)
        case code.Operation(operator="%", operands=[code.Constant(value=str(text)), filling]):
            return _filled(text, filling.items if type(filling) is DISPLAY else (filling,))
        case code.Call(
            function=code.Attribute(value=code.Constant(value=str(text)), name="format"),
            arguments=arguments,
            keywords=keywords,
        ):
            return _filled(text, arguments) if not keywords else _filled_by_name(text, keywords)
        case _:
            return None


def _between(parts: Sequence[code.Expression]) -> list[code.Expression] | None:
    """What stands behind pieces of text that end where a table is named."""
    found: list[code.Expression] = []
    known = False
    before = ""
    for part in parts:
        if type(part) is CONSTANT and isinstance(part.value, str):
            before = part.value
            known = known or STATEMENT.search(before) is not None
        else:
            if before and TABLE.search(before):
                found.append(part)
            before = ""
    return found if known else None


def _filled(text: str, filling: Sequence[code.Expression]) -> list[code.Expression] | None:
    """What fills the holes of a text where a table is named."""
    if STATEMENT.search(text) is None:
        return None
    holes = [hole.start() for hole in HOLE.finditer(text)]
    return [part for start, part in zip(holes, filling, strict=False) if TABLE.search(text[:start])]


def _filled_by_name(text: str, keywords: Sequence[code.Keyword]) -> list[code.Expression] | None:
    """What fills the holes with names where a table is named: `table=name`, or a dict of all of them."""
    if STATEMENT.search(text) is None:
        return None
    names = {hole[2] for hole in NAMED.finditer(text) if hole[2] and TABLE.search(text[: hole.start()])}
    return [one.value for one in keywords if names and (one.name is None or one.name in names)]
