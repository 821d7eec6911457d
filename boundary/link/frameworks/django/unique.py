"""What do no two rows of a model share?  Columns with `unique=True`, one-to-one keys, and groups that `Meta` names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django.forms import relations_of
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.skeletons import classes_in
from boundary.link.syntax.kinds import CALL, CONSTANT, DISPLAY
from boundary.link.syntax.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter

ANSWER: Final = "what is unique in a model"
FILLING: Final = frozenset({"auto_now", "auto_now_add", "null"})


def unique_in(interpreter: Interpreter, model: ClassInfo) -> list[frozenset[str]]:
    """What no two rows of a model share: columns, and groups of them (found once)."""
    found: list[frozenset[str]] | None = model.answers.get(ANSWER)
    if found is None:
        related = relations_of(models(interpreter).by_class.get(model))
        found = [frozenset({one.name}) for one in related if one.kind == "o2o"]
        for owner in interpreter.classes.mro(model):
            found.extend(frozenset({name}) for name in owner.bindings if _says_unique(owner, name))
        for meta in classes_in(interpreter.classes.lookup(model, "Meta")[1]):
            for owner in interpreter.classes.mro(meta):
                found.extend(_groups(owner))
        model.answers[ANSWER] = found
    return found


def _values(cls: ClassInfo, name: str) -> Iterator[code.Expression]:
    for binding in cls.bindings.get(name, ()):
        match binding.statement:
            case code.Assign(value=value) if value is not None:
                yield value


def is_filled(interpreter: Interpreter, model: ClassInfo, name: str) -> bool:
    """Whether a field has a value where none is given: a default, the time, or null."""
    return any(
        one.name == "default" or (one.name in FILLING and type(one.value) is CONSTANT and one.value.value)
        for owner in interpreter.classes.mro(model)
        for one in _options(owner, name)
    )


def key_with_default(interpreter: Interpreter, model: ClassInfo) -> str | None:
    """The primary key that a new row gives to itself (`default=uuid4`), before the database is asked whether it is."""
    for owner in interpreter.classes.mro(model):
        for name in owner.bindings:
            options = {one.name: one.value for one in _options(owner, name)}
            said = options.get("primary_key")
            if "default" in options and type(said) is CONSTANT and said.value is True:
                return name
    return None


def given_keys(interpreter: Interpreter, model: ClassInfo) -> list[frozenset[str]]:
    """The primary keys that a model declares and does not count (`AutoField`), with which a new row may come."""
    said = said_of_fields(interpreter, model, "primary_key")
    return [frozenset({name}) for owner, name, value in said if _is_true(value) and not _counts(owner, name)]


def shown_only(interpreter: Interpreter, model: ClassInfo) -> set[str]:
    """The fields that a model declares with `editable=False`."""
    said = said_of_fields(interpreter, model, "editable")
    return {name for _, name, value in said if type(value) is CONSTANT and value.value is False}


def _is_true(value: code.Expression) -> bool:
    return type(value) is CONSTANT and value.value is True


def _counts(cls: ClassInfo, name: str) -> bool:
    """Whether the database counts a field up."""
    return any(type(one) is CALL and last_name(one.function).endswith("AutoField") for one in _values(cls, name))


def said_of_fields(
    interpreter: Interpreter, model: ClassInfo, option: str
) -> list[tuple[ClassInfo, str, code.Expression]]:
    """What the fields of a model say under an option, each with its name and the class whose body has it."""
    key = f"fields that say {option}"
    found: list[tuple[ClassInfo, str, code.Expression]] | None = model.answers.get(key)
    if found is None:
        owners = [one for one in interpreter.classes.mro(model) if not one.library]
        found = model.answers[key] = [
            (owner, name, one.value)
            for owner in owners
            for name in owner.bindings
            for one in _options(owner, name)
            if one.name == option
        ]
    return found


def _says_unique(cls: ClassInfo, name: str) -> bool:
    """Whether a field is written with `unique=True`."""
    return any(
        one.name == "unique" and type(one.value) is CONSTANT and one.value.value is True for one in _options(cls, name)
    )


def _options(cls: ClassInfo, name: str) -> Iterator[code.Keyword]:
    for value in _values(cls, name):
        if type(value) is CALL:
            yield from value.keywords


def _groups(meta: ClassInfo) -> Iterator[frozenset[str]]:
    """The groups of columns in `unique_together` and in the constraints of a `Meta`."""
    for value in _values(meta, "unique_together"):
        items = value.items if type(value) is DISPLAY else []
        inner = [_names(one) for one in items if type(one) is DISPLAY]
        yield from (one for one in [*inner, _names(value)] if one)
    yield from _constraints(meta)


def constraints_in(interpreter: Interpreter, model: ClassInfo) -> list[frozenset[str]]:
    """The groups of columns that the constraints of a model's `Meta` name."""
    metas = classes_in(interpreter.classes.lookup(model, "Meta")[1])
    return [group for meta in metas for owner in interpreter.classes.mro(meta) for group in _constraints(owner)]


def _constraints(meta: ClassInfo) -> Iterator[frozenset[str]]:
    for value in _values(meta, "constraints"):
        for one in value.items if type(value) is DISPLAY else []:
            keywords = one.keywords if type(one) is CALL and last_name(one.function) == "UniqueConstraint" else []
            yield from (_names(key.value) for key in keywords if key.name == "fields" and _names(key.value))


def _names(node: code.Expression) -> frozenset[str]:
    items = node.items if type(node) is DISPLAY else []
    texts = [one.value for one in items if type(one) is CONSTANT]
    return frozenset(one for one in texts if isinstance(one, str))
