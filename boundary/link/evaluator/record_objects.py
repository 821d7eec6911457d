"""What does an object of a record hold, once it is made?  What it was given, converted, and what its methods give.

    @attrs.define
    class Importer:
        session: Session = attrs.field(converter=opened)
        names: list = attrs.field()

        @names.default
        def _names(self): ...

The fields are in `definitions/record_classes.py`; what stands as a default in the class is asked for when it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.record_classes import VALIDATOR, fields_of
from boundary.link.domain.asking import known
from boundary.link.domain.joining import union
from boundary.link.domain.values import BOTTOM, UNKNOWN, External, Instance, made_of
from boundary.link.syntax.kinds import DISPLAY

if TYPE_CHECKING:
    from boundary.link.definitions.record_classes import RecordField
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

CONVERTER: Final = "converter"
PARTS_OF_SITE: Final = 3
"""What is kept apart by what it was made of says so, and by position and by name what that is."""


def fill(
    evaluator: Evaluator, atom: Instance, positional: tuple[str, ...], arguments: Arguments, line: int
) -> tuple[Value, ...]:
    """Store what a constructor is given in the attributes of an object; what it hands on to `__post_init__`.

    `positional` are the names that it takes by position, in order.
    """
    given = dict(zip(positional, arguments.positional, strict=False))
    given.update(arguments.keywords)
    fields = fields_of(atom.cls, evaluator.interpreter.classes.mro(atom.cls))
    _rename(given, fields)
    passed_on: list[Value] = []
    for field in fields:
        value = given.get(field.name, BOTTOM)
        if field.passed_on:
            given.pop(field.name, None)
            passed_on.append(value or UNKNOWN)
        elif value:
            given[field.name] = _converted(evaluator, field, value, line)
            _validate(evaluator, atom, field, value, line)
    for name, value in given.items():
        default = _default(evaluator, atom, name) if name in arguments.optional else BOTTOM
        evaluator.interpreter.write_attribute(atom, name, union(value, default) or UNKNOWN)
    for field in fields:
        if field.default and field.name not in given:
            made = evaluator.interpreter.objects.method(evaluator, atom.alone, field.default, line)
            evaluator.interpreter.write_attribute(atom, field.name, made or UNKNOWN)
    return tuple(passed_on)


def _rename(given: dict[str, Value], fields: tuple[RecordField, ...]) -> None:
    """What a constructor is given under another name than the field's: by an alias, or by attrs without underscores."""
    names = {field.name for field in fields}
    for field in fields if any(name not in names for name in given) else ():
        for other in (*field.aliases(), field.name.lstrip("_")):
            if other in given and other not in names and field.name not in given:
                given[field.name] = given.pop(other)


def _default(evaluator: Evaluator, atom: Instance, name: str) -> Value:
    """What a field holds that is not given: what stands in the class."""
    _, held = evaluator.interpreter.classes.lookup(atom.cls, name)
    return made_of([one for one in held if not isinstance(one, External)]) or UNKNOWN


def is_given(interpreter: Interpreter, atom: Instance, name: str, value: Value) -> bool:
    """Whether the constructor of a record is known to have been given an object: no default of the class shows then.

    None, or a flag, may be what another caller leaves out.
    """
    if not any(isinstance(one, Instance) for one in value):
        return False
    site: Any = atom.site
    if not atom.apart or len(site) != PARTS_OF_SITE or interpreter.classes.lookup(atom.cls, "__init__")[0]:
        return False
    _, placed, named = site
    if not isinstance(placed, tuple):
        return False
    return any(one == name for one, _ in named) or name in interpreter.objects.fields(atom.cls)[: len(placed)]


def _converted(evaluator: Evaluator, field: RecordField, value: Value, line: int) -> Value:
    """What the converters of a field make of what it is given, one behind the other; itself where that is not known."""
    for one in _said(evaluator, field, CONVERTER):
        made = evaluator.interpreter.calls.call(evaluator, one, Arguments((value,)), line)
        value = made if known(made) else value
    return value


def _validate(evaluator: Evaluator, atom: Instance, field: RecordField, value: Value, line: int) -> None:
    """What checks a field is called with the object, the field and what it is given."""
    rest = Arguments((UNKNOWN, value))
    for one in _said(evaluator, field, VALIDATOR):
        evaluator.interpreter.calls.call(evaluator, one, rest.after(atom.alone), line)
    if field.validator:
        evaluator.interpreter.objects.method(evaluator, atom.alone, field.validator, line, rest)


def _said(evaluator: Evaluator, field: RecordField, name: str) -> list[Value]:
    """The functions that are said of a field, in their order."""
    node = field.says(name)
    if node is None:
        return []
    within = evaluator.interpreter.class_evaluator(field.owner)
    return [within.evaluate(one) for one in (node.items if type(node) is DISPLAY else (node,))]
