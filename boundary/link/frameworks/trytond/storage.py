"""What do Tryton's models store?  Rows that are created, written, saved, deleted and copied, with what belongs to them.

What is around that (a model's own `create`, `validate`, `on_modification`) is in the skeleton. Here is what it touches:
the model's table; rows of a `One2Many` that are given in lists of actions (`[("create", [...])]`) or are assigned, by
the methods of their own model; the table of a `Many2Many`; what a deletion takes along. A field with a setter runs it.
What clients send (`Given`) may be about every relation that is not read-only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance, Pattern, Wrapped
from boundary.link.frameworks.named_models import classes_in, is_sent, method, sent, touch
from boundary.link.frameworks.trytond.models import models, target_of
from boundary.link.members import containers
from boundary.link.syntax.kinds import CONSTANT, FUNCTION
from boundary.link.syntax.walking import nodes_in, written_pairs
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedField, NamedModel
    from boundary.link.frameworks.protocol import Handler, NativeCall

STORAGE: Final = "trytond.model.ModelStorage"
GIVEN: Final = "trytond.rpc.Given"
ACTIONS: Final = frozenset({"create", "write", "delete", "add", "remove", "copy"})
LOG: Final = "ir.model.log"
TRANSLATION: Final = "ir.translation"
BULK: Final = "trytond.model.Bulk"


# --- rows ---------------------------------------------------------------------------------------------------


def row(evaluator: Evaluator, model: NamedModel, *, guessed: bool = False) -> Value:
    """A row that is stored."""
    return evaluator.atoms.instance(model.top, stored=True, guessed=guessed)


def rows(evaluator: Evaluator, model: NamedModel | None, *, guessed: bool = False) -> Value:
    """A list of rows that are stored."""
    held = row(evaluator, model, guessed=guessed) if model is not None else UNKNOWN
    return evaluator.atoms.container("list", held)


def model_of(call: NativeCall) -> NamedModel | None:
    """The model that a method is called on."""
    return next((models(call.interpreter).linked(cls) for cls in classes_in(call.receiver)), None)


def run(evaluator: Evaluator, model: NamedModel, name: str, line: int, *arguments: Value) -> Value:
    """Call a class method of a model, as the modules have made it."""
    function = method(evaluator, model.top, name, line)
    return evaluator.interpreter.calls.call(evaluator, function, Arguments(arguments), line) if function else UNKNOWN


def inserted(call: NativeCall) -> Value:
    """Rows are inserted, with what is given for their relations."""
    model = model_of(call)
    touch(call.evaluator, model, "insert", call.line)
    if model is not None:
        for values in containers.element(call.evaluator, call.first):
            _related(call.evaluator, model, values.alone, call.line, created=True)
        _by_default(call.evaluator, model, call.line)
        _translated(call.evaluator, model.fields.values(), call.line)
    return rows(call.evaluator, model)


def created(call: NativeCall) -> Value:
    """`Model.create([{"lines": [("create", [...])]}])`: what the call says of relations, then all that modules do.

    The functions on the way are told apart by less than that.
    """
    atom, evaluator = call.receiver, call.evaluator
    model = models(call.interpreter).linked(atom.cls)
    if model is not None:
        for values in containers.element(evaluator, call.first):
            if not is_sent(values.alone, GIVEN):
                _related(evaluator, model, values.alone, call.line)
    return call.interpreter.calls.call(
        evaluator, bound(call.interpreter, atom.cls, "create"), call.arguments, call.line
    )


def bound(interpreter: Interpreter, cls: ClassInfo, name: str) -> Value:
    """A class method as the class has it, whatever a rule makes of its name."""
    _, held = interpreter.classes.lookup(cls, name)
    (holder,) = interpreter.atoms.class_(cls)
    inner = join(one.inner for one in held if isinstance(one, Wrapped))
    functions = [one for one in inner if isinstance(one, Function)]
    return join(interpreter.atoms.function(one.function, holder, one.closure, one.traits) for one in functions)


def _by_default(evaluator: Evaluator, model: NamedModel, line: int) -> None:
    """Values that depend on something, and that a row has by default, are stored with it."""
    for one in list(model.fields.values()):
        if one.around == "multi":
            owner, _ = evaluator.interpreter.classes.lookup(model.top, f"default_{one.name}")
            if owner is not None:
                set_value(evaluator, model, one, line)


def updated(call: NativeCall) -> Value:
    """Rows are updated: `write(records, values, records, values)`."""
    model = model_of(call)
    touch(call.evaluator, model, "update", call.line)
    for values in (*call.arguments.positional, call.arguments.rest) if model is not None else ():
        _related(call.evaluator, model, values, call.line)  # type: ignore[arg-type]
    return call.atoms.none


def _related(evaluator: Evaluator, model: NamedModel, values: Value, line: int, *, created: bool = False) -> None:
    """What is written of relations: what a dict says of them, or whatever a client may send."""
    if is_sent(values, GIVEN):
        _translated(evaluator, model.fields.values(), line)
        for one in list(model.fields.values()):
            if one.around == "multi":
                set_value(evaluator, model, one, line)
            elif one.kind in {"many", "link"} and not one.readonly and (one.stored or one.setter):
                _assigned_by_client(evaluator, model, one, line, created=created)
        return
    for name, held in (containers.pairs(values) or {}).items():
        field = model.fields.get(name) if isinstance(name, str) else None
        if field is not None:
            _translated(evaluator, [field], line)
            _written(evaluator, model, field, held, line)


def _translated(evaluator: Evaluator, fields: Iterable[NamedField], line: int) -> None:
    """What is stored in several languages has a row for each, where Tryton's own models are read."""
    if any(one.translated and one.stored for one in fields):
        touch(evaluator, models(evaluator.interpreter).known(TRANSLATION), "insert", line)


def _assigned_by_client(evaluator: Evaluator, model: NamedModel, one: NamedField, line: int, *, created: bool) -> None:
    """What belongs to a row comes with it: with a new one, new ones."""
    target = target_of(evaluator.interpreter, one)
    with evaluator.believed("inferred"):
        if one.setter:
            set_field(evaluator, model, one, UNKNOWN, line)
        elif one.kind == "link":
            touch_link(evaluator, one, "insert", line)
        elif target is not None:
            run(evaluator, target, "create", line, evaluator.atoms.container("list", sent(evaluator, GIVEN)))
            if not created:
                run(evaluator, target, "write", line, rows(evaluator, target), sent(evaluator, GIVEN))


def touch_link(evaluator: Evaluator, one: NamedField, op: str, line: int) -> None:
    """Rows of the model between two others."""
    between = models(evaluator.interpreter).named(one.between)
    touch(evaluator, between, op, line, because="m2m")  # type: ignore[arg-type]


def set_field(evaluator: Evaluator, model: NamedModel, one: NamedField, value: Value, line: int) -> None:
    """A field with a setter is written."""
    run(evaluator, model, one.setter, line, rows(evaluator, model), evaluator.atoms.constant(one.name), value)


def _written(evaluator: Evaluator, model: NamedModel, one: NamedField, value: Value, line: int) -> None:
    """A value of a dict is written into a field: lists of actions for relations."""
    if one.around == "multi":
        set_value(evaluator, model, one, line)
        return
    if one.setter:
        set_field(evaluator, model, one, value, line)
        return
    if one.kind not in {"many", "link"} or not one.stored:
        return
    target = target_of(evaluator.interpreter, one)
    for action in containers.element(evaluator, value):
        parts = containers.members(action.alone) or ()
        for name in strings(parts[0]) if parts else ():
            if name in ACTIONS:
                _act(evaluator, one, target, name, parts[1:], line)


def _act(  # noqa: PLR0913, PLR0917 - one action, spelled out
    evaluator: Evaluator, one: NamedField, target: NamedModel | None, name: str, parts: tuple[Value, ...], line: int
) -> None:
    """`("create", [...])`, `("delete", ids)`."""
    if one.kind == "link":
        touch_link(evaluator, one, "delete" if name in {"delete", "remove"} else "insert", line)
        if name in {"add", "remove"}:
            return
    if target is None:
        return
    if name == "create":
        run(evaluator, target, "create", line, parts[0] if parts else UNKNOWN)
    elif name in {"delete", "copy"}:
        run(evaluator, target, name, line, rows(evaluator, target))
    else:
        values = parts[1] if len(parts) > 1 else UNKNOWN
        run(evaluator, target, "write", line, rows(evaluator, target), values)


def set_value(evaluator: Evaluator, model: NamedModel, one: NamedField, line: int) -> None:
    """A value that depends on the company, say: a row of the model that holds such values."""
    for holder in _holders(evaluator, model, one):
        touch(evaluator, holder, "insert", line)
        touch(evaluator, holder, "update", line)


def _holders(evaluator: Evaluator, model: NamedModel, one: NamedField) -> list[NamedModel]:
    """The models with a field of this name whose rows are values: of this model, by a relation or by their name."""
    interpreter = evaluator.interpreter
    index: dict[str, list[NamedModel]] | None = interpreter.frameworks.state.get("trytond values")
    if index is None:
        index = interpreter.frameworks.state["trytond values"] = {}
        for held in models(interpreter):
            if interpreter.classes.is_subclass(held.top, "trytond.model.ValueMixin"):
                for name in held.fields:
                    index.setdefault(name, []).append(held)
    return [
        held
        for held in index.get(one.name, ())
        if held.name.startswith(f"{model.name}.")
        or any(other.kind == "one" and other.target == model.name for other in held.fields.values())
    ]


def set_multivalue(call: NativeCall) -> Value:
    """`config.set_multivalue("payment_term", value)`."""
    model = model_of(call)
    for name in strings(call.first):
        one = model.fields.get(name) if model is not None else None
        if model is not None and one is not None:
            set_value(call.evaluator, model, one, call.line)
    return call.atoms.none


def get_multivalue(call: NativeCall) -> Value:
    """`config.get_multivalue("sale_sequence")`."""
    model = model_of(call)
    if model is None:
        return UNKNOWN
    ends = _ends(call)
    found = [model.fields.get(name) for name in strings(call.first)]
    found += [one for one in model.fields.values() for end in ends if end and one.name.endswith(end)]
    targets = [target_of(call.interpreter, one) for one in found if one is not None and one.kind == "one"]
    return join(row(call.evaluator, one) for one in targets if one is not None) or UNKNOWN


def _ends(call: NativeCall) -> list[str]:
    """What the name of a field ends with, of which the beginning is not known: `f"{kind}_sequence"`."""
    found = [atom.pieces[-1] or "" for atom in call.first if isinstance(atom, Pattern)]
    written = call.evaluator.calling
    match written.arguments[0] if written is not None and written.arguments else None:
        case code.Operation(operator="+", operands=[*_, code.Constant(value=str() as end)]):  # `kind + "_sequence"`
            found.append(end)
    return found


def removed(call: NativeCall) -> Value:
    """Rows are deleted, with those that go along; what else points at them does so no longer."""
    model = model_of(call)
    touch(call.evaluator, model, "delete", call.line)
    for holder, one in list(model.pointing) if model is not None else ():
        if one.on_delete == "CASCADE" and holder is not model:
            with call.evaluator.believed(because="cascade"):
                run(call.evaluator, holder, "delete", call.line, rows(call.evaluator, holder))
        elif one.on_delete == "SET NULL" and holder is not model:
            touch(call.evaluator, holder, "update", call.line, confidence="inferred", because="cascade")
    return call.atoms.none


def copied(call: NativeCall) -> Value:
    """`cls.copy(records, default={...})`: rows are created, and copies of what belongs to them."""
    model, evaluator, line = model_of(call), call.evaluator, call.line
    if model is None:
        return UNKNOWN
    said = set(containers.pairs(call.arguments.get(1, "default") or BOTTOM) or ()) | _said_by_copies(call, model)
    run(evaluator, model, "create", line, call.atoms.container("list", UNKNOWN))
    for one in list(model.fields.values()):
        if one.kind not in {"many", "link"} or not one.stored or one.name in said:
            continue
        target = target_of(evaluator.interpreter, one)
        if one.kind == "link":
            touch_link(evaluator, one, "insert", line)
        elif target is not None and target is not model:
            run(evaluator, target, "copy", line, rows(evaluator, target))
    return rows(evaluator, model)


def _said_by_copies(call: NativeCall, model: NamedModel) -> set[str]:
    """The fields that a model's own `copy` leaves out: `default.setdefault("payments", None)`."""
    cls = model.top
    found: set[str] | None = cls.data.get("said by copies")
    if found is None:
        found = cls.data["said by copies"] = set()
        for owner in call.interpreter.classes.mro(cls):
            for binding in owner.bindings.get("copy", ()) if not owner.library else ():
                found.update(_left_out(binding.statement))
    return found


def _left_out(statement: object) -> Iterator[str]:
    """The names under which a function puts None somewhere."""
    for node in nodes_in(statement.body) if type(statement) is FUNCTION else ():
        pairs = written_pairs(node)
        match node:
            case code.Call(function=code.Attribute(name="setdefault"), arguments=[key]):
                yield from [key.value] if type(key) is CONSTANT and isinstance(key.value, str) else ()
            case code.Call(function=code.Attribute(name="setdefault"), arguments=[key, value]):
                pairs = [(key, value)]
        for name, held in pairs:
            if type(name) is CONSTANT and isinstance(name.value, str) and _is_none(held):
                yield name.value


def _is_none(node: object) -> bool:
    return type(node) is CONSTANT and node.value is None


def logged(call: NativeCall) -> Value:
    """What is done is written into a log, where Tryton's own models are read."""
    touch(call.evaluator, models(call.interpreter).known(LOG), "insert", call.line)
    return call.atoms.none


def saved(call: NativeCall) -> Value:
    """`sale.save()`, `Sale.save(sales)`: rows that are not stored are created, the others are written."""
    receiver, evaluator, line = call.receiver, call.evaluator, call.line
    model = model_of(call)
    if model is None or not isinstance(receiver, (ClassAtom, Instance)):
        return UNKNOWN
    if isinstance(receiver, Instance):
        held: Value = receiver.alone
    else:
        held = containers.element(evaluator, call.arguments.get(0, "records") or UNKNOWN)
    kinds = {(atom.stored is False, atom.guessed) for atom in held if isinstance(atom, Instance)}
    for is_new, guessed in sorted(kinds or {(False, False), (True, False)}):
        with evaluator.believed("guessed" if guessed else None):
            if is_new:
                run(evaluator, model, "create", line, call.atoms.container("list", UNKNOWN))
            else:
                run(evaluator, model, "write", line, rows(evaluator, model), UNKNOWN)
    return call.atoms.none


def bulk(call: NativeCall) -> Value:
    """`Model.bulk_create()`, `.bulk_save()`, `.bulk_func("process")`: what is pushed is handed to that method."""
    made, model = call.interpreter.library_class(BULK), model_of(call)
    name = call.name.rpartition(".bulk_")[2]
    names = strings(call.first) if name == "func" else [name]
    if made is None or model is None or not names:
        return UNKNOWN
    return join(call.atoms.instance(made, model=model.top, rows=one) for one in names)


def pushed(call: NativeCall) -> Value:
    """`create.push({...})`, `save.extend(rows)`."""
    receiver = call.receiver
    model = models(call.interpreter).linked(receiver.model) if isinstance(receiver, Instance) else None
    if model is not None:
        single = call.name.endswith(".push")
        given_rows = call.atoms.container("list", call.first) if single else call.first
        run(call.evaluator, model, receiver.rows, call.line, given_rows)
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {
    f"{STORAGE}._insert": inserted,
    f"{STORAGE}._update": updated,
    f"{STORAGE}._remove": removed,
    f"{STORAGE}._copy": copied,
    f"{STORAGE}._log": logged,
    f"{STORAGE}.save": saved,
    **{f"{STORAGE}.bulk_{name}": bulk for name in ("create", "save", "delete", "func")},
    f"{BULK}.push": pushed,
    f"{BULK}.extend": pushed,
    "trytond.model.MultiValueMixin.set_multivalue": set_multivalue,
    "trytond.model.MultiValueMixin.get_multivalue": get_multivalue,
    "trytond.create": created,
}
