"""What are documents of Frappe?  Objects of the class of their DocType, found or made by its name, with rows in tables.

    order = frappe.get_doc("Sales Order", name)         order = frappe.new_doc("Sales Order")
    order.append("items", {"item_code": "x"})           order = frappe.get_doc({"doctype": "Sales Order", ...})
    for row in order.items: ...                         order = get_mapped_doc("Quotation", name, {...}, target)

`run_method("validate")` calls the method of the class, where it has one, and what hooks name for the DocType.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import ANY, BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.frappe.hooks import events
from boundary.link.frameworks.frappe.models import BASE, SINGLES, children, declared, model_of_class, models
from boundary.link.frameworks.frappe.storage import model_of, read_all
from boundary.link.frameworks.frappe.written import DOCTYPE, is_put_together, written
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.link.frameworks.protocol import Handler, NativeCall

Values: TypeAlias = "dict[Any, Value]"
"""Values by the names of fields."""
ROWS: Final = "frappe.model.base_document.BaseDocument"
STORING: Final = frozenset(
    ["insert", "save", "submit", "cancel", "delete", "discard", "rename", "db_set", "db_insert", "db_update"]
)
REASON: Final = "a document is stored whose DocType is not known"
MOST_NAMED: Final = 20
"""Of more DocTypes than this that may be meant, none is followed."""


class Documents(Hook):
    """Documents: the rows of their tables, the name of their DocType."""

    base = BASE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.items`, `order.doctype`, `row.parent_doc`; to store some document may touch any table."""
        model = model_of_class(evaluator.interpreter, atom.cls)
        if model is None:
            if name in STORING and atom.cls.library:
                evaluator.blind(line, REASON)
            return None
        if name == DOCTYPE:
            return evaluator.atoms.constant(model.name)
        one = model.fields.get(name)
        if one is not None and one.kind == "many":
            child = models(evaluator.interpreter).named(one.target)
            return _rows(evaluator, [child], line, stored=atom.stored)
        choices = declared(evaluator.interpreter).choices.get((model.name, name), ())
        if choices:
            return join(map(evaluator.atoms.constant, choices))
        if one is not None and evaluator.interpreter.classes.lookup(atom.cls, name)[0] is None:
            held = evaluator.interpreter.read_attribute(atom.cells, name, evaluator.context)
            return join((held, UNKNOWN))  # whatever the database or the client has
        if name == "parent_doc":
            names = declared(evaluator.interpreter).parents.get(model.name, ())
            found = [models(evaluator.interpreter).known(parent) for parent in names]
            made = [document(evaluator, parent, line, stored=atom.stored) for parent in found if parent is not None]
            return join(made) or UNKNOWN
        return None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """A field that nobody has set here: a document has whatever its DocType says, and others may add to."""
        del evaluator, atom, line
        return None if name.startswith("__") else UNKNOWN


def document(evaluator: Evaluator, model: NamedModel | None, line: int, *, stored: bool | None) -> Value:
    """A document, made by its class; one of which the DocType is not known is some document."""
    if model is not None:
        made = evaluator.atoms.instance(model.top, stored=stored)
        owner, _ = evaluator.interpreter.classes.lookup(model.top, "__init__")
        if owner is not None and not owner.library:
            model.top.data["initialised"] = True
            evaluator.interpreter.objects.construct(evaluator, made, Arguments((UNKNOWN,)), line)
        return made
    cls = evaluator.interpreter.library_class(BASE)
    return evaluator.atoms.instance(cls, exact=False, guessed=True, stored=stored) if cls is not None else UNKNOWN


def _rows(evaluator: Evaluator, found: list[NamedModel | None], line: int, *, stored: bool | None) -> Value:
    held = join(document(evaluator, one, line, stored=stored) for one in found if one is not None)
    return evaluator.atoms.container("list", held or UNKNOWN)


def _meant(call: NativeCall, value: Value) -> list[NamedModel | None]:
    """The DocTypes that a value names; None among them where it may be any other."""
    names = strings(value)
    if not names or len(names) > MOST_NAMED:
        return [None]
    found = [doctype_named(call, name) for name in names]
    return [*found, None] if ANY in value else found


def doctype_named(call: NativeCall, name: str) -> NamedModel | None:
    """The DocType of a name; a name that is put together is that of one which is declared, or of none."""
    held = models(call.interpreter)
    return held.known(name) if is_put_together(call.evaluator) else held.named(name)


def meant_doctypes(call: NativeCall, value: Value) -> list[NamedModel | None]:
    """The same, with the fields of all DocTypes known."""
    models(call.interpreter).link()
    return _meant(call, value)


def get_doc(call: NativeCall) -> Value:
    """`frappe.get_doc("Sales Order", name)`, `frappe.get_doc({"doctype": "Sales Order"})`, by keywords, or itself."""
    first = call.arguments.get(0, DOCTYPE) or BOTTOM
    documents = frozenset(atom for atom in first if isinstance(atom, Instance))
    if documents:
        return documents
    given: Values | None = containers.pairs(first)
    if given is None and not call.arguments.positional:
        given = call.arguments.keywords
    named = strings(first)
    told = written(call.evaluator) if not named and DOCTYPE not in (given or ()) else BOTTOM
    if given is not None or told:
        return _made_of(call, {**(given or {}), DOCTYPE: told} if told else given or {})
    found = meant_doctypes(call, first)
    for model in found:
        read_all(call, model)
    return join(document(call.evaluator, model, call.line, stored=True) for model in found)


def _made_of(call: NativeCall, given: Values) -> Value:
    """A new document with these values, the rows of its tables among them."""
    found = meant_doctypes(call, given.get(DOCTYPE) or BOTTOM)
    if "name" in given and len(given) == 2:  # noqa: PLR2004 - the DocType and the name: by keywords
        for model in found:
            read_all(call, model)
        return join(document(call.evaluator, model, call.line, stored=True) for model in found)
    made = join(document(call.evaluator, model, call.line, stored=False) for model in found)
    _fill(call, made, given)
    return made


def _fill(call: NativeCall, made: Value, given: Values) -> None:
    """Values are set by their names."""
    for atom in made:
        model = model_of_class(call.interpreter, atom.cls) if isinstance(atom, Instance) else None
        if model is None or not isinstance(atom, Instance):
            continue
        for name, held in given.items():
            one = model.fields.get(name) if isinstance(name, str) else None
            if isinstance(name, str) and name != DOCTYPE and (one is None or one.kind != "many"):
                call.interpreter.write_attribute(atom, name, held or UNKNOWN)


def new_doc(call: NativeCall) -> Value:
    """`frappe.new_doc("Sales Order", customer="x")`."""
    found = meant_doctypes(call, call.arguments.get(0, DOCTYPE) or BOTTOM)
    made = join(document(call.evaluator, model, call.line, stored=False) for model in found)
    _fill(call, made, call.arguments.keywords)
    return made


def copied(call: NativeCall) -> Value:
    """`frappe.copy_doc(order)`: a new one of the same DocType."""
    held = [atom for atom in call.first if isinstance(atom, Instance)]
    return join(call.atoms.instance(atom.cls, exact=atom.exact, stored=False) for atom in held) or UNKNOWN


def mapped(call: NativeCall) -> Value:
    """`get_mapped_doc("Quotation", name, {"Quotation": {"doctype": "Sales Order"}, ...}, target, postprocess)`."""
    names = call.arguments.get(0, "from_doctype") or BOTTOM
    maps = containers.pairs(call.arguments.get(2, "table_maps") or BOTTOM) or {}
    found: list[NamedModel | None] = []
    sources = meant_doctypes(call, names)
    for source in sources:
        read_all(call, source)
        said = containers.pairs(maps.get(source.name, BOTTOM)) if source is not None else None
        found += meant_doctypes(call, (said or {}).get(DOCTYPE, BOTTOM))
    made = join(document(call.evaluator, model, call.line, stored=False) for model in found or [None])
    after = call.arguments.get(4, "postprocess") or BOTTOM
    read_from = join(document(call.evaluator, model, call.line, stored=True) for model in sources)
    call.interpreter.calls.call(call.evaluator, after, Arguments((read_from, made)), call.line)
    return made


# --- methods --------------------------------------------------------------------------------------------------


def run_method(call: NativeCall) -> Value:
    """`doc.run_method("validate")`: the method of the class, and what hooks name."""
    atom, evaluator, interpreter = call.receiver, call.evaluator, call.interpreter
    model = model_of(call)
    rest = Arguments(call.arguments.positional[1:], call.arguments.keywords)
    found: list[Value] = []
    for name in strings(call.arguments.get(0, "method") or BOTTOM):
        if interpreter.classes.lookup(atom.cls, name)[0] is not None:
            method = interpreter.attributes.get(evaluator, atom.alone, name, call.line)
            found.append(interpreter.calls.call(evaluator, method, rest, call.line))
        given = Arguments((atom.alone, call.atoms.constant(name)))
        for dotted in events(interpreter, model.name, name) if model is not None else ():
            function = interpreter.names.at(dotted)
            if function is not None:
                _call_hook(call, function, given)
    return join(found) or UNKNOWN


def _call_hook(call: NativeCall, function: Value, given: Arguments) -> None:
    """What hooks name is called; a commit in it ends nothing: Frappe ignores it there."""
    evaluator = call.evaluator
    before, evaluator.flushing = evaluator.flushing, True
    try:
        call.interpreter.calls.call(evaluator, function, given, call.line)
    finally:
        evaluator.flushing = before


def get(call: NativeCall) -> Value:
    """`order.get("items")`."""
    receiver = call.receiver
    found = [
        call.interpreter.attributes.get(call.evaluator, receiver.alone, name, call.line)
        for name in strings(call.arguments.get(0, "key") or BOTTOM)
    ]
    return join(found) or UNKNOWN


def put(call: NativeCall) -> Value:
    """`order.set("status", "Closed")`."""
    held = call.arguments.get(1, "value") or UNKNOWN
    _fill(call, call.receiver.alone, dict.fromkeys(strings(call.arguments.get(0, "key") or BOTTOM), held))
    return call.atoms.none


def update(call: NativeCall) -> Value:
    """`order.update({"status": "Closed"})`."""
    _fill(call, call.receiver.alone, containers.pairs(call.first) or {})
    return call.receiver.alone  # type: ignore[no-any-return]


def append(call: NativeCall) -> Value:
    """`order.append("items", {"item_code": "x"})`: a new row, which is stored with the document."""
    model = model_of(call)
    found: list[NamedModel | None] = []
    for name in strings(call.arguments.get(0, "key") or BOTTOM):
        one = model.fields.get(name) if model is not None else None
        if one is not None and one.kind == "many":
            found.append(models(call.interpreter).named(one.target))
    made = join(document(call.evaluator, child, call.line, stored=False) for child in found or [None])
    _fill(call, made, containers.pairs(call.arguments.get(1, "value") or BOTTOM) or {})
    return made


def all_children(call: NativeCall) -> Value:
    """`order.get_all_children()`: the rows of all its tables."""
    model = model_of(call)
    found: list[NamedModel | None] = [*children(call.interpreter, model)] if model is not None else []
    return _rows(call.evaluator, found, call.line, stored=call.receiver.stored)


def as_dict(call: NativeCall) -> Value:
    """`order.as_dict()`: its values, the name of its DocType among them."""
    model = model_of(call)
    if model is None:
        return UNKNOWN
    entries = [(call.atoms.constant(DOCTYPE), call.atoms.constant(model.name))]
    return containers.make_dict(call.evaluator, entries, UNKNOWN)


def is_new(call: NativeCall) -> Value:
    """Whether a document is not stored yet, where that is known; single ones are always there."""
    model = model_of(call)
    stored = call.receiver.stored
    if model is not None and model.table == SINGLES:
        stored = True
    return UNKNOWN if stored is None else call.atoms.constant(not stored)


NEEDS: Final = ("frappe",)
HOOKS: Final = (Documents(),)
NATIVES: Final[dict[str, Handler]] = {
    "frappe.get_doc": get_doc,
    "frappe.get_cached_doc": get_doc,
    "frappe.get_lazy_doc": get_doc,
    "frappe.get_last_doc": get_doc,
    "frappe.get_single": get_doc,
    "frappe.new_doc": new_doc,
    "frappe.copy_doc": copied,
    "frappe.model.mapper.get_mapped_doc": mapped,
    f"{ROWS}.run_method": run_method,
    f"{ROWS}.get": get,
    f"{ROWS}.set": put,
    f"{ROWS}.update": update,
    f"{ROWS}.append": append,
    f"{ROWS}.get_all_children": all_children,
    f"{ROWS}.as_dict": as_dict,
    f"{ROWS}.is_new": is_new,
}
