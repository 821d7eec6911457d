"""What does `marshal(order, fields)` of Flask-RESTful read of what it shows?  The attributes that the fields follow.

`{"customer": fields.Nested(customer_fields), "lines": fields.List(fields.Nested(line_fields))}` asks a row for each
name, or for the attribute that the field names: relationships are loaded, properties run, and rows behind them are
shown by the fields inside. Flask-RESTX does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Function, Instance, Wrapped
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

RAW: Final = "flask_restful.fields.Raw"
FIELD: Final = "restful field"
LIST, NESTED = "List", "Nested"
DEEPEST: Final = 8
"""Fields inside one another that are followed so deep."""


class FieldHook(Hook):
    """The fields of Flask-RESTful; those of the project's own classes stay objects, whose methods are called."""

    base = RAW

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`fields.Nested(customer_fields, attribute="buyer")`: what it shows, and the attribute that it follows."""
        del line
        if not cls.library:
            return None
        inner = arguments.get(0, "nested" if cls.name == NESTED else "cls_or_instance")
        follows = arguments.get(-1, "attribute") or BOTTOM
        held = inner if inner is not None and cls.name in {LIST, NESTED} else BOTTOM
        return evaluator.atoms.wrapped(FIELD, held, (cls.name, follows))


def marshal(call: NativeCall) -> Value:
    """`marshal(order, fields)`."""
    _show(call.evaluator, call.first, call.arguments.get(1, "fields") or BOTTOM, call.line, DEEPEST)
    return UNKNOWN


def _show(evaluator: Evaluator, value: Value, fields: Value, line: int, depth: int) -> None:
    """The fields of a dict are read of each object that a value may be, or hold."""
    known = containers.pairs(fields) if depth else None
    rows = _each(evaluator, value) if known else BOTTOM
    for name, held in known.items() if known and rows else ():
        for field in held if isinstance(name, str) else ():
            _output(evaluator, field, str(name), rows, line, depth)


def _each(evaluator: Evaluator, value: Value, depth: int = 2) -> Value:
    """The objects of a value: what is in its lists, beside what is none; a view may return `orders, 200`."""
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, Instance):
            one = atom.relation is None
        elif isinstance(atom, Container):
            one = atom.kind == "dict"
        else:
            continue
        if one:
            found.append(atom.alone)
        elif depth:
            found.append(_each(evaluator, containers.element(evaluator, atom.alone), depth - 1))
    return join(found)


def _output(  # noqa: PLR0913, PLR0917 - what is shown, of what, where
    evaluator: Evaluator, field: Atom, name: str, rows: Value, line: int, depth: int
) -> None:
    """One field of the rows."""
    if isinstance(field, Container):
        _show(evaluator, rows, field.alone, line, depth - 1)
    elif isinstance(field, Wrapped) and field.kind == FIELD:
        kind, follows = field.extra
        _within(evaluator, field, kind, _followed(evaluator, rows, follows, name, line), line, depth)
    elif isinstance(field, ClassAtom) and field.cls.library:
        _followed(evaluator, rows, BOTTOM, name, line)
    elif isinstance(field, (ClassAtom, Instance)):
        _own(evaluator, field, name, rows, line)


def _within(  # noqa: PLR0913, PLR0917 - as above
    evaluator: Evaluator, field: Wrapped, kind: str, value: Value, line: int, depth: int
) -> None:
    """What a field makes of the value that it has found."""
    if kind == NESTED:
        _show(evaluator, value, field.inner, line, depth - 1)
    elif kind == LIST:
        rows = _each(evaluator, value)
        for one in field.inner if rows else ():
            if isinstance(one, Wrapped) and one.kind == FIELD:
                inner, follows = one.extra
                found = _followed(evaluator, rows, follows, "", line) if follows else rows
                _within(evaluator, one, inner, found, line, depth - 1)


def _own(evaluator: Evaluator, field: ClassAtom | Instance, name: str, rows: Value, line: int) -> None:
    """A field of the project's own: its `output` shows the object, or its `format` what the name leads to."""
    interpreter = evaluator.interpreter
    if not interpreter.classes.is_subclass(field.cls, RAW):
        return
    held = interpreter.atoms.instance(field.cls) if isinstance(field, ClassAtom) else field.alone
    owner, _ = interpreter.classes.lookup(field.cls, "output")
    if owner is not None and not owner.library:
        given = Arguments((evaluator.atoms.constant(name), rows))
        interpreter.calls.call(evaluator, interpreter.attributes.get(evaluator, held, "output", line), given, line)
        return
    given = Arguments((_followed(evaluator, rows, BOTTOM, name, line) or UNKNOWN,))
    interpreter.calls.call(evaluator, interpreter.attributes.get(evaluator, held, "format", line), given, line)


def _followed(evaluator: Evaluator, rows: Value, follows: Value, name: str, line: int) -> Value:
    """What the rows have under a name, under the dotted path that a field follows, or what its function gives."""
    functions = frozenset(one for one in follows if isinstance(one, Function))
    if functions:
        return evaluator.interpreter.calls.call(evaluator, functions, Arguments((rows,)), line)
    found: list[Value] = []
    for path in strings(follows) or [name]:
        value = rows
        for part in path.split("."):
            value = _under(evaluator, value, part, line)
        found.append(value)
    return join(found)


def _under(evaluator: Evaluator, value: Value, name: str, line: int) -> Value:
    """`row.name`, or `row[name]` of a dict."""
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, Instance):
            found.append(evaluator.interpreter.attributes.get(evaluator, atom.alone, name, line))
        elif isinstance(atom, Container) and atom.kind == "dict":
            found.append((containers.pairs(atom.alone) or {}).get(name, BOTTOM))
    return join(found)


HOOKS: Final = (FieldHook(),)
NATIVES: Final[dict[str, Handler]] = {"flask_restful.marshal": marshal}
