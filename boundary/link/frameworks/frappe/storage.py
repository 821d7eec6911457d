"""What do Frappe's documents store?  Their own row, the rows that belong to them, and what is noted beside.

What is run around that (`validate`, `on_submit`) is in the skeleton. With a new document the rows of its tables are
inserted; with one that is there those that are left are changed or inserted, and all others deleted, in each table. A
link is looked up where it leads to. A deletion, and what is cancelled, looks up all that links there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import BOTTOM, Instance
from boundary.link.frameworks.frappe.core import NUMBERED, PERMITTING
from boundary.link.frameworks.frappe.models import BASE, SINGLES, children, doctype, model_of_class, models
from boundary.link.frameworks.named_models import touch
from boundary.link.frameworks.records import doubt

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Confidence

SERIES: Final = "naming_series:"
NOT_NUMBERED: Final = ("hash", "field:", "prompt", "autoincrement", "uuid")
VERSION: Final = "Version"
PASSWORDS: Final = "__Auth"
USER: Final = "User"
FILE: Final = "File"


def model_of(call: NativeCall) -> NamedModel | None:
    """The DocType that a method is called on."""
    receiver = call.receiver
    return model_of_class(call.interpreter, receiver.cls) if isinstance(receiver, Instance) else None


def storing(store: Handler) -> Handler:
    """What stores a document, believed as far as the document is."""

    def handler(call: NativeCall) -> Value:
        with call.evaluator.believed(doubt(call.receiver)):
            store(call)
        return call.atoms.none

    return handler


def inserted(call: NativeCall) -> Value:
    """A document is inserted, with the rows of its tables."""
    model, evaluator, line = model_of(call), call.evaluator, call.line
    if model is None:
        return BOTTOM
    look_up(call, model)
    if model.table == SINGLES:
        touch(evaluator, model, "delete", line)
    touch(evaluator, model, "insert", line)
    for child in children(call.interpreter, model):
        touch(evaluator, child, "insert", line, confidence="inferred")
    _keep_passwords(call, model)
    _write_beside(call, model)
    if model.name in {USER, FILE} and doctype(call.interpreter, model) is None:
        note(call, f"frappe.model.noting.{'welcomed' if model.name == USER else 'attached'}", "inferred")
    return BOTTOM


def updated(call: NativeCall) -> Value:
    """A document is updated, and the rows of its tables are brought into line."""
    model, evaluator, line = model_of(call), call.evaluator, call.line
    if model is None:
        return BOTTOM
    look_up(call, model)
    update_row(evaluator, model, line)
    for child in children(call.interpreter, model):
        touch(evaluator, child, "delete", line)
        touch(evaluator, child, "update", line, confidence="inferred")
        touch(evaluator, child, "insert", line, confidence="inferred")
    _keep_passwords(call, model)
    _write_beside(call, model)
    return BOTTOM


def update_row(evaluator: Evaluator, model: NamedModel, line: int) -> None:
    """The row of a document; of a single one, all that it consists of."""
    if model.table == SINGLES:
        touch(evaluator, model, "delete", line)
        touch(evaluator, model, "insert", line)
    else:
        touch(evaluator, model, "update", line)


def _keep_passwords(call: NativeCall, model: NamedModel) -> None:
    """What is entered as a password is stored elsewhere."""
    said = doctype(call.interpreter, model)
    if said is not None and any(one.kind == "Password" for one in said.fields):
        call.evaluator.touch(PASSWORDS, "insert", call.line, confidence="inferred")


def _write_beside(call: NativeCall, model: NamedModel) -> None:
    """What is stored beside Frappe's own documents; where it is read itself, it says so."""
    if doctype(call.interpreter, model) is not None:
        return
    if model.name in PERMITTING:
        note(call, "frappe.model.noting.permitted", "inferred")
    if model.name == USER:
        note(call, "frappe.model.noting.shared", "inferred")


def look_up(call: NativeCall, model: NamedModel) -> None:
    """The documents are read that links lead to, those of the rows of its tables too."""
    held = models(call.interpreter)
    for owner in (model, *children(call.interpreter, model)):
        for one in list(owner.fields.values()):
            if one.kind == "one":
                touch(call.evaluator, held.named(one.target), "read", call.line, confidence="inferred")


def row_updated(call: NativeCall) -> Value:
    """The row alone is updated."""
    model = model_of(call)
    if model is not None:
        update_row(call.evaluator, model, call.line)
    return BOTTOM


def row_inserted(call: NativeCall) -> Value:
    """The row alone is inserted."""
    touch(call.evaluator, model_of(call), "insert", call.line)
    return BOTTOM


def removed(call: NativeCall) -> Value:
    """A document is deleted, with the rows of its tables and what Frappe keeps of it, and that is noted."""
    model, evaluator, line = model_of(call), call.evaluator, call.line
    touch(evaluator, model, "delete", line)
    for child in children(call.interpreter, model) if model is not None else ():
        touch(evaluator, child, "delete", line, because="cascade")
    if model is not None and model.name in PERMITTING and doctype(call.interpreter, model) is None:
        note(call, "frappe.model.noting.permitted", "inferred")
    note(call, "frappe.model.noting.deleted")
    return BOTTOM


def note(call: NativeCall, dotted: str, confidence: Confidence | None = None) -> None:
    """What Frappe does unasked is done, by a function of its skeleton."""
    function = call.interpreter.names.at(dotted) or BOTTOM
    with call.evaluator.believed(confidence, "signal"):
        call.interpreter.calls.call(call.evaluator, function, Arguments((call.receiver.alone,)), call.line)


def read(call: NativeCall) -> Value:
    """`doc.reload()`: the document is read again."""
    read_all(call, model_of(call))
    return call.receiver.alone if isinstance(call.receiver, Instance) else BOTTOM


def read_all(call: NativeCall, model: NamedModel | None) -> None:
    """A document is read, with the rows of its tables."""
    touch(call.evaluator, model, "read", call.line)
    for child in children(call.interpreter, model) if model is not None else ():
        touch(call.evaluator, child, "read", call.line)


def locked(call: NativeCall) -> Value:
    """What is there is read before it is changed, and stays locked."""
    model = model_of(call)
    if model is not None and call.receiver.stored is not False and model.table != SINGLES:
        for one in (model, *children(call.interpreter, model)):
            touch(call.evaluator, one, "lock", call.line)
    return BOTTOM


def looked_up(call: NativeCall) -> Value:
    """All documents are read that link to this one."""
    model = model_of(call)
    for holder, _ in list(model.pointing) if model is not None else ():
        touch(call.evaluator, holder, "read", call.line, confidence="inferred")
    return BOTTOM


def links_renamed(call: NativeCall) -> Value:
    """A document gets another name, which all that link to it are told."""
    model = model_of(call)
    touch(call.evaluator, model, "update", call.line)
    for child in children(call.interpreter, model) if model is not None else ():
        touch(call.evaluator, child, "update", call.line, because="cascade")
    for holder, _ in list(model.pointing) if model is not None else ():
        touch(call.evaluator, holder, "update", call.line, because="cascade")
    note(call, "frappe.model.noting.renamed")
    return BOTTOM


def version_noted(call: NativeCall) -> Value:
    """What has changed is noted, for DocTypes that ask for that."""
    model = model_of(call)
    said = doctype(call.interpreter, model)
    if said is not None and said.tracked and said.name != VERSION:
        note(call, "frappe.model.noting.changed", "inferred")
    return call.atoms.none


def numbered(call: NativeCall) -> Value:
    """A new document gets a number, where its DocType has a series of them."""
    model = model_of(call)
    said = doctype(call.interpreter, model)
    text = said.autoname.lower() if said is not None else ""
    by_core = said is None and model is not None and model.name in NUMBERED
    if by_core or text.startswith(SERIES) or ("#" in text and not text.startswith(NOT_NUMBERED)):
        note(call, "frappe.model.naming.getseries")
    return call.atoms.none


NEEDS: Final = ("frappe",)
NATIVES: Final[dict[str, Handler]] = {
    f"{BASE}._insert": storing(inserted),
    f"{BASE}._update": storing(updated),
    f"{BASE}._update_row": storing(row_updated),
    f"{BASE}._remove": storing(removed),
    f"{BASE}._rename_links": storing(links_renamed),
    f"{BASE}._read": read,
    f"{BASE}._lock": locked,
    f"{BASE}._look_up_links": looked_up,
    f"{BASE}._note_version": version_noted,
    f"{BASE}._number": numbered,
    "frappe.model.base_document.BaseDocument.db_insert": storing(row_inserted),
    "frappe.model.base_document.BaseDocument.db_update": storing(row_updated),
}
