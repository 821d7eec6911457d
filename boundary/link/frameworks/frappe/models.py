"""Which models does Frappe know?  DocTypes, declared in files of JSON, each with a class beside it where it has one.

    shop/doctype/sales_order/sales_order.json      {"doctype": "DocType", "name": "Sales Order", "fields": [...]}
    shop/doctype/sales_order/sales_order.py        class SalesOrder(Document): ...
    shop/hooks.py                                  override_doctype_class = {"Sales Order": "shop.overrides.Order"}

The table of a DocType is its name behind `tab`; single ones are all in one table, virtual ones in none. A class that
an application's hooks name stands before the DocType's own, which may be another application's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom
from boundary.link.frameworks.frappe.core import KEPT, SINGLE, TABLES
from boundary.link.frameworks.frappe.hooks import hooked, texts_of
from boundary.link.frameworks.named_models import NamedField, NamedModels
from boundary.model.scan import ForeignKey, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.model.doctypes import DocType

DOCTYPES: Final = "doctypes"
"""Where the program says which DocTypes were read."""
BASE: Final = "frappe.model.document.Document"
STATE: Final = "frappe models"
SINGLES: Final = "tabSingles"
INSTEAD: Final = (
    *("frappe.__init__", "frappe.client", "frappe.database", "frappe.model.base_document", "frappe.model.delete_doc"),
    *("frappe.model.document", "frappe.model.mapper", "frappe.model.naming", "frappe.model.rename_doc"),
    *("frappe.query_builder", "frappe.utils.background_jobs", "frappe.utils.nestedset"),
)
"""Modules of Frappe of which the skeletons tell, also where a project holds Frappe beside its applications."""
NAMING: Final = frozenset(
    [
        *("get_doc", "get_cached_doc", "get_last_doc", "get_single", "new_doc", "get_mapped_doc", "delete_doc"),
        *("delete_doc_if_exists", "rename_doc", "get_all", "get_list", "get_value", "get_values", "get_cached_value"),
        *("set_value", "set_single_value", "get_single_value", "exists", "count", "bulk_insert", "bulk_update"),
        *("truncate", "DocType", "get_query", "get_attr", "get_hooks", "enqueue", "enqueue_doc", "rebuild_tree"),
    ]
)


class Declared:
    """What the files of JSON say, by the names of the DocTypes."""

    def __init__(self, interpreter: Interpreter) -> None:
        doctypes: tuple[DocType, ...] = interpreter.frameworks.state.get(DOCTYPES, ())
        self.by_name: dict[str, DocType] = {}
        for one in doctypes:
            self.by_name.setdefault(one.name, one)
        self.parents: dict[str, list[str]] = {}
        """The DocTypes whose documents hold rows of a child, by its name."""
        for one in self.by_name.values():
            for field in one.fields:
                if field.kind.startswith("Table") and field.target:
                    self.parents.setdefault(field.target, []).append(one.name)
        self.choices = {
            (one.name, field.name): field.choices
            for one in self.by_name.values()
            for field in one.fields
            if field.choices and self.by_name.keys() >= set(field.choices)
        }
        """The DocTypes that a field chooses among, by the DocType that has it and its own name."""


def declared(interpreter: Interpreter) -> Declared:
    """What the files of JSON say, put together once."""
    state = interpreter.frameworks.state
    held: Declared | None = state.get("frappe doctypes")
    if held is None:
        held = state["frappe doctypes"] = Declared(interpreter)
    return held


def doctype(interpreter: Interpreter, model: NamedModel | None) -> DocType | None:
    """What the file of a model says; None for one that is not read."""
    return declared(interpreter).by_name.get(model.name) if model is not None else None


def start(interpreter: Interpreter) -> None:
    """Put DocTypes and their classes together, before anything asks for them."""
    modules = {one.file: one for one in interpreter.program.modules.values() if not one.library}
    classes = {(one.module.file, one.name): one for one in interpreter.program.classes if one.closure is None}
    held = models(interpreter)
    for module in modules.values():
        held.at_home(module)
        break
    for one in declared(interpreter).by_name.values():
        file = one.file.removesuffix(".json") + ".py"
        cls = classes.get((file, one.name.replace(" ", "").replace("-", "")))
        home = modules.get(file) or _package(modules, one.file)
        if cls is not None:
            held.add(one.name, [cls])
        elif home is not None:
            held.add(one.name, [held.made(one.name, home)])
    for name, dotted in _overriding(interpreter):
        model = held.known(name)
        before = model.classes if model is not None else []
        for atom in interpreter.names.at(dotted) or ():
            if isinstance(atom, ClassAtom) and atom.cls not in before:
                held.add(name, [*before, atom.cls])
    held.close()
    for name in declared(interpreter).by_name:
        if (model := held.known(name)) is not None:
            model.read = True  # though its class may be below one that is not


def _package(modules: dict[str, ModuleInfo], file: str) -> ModuleInfo | None:
    """The innermost package around a file."""
    while file:
        file = file.rpartition("/")[0]
        module = modules.get(f"{file}/__init__.py")
        if module is not None:
            return module
    return None


def _overriding(interpreter: Interpreter) -> Iterator[tuple[str, str]]:
    """The classes that hooks name for DocTypes."""
    for key in ("override_doctype_class", "extend_doctype_class"):
        for names, value in hooked(interpreter, key):
            for name in names:
                yield from ((name, dotted) for dotted in texts_of(value))


def models(interpreter: Interpreter) -> NamedModels:
    """The DocTypes of the program."""
    held: NamedModels | None = interpreter.frameworks.state.get(STATE)
    if held is None:
        held = interpreter.frameworks.state[STATE] = NamedModels(
            interpreter,
            BASE,
            BASE,
            lambda model: _table(interpreter, model),
            lambda model: _fields(interpreter, model),
        )
    return held


def model_of_class(interpreter: Interpreter, cls: ClassInfo | None) -> NamedModel | None:
    """The DocType that a class is of, with the fields of all known."""
    return models(interpreter).linked(cls)


def _table(interpreter: Interpreter, model: NamedModel) -> str | None:
    said = doctype(interpreter, model)
    if said is not None and said.virtual:
        return None
    single = said.single if said is not None else model.name in SINGLE
    return SINGLES if single else f"tab{model.name}"


def _fields(interpreter: Interpreter, model: NamedModel) -> Iterator[NamedField]:
    """Links to other documents, and tables of rows that belong to one."""
    said = doctype(interpreter, model)
    for name, rows in TABLES.get(model.name, ()) if said is None else ():
        yield NamedField(name, "many", rows)
    for one in said.fields if said is not None else ():
        if one.kind == "Link" and one.target:
            yield NamedField(one.name, "one", one.target, required=one.required)
        elif one.kind.startswith("Table") and one.target:
            yield NamedField(one.name, "many", one.target)
        elif one.name:
            yield NamedField(one.name)


def children(interpreter: Interpreter, model: NamedModel) -> list[NamedModel]:
    """The DocTypes of the rows that belong to a document, each once."""
    held = models(interpreter)
    names = dict.fromkeys(one.target for one in model.fields.values() if one.kind == "many")
    found = [held.named(name) for name in names]
    return [one for one in found if one is not None and one.table]


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables of DocTypes, what links lead to, and which rows belong to which documents."""
    held = models(interpreter)
    seen: set[str] = set()
    for one in held.described():
        if isinstance(one, ForeignKey) or one.name not in seen:
            if not isinstance(one, ForeignKey):
                seen.add(one.name)
            yield one
    yield from (Table(name=name, model=model) for name, model in KEPT.items() if name not in seen)
    for name, parents in declared(interpreter).parents.items():
        child = held.known(name)
        for parent in dict.fromkeys(parents):
            owner = held.known(parent)
            if child is not None and owner is not None and child.table and owner.table:
                yield ForeignKey(
                    from_=child.table,
                    to=owner.table,
                    column="parent",
                    on_delete="CASCADE",
                    file=child.first.module.file,
                    line=child.first.line,
                )


NEEDS: Final = ("frappe",)
