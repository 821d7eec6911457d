"""What do documents of mongoengine do?  They are kept and deleted; references are followed when they are asked for.

The order of checks, signals and writes is in the skeleton; here is what the collection notices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, PRESENT, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.mongoengine.deletions import cascade, delete_files
from boundary.link.frameworks.mongoengine.fields import ANY_DOCUMENT, DOCUMENT, PART, held_by
from boundary.link.frameworks.mongoengine.managers import managed
from boundary.link.frameworks.mongoengine.models import records, references
from boundary.link.frameworks.mongoengine.parts import value_of
from boundary.link.frameworks.pymongo.collections import collections
from boundary.link.frameworks.records import RowsMade, asked, doubt, is_stored
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Record
    from boundary.model.scan import Operation

KEYS: Final = frozenset({"id", "pk"})
SWITCHED: Final = "switched to"
"""The site of documents that are kept elsewhere than their class says, with the name of the collection."""
UNKNOWN_CLASS: Final = "a document of which no collection is known"
UNNAMED: Final = "documents are kept in another collection than their class says"


def row(evaluator: Evaluator, cls: ClassInfo, *, guessed: bool = False, site: Hashable = None) -> Value:
    """A document that is kept: perhaps of a class below."""
    exact = not evaluator.interpreter.classes.has_below(cls)
    return evaluator.atoms.instance(cls, stored=True, guessed=guessed, exact=exact, site=site)


def table_of(atom: object, record: Record) -> str:
    """The collection of a document or a queryset."""
    site = atom.site if isinstance(atom, Instance) else None
    return str(site[1]) if isinstance(site, tuple) and site[:1] == (SWITCHED,) else record.table


def kept(call: NativeCall) -> Iterator[tuple[ClassInfo, Record]]:
    """The classes that a method is called on, with their records; it is told where one has no collection."""
    for cls in asked(call):
        record = records(call.interpreter).linked(cls)
        if record is not None:
            yield cls, record
        elif not cls.library or isinstance(call.receiver, Instance):
            call.evaluator.blind(call.line, UNKNOWN_CLASS)


def touch(call: NativeCall, record: Record, op: Operation) -> None:
    """The collection of what a method is called on is touched."""
    with call.evaluator.believed(doubt(call.receiver)):
        call.evaluator.touch(table_of(call.receiver, record), op, call.line)


class Documents(RowsMade):
    """Documents and parts of them: what their fields lead to, and what their class says."""

    base = ANY_DOCUMENT

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Order(...)`; what its `__init__` keeps of itself may be a loaded document, which is made so, too."""
        evaluator.interpreter.objects.construct(evaluator, evaluator.atoms.instance(cls), arguments, line)
        return evaluator.atoms.instance(cls, stored=False)

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.customer`, `order.lines`, `line._instance`."""
        held = held_by(evaluator.interpreter, atom.cls).get(name)
        if held is not None:
            return value_of(evaluator, atom, name, held, line)
        if name in KEYS and atom.stored and evaluator.interpreter.classes.is_subclass(atom.cls, DOCUMENT):
            return PRESENT
        if name == "_instance" and evaluator.interpreter.classes.is_subclass(atom.cls, PART):
            return holders(evaluator, atom.cls)
        return None

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Order.objects`, `Order._meta`."""
        if name == "_meta":
            record = records(evaluator.interpreter).of(atom.cls)
            named = evaluator.atoms.constant(record.table) if record is not None else UNKNOWN
            return containers.make_dict(evaluator, [(evaluator.atoms.constant("collection"), named)], UNKNOWN)
        if name.startswith("__") or not evaluator.interpreter.classes.is_subclass(atom.cls, DOCUMENT):
            return None
        return managed(evaluator, atom.cls, name, line)


def holders(evaluator: Evaluator, part: ClassInfo) -> Value:
    """The documents that have such a part."""
    known: dict[ClassInfo, Value] = evaluator.interpreter.frameworks.state.setdefault("mongoengine holders", {})
    if part not in known:
        found: list[Value] = []
        for cls in list(evaluator.interpreter.program.classes):
            if records(evaluator.interpreter).of(cls) is not None:
                targets = {one for held in held_by(evaluator.interpreter, cls).values() for one in held.targets}
                if targets.intersection(evaluator.interpreter.classes.mro(part)):
                    found.append(row(evaluator, cls))
        known[part] = join(found) or UNKNOWN
    return known[part]


# --- documents are kept, changed and deleted ------------------------------------------------------------------


def is_new(call: NativeCall) -> Value:
    """Whether `save` inserts: where that is known."""
    stored = call.receiver.stored if isinstance(call.receiver, Instance) else None
    if truth(call.first) is True or stored is False:
        return call.atoms.constant(value=True)
    return UNKNOWN if stored is None else call.atoms.constant(value=False)


def written(call: NativeCall) -> Value:
    """The part of `save` that writes: an insert of a document that was made, else an update."""
    new = truth(call.first) is True or (isinstance(call.receiver, Instance) and call.receiver.stored is False)
    for cls, record in kept(call):
        for held in held_by(call.interpreter, cls).values():
            if held.kind == "counter" and new:
                call.evaluator.touch(held.name, "update", call.line)
        touch(call, record, "insert" if new else "update")
    return call.atoms.none


def after_save(call: NativeCall) -> Value:
    """What `save` gives: the document, which is kept now."""
    atom = call.receiver
    if not isinstance(atom, Instance) or is_stored(atom):
        return atom.alone if isinstance(atom, Instance) else UNKNOWN
    return call.atoms.instance(atom.cls, exact=atom.exact, guessed=atom.guessed, stored=True, site=atom.site)


def cascade_save(call: NativeCall) -> Value:
    """`save(cascade=True)`: what the document refers to is saved with it."""
    held = records(call.interpreter)
    for cls, _ in kept(call):
        for _, target, _ in references(call.interpreter, cls):
            mapped.touch(call.evaluator, held.linked(target), "update", call.line)
    return call.atoms.none


def removed(call: NativeCall) -> Value:
    """The part of `delete` that deletes."""
    for cls, record in kept(call):
        with call.evaluator.believed(doubt(call.receiver)):
            delete_files(call.evaluator, cls, call.line)
            cascade(call.evaluator, cls, call.line, frozenset({record.table}))
        touch(call, record, "delete")
    return call.atoms.none


def on_rows(op: Operation, *, gives: bool = False) -> Handler:
    """A method that does one thing to the collection."""

    def handler(call: NativeCall) -> Value:
        for _, record in kept(call):
            touch(call, record, op)
        return call.receiver.alone if gives and isinstance(call.receiver, Instance) else UNKNOWN

    return handler


def select_related(call: NativeCall) -> Value:
    """`order.select_related()`: what the document refers to is read."""
    held = records(call.interpreter)
    for cls, _ in kept(call):
        for _, target, _ in references(call.interpreter, cls):
            mapped.touch(call.evaluator, held.linked(target), "read", call.line)
    return call.receiver.alone if isinstance(call.receiver, Instance) else UNKNOWN


def check_parts(call: NativeCall) -> Value:
    """A document is checked with its parts, each as its class says: `clean`, `validate`."""
    parts = [
        target
        for cls in asked(call)
        for held in held_by(call.interpreter, cls).values()
        for target in (held.targets if held.kind == "part" else ())
        if not target.library
    ]
    for target in dict.fromkeys(parts):
        part = call.atoms.instance(target, stored=getattr(call.receiver, "stored", None))
        call.interpreter.objects.method(call.evaluator, part, "validate", call.line)
    return call.atoms.none


def from_son(call: NativeCall) -> Value:
    """`Order._from_son(...)`, `Order.from_json(...)`: a document of what the database gave."""
    return join([row(call.evaluator, cls) for cls in asked(call)]) or UNKNOWN


# --- collections ------------------------------------------------------------------------------------------------


def collection(evaluator: Evaluator, name: str) -> Value:
    """The collection itself, as the driver has it."""
    return collections(evaluator, evaluator.atoms.constant(name))


def get_collection(call: NativeCall) -> Value:
    """`Order._get_collection()`."""
    return join([collection(call.evaluator, record.table) for _, record in kept(call)]) or UNKNOWN


def get_name(call: NativeCall) -> Value:
    """`Order._get_collection_name()`."""
    return join([call.atoms.constant(record.table) for _, record in kept(call)]) or UNKNOWN


def switch_collection(call: NativeCall) -> Value:
    """`order.switch_collection("old_order")`: that is where this document is kept from now on."""
    atom, names = call.receiver, strings(call.arguments.get(0, "collection_name") or BOTTOM)
    if not isinstance(atom, Instance):
        return UNKNOWN
    if not names:
        call.evaluator.blind(call.line, UNNAMED)
        return atom.alone
    return join([call.atoms.instance(atom.cls, stored=atom.stored, site=(SWITCHED, name)) for name in names])


def get_document(call: NativeCall) -> Value:
    """`get_document("Order")`: the class that is called so."""
    classes = call.interpreter.program.classes
    found = [mapped.called(call.interpreter, DOCUMENT, name, classes[0]) for name in strings(call.first) if classes]
    return join([call.atoms.class_(cls) for one in found for cls in one]) or UNKNOWN


NEEDS: Final = ("mongoengine", "flask_mongoengine")
HOOKS: Final = (Documents(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{DOCUMENT}.__is_new__": is_new,
    f"{DOCUMENT}.__write__": written,
    f"{DOCUMENT}.__kept__": after_save,
    f"{DOCUMENT}.__remove__": removed,
    f"{DOCUMENT}.cascade_save": cascade_save,
    f"{DOCUMENT}.update": on_rows("update"),
    f"{DOCUMENT}.modify": on_rows("update"),
    f"{DOCUMENT}.reload": on_rows("read", gives=True),
    f"{DOCUMENT}.drop_collection": on_rows("delete"),
    f"{DOCUMENT}.select_related": select_related,
    f"{DOCUMENT}.switch_collection": switch_collection,
    f"{DOCUMENT}._get_collection": get_collection,
    f"{DOCUMENT}._get_collection_name": get_name,
    f"{ANY_DOCUMENT}.__check_parts__": check_parts,
    f"{ANY_DOCUMENT}._from_son": from_son,
    "mongoengine.base.common.get_document": get_document,
}
