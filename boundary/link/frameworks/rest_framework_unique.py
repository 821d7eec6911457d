"""Which serializers ask their table before a row is saved?  Those that take what must be unique in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django_forms import listed_names, relations_of
from boundary.link.frameworks.django_models import models
from boundary.link.frameworks.django_tables import read
from boundary.link.frameworks.skeletons import argument, classes_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Value

ANSWER: Final = "what is unique in a model"


def read_unique(call: NativeCall) -> Value:
    """`__read_unique__(self)`: the rows of the serializer's model are read where it takes something unique."""
    lookup = call.interpreter.classes.lookup
    for serializer in classes_in(argument(call, 0)):
        for meta in classes_in(lookup(serializer, "Meta")[1]):
            options = (lookup(meta, name)[1] for name in ("fields", "exclude", "read_only_fields"))
            listed, excluded, shown = map(listed_names, options)
            left_out = (excluded or set()) | (shown or set())
            for owner in classes_in(lookup(meta, "model")[1]):
                for names in unique_in(call.interpreter, owner):
                    declared = len(names) == 1 and lookup(serializer, min(names))[0] is not None
                    if not (declared or names & left_out) and (listed is None or names <= listed):
                        read(call.evaluator, models(call.interpreter).by_class.get(owner), call.line, guessed=False)
                        break
    return call.atoms.none


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


def _says_unique(cls: ClassInfo, name: str) -> bool:
    """Whether a field is written with `unique=True`."""
    return any(
        isinstance(value, code.Call)
        and any(
            one.name == "unique" and isinstance(one.value, code.Constant) and one.value.value is True
            for one in value.keywords
        )
        for value in _values(cls, name)
    )


def _groups(meta: ClassInfo) -> Iterator[frozenset[str]]:
    """The groups of columns in `unique_together` and in the constraints of a `Meta`."""
    for value in _values(meta, "unique_together"):
        items = value.items if isinstance(value, code.Display) else []
        inner = [_names(one) for one in items if isinstance(one, code.Display)]
        yield from (one for one in [*inner, _names(value)] if one)
    for value in _values(meta, "constraints"):
        for one in value.items if isinstance(value, code.Display) else []:
            keywords = one.keywords if isinstance(one, code.Call) and _last(one.function) == "UniqueConstraint" else []
            yield from (_names(key.value) for key in keywords if key.name == "fields" and _names(key.value))


def _names(node: code.Expression) -> frozenset[str]:
    items = node.items if isinstance(node, code.Display) else []
    texts = [one.value for one in items if isinstance(one, code.Constant)]
    return frozenset(one for one in texts if isinstance(one, str))


def _last(node: code.Expression) -> str:
    return node.id if isinstance(node, code.Name) else getattr(node, "name", "")


NATIVES: Final[dict[str, Handler]] = {"builtins.__read_unique__": read_unique}
