"""Which collections do beanie's documents lie in, and which of them do their links lead to?

    class Order(Document):                      "Order", unless its settings name another one
        customer: Link[Customer]                a key that code alone knows of
        lines: list[Link[Line]] = []            the same for each of several
        class Settings: name = "orders"         `Collection` in old versions; inherited as any attribute
    class Line(Document):
        order: BackLink[Order] = Field(json_schema_extra={"original_field": "lines"})

Documents below one that says `is_root`, and those of a `UnionDoc`, share its collection. A document that says nothing
of a collection, and has others below it, is what these have in common. A `View` has no rows of its own: what is read
are those that its source and its pipeline name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled tuple looks the classes of its fields up
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, ClassAtom
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.pymongo.pipelines import mentioned
from boundary.link.frameworks.records import Mapper, Relation, text
from boundary.link.syntax.kinds import ASSIGN, CONSTANT, DISPLAY, OPERATION, SUBSCRIPT
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.records import Records
    from boundary.model import code
    from boundary.model.scan import ForeignKey, Table

BASE: Final = "beanie.odm.interfaces.find.FindInterface"
"""What documents, views and unions are kinds of."""
VIEW: Final = "beanie.odm.views.View"
LINK: Final = "Link"
BACK: Final = "BackLink"
SETTINGS: Final = ("Settings", "Collection")
COLLECTIONS: Final = frozenset({"list", "List", "set", "Set", "Sequence", "tuple", "Tuple", "dict", "Dict"})
DEEPEST: Final = 3
"""How many links behind one another are followed where the rows that they lead to are asked for as well."""


class Led(NamedTuple):
    """Where a field leads: to which documents, whether to several, and whether they hold the key."""

    targets: tuple[ClassInfo, ...]
    many: bool
    back: bool
    line: int


# --- collections ----------------------------------------------------------------------------------------------


def _setting(interpreter: Interpreter, cls: ClassInfo, name: str) -> Value:
    """What the settings of a class say: the nearest, and what these inherit."""
    for owner in interpreter.classes.mro(cls):
        for inner in SETTINGS:
            for atom in interpreter.classes.own(owner, inner):
                if isinstance(atom, ClassAtom):
                    return interpreter.classes.lookup(atom.cls, name)[1]
    return BOTTOM


def _documents(interpreter: Interpreter, cls: ClassInfo) -> list[ClassInfo]:
    """The project's documents above a class, the farthest first, itself last."""
    above = interpreter.classes.mro(cls)
    return [one for one in reversed(above) if not one.library and interpreter.classes.is_subclass(one, BASE)]


def _table(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """The collection of a document; None for a view, and for what others have in common."""
    if interpreter.classes.is_subclass(cls, VIEW):
        return None
    roots = [one for one in _documents(interpreter, cls) if truth(_setting(interpreter, one, "is_root")) is True]
    root = roots[0] if roots else cls
    for atom in _setting(interpreter, root, "union_doc"):
        if isinstance(atom, ClassAtom) and atom.cls is not cls:
            return _table(interpreter, atom.cls)
    name = text(_setting(interpreter, root, "name"))
    if name is None and not roots and any(not one.library for one in interpreter.classes.below(cls) if one is not cls):
        return None
    interpreter.frameworks.stores_read.add("beanie")
    return name or root.name


def read_of(interpreter: Interpreter, cls: ClassInfo) -> frozenset[str]:
    """The collections that are read where a class is asked: its own, or what a view is made of."""
    if not interpreter.classes.is_subclass(cls, VIEW):
        record = records(interpreter).linked(cls)
        return frozenset({record.table}) if record is not None else frozenset()
    source = _setting(interpreter, cls, "source")
    found = set(strings(source))
    for atom in source:
        if isinstance(atom, ClassAtom):
            found |= read_of(interpreter, atom.cls)
    others = mentioned(_setting(interpreter, cls, "pipeline"))
    return frozenset(found).union([name for _, name in others if name is not None])


# --- links ----------------------------------------------------------------------------------------------------


def leads(interpreter: Interpreter, cls: ClassInfo) -> dict[str, Led]:
    """The fields of a document that are links, or lists of them."""
    held: dict[ClassInfo, dict[str, Led]] = interpreter.frameworks.state.setdefault("beanie links", {})
    if cls not in held:
        held[cls] = dict(_leads(interpreter, cls))
    return held[cls]


def _leads(interpreter: Interpreter, cls: ClassInfo) -> Iterator[tuple[str, Led]]:
    for owner in reversed(interpreter.classes.mro(cls)):
        for name, bindings in owner.bindings.items() if not owner.library else ():
            statement = bindings[-1].statement
            if type(statement) is ASSIGN and statement.annotation is not None:
                for kind, index, many in _links_in(statement.annotation):
                    targets = tuple(_targets(interpreter, index, owner))
                    if targets:
                        yield name, Led(targets, many, kind == BACK, statement.line)


def _links_in(node: code.Expression, *, many: bool = False) -> Iterator[tuple[str, code.Expression, bool]]:
    """The links in an annotation: which kind, of what, and whether there are several."""
    if type(node) is OPERATION:
        for operand in node.operands:
            yield from _links_in(operand, many=many)
    elif type(node) is DISPLAY:
        for item in node.items:
            yield from _links_in(item, many=many)
    elif type(node) is SUBSCRIPT:
        name = last_name(node.value)
        if name in {LINK, BACK}:
            yield name, node.index, many
        else:
            yield from _links_in(node.index, many=many or name in COLLECTIONS)


def _targets(interpreter: Interpreter, node: code.Expression, owner: ClassInfo) -> Iterator[ClassInfo]:
    """The documents that a link is of: a class, or one by its name."""
    if type(node) is OPERATION:
        for operand in node.operands:
            yield from _targets(interpreter, operand, owner)
    elif type(node) is CONSTANT:
        if isinstance(node.value, str):
            yield from mapped.called(interpreter, BASE, node.value, owner)
    elif type(node) is SUBSCRIPT:
        for part in node.index.items if type(node.index) is DISPLAY else [node.index]:
            yield from _targets(interpreter, part, owner)
    else:
        for atom in interpreter.class_evaluator(owner, outside=True).evaluate(node):
            if isinstance(atom, ClassAtom) and interpreter.classes.is_subclass(atom.cls, BASE):
                yield atom.cls


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """`customer: Link[Customer]`, whose key lies in the document."""
    for name, led in leads(interpreter, cls).items():
        if not led.back:
            yield Relation(name, led.targets[0], None, None, None, led.line)


def led_to(interpreter: Interpreter, cls: ClassInfo, names: list[str] | None = None) -> list[ClassInfo]:
    """The documents that the links of one lead to, all of them or those of these names."""
    held = leads(interpreter, cls).items()
    return [target for name, led in held if names is None or name in names for target in led.targets]


def fetched(interpreter: Interpreter, cls: ClassInfo) -> frozenset[str]:
    """The collections that are read with a document whose links are followed, and theirs."""
    found: set[str] = set()
    behind, seen = [cls], {cls}
    for _ in range(DEEPEST):
        behind = list(dict.fromkeys([one for each in behind for one in led_to(interpreter, each)]))
        for one in behind:
            found |= read_of(interpreter, one)
        behind = [one for one in behind if one not in seen]
        seen.update(behind)
    return frozenset(found)


MAPPER: Final = Mapper(BASE, _table, _relations, lambda _: False, column=str)


def records(interpreter: Interpreter) -> Records:
    """Find beanie's documents."""
    return mapped.records(interpreter, MAPPER)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The collections of beanie's documents, and the keys that lie in them."""
    if interpreter.frameworks.imports("beanie") or interpreter.frameworks.imports("bunnet"):
        yield from records(interpreter).described()
