"""What do the fields of a document lead to?  References, parts, files, counters; by themselves or in lists and dicts.

    customer = ReferenceField("Customer", reverse_delete_rule=CASCADE)
    lines = EmbeddedDocumentListField(Line)
    tags = ListField(LazyReferenceField(Tag))
    subject = GenericReferenceField(choices=[Order, "Invoice"])

A call that a field is handed to, as a helper that notes something about it, gives that field. A class of fields of the
project's own that takes a `document_type` is taken for one of references: what is read through it is inferred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled tuple looks the classes of its fields up
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, ClassAtom, Constant, by_age
from boundary.link.frameworks import records as mapped
from boundary.link.members import containers
from boundary.link.syntax.kinds import CALL, FUNCTION
from boundary.link.syntax.walking import given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

DOCUMENT: Final = "mongoengine.document.Document"
PART: Final = "mongoengine.document.EmbeddedDocument"
ANY_DOCUMENT: Final = "mongoengine.base.document.BaseDocument"
FIELD: Final = "mongoengine.base.fields.BaseField"
KINDS: Final[dict[str, str]] = {
    "ReferenceField": "reference",
    "CachedReferenceField": "reference",
    "GenericReferenceField": "reference",
    "LazyReferenceField": "lazy",
    "GenericLazyReferenceField": "lazy",
    "EmbeddedDocumentField": "part",
    "GenericEmbeddedDocumentField": "part",
    "EmbeddedDocumentListField": "parts",
    "ListField": "list",
    "DictField": "dict",
    "FileField": "file",
    "SequenceField": "counter",
    "BaseField": "plain",
}
"""What the fields of the library are, those below them included."""
OWN: Final = "own"
TARGET: Final = "document_type"
FILES: Final = "fs"
COUNTERS: Final = "mongoengine.counters"
RULES: Final = {1: "SET NULL", 2: "CASCADE", 3: "DENY", 4: "PULL"}
"""What `reverse_delete_rule` says, as keys of other databases are told, or as mongoengine calls it."""


class Held(NamedTuple):
    """What a field holds: of which kind, of which classes, in a "list" or "dict" of them.

    `rule` is what the deletion of what a reference leads to does; `name`, the collection of files or counters; `own`,
    whether the project says itself how a reference is followed.
    """

    kind: str
    targets: tuple[ClassInfo, ...] = ()
    many: str = ""
    rule: str | None = None
    name: str = ""
    required: bool = False
    line: int = 0
    own: bool = False


def held_by(interpreter: Interpreter, cls: ClassInfo) -> dict[str, Held]:
    """What the fields of a class of documents, or of parts of them, hold, by their names."""
    known: dict[ClassInfo, dict[str, Held]] = interpreter.frameworks.state.setdefault("mongoengine fields", {})
    if cls not in known:
        known[cls] = {}  # asked for again while it is being found out
        found: dict[str, Held] = {}
        for name, call, owner in mapped.made(interpreter, cls, bool):
            held = _held(interpreter.class_evaluator(owner), call, cls)
            if held is not None:
                found[name] = held
        known[cls] = found
    return known[cls]


def _held(evaluator: Evaluator, call: code.Call, cls: ClassInfo) -> Held | None:
    """What the field that a call makes holds; None where it makes none."""
    kind = _kind(evaluator, evaluator.evaluate(call.function))
    if not kind:
        inner = next((one for one in call.arguments if type(one) is CALL), None)
        return _held(evaluator, inner, cls) if inner is not None else None
    said = _Said(evaluator, call)
    required = truth(said.value(-1, "required")) is True
    if kind.startswith(OWN):
        targets = _classes(evaluator, said.value(0, TARGET), cls, DOCUMENT)
        documents = tuple([one for one in targets if evaluator.interpreter.classes.is_subclass(one, DOCUMENT)])
        many = "list" if kind != OWN else ""
        return Held("reference", documents, many, line=call.line, own=True) if documents else Held("plain")
    if kind in {"list", "dict"}:
        first = given(call, 0, "field")
        inner_held = _held(evaluator, first, cls) if type(first) is CALL else None
        return (inner_held or Held("plain"))._replace(many=kind)
    if kind == "parts":
        return Held("part", _classes(evaluator, said.value(0, "document_type"), cls, PART), "parts", line=call.line)
    if kind == "part":
        classes = said.value(0, "document_type") or said.choices()
        return Held("part", _classes(evaluator, classes, cls, PART), required=required, line=call.line)
    if kind in {"reference", "lazy"}:
        named = said.value(0, "document_type") or said.choices()
        rule = next((RULES.get(one) for one in said.numbers("reverse_delete_rule")), None)
        targets = _classes(evaluator, named, cls, DOCUMENT)
        return Held(kind, targets, rule=rule, required=required, line=call.line)
    if kind in {"file", "counter"}:
        default = FILES if kind == "file" else COUNTERS
        position = 2 if kind == "file" else 0
        return Held(kind, name=mapped.text(said.value(position, "collection_name")) or default, line=call.line)
    return Held(kind)


class _Said:
    """What the arguments of a call in the body of a class say."""

    __slots__ = ("_call", "_evaluator")

    def __init__(self, evaluator: Evaluator, call: code.Call) -> None:
        self._evaluator, self._call = evaluator, call

    def value(self, position: int, name: str) -> Value:
        node = given(self._call, position, name)
        return self._evaluator.evaluate(node) if node is not None else BOTTOM

    def choices(self) -> Value:
        return self.value(-1, "choices")

    def numbers(self, name: str) -> list[int]:
        found = [one.value for one in self.value(-1, name) if isinstance(one, Constant)]
        return [one for one in found if isinstance(one, int)]


def _kind(evaluator: Evaluator, callee: Value) -> str:
    """Which kind of fields a class makes that is called; nothing where it is none of fields."""
    for atom in callee:
        if isinstance(atom, ClassAtom) and evaluator.interpreter.classes.is_subclass(atom.cls, FIELD):
            above = evaluator.interpreter.classes.mro(atom.cls)
            kind = next((KINDS[one.name] for one in above if one.library and one.name in KINDS), "plain")
            if kind == "plain" and _takes_class(above):
                return f"{OWN} list" if "List" in atom.cls.name else OWN
            return kind
    return ""


def _takes_class(above: list[ClassInfo]) -> bool:
    """Whether a project's own class of fields is made with the class of what it holds."""
    made = [one.bindings["__init__"][-1].statement for one in above if not one.library and "__init__" in one.bindings]
    return bool(made) and type(made[0]) is FUNCTION and [one.name for one in made[0].parameters[1:2]] == [TARGET]


def _classes(evaluator: Evaluator, value: Value, cls: ClassInfo, base: str) -> tuple[ClassInfo, ...]:
    """The classes that a field names: itself, by name, or several in a list."""
    found: dict[ClassInfo, None] = {}
    for one in _each(value):
        for atom in by_age(one):
            if isinstance(atom, ClassAtom):
                found[atom.cls] = None
        for text in strings(one):
            named = [cls] if text == "self" else mapped.called(evaluator.interpreter, base, text, cls)
            found.update(dict.fromkeys(named))
    return tuple(found)


def _each(value: Value) -> Iterator[Value]:
    yield value
    for atom in by_age(value):
        yield from containers.members(atom.alone) or ()
