"""What do Odoo's models store and read?  Rows, what is given for their relations, and what a deletion takes along.

`create` and `write` touch the model's table, the rows of a `One2many` and the pairs of a `Many2many` that commands give
(`[(0, 0, {...})]`, `Command.create({...})`), and the rows of the model that is behind it (`_inherits`). A deletion goes
on along `ondelete="cascade"`, as the database does it. What clients send may be about every relation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Function, Instance, Wrapped
from boundary.link.frameworks.named_models import is_sent, sent, touch
from boundary.link.frameworks.odoo.computed import recompute
from boundary.link.frameworks.odoo.core import field_of
from boundary.link.frameworks.odoo.hooks import hooks_of, stored_beside
from boundary.link.frameworks.odoo.models import BASE, link_table, models, target_of
from boundary.link.frameworks.records import doubt
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.named_models import NamedField, NamedModel
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

GIVEN: Final = "odoo.api.Given"
CREATE, UPDATE, DELETE, UNLINK, LINK, CLEAR, SET = range(7)
"""The commands in a list that is given for a relation."""


def rows(evaluator: Evaluator, model: NamedModel, *, guessed: bool = False) -> Value:
    """A recordset: one row, several or none."""
    return evaluator.atoms.instance(model.top, stored=True, guessed=guessed)


def model_of(call: NativeCall) -> NamedModel | None:
    """The model that a method is called on."""
    receiver = call.receiver
    return models(call.interpreter).linked(receiver.cls) if isinstance(receiver, Instance) else None


def bound(evaluator: Evaluator, model: NamedModel, name: str) -> Value:
    """A method of a model, as the modules have made it."""
    interpreter = evaluator.interpreter
    _, held = interpreter.classes.lookup(model.top, name)
    (holder,) = rows(evaluator, model)
    found: list[Value] = []
    for atom in held:
        inner = atom.inner if isinstance(atom, Wrapped) else atom.alone
        functions = [one for one in inner if isinstance(one, Function)]
        found += [interpreter.atoms.function(one.function, holder, one.closure, one.traits) for one in functions]
    return join(found)


def run(evaluator: Evaluator, model: NamedModel, name: str, line: int, *arguments: Value) -> Value:
    """Call a method of a model."""
    function = bound(evaluator, model, name)
    return evaluator.interpreter.calls.call(evaluator, function, Arguments(arguments), line) if function else UNKNOWN


# --- what is stored -------------------------------------------------------------------------------------------


def stored(name: str) -> Handler:
    """`records.create({...})`, `.write({...})`: what the call says of relations, then all that modules do.

    The functions on the way are told apart by less than that.
    """

    def handler(call: NativeCall) -> Value:
        model, evaluator = model_of(call), call.evaluator
        if model is None:
            return UNKNOWN
        with evaluator.believed(doubt(call.receiver)):
            for values in _all_values(evaluator, call.first):
                if not is_sent(values, GIVEN):
                    changed(evaluator, model, values, call.line, created=name == "create")
                elif name == "create":
                    stored_beside(evaluator, model, None, call.line, run, created=True)
            made = evaluator.interpreter.calls.call(evaluator, bound(evaluator, model, name), call.arguments, call.line)
        return rows(evaluator, model, guessed=call.receiver.guessed) if name == "create" else made

    return handler


def _all_values(evaluator: Evaluator, value: Value) -> list[Value]:
    """The dicts of values: one, or a list of them."""
    if containers.pairs(value) is not None or is_sent(value, GIVEN):
        return [value]
    return [atom.alone for atom in containers.element(evaluator, value)]


def inserted(call: NativeCall) -> Value:
    """Rows are inserted, with what is given for their relations."""
    model, evaluator = model_of(call), call.evaluator
    if model is None:
        return UNKNOWN
    touch(evaluator, model, "insert", call.line)
    recompute(evaluator, model, None, call.line)
    for values in _all_values(evaluator, call.first):
        related(evaluator, model, values, call.line, created=True)
    for parent in behind(evaluator, model):
        run(evaluator, parent, "create", call.line, evaluator.atoms.container("list", UNKNOWN))
    return rows(evaluator, model)


def updated(call: NativeCall) -> Value:
    """Rows are updated."""
    model, evaluator = model_of(call), call.evaluator
    if model is None:
        return UNKNOWN
    touch(evaluator, model, "update", call.line)
    if is_sent(call.first, GIVEN):
        stored_beside(evaluator, model, None, call.line, run, created=False)
        recompute(evaluator, model, list(model.fields), call.line)
        related(evaluator, model, call.first, call.line)
    return call.atoms.constant(True)  # noqa: FBT003 - what `write` gives


def changed(evaluator: Evaluator, model: NamedModel, values: Value, line: int, *, created: bool = False) -> None:
    """What a dict of values changes beside the rows themselves."""
    related(evaluator, model, values, line, created=created)
    pairs = containers.pairs(values)
    names = [one for one in pairs or () if isinstance(one, str)]
    stored_beside(evaluator, model, None if pairs is None else names, line, run, created=created)
    if created:
        return
    recompute(evaluator, model, names, line)
    for parent in behind(evaluator, model):
        if any(name in parent.fields and name not in model.fields for name in names):
            run(evaluator, parent, "write", line, values)


def behind(evaluator: Evaluator, model: NamedModel) -> list[NamedModel]:
    """The models that `_inherits` names: each row has one of theirs."""
    _, held = evaluator.interpreter.classes.lookup(model.top, "_inherits")
    found = [models(evaluator.interpreter).named(str(name)) for name in containers.pairs(held) or ()]
    return [one for one in found if one is not None]


def related(evaluator: Evaluator, model: NamedModel, values: Value, line: int, *, created: bool = False) -> None:
    """What is written of relations: what a dict says of them, or whatever a client may send."""
    if is_sent(values, GIVEN):
        for one in list(model.fields.values()):
            if one.kind in {"many", "link"} and one.stored and not one.readonly:
                _by_client(evaluator, model, one, line, created=created)
        return
    for name, held in (containers.pairs(values) or {}).items():
        field = field_of(model, name) if isinstance(name, str) else None
        if field is not None and field.kind in {"many", "link"} and field.stored:
            commanded(evaluator, model, field, held, line)


def _by_client(evaluator: Evaluator, model: NamedModel, one: NamedField, line: int, *, created: bool) -> None:
    """What belongs to a row comes with it: with a new one, new ones."""
    target = target_of(evaluator.interpreter, one)
    with evaluator.believed("inferred"):
        if one.kind == "link":
            touch_link(evaluator, model, one, "insert", line)
        elif target is not None:
            run(evaluator, target, "create", line, evaluator.atoms.container("list", sent(evaluator, GIVEN)))
            if not created:
                run(evaluator, target, "write", line, sent(evaluator, GIVEN))


def commanded(evaluator: Evaluator, model: NamedModel, one: NamedField, value: Value, line: int) -> None:
    """A list of commands is given for a relation."""
    target = target_of(evaluator.interpreter, one)
    for command in containers.element(evaluator, value):
        parts = containers.members(command.alone) or ()
        codes = [atom.value for atom in parts[0] if isinstance(atom, Constant)] if parts else []
        for number in codes:
            if number not in range(7) or isinstance(number, bool):
                continue
            if one.kind == "link":
                touch_link(evaluator, model, one, "delete" if number in {DELETE, UNLINK, CLEAR} else "insert", line)
            if target is not None:
                _command(evaluator, one, target, number, parts, line)


def _command(  # noqa: PLR0913, PLR0917 - one command, spelled out
    evaluator: Evaluator, one: NamedField, target: NamedModel, number: object, parts: tuple[Value, ...], line: int
) -> None:
    """`(0, 0, {...})` creates a row, `(1, id, {...})` writes one, `(2, id)` deletes one, others only relate them."""
    values = parts[2] if len(parts) > 2 else UNKNOWN  # noqa: PLR2004 - what stands behind the key
    if number == CREATE:
        run(evaluator, target, "create", line, evaluator.atoms.container("list", values))
    elif number == UPDATE:
        changed(evaluator, target, values, line)
        run(evaluator, target, "write", line, values)
    elif number == DELETE:
        run(evaluator, target, "unlink", line)
    elif one.kind == "many":
        touch(evaluator, target, "update", line)


def touch_link(evaluator: Evaluator, model: NamedModel, one: NamedField, op: Operation, line: int) -> None:
    """Pairs of rows of two models."""
    table = link_table(evaluator.interpreter, model, one)
    if table:
        evaluator.touch(table, op, line, because="m2m")


def removed(call: NativeCall) -> Value:
    """Rows are deleted, and what the database deletes with them."""
    model = model_of(call)
    if model is not None:
        for name in hooks_of(call.interpreter, model).before_deletes:
            run(call.evaluator, model, name, call.line)
        touch(call.evaluator, model, "delete", call.line)
        recompute(call.evaluator, model, None, call.line)
        _cascade(call.evaluator, model, call.line, {model.name})
    return call.atoms.none


def _cascade(evaluator: Evaluator, model: NamedModel, line: int, seen: set[str]) -> None:
    for holder, one in list(model.pointing):
        if one.on_delete == "CASCADE" and holder.name not in seen:
            seen.add(holder.name)
            touch(evaluator, holder, "delete", line, because="cascade")
            _cascade(evaluator, holder, line, seen)
        elif one.on_delete == "SET NULL" and holder.name not in seen:
            touch(evaluator, holder, "update", line, confidence="inferred", because="cascade")
    for one in list(model.fields.values()):
        if one.kind == "link" and one.stored:
            touch_link(evaluator, model, one, "delete", line)


def copied(call: NativeCall) -> Value:
    """`record.copy(default)`: created anew, with copies of what `copy=True` says."""
    model = model_of(call)
    if model is None:
        return UNKNOWN
    run(call.evaluator, model, "create", call.line, call.atoms.container("list", UNKNOWN))
    for one in list(model.fields.values()):
        if one.kind == "link" and one.stored:
            touch_link(call.evaluator, model, one, "insert", call.line)
    return rows(call.evaluator, model)


# --- what is read ---------------------------------------------------------------------------------------------


def searched(call: NativeCall) -> Value:
    """`search`, `search_count`, `read_group`: rows are read, and what a domain goes through."""
    model, evaluator = model_of(call), call.evaluator
    if model is None:
        return UNKNOWN
    touch(evaluator, model, "read", call.line)
    for clause in containers.element(evaluator, call.first):
        parts = containers.members(clause.alone)
        for path in strings(parts[0]) if parts else ():
            followed(evaluator, model, path, call.line)
    gives = call.name.rpartition(".")[2] in {"search", "exists", "search_fetch"}
    return rows(evaluator, model, guessed=call.receiver.guessed) if gives else UNKNOWN


def read_groups(call: NativeCall) -> Value:
    """`lines._read_group([], ["order_id"], ["id:recordset"])`: a tuple for each group, with what tells it and of it."""
    searched(call)
    model = model_of(call)
    if model is None:
        return UNKNOWN
    parts = [
        _of_group(call.evaluator, model, text)
        for position, name in ((1, "groupby"), (2, "aggregates"))
        for one in containers.members(call.arguments.get(position, name) or UNKNOWN) or ()
        for text in strings(one)[:1] or [""]
    ]
    return call.atoms.container("list", containers.make(call.evaluator, "tuple", parts))


def _of_group(evaluator: Evaluator, model: NamedModel, text: str) -> Value:
    """What tells a group, `order_id` or `date:month`, or is told of it: `id:recordset`, `price:sum`."""
    name, _, how = text.partition(":")
    target = model if text == "id:recordset" else target_of(evaluator.interpreter, field_of(model, name))
    return rows(evaluator, target) if target is not None and how in {"", "recordset"} else UNKNOWN


def followed(evaluator: Evaluator, model: NamedModel, path: str, line: int) -> NamedModel | None:
    """The model that `order_id.partner_id` leads to, with what is read along the way; None for what is no relation."""
    at: NamedModel | None = model
    for name in path.split("."):
        one = field_of(at, name) if at is not None else None
        if at is None or one is None or not one.target:
            return None
        if one.kind == "link":
            touch_link(evaluator, at, one, "read", line)
        at = models(evaluator.interpreter).named(one.target)
        touch(evaluator, at, "read", line)
    return at


def mapped(call: NativeCall) -> Value:
    """`orders.mapped("order_line.product_id")`, `orders.mapped(lambda order: order.partner_id)`."""
    model, evaluator, asked = model_of(call), call.evaluator, call.arguments.get(0, "key") or BOTTOM
    functions = frozenset(atom for atom in asked if isinstance(atom, (Function, Wrapped)))
    if functions and isinstance(call.receiver, Instance):
        given = Arguments((call.receiver.alone,))
        return call.interpreter.calls.call(evaluator, functions, given, call.line)
    if model is None:
        return UNKNOWN
    found = [followed(evaluator, model, path, call.line) for path in strings(asked)]
    return join(rows(evaluator, one, guessed=call.receiver.guessed) for one in found if one is not None) or UNKNOWN


def kept(call: NativeCall) -> Value:
    """`orders.filtered("partner_id.active")`, `orders.sorted(lambda order: order.note)`: rows, each of them asked."""
    mapped(call)
    return _same(call)


def grouped(call: NativeCall) -> Value:
    """`orders.grouped("partner_id")`: the rows by what the key makes of each."""
    key = mapped(call)
    return containers.make_dict(call.evaluator, [(key, _same(call))])


def _same(call: NativeCall) -> Value:
    return call.receiver.alone if isinstance(call.receiver, Instance) else UNKNOWN


def made_new(call: NativeCall) -> Value:
    """`Model.new({...})`: a row that is never stored."""
    model = model_of(call)
    return call.atoms.instance(model.top, stored=False) if model is not None else UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    f"{BASE}._insert": inserted,
    f"{BASE}._update": updated,
    f"{BASE}._remove": removed,
    f"{BASE}._copy": copied,
    **{
        f"{BASE}.{name}": searched
        for name in (
            *("_search", "exists", "fetch", "formatted_read_group", "name_search", "read", "read_group", "search"),
            *("search_count", "search_fetch", "search_read", "web_read", "web_read_group", "web_search_read"),
        )
    },
    f"{BASE}._read_group": read_groups,
    f"{BASE}.filtered": kept,
    f"{BASE}.grouped": grouped,
    f"{BASE}.mapped": mapped,
    f"{BASE}.sorted": kept,
    f"{BASE}.new": made_new,
    "odoo.create": stored("create"),
    "odoo.write": stored("write"),
}
