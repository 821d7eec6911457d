"""How are nodes kept as bytes?  As one row of small integers, over tables of the texts and the numbers in them.

A node is its tag and then its fields, one after another; a text stands in the row as its place in a table, where it
is once however often the code says it. What is decoded shares its texts, with other files and with the linker's own
literals: they take a fraction of the memory, and are found to be the same at a glance.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from boundary.model.code import expressions as e
from boundary.model.code import statements as s

if TYPE_CHECKING:
    from boundary.model.code.node import Node

DEEPEST: Final = 900
"""So many nodes and tuples may lie in one another: what follows them later does so by recursion."""
LONGEST_NAME: Final = 60
"""Texts up to this length are shared between files: names, keys and the like."""

FORMS: Final[tuple[tuple[type[Node], str], ...]] = (
    (e.Name, "text"),
    (e.Attribute, "node text number"),
    (e.Keyword, "text node"),
    (e.Call, "node nodes nodes number"),
    (e.Constant, "value"),
    (e.Format, "nodes number"),
    (e.Display, "text nodes"),
    (e.Mapping, "nodes nodes"),
    (e.Subscript, "node node number"),
    (e.Choice, "node node node number"),
    (e.Operation, "text nodes number"),
    (e.Lambda, "nodes node number"),
    (e.Clause, "node node nodes"),
    (e.Comprehension, "text nodes nodes number"),
    (e.Yield, "node truth number"),
    (e.Starred, "node number"),
    (e.Bind, "text node"),
    (e.Await, "node number"),
    (e.Native, "text nodes nodes number"),
    (e.Parameter, "text text node node"),
    (s.Assign, "nodes node node number"),
    (s.Augment, "node text node number"),
    (s.Evaluate, "node number"),
    (s.Return, "node number"),
    (s.Raise, "node number"),
    (s.If, "node nodes nodes number"),
    (s.For, "node node nodes nodes number"),
    (s.While, "node nodes nodes number"),
    (s.WithItem, "node node number"),
    (s.With, "nodes nodes number number"),
    (s.Handler, "node text nodes"),
    (s.Try, "nodes nodes nodes nodes number"),
    (s.Jump, "number truth"),
    (s.Scope, "text texts"),
    (s.Delete, "nodes number"),
    (s.Alias, "text text"),
    (s.Import, "nodes number"),
    (s.ImportFrom, "text number nodes number"),
    (s.Function, "text text nodes nodes node nodes number number number truth truth"),
    (s.Class, "text text nodes nodes nodes nodes number number number"),
)
"""Every kind of node with what its fields hold, in their order. Its tag is its place here, counted from one."""

NODE: Final = 0
NODES: Final = 1
TEXT: Final = 2
NUMBER: Final = 3
TRUTH: Final = 4
TEXTS: Final = 5
VALUE: Final = 6
_HELD: Final = ("node", "nodes", "text", "number", "truth", "texts", "value")
_OF_KIND: Final[dict[type, tuple[int, tuple[tuple[str, int], ...]]]] = {
    kind: (tag, tuple(zip(kind.fields, map(_HELD.index, form.split()), strict=True)))
    for tag, (kind, form) in enumerate(FORMS, 1)
}
_OF_TAG: Final[list[tuple[Any, tuple[int, ...]]]] = [
    (None, ()),
    *((kind, tuple(map(_HELD.index, form.split()))) for kind, form in FORMS),
]
NAME: Final = 1
ATTRIBUTE: Final = 2
KEYWORD: Final = 3
CALL: Final = 4
CONSTANT: Final = 5
"""The tags of the kinds that most nodes are of: they are written and read without a look into the tables."""

NONE: Final = 0
FALSE: Final = 1
TRUE: Final = 2
WRITTEN: Final = 3
COUNTED: Final = 4
"""The values that a constant can have: three by themselves, a text, a number."""


class Encoder:
    """Writes nodes into `row`, one behind another, and what they hold into the tables `texts` and `numbers`.

    Raises `RecursionError` where they lie in one another deeper than can be followed.
    """

    def __init__(self) -> None:
        self.row: list[int] = []
        self.numbers: list[object] = []
        self._places: dict[str, int] = {}
        self._depth = 0

    @property
    def texts(self) -> list[str]:
        """The texts, each once, in the order in which they were met."""
        return list(self._places)

    def node(self, node: Node | None) -> None:
        """Write one node, or that there is none."""
        if node is None:
            self.row.append(0)
            return
        self._depth += 1
        if self._depth > DEEPEST:
            raise RecursionError
        if isinstance(node, e.Name):
            self.row.append(NAME)
            self.text(node.id)
        elif isinstance(node, e.Attribute):
            self.row.append(ATTRIBUTE)
            self.node(node.value)
            self.text(node.name)
            self.row.append(node.line)
        elif isinstance(node, e.Call):
            self.row.append(CALL)
            self.node(node.function)
            self.nodes(node.arguments)
            self.nodes(node.keywords)
            self.row.append(node.line)
        elif isinstance(node, e.Constant):
            self.row.append(CONSTANT)
            self._value(node.value)
        else:
            self._fields(node)
        self._depth -= 1

    def _fields(self, node: Node) -> None:
        tag, form = _OF_KIND[type(node)]
        self.row.append(tag)
        for name, held in form:
            value: Any = getattr(node, name)
            if held == NODE:
                self.node(value)
            elif held == NODES:
                self.nodes(value)
            elif held == TEXT:
                self.text(value)
            elif held == TEXTS:
                self.row.append(len(value))
                for one in value:
                    self.text(one)
            else:  # a number or a truth
                self.row.append(int(value))

    def nodes(self, nodes: tuple[Node | None, ...]) -> None:
        """Write several nodes, how many first."""
        self._depth += 1
        self.row.append(len(nodes))
        for node in nodes:
            self.node(node)
        self._depth -= 1

    def text(self, text: str | None) -> None:
        """Write a text, or that there is none."""
        if text is None:
            self.row.append(0)
            return
        place = self._places.get(text)
        if place is None:
            place = self._places[text] = len(self._places) + 1
        self.row.append(place)

    def _value(self, value: object) -> None:
        if isinstance(value, str):
            self.row.append(WRITTEN)
            self.text(value)
        elif isinstance(value, bool):
            self.row.append(TRUE if value else FALSE)
        elif value is None:
            self.row.append(NONE)
        else:  # a number
            self.row.append(COUNTED)
            self.row.append(len(self.numbers))
            self.numbers.append(value)


class Decoder:
    """Reads the nodes of a `row` one behind another, with the tables that were written with it.

    `texts` are shared with other files, the short ones. Raises `RecursionError` where nodes lie in one another deeper
    than can be followed, `LookupError` or `TypeError` where the row was not written so.
    """

    def __init__(self, row: list[int], texts: list[str], numbers: list[object]) -> None:
        self._row = row
        share = sys.intern
        self.texts = [share(text) if len(text) <= LONGEST_NAME else text for text in texts]
        self._numbers = numbers
        self._at = 0
        self._depth = 0

    def node(self) -> Any:  # noqa: ANN401 - of the kind that was written
        """The next node; None where there is none."""
        tag = self._number()
        if tag == NAME:
            return e.Name(self._known_text())
        if tag == 0:
            return None
        self._depth += 1
        if self._depth > DEEPEST:
            raise RecursionError
        node: Any
        if tag == ATTRIBUTE:
            value = self.node()
            name = self._known_text()
            node = e.Attribute(value, name, self._number())
        elif tag == CALL:
            function = self.node()
            arguments: tuple[Any, ...] = self.nodes()
            keywords: tuple[Any, ...] = self.nodes()
            node = e.Call(function, arguments, keywords, self._number())
        elif tag == KEYWORD:
            keyword = self.text()
            node = e.Keyword(keyword, self.node())
        elif tag == CONSTANT:
            node = e.Constant(self._value())
        else:
            node = self._other(tag)
        self._depth -= 1
        return node

    def _other(self, tag: int) -> Any:  # noqa: ANN401 - as above
        kind, form = _OF_TAG[tag]
        values: list[Any] = []
        for held in form:
            if held == NODE:
                values.append(self.node())
            elif held == NODES:
                values.append(self.nodes())
            elif held == TEXT:
                values.append(self.text())
            elif held == NUMBER:
                values.append(self._number())
            elif held == TRUTH:
                values.append(self._number() == 1)
            else:
                values.append(tuple([self._known_text() for _ in range(self._number())]))
        return kind(*values)

    def nodes(self) -> tuple[Any, ...]:
        """The next nodes, as many as there were."""
        count = self._number()
        if count == 0:
            return ()
        self._depth += 1
        found = tuple([self.node() for _ in range(count)])
        self._depth -= 1
        return found

    def text(self) -> str | None:
        """The next text; None where there is none."""
        place = self._number()
        return self.texts[place - 1] if place else None

    def _known_text(self) -> str:
        return self.texts[self._number() - 1]

    def _number(self) -> int:
        at = self._at
        self._at = at + 1
        return self._row[at]

    def _value(self) -> object:
        kind = self._number()
        if kind == WRITTEN:
            return self._known_text()
        if kind == COUNTED:
            return self._numbers[self._number()]
        return None if kind == NONE else kind == TRUE
