"""Which tables and relations do peewee's models have?  `Meta`, `ForeignKeyField`, the project's own fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.symbols import ClassInfo
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, ClassAtom, Function
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.records import Mapper, Relation, inherited, option, text
from boundary.link.syntax.kinds import FUNCTION, parts_of
from boundary.link.syntax.walking import given
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.records import Record, Records
    from boundary.model.scan import ForeignKey, Table

MODEL: Final = "peewee.Model"
RELATING: Final = ("ForeignKeyField", "ManyToManyField", "DeferredForeignKey")
MODELS: Final = ("model", "rel_model")
"""What the parameter is called that names the model of a relation."""
WORDS: Final = re.compile(r"(?<=[^_])_*(?=[A-Z][a-z])|(?<=[a-z0-9])_*(?=[A-Z])")
"""Where a word begins in a class's name: `HTTPRequest` is kept in `http_request` where the old names are not wanted."""


def _table(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """`Meta.table_name`, else the class's name in lower case; None for a base without fields of its own."""
    named = text(option(interpreter, cls, "table_name", "db_table"))
    if named:
        return named
    if not any(True for _ in mapped.made(interpreter, cls, MAPPER.is_field)):
        return None
    named = _computed(interpreter, cls)
    if named:
        return named
    snake = truth(inherited(interpreter, cls, "legacy_table_names")) is False
    name = WORDS.sub("_", cls.name) if snake else cls.name
    return re.sub(r"\W+", "_", name).lower()


def _computed(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """`class Meta: table_function = named`: what the project's function says of the class."""
    function = frozenset(one for one in inherited(interpreter, cls, "table_function") if isinstance(one, Function))
    if not function:
        return None
    given = Arguments((interpreter.atoms.class_(cls),))
    return text(interpreter.calls.call(interpreter.class_evaluator(cls), function, given, cls.line))


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """`ForeignKeyField(User, backref="tweets", on_delete="CASCADE")`, `ManyToManyField`."""
    for name, call, owner in mapped.made(interpreter, cls, _may_relate):
        evaluator = interpreter.class_evaluator(owner)
        kind, own = _kind(evaluator, call)
        value = _target(evaluator, call, own)
        if not kind or not value:
            continue
        targets = [atom.cls for atom in value if isinstance(atom, ClassAtom)]
        if strings(value) == ["self"]:
            targets = [cls]
        held = {key: text(evaluator.evaluate(one)) for key in ("backref", "related_name", "on_delete")
                if (one := given(call, -1, key)) is not None}  # fmt: skip
        back = held.get("backref") or held.get("related_name") or f"{cls.name.lower()}_set"
        many = kind == "ManyToManyField"
        null = given(call, -1, "null")
        nullable = null is not None and truth(evaluator.evaluate(null)) is not False
        for target in targets:
            table = _table(interpreter, cls) or ""
            other = _table(interpreter, target) or ""
            link = f"{table}_{other}_through" if many else None
            yield Relation(name, target, back, held.get("on_delete"), link, call.line, own, nullable)


def _may_relate(name: str) -> bool:
    return name in RELATING or name.endswith("Field")


def _kind(evaluator: Evaluator, call: code.Call) -> tuple[str, ClassInfo | None]:
    """Which of peewee's relations a call in a class body makes, and the project's own class that it is made by."""
    name = getattr(call.function, "id", getattr(call.function, "name", ""))
    if name in RELATING:
        return name, None
    for atom in evaluator.evaluate(call.function):
        if isinstance(atom, ClassAtom) and not atom.cls.library:
            for kind in RELATING:
                if evaluator.interpreter.classes.is_subclass(atom.cls, f"peewee.{kind}"):
                    return kind, atom.cls
    return "", None


def _target(evaluator: Evaluator, call: code.Call, own: ClassInfo | None) -> Value:
    """The model that a relation leads to: as the call says, else as the project's own class of fields does."""
    first = _first_parameter(own) if own is not None else "model"
    model = given(call, 0 if first in MODELS else -1, *MODELS)
    if model is not None:
        return evaluator.evaluate(model)
    if own is None:
        return BOTTOM
    for node in _said_by(own):
        value = evaluator.interpreter.module_evaluator(own.module).evaluate(node)
        if any(isinstance(atom, ClassAtom) for atom in value):
            return value
    return BOTTOM


def _constructor(cls: ClassInfo) -> code.Function | None:
    held = [one.statement for one in cls.bindings.get("__init__", ())]
    return next((one for one in held if type(one) is FUNCTION), None)


def _first_parameter(cls: ClassInfo) -> str:
    made = _constructor(cls)
    names = [one.name for one in made.parameters[1:2]] if made is not None else ["model"]
    return names[0] if names else ""


def _said_by(cls: ClassInfo) -> Iterator[code.Expression]:
    """What the constructor of a class hands on as the model: `kwargs["model"] = User`, `super().__init__(User)`."""
    made = _constructor(cls)
    stack: list[object] = list(made.body) if made is not None else []
    while stack:
        node = stack.pop(0)
        if isinstance(node, tuple):
            stack[:0] = node
            continue
        match node:
            case code.Assign(targets=[code.Subscript(index=code.Constant(value=key))], value=value) if key in MODELS:
                if value is not None:
                    yield value
            case code.Call(function=code.Attribute(name="__init__"), arguments=arguments):
                yield from (one for one in arguments if isinstance(one, (code.Name, code.Attribute)))
            case code.Keyword(name=key, value=value) if key in MODELS:
                yield value
        stack[:0] = parts_of(node)


def through(interpreter: Interpreter, record: Record, relation: Relation) -> ClassInfo | None:
    """The model of a table of pairs, which peewee makes itself."""
    base = interpreter.library_class(MODEL)
    held: dict[str | None, ClassInfo] = interpreter.frameworks.state.setdefault("models of pairs", {})
    if relation.link_table not in held and base is not None:
        name = f"{record.cls.name}{relation.target.name}Through"
        made = held[relation.link_table] = ClassInfo(name, name, record.cls.module, None)
        made.bases = [base]
        records(interpreter).add(made, relation.link_table or "")
    return held.get(relation.link_table)


MAPPER: Final = Mapper(MODEL, _table, _relations)


def records(interpreter: Interpreter) -> Records:
    """The models of peewee."""
    return mapped.records(interpreter, MAPPER)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of peewee's models."""
    yield from records(interpreter).described()
