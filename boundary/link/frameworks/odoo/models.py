"""Which models does Odoo's registry hold?  Classes by `_name` and `_inherit`, of all modules together.

    class SaleOrder(models.Model):         class SaleOrder(models.Model):        class Log(models.Model):
        _name = "sale.order"                   _inherit = "sale.order"               _name = "sale.log"
                                                                                     _inherit = ["mail.thread"]

A class with another name than what it inherits has the parents' fields and methods, and a table of its own. A table is
`_table`, else the name with `_` for its dots; an abstract model, and one that is a view (`_auto`), has none. Of a model
that is extended and not read, the table is known, too. What extends `base` is a part of every model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, Container
from boundary.link.frameworks.named_models import NamedField, NamedModels, in_order, is_set, said
from boundary.link.frameworks.odoo.core import ABSTRACT, TABLES
from boundary.link.frameworks.records import text
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, CONSTANT
from boundary.link.syntax.walking import given, last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.model import code
    from boundary.model.scan import ForeignKey, Table

BASE: Final = "odoo.models.BaseModel"
MODEL: Final = "odoo.models.Model"
ROOT: Final = "base"
"""The model that all others inherit."""
STATE: Final = "odoo models"
INSTEAD: Final = ("odoo.api", "odoo.fields", "odoo.http", "odoo.models", "odoo.orm", "odoo.sql_db")
"""Modules of Odoo's server of which the skeletons tell, also where a project holds the server beside its modules."""
KINDS: Final = {"Many2one": "one", "One2many": "many", "Many2many": "link"}
OWN: Final = frozenset({"_name", "_inherit"})


def start(interpreter: Interpreter) -> None:
    """Put the classes of each name together, before anything asks for them."""
    classes = declaring(interpreter, BASE)
    for cls in classes:
        cls.data["abstract model"] = MODEL not in interpreter.classes.above(cls)
    put_together(interpreter, classes, models(interpreter))


def declaring(interpreter: Interpreter, base: str) -> list[ClassInfo]:
    """The project's classes below a base that say which name they are of."""
    return [
        cls
        for cls in interpreter.program.classes
        if not (cls.library or cls.closure is not None or OWN.isdisjoint(cls.bindings))
        and base in interpreter.classes.above(cls)
    ]


def put_together(interpreter: Interpreter, classes: list[ClassInfo], held: NamedModels) -> None:
    """Make one of the classes of each name, with what they inherit from other names, and keep them in `held`."""
    found: dict[str, list[ClassInfo]] = {}
    parents: dict[ClassInfo, list[str]] = {}
    first: set[ClassInfo] = set()
    for cls in classes:
        inherits = texts_of(interpreter, cls, "_inherit")
        name = text(interpreter.classes.own(cls, "_name")) or (inherits[0] if len(inherits) == 1 else cls.name)
        found.setdefault(name, []).append(cls)
        parents[cls] = [one for one in inherits if one != name]
        if name not in inherits:
            first.add(cls)
    in_order(interpreter, found, first.__contains__)
    for name, of_name in found.items():
        held.add(name, of_name).read = of_name[0] in first
    for cls, names in parents.items():
        model = held.of(cls)
        at = 0 if model is None or cls is model.first else 1
        for parent in [one for one in map(held.named, names) if one is not None]:
            if cls not in interpreter.classes.mro(parent.top) and parent.top not in interpreter.classes.mro(cls):
                interpreter.classes.add_base(cls, parent.top, at)
                at += 1
    held.close()


def texts_of(interpreter: Interpreter, cls: ClassInfo, name: str) -> list[str]:
    """A text, or the texts of a list, in the body of a class."""
    found: list[str] = []
    for atom in interpreter.classes.own(cls, name):
        parts = atom.entries or () if isinstance(atom, Container) and atom.kind != "dict" else (atom.alone,)
        found += [one for part in parts for one in strings(part)]
    return found


def models(interpreter: Interpreter) -> NamedModels:
    """The models of the registry."""
    held: NamedModels | None = interpreter.frameworks.state.get(STATE)
    if held is None:
        held = interpreter.frameworks.state[STATE] = NamedModels(
            interpreter,
            MODEL,
            BASE,
            lambda model: _table(interpreter, model),
            lambda model: _fields(interpreter, model),
            at=0,
            root=ROOT,
        )
    return held


def _table(interpreter: Interpreter, model: NamedModel) -> str | None:
    """`_table`, else the name with `_` for its dots."""
    own = [cls for cls in interpreter.classes.mro(model.top) if cls in model.classes]
    if model.first.data.get("abstract model") or (model.name in ABSTRACT and not model.read):
        return None
    for cls in own:
        if truth(interpreter.classes.own(cls, "_auto") or BOTTOM) is False:
            return None
    names = [text(interpreter.classes.own(cls, "_table")) for cls in own]
    found = next((one for one in names if one), None)
    return found or (TABLES.get(model.name) if not model.read else None) or model.name.replace(".", "_")


def _fields(interpreter: Interpreter, model: NamedModel) -> Iterator[NamedField]:
    """The fields of a model, as the last module has them; what that does not say again stays."""
    found: dict[str, NamedField] = {}
    for owner in reversed(interpreter.classes.mro(model.top)):
        for name, bindings in owner.bindings.items() if not owner.library else ():
            statement = bindings[-1].statement
            made = statement.value if type(statement) is ASSIGN and name[:1] != "_" else None
            if type(made) is CALL and _is_field(made.function):
                found[name] = _field(interpreter, owner, name, made, found.get(name, NamedField(name)))
    yield from found.values()


def _is_field(called: code.Expression) -> bool:
    return type(called) is ATTRIBUTE and last_name(called.value) == "fields"


def _field(interpreter: Interpreter, owner: ClassInfo, name: str, call: code.Call, before: NamedField) -> NamedField:
    """`fields.Many2one("res.partner", ondelete="cascade")`, `fields.One2many("sale.order.line", "order_id")`."""
    made = NamedField(name, line=call.line)
    made.kind = KINDS.get(last_name(call.function), "plain")
    computed = any(one.name in {"compute", "related"} for one in call.keywords)
    made.stored = not computed or is_set(call, "store")
    made.getter = said(interpreter, owner, call, -1, "compute")
    made.setter = said(interpreter, owner, call, -1, "inverse")
    made.readonly = is_set(call, "readonly")
    made.related = said(interpreter, owner, call, -1, "related") if _is_unset(call, "readonly") else ""
    made.copied = said(interpreter, owner, call, -1, "related") if is_set(call, "store") else ""
    made.required = is_set(call, "required")
    if made.kind != "plain":
        made.target = said(interpreter, owner, call, 0, "comodel_name") or before.target
    if made.kind == "many":
        made.inverse = said(interpreter, owner, call, 1, "inverse_name") or before.inverse
    elif made.kind == "link":
        made.between = said(interpreter, owner, call, 1, "relation") or before.between
    elif made.kind == "one":
        made.on_delete = said(interpreter, owner, call, -1, "ondelete").upper() or (
            "RESTRICT" if made.required else "SET NULL"
        )
    return made


def _is_unset(call: code.Call, name: str) -> bool:
    """Whether an option of a field is `False`."""
    node = given(call, -1, name)
    return type(node) is CONSTANT and node.value is False


def target_of(interpreter: Interpreter, one: NamedField | None) -> NamedModel | None:
    """The model to which a field leads, None for what is no relation."""
    return models(interpreter).named(one.target) if one is not None and one.target else None


def link_table(interpreter: Interpreter, model: NamedModel, one: NamedField) -> str | None:
    """The table of a `Many2many`: as it says, else made of both tables' names."""
    target = target_of(interpreter, one)
    if one.between:
        return one.between
    if target is None or not model.table or not target.table:
        return None
    return "{}_{}_rel".format(*sorted((model.table, target.table)))


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of Odoo's models."""
    yield from models(interpreter).described()


NEEDS: Final = ("odoo",)
