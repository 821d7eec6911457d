"""Which models, wizards and reports does Tryton's pool hold?  Classes by their `__name__`, of all modules together.

    class Sale(Workflow, ModelSQL, ModelView):          class Sale(metaclass=PoolMeta):
        __name__ = "sale.sale"                              __name__ = "sale.sale"
        party = fields.Many2One("party.party", "Party")     promotion = fields.Many2One("sale.promotion", "Promotion")

`Pool().get("sale.sale")` is one class with the methods and fields of both. Its table is `sale_sale`, or `_table`. A
model with a `table_query` has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.named_models import NamedField, NamedModels, in_order, is_set, named_in, said
from boundary.link.frameworks.records import text
from boundary.link.syntax.kinds import ASSIGN, CALL, NAME
from boundary.link.syntax.walking import given, last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.model import code
    from boundary.model.scan import ForeignKey, Table

MODEL: Final = "trytond.model.Model"
STORED: Final = "trytond.model.ModelSQL"
WIZARD: Final = "trytond.wizard.Wizard"
REPORT: Final = "trytond.report.Report"
BASES: Final = {"model": MODEL, "wizard": WIZARD, "report": REPORT}
STATE: Final = "trytond models"
INSTEAD: Final = (
    *("trytond.model", "trytond.pool", "trytond.report", "trytond.rpc", "trytond.transaction", "trytond.wizard"),
    "trytond.wsgi",
)
"""Modules of Tryton's server of which the skeletons tell, also where a project holds the server beside its modules."""
BEHIND: Final = {"Function": "function", "MultiValue": "multi"}
"""Fields that stand around another one."""
KINDS: Final = {"Many2One": "one", "One2Many": "many", "Many2Many": "link", "One2One": "link"}


def start(interpreter: Interpreter) -> None:
    """Put the classes of each name together, before anything asks for them."""
    for kind, found in _by_kind(interpreter).items():
        in_order(interpreter, found, lambda cls: bool(_kind_by_base(interpreter, cls)))
        held = models(interpreter) if kind == "model" else others(interpreter, kind)
        for name, classes in found.items():
            held.add(name, classes)
            for cls in classes:
                cls.data["__name__"] = name
        held.close()


def _by_kind(interpreter: Interpreter) -> dict[str, dict[str, list[ClassInfo]]]:
    """The classes that carry a name, by kind and name: a report may be called as a model is."""
    kinds: dict[str, dict[str, list[ClassInfo]]] = {kind: {} for kind in BASES}
    for name, classes in named_in(interpreter, "__name__").items():
        told = {one: _kind_by_base(interpreter, one) for one in classes}
        known = [kind for kind in BASES if kind in told.values()]
        for cls in classes:
            kind = told[cls] or (known[0] if len(known) == 1 else _kind_by_methods(cls))
            kinds[kind].setdefault(name, []).append(cls)
    return kinds


def others(interpreter: Interpreter, kind: str) -> NamedModels:
    """The wizards or the reports of the pool."""
    state, base = interpreter.frameworks.state, BASES[kind]
    held: NamedModels | None = state.get(f"{STATE} {kind}")
    if held is None:
        held = state[f"{STATE} {kind}"] = NamedModels(interpreter, base, base, lambda _: None, lambda _: ())
    return held


def _kind_by_base(interpreter: Interpreter, cls: ClassInfo) -> str:
    above = interpreter.classes.above(cls)
    return next((kind for kind, base in BASES.items() if base in above), "")


def _kind_by_methods(cls: ClassInfo) -> str:
    """What a class extends of which nothing is read, or two things of one name: told by what it overrides."""
    if any(name.startswith(("transition_", "do_")) for name in cls.bindings):
        return "wizard"
    if cls.bindings.keys() & {"get_context", "render", "execute"} or cls.name.endswith("Report"):
        return "report"
    return "model"


def models(interpreter: Interpreter) -> NamedModels:
    """The models of the pool."""
    held: NamedModels | None = interpreter.frameworks.state.get(STATE)
    if held is None:
        held = interpreter.frameworks.state[STATE] = NamedModels(
            interpreter,
            STORED,
            MODEL,
            lambda model: _table(interpreter, model),
            lambda model: _fields(interpreter, model),
        )
    return held


def _table(interpreter: Interpreter, model: NamedModel) -> str | None:
    """`_table`, else the name with `_` for its dots; None for what is not stored."""
    if not interpreter.classes.is_subclass(model.top, STORED):
        return None
    if interpreter.classes.lookup(model.top, "table_query")[0] is not None:
        return None
    return text(interpreter.classes.lookup(model.top, "_table")[1]) or model.name.replace(".", "_")


def _fields(interpreter: Interpreter, model: NamedModel) -> Iterator[NamedField]:
    """The fields of a model, with those of the mixins and modules that extend it."""
    for owner in reversed(interpreter.classes.mro(model.top)):
        for name, bindings in owner.bindings.items() if not owner.library else ():
            statement = bindings[-1].statement
            made = statement.value if type(statement) is ASSIGN and name[:1] != "_" else None
            if type(made) is NAME and made.id in owner.module.bindings:  # one that several models share
                _, made = interpreter.names.defined(owner.module, made)
            if type(made) is CALL:
                yield _field(interpreter, owner, name, made)


def _field(interpreter: Interpreter, owner: ClassInfo, name: str, call: code.Call) -> NamedField:
    """`fields.Many2One("party.party", "Party")`, also within `fields.Function(..., "get_party")`."""
    made = NamedField(name, line=call.line, translated=is_set(call, "translate"))
    around = BEHIND.get(last_name(call.function), "")
    if around:
        made.stored, made.around = False, around
        if around == "function":
            made.getter = said(interpreter, owner, call, 1, "getter")
            made.setter = said(interpreter, owner, call, 2, "setter")
            made.searcher = said(interpreter, owner, call, 3, "searcher")
        inner = given(call, 0, "field")
        if type(inner) is NAME:
            _, inner = interpreter.names.defined(owner.module, inner)
        if type(inner) is CALL:
            _relate(interpreter, owner, made, inner)
    else:
        _relate(interpreter, owner, made, call)
    return made


def _relate(interpreter: Interpreter, owner: ClassInfo, made: NamedField, call: code.Call) -> None:
    """To which model a field leads."""
    kind = KINDS.get(last_name(call.function))
    if kind is None:
        return
    made.kind, made.readonly, made.required = kind, is_set(call, "readonly"), is_set(call, "required")
    if kind == "link":
        made.between = said(interpreter, owner, call, 0, "relation_name")
        made.inverse = said(interpreter, owner, call, 2, "target")
        return
    made.target = said(interpreter, owner, call, 0, "model_name")
    if kind == "many":
        made.inverse = said(interpreter, owner, call, 1, "field")
    elif made.stored:
        otherwise = "RESTRICT" if made.required else "SET NULL"
        made.on_delete = said(interpreter, owner, call, -1, "ondelete") or otherwise
        if made.on_delete == "SET NULL":
            made.on_delete = otherwise


def target_of(interpreter: Interpreter, one: NamedField) -> NamedModel | None:
    """The model that a relation leads to; for one with a table between, what that points at."""
    held = models(interpreter)
    if one.kind == "link" and not one.target:
        between = held.known(one.between)
        leads = between.fields.get(one.inverse) if between is not None else None
        return held.named(leads.target) if leads is not None and leads.target else None
    return held.named(one.target) if one.target else None


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of Tryton's models."""
    yield from models(interpreter).described()


def get(call: NativeCall) -> Value:
    """`Pool().get("sale.sale")`, `Pool().get("sale.invoice", type="wizard")`."""
    kinds = strings(call.arguments.get(1, "type") or BOTTOM) or ["model"]
    found: list[Value] = []
    for name in strings(call.arguments.get(0, "name") or BOTTOM):
        for kind in kinds:
            if kind == "model":
                model = models(call.interpreter).named(name)
            else:
                model = others(call.interpreter, kind).known(name) if kind in BASES else None
            if model is not None:
                found.append(call.atoms.class_(model.top))
    return join(found) or UNKNOWN


NEEDS: Final = ("trytond",)
NATIVES: Final = {"trytond.pool.Pool.get": get}
