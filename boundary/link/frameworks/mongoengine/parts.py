"""What does a document hold?  Documents that it refers to, parts, files: what asking for them does.

order.customer                     the customer is read, unless the order was only just made
order.tags                         a list of references: all are read at once
order.invoice.fetch()              of a lazy reference nothing is read before that
order.scan.put(data)               a file of GridFS: its head and its pieces
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.mongoengine.models import kept_beside, records
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.records import doubt
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.mongoengine.fields import Held
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Confidence, Operation

LAZY: Final = "mongoengine.base.datastructures.LazyReference"
PARTS: Final = "mongoengine.base.datastructures.EmbeddedDocumentList"
FILE: Final = "mongoengine.fields.GridFSProxy"
SEVERAL: Final = "one of several"
"""The site of a lazy reference to a document of one of several classes."""
INFERRED: Final[Confidence] = "inferred"
UNKNOWN_REFERENCE: Final = "a reference to a document of a class that is not known"


def value_of(evaluator: Evaluator, atom: Instance, name: str, held: Held, line: int) -> Value | None:
    """What a document holds in a field."""
    if held.kind == "plain":
        return UNKNOWN if _is_library(evaluator, atom.cls, name) else None
    if held.kind == "counter":
        return UNKNOWN
    if held.kind == "file":
        made = evaluator.interpreter.library_class(FILE)
        return evaluator.atoms.instance(made, site=kept_beside(held)) if made is not None else None
    if held.kind == "part":
        return _parts(evaluator, atom, held)
    if not held.targets:
        if held.kind == "reference" and atom.stored is not False:
            evaluator.blind(line, UNKNOWN_REFERENCE)
        return UNKNOWN
    one = _lazy(evaluator, held) if held.kind == "lazy" else _followed(evaluator, atom, held, line)
    if held.many == "dict":
        return containers.make_dict(evaluator, [], one)
    return evaluator.atoms.container("list", one) if held.many else one if held.required else one | evaluator.atoms.none


def _is_library(evaluator: Evaluator, cls: ClassInfo, name: str) -> bool:
    """Whether a field says nothing of its own of what it holds: no class of the project does, by `__get__`."""
    classes = evaluator.interpreter.classes
    held = [one.cls for one in classes.lookup(cls, name)[1] if isinstance(one, Instance)]
    return all((owner := classes.lookup(one, "__get__")[0]) is None or owner.library for one in held)


def _followed(evaluator: Evaluator, atom: Instance, held: Held, line: int) -> Value:
    """The document that a reference leads to, which is read; one that was just set is at hand."""
    if atom.site == "keys":
        return UNKNOWN
    known = records(evaluator.interpreter)
    believed = doubt(atom) or (INFERRED if held.own or len(held.targets) > 1 else None)
    for target in held.targets if atom.stored is not False else ():
        mapped.touch(evaluator, known.linked(target), "read", line, confidence=believed)
    found = [_row(evaluator, target, guessed=atom.guessed) for target in held.targets]
    return join(found)


def _row(evaluator: Evaluator, cls: ClassInfo, *, guessed: bool) -> Value:
    exact = not evaluator.interpreter.classes.has_below(cls)
    return evaluator.atoms.instance(cls, stored=True, guessed=guessed, exact=exact)


def _lazy(evaluator: Evaluator, held: Held) -> Value:
    made = evaluator.interpreter.library_class(LAZY)
    site = SEVERAL if len(held.targets) > 1 else None
    return join([evaluator.atoms.instance(made, model=one, site=site) for one in held.targets]) if made else UNKNOWN


def _parts(evaluator: Evaluator, atom: Instance, held: Held) -> Value:
    """A part, or several: what refers to others in them is followed as in the document."""
    made = evaluator.interpreter.library_class(PARTS)
    if held.many == "parts" and made is not None:
        return join([evaluator.atoms.instance(made, model=one, site=(atom.cls, atom.stored)) for one in held.targets])
    below = evaluator.interpreter.classes.has_below
    parts = [evaluator.atoms.instance(one, stored=atom.stored, exact=not below(one)) for one in held.targets]
    part = join(parts) or UNKNOWN
    if held.many == "dict":
        return containers.make_dict(evaluator, [], part)
    if held.many:
        return evaluator.atoms.container("list", part)
    return part if held.required else part | evaluator.atoms.none


class Parts(Hook):
    """`order.lines`: the parts of a document, saved with it."""

    base = PARTS

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """The document that they are parts of."""
        del line
        if name != "_instance" or not isinstance(atom.site, tuple):
            return None
        return evaluator.atoms.instance(atom.site[0], stored=atom.site[1])

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for line in order.lines`."""
        del line
        stored = atom.site[1] if isinstance(atom.site, tuple) else None
        return evaluator.atoms.instance(atom.model, stored=stored) if atom.model is not None else None


class References(Hook):
    """`order.invoice`, as long as it is not fetched."""

    base = LAZY

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.invoice.document_type`; what a document has is read with it, where the reference passes that on."""
        if atom.model is None or name in {"fetch", "pk", "id", "_id", "collection", "database", "as_doc"}:
            return None
        if name == "document_type":
            return evaluator.atoms.class_(atom.model)
        if name.startswith("_"):
            return None
        return evaluator.interpreter.attributes.get(evaluator, fetched(evaluator, atom, line), name, line)


def fetched(evaluator: Evaluator, atom: Instance, line: int) -> Value:
    """The document that a lazy reference leads to, which is read."""
    if atom.model is None:
        return UNKNOWN
    believed = INFERRED if atom.site == SEVERAL else None
    mapped.touch(evaluator, records(evaluator.interpreter).linked(atom.model), "read", line, confidence=believed)
    return _row(evaluator, atom.model, guessed=atom.guessed)


def fetch(call: NativeCall) -> Value:
    """`order.invoice.fetch()`."""
    return fetched(call.evaluator, call.receiver, call.line) if isinstance(call.receiver, Instance) else UNKNOWN


def on_file(op: Operation) -> Handler:
    """What is done to the file of a document: to its head and its pieces."""

    def handler(call: NativeCall) -> Value:
        site = call.receiver.site if isinstance(call.receiver, Instance) else None
        for table in site if isinstance(site, tuple) else ():
            call.evaluator.touch(str(table), op, call.line)
        return UNKNOWN

    return handler


NEEDS: Final = ("mongoengine", "flask_mongoengine")
HOOKS: Final = (Parts(), References())
NATIVES: Final[dict[str, Handler]] = {
    f"{LAZY}.fetch": fetch,
    **{f"{FILE}.{name}": on_file("insert") for name in ("put", "write", "writelines", "new_file")},
    **{f"{FILE}.{name}": on_file("read") for name in ("get", "read")},
    f"{FILE}.delete": on_file("delete"),
}
