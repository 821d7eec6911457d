"""What does a pydantic model read of the objects that it is made from?  The attributes that its fields name.

`OrderOut.model_validate(order)` and `OrderOut.from_orm(order)` ask a row for each field: its relationships are loaded,
and rows behind these where a field is of a model again. A field that is given a row reads it likewise. A schema of
Django Ninja answers a field with its `resolve_<field>`, where it has one. An SQLModel is such a model; one that has a
table is a row, of which others are made, and what hangs on it by a `Relationship` is none of its fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.definitions.annotations import promised_classes
from boundary.link.definitions.record_classes import has_table
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Instance
from boundary.link.frameworks.pydantic.validators import validate
from boundary.link.syntax.kinds import ASSIGN, CALL
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

KEY: Final = "pydantic model"
MAKERS: Final = frozenset(
    ("model_validate", "from_orm", "parse_obj", "validate", "model_validate_json", "parse_raw", "model_construct")
)
PLAIN: Final = "model_construct"
"""Makes an object of what it is handed by name, and checks nothing."""
OF_OBJECTS: Final = frozenset({"model_validate", "from_orm", "validate"})
SCHEMA: Final = "ninja.schema.Schema"
RESOLVE: Final = "resolve_"
RELATION: Final = "Relationship"
"""What an SQLModel says of an attribute that is none of its fields."""
DEEPEST: Final = 4
"""Models inside one another that are read so deep."""


def is_model(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class is a model of pydantic's."""
    known: bool | None = cls.answers.get(KEY)
    if known is None:
        interpreter.classes.mro(cls)
        known = any(
            base.startswith("pydantic") and base.rstrip("[]").endswith(("BaseModel", "GenericModel"))
            for base in cls.externals
        )
        cls.answers[KEY] = known
    return known


def maker(interpreter: Interpreter, atom: ClassAtom, name: str) -> Value | None:
    """`OrderOut.model_validate`: what makes an object of the model."""
    if name not in MAKERS or not is_model(interpreter, atom.cls):
        return None
    return interpreter.atoms.native(f"{KEY}.{name}", atom)


def made(call: NativeCall) -> Value:
    """`OrderOut.model_validate(order)`: an object of the model; of what it is made its fields are read."""
    receiver = call.receiver
    if not isinstance(receiver, ClassAtom):
        return UNKNOWN
    validate(call.evaluator, receiver.cls, call.line)
    if call.name.rpartition(".")[2] in OF_OBJECTS:
        read_fields(call.evaluator, receiver.cls, call.first, call.line)
    if has_table(receiver.cls):  # a new row, of which more is known
        return call.interpreter.objects.instantiate(call.evaluator, receiver.cls, NO_ARGUMENTS, call.line)
    if call.name.endswith(PLAIN):
        given = Arguments((), call.arguments.keywords, BOTTOM, call.arguments.others)
        return call.interpreter.objects.instantiate(call.evaluator, receiver.cls, given, call.line)
    return call.atoms.instance(receiver.cls)


def built(evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> None:
    """`OrderOut(customer=customer)`: a field of a model that is given a row reads it."""
    if not is_model(evaluator.interpreter, cls):
        return
    validate(evaluator, cls, line)
    for name, models in fields_of(evaluator.interpreter, cls):
        value = arguments.keywords.get(name)
        for model in models if value else ():
            _read(evaluator, model, value or UNKNOWN, line, DEEPEST - 1)


def read_fields(evaluator: Evaluator, cls: ClassInfo, value: Value, line: int) -> None:
    """A model is made of a value: of the rows that it may be, or hold, its fields are read."""
    _read(evaluator, cls, value, line, DEEPEST)


def models_in(interpreter: Interpreter, promised: Value) -> Iterator[ClassInfo]:
    """The models of pydantic's whose objects a value holds."""
    for one in promised_classes(promised):
        if is_model(interpreter, one):
            yield one


def _read(evaluator: Evaluator, cls: ClassInfo, value: Value, line: int, depth: int) -> None:
    """The fields of a model are read of each object that a value may be, or hold."""
    interpreter = evaluator.interpreter
    for atom in value:
        if _is_many(atom):
            held = interpreter.items.iterate(evaluator, _all(evaluator, atom, line), line)
            _read(evaluator, cls, held, line, depth)
        elif isinstance(atom, Instance) and (has_table(atom.cls) or not is_model(interpreter, atom.cls)):
            for name, models in fields_of(interpreter, cls):
                got = _resolved(evaluator, cls, name, atom, line)
                for model in models if depth else ():
                    _read(evaluator, model, got, line, depth - 1)


def _resolved(evaluator: Evaluator, cls: ClassInfo, name: str, atom: Atom, line: int) -> Value:
    """What a field reads of an object: the attribute of its name, or what its resolver gives."""
    interpreter = evaluator.interpreter
    named = f"{RESOLVE}{name}"
    if interpreter.classes.lookup(cls, named)[0] is None or not interpreter.classes.is_subclass(cls, SCHEMA):
        return interpreter.attributes.get(evaluator, atom.alone, name, line)
    resolver = interpreter.attributes.get(evaluator, interpreter.atoms.instance(cls), named, line)
    return interpreter.calls.call(evaluator, resolver, Arguments((atom.alone,)), line)


def _is_many(atom: Atom) -> bool:
    """Whether something is a collection or rows, each of which a model is made of."""
    if isinstance(atom, Container):
        return atom.kind != "dict"
    return isinstance(atom, Instance) and atom.model is not None


def _all(evaluator: Evaluator, atom: Atom, line: int) -> Value:
    """The rows of a manager, which is no collection itself; a queryset and a collection are one."""
    if not isinstance(atom, Instance):
        return atom.alone
    every = evaluator.interpreter.attributes.get(evaluator, atom.alone, "all", line)
    return evaluator.interpreter.calls.call(evaluator, every, NO_ARGUMENTS, line)


def fields_of(interpreter: Interpreter, cls: ClassInfo) -> list[tuple[str, tuple[ClassInfo, ...]]]:
    """The fields of a model, inherited ones too, with the models that they hold (found once nothing may change)."""
    known: list[tuple[str, tuple[ClassInfo, ...]]] | None = cls.answers.get("pydantic fields")
    if known is None:
        found: dict[str, tuple[ClassInfo, ...]] = {}
        for owner in interpreter.classes.mro(cls):
            for name, bindings in owner.bindings.items() if not owner.library else ():
                statement = bindings[0].statement
                if type(statement) is not ASSIGN or _is_relation(statement):
                    continue
                if statement.annotation is not None and name[0] != "_":
                    promised = interpreter.annotations.in_class(owner, statement.annotation)
                    found.setdefault(name, tuple(dict.fromkeys(models_in(interpreter, promised))))
        known = list(found.items())
        if interpreter.settled:
            cls.answers["pydantic fields"] = known
    return known


def _is_relation(statement: code.Assign) -> bool:
    """Whether an attribute of a row that is a model hangs on it: `customer: Customer = Relationship()`."""
    return type(statement.value) is CALL and last_name(statement.value.function) == RELATION


NATIVES: Final[dict[str, Handler]] = {f"{KEY}.{name}": made for name in MAKERS}
