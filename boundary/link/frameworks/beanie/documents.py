"""What do beanie's documents do?  They insert, save and delete themselves, and with a rule what their links lead to.

    await Order(number=1).insert()
    await order.set({Order.state: "new"})
    await order.save(link_rule=WriteRules.WRITE)            # what is linked is written as well
    await order.delete(link_rule=DeleteRules.DELETE_LINKS)  # or deleted

Methods that wait for an event (`@before_event(Insert)`) run before or behind it, on the same document; none does where
many documents are written at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.beanie.models import BASE, fetched, leads, led_to, read_of, records
from boundary.link.frameworks.beanie.queries import read, write
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pymongo.collections import collections
from boundary.link.frameworks.pymongo.statements import has_session
from boundary.link.frameworks.records import RowsMade, asked, is_stored
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN, CALL, FUNCTION
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

DOCUMENT: Final = "beanie.odm.documents.Document"
SOFT: Final = "beanie.odm.documents.DocumentWithSoftDelete"
LINK: Final = "beanie.odm.fields.Link"
ACTIONS: Final = "beanie actions"
WHEN: Final = {"before_event": "before", "after_event": "after"}
INSERT: Final = ("INSERT", "VALIDATE_ON_SAVE")
REPLACE: Final = ("REPLACE", "VALIDATE_ON_SAVE")
UPDATE: Final = ("UPDATE",)
RULES: Final[dict[str, tuple[Operation, ...]]] = {"WRITE": ("insert", "update"), "DELETE_LINKS": ("delete",)}
"""What is done to what the links of a document lead to."""


class Action(NamedTuple):
    """A method of a document that waits for events."""

    name: str
    when: str
    events: frozenset[str]


# --- what runs around a write -----------------------------------------------------------------------------


def _actions(interpreter: Interpreter, cls: ClassInfo) -> list[Action]:
    held: list[Action] | None = cls.answers.get(ACTIONS)
    if held is None:
        held = cls.answers[ACTIONS] = list(dict.fromkeys(_waiting(interpreter, cls)))
    return held


def _waiting(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Action]:
    for owner in interpreter.classes.mro(cls):
        evaluator = interpreter.class_evaluator(owner)
        for name, bindings in owner.bindings.items() if not owner.library else ():
            for binding in bindings:
                statement = binding.statement
                for decorator in statement.decorators if type(statement) is FUNCTION else ():
                    when = WHEN.get(last_name(decorator.function)) if type(decorator) is CALL else None
                    if when is not None and type(decorator) is CALL:
                        given = [evaluator.evaluate(node) for node in decorator.arguments]
                        events = [text for one in given for text in (*strings(one), *containers.texts_in(one))]
                        yield Action(name, when, frozenset(events))


def _tell(call: NativeCall, when: str, events: tuple[str, ...]) -> None:
    """Call the methods of a document that wait for one of these events."""
    atom = call.receiver
    if not isinstance(atom, Instance):
        return
    for action in _actions(call.interpreter, atom.cls):
        if action.when == when and not action.events.isdisjoint(events):
            method = call.interpreter.attributes.get(call.evaluator, atom.alone, action.name, call.line)
            with call.evaluator.believed(because="signal"):
                call.interpreter.calls.call(call.evaluator, method, NO_ARGUMENTS, call.line)


# --- one document -----------------------------------------------------------------------------------------


def changing(events: tuple[str, ...], *ops: Operation) -> Handler:
    """A method that writes its document, which it gives."""

    def handler(call: NativeCall) -> Value:
        return _change(call, events, ops)

    return handler


def saved(call: NativeCall) -> Value:
    """`await order.save()`: inserted or updated, as its row is there or not."""
    atom = call.receiver
    if is_stored(atom):
        return _change(call, ("SAVE", *REPLACE, *UPDATE), ("update",))
    made = isinstance(atom, Instance) and atom.stored is False
    return _change(call, ("SAVE", *INSERT, *(() if made else REPLACE)), ("insert",) if made else ("insert", "update"))


def _change(call: NativeCall, events: tuple[str, ...], ops: tuple[Operation, ...]) -> Value:
    _tell(call, "before", events)
    for cls in asked(call):
        _along_links(call, cls)
        write(call.evaluator, cls, ops, call.line, joins=has_session(call))
    _tell(call, "after", events)
    if "delete" in ops:
        return UNKNOWN
    return join([mapped.row(call.evaluator, cls) for cls in asked(call)]) or UNKNOWN


def _along_links(call: NativeCall, cls: ClassInfo) -> None:
    """What the links of a document lead to is written or deleted, where the call says so."""
    rules = set(strings(call.arguments.keywords.get("link_rule", BOTTOM)))
    for rule in sorted(rules & RULES.keys()):
        for target in dict.fromkeys(led_to(call.interpreter, cls)):
            write(call.evaluator, target, RULES[rule], call.line, joins=has_session(call))


def reread(call: NativeCall) -> Value:
    """`await order.sync()`."""
    for cls in asked(call):
        read(call.evaluator, cls, frozenset(), call.line, joins=False)
    return UNKNOWN


def fetch_all(call: NativeCall) -> Value:
    """`await order.fetch_all_links()`."""
    for cls in asked(call):
        for target in dict.fromkeys(led_to(call.interpreter, cls)):
            read(call.evaluator, target, frozenset(), call.line, joins=False)
    return UNKNOWN


def fetch_one(call: NativeCall) -> Value:
    """`await order.fetch_link(Order.customer)`, `await order.fetch_link("customer")`."""
    names = strings(call.first)
    for cls in asked(call):
        for target in dict.fromkeys(led_to(call.interpreter, cls, names or None)):
            read(call.evaluator, target, frozenset(), call.line, joins=False)
    return UNKNOWN


def fetch(call: NativeCall) -> Value:
    """`customer = await order.customer.fetch()`."""
    atom = call.receiver
    cls = atom.model if isinstance(atom, Instance) else None
    if cls is None:
        return UNKNOWN
    links = call.arguments.get(0, "fetch_links")
    others = fetched(call.interpreter, cls) if links is not None and truth(links) is not False else frozenset[str]()
    read(call.evaluator, cls, others, call.line, joins=False)
    return mapped.row(call.evaluator, cls)


class Links(Hook):
    """Links that are not followed yet."""

    base = LINK

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.customer.id`."""
        del evaluator, atom, name, line
        return UNKNOWN


# --- several documents ------------------------------------------------------------------------------------


def _given(value: Value) -> Iterator[Instance]:
    """The documents among what is given."""
    for atom in value:
        if isinstance(atom, Instance):
            yield atom
        elif isinstance(atom, Container):
            yield from _given(atom.element)


def each(name: str, op: Operation) -> Handler:
    """`Order.insert_one(order)`, `Order.replace_many(orders)`: each does it by itself."""

    def handler(call: NativeCall) -> Value:
        given = list(
            dict.fromkeys(_given(call.arguments.get(0, "document") or call.arguments.get(0, "documents") or BOTTOM))
        )
        if not given:
            for cls in asked(call):
                write(call.evaluator, cls, (op,), call.line, joins=has_session(call))
        for atom in given:
            method = call.interpreter.attributes.get(call.evaluator, atom.alone, name, call.line)
            keywords = {key: held for key, held in call.arguments.keywords.items() if key in {"session", "link_rule"}}
            call.interpreter.calls.call(call.evaluator, method, Arguments((), keywords), call.line)
        return join([mapped.row(call.evaluator, cls) for cls in asked(call)]) or UNKNOWN

    return handler


def all_of(op: Operation) -> Handler:
    """`Order.insert_many([...])`, `Order.delete_all()`: one statement."""

    def handler(call: NativeCall) -> Value:
        for cls in asked(call):
            write(call.evaluator, cls, (op,), call.line, joins=has_session(call))
        return UNKNOWN

    return handler


# --- classes ----------------------------------------------------------------------------------------------


def collection(call: NativeCall) -> Value:
    """`Order.get_motor_collection()`, `Order.get_pymongo_collection()`."""
    names = sorted(frozenset[str]().union(*[read_of(call.interpreter, cls) for cls in asked(call)]))
    return collections(call.evaluator, join([call.atoms.constant(name) for name in names]) or UNKNOWN)


def collection_name(call: NativeCall) -> Value:
    """`Order.get_collection_name()`."""
    held = [records(call.interpreter).linked(cls) for cls in asked(call)]
    return join([call.atoms.constant(one.table) for one in held if one is not None]) or UNKNOWN


class Documents(RowsMade):
    """Documents: their links, and fields in conditions."""

    base = BASE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.customer`, `order.lines`: rows that were read with it, or links that nothing is read for yet."""
        del line
        led = leads(evaluator.interpreter, atom.cls).get(name)
        if led is None:
            return None
        made = evaluator.interpreter.library_class(LINK)
        rows = join([mapped.row(evaluator, one) for one in led.targets])
        links = join([evaluator.atoms.instance(made, model=one) for one in led.targets]) if made is not None else BOTTOM
        return evaluator.atoms.container("list", rows | links) if led.many else rows | links | evaluator.atoms.none

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Order.state == "new"`: a field in a condition, whatever its default is; of a link, its name."""
        del line
        if name in leads(evaluator.interpreter, atom.cls):
            return evaluator.atoms.constant(name)
        for owner in evaluator.interpreter.classes.mro(atom.cls):
            if name in owner.bindings and not owner.library:
                statement = owner.bindings[name][-1].statement
                annotation = statement.annotation if type(statement) is ASSIGN else None
                return UNKNOWN if annotation is not None and last_name(annotation) != "ClassVar" else None
        return None


HOOKS: Final = (Documents(), Links())
NATIVES: Final[dict[str, Handler]] = {
    f"{DOCUMENT}.insert": changing(INSERT, "insert"),
    f"{DOCUMENT}.replace": changing(REPLACE, "update"),
    f"{DOCUMENT}.save": saved,
    f"{DOCUMENT}.save_changes": changing(("SAVE_CHANGES", "VALIDATE_ON_SAVE", *UPDATE), "update"),
    **{f"{DOCUMENT}.{name}": changing(UPDATE, "update") for name in ("update", "set", "inc", "current_date")},
    f"{DOCUMENT}.delete": changing(("DELETE",), "delete"),
    f"{SOFT}.hard_delete": changing(("DELETE",), "delete"),
    f"{SOFT}.delete": changing(("DELETE",), "update"),
    f"{DOCUMENT}.sync": reread,
    f"{BASE}.fetch_all_links": fetch_all,
    f"{BASE}.fetch_link": fetch_one,
    f"{LINK}.fetch": fetch,
    f"{DOCUMENT}.insert_one": each("insert", "insert"),
    f"{DOCUMENT}.replace_many": each("replace", "update"),
    f"{DOCUMENT}.insert_many": all_of("insert"),
    f"{DOCUMENT}.update_all": all_of("update"),
    f"{DOCUMENT}.delete_all": all_of("delete"),
    **{f"{BASE}.get_{name}_collection": collection for name in ("motor", "pymongo")},
    f"{BASE}.get_collection_name": collection_name,
}
