"""Which collections and keys do mongoengine's documents have?  `meta`, default names, references, parts of documents.

    class ShopOrder(Document):                                   shop_order
        meta = {"collection": "orders", "allow_inheritance": True}
    class Gift(ShopOrder): ...                                   the same: rows of both stand there

A class whose own `meta` says `abstract` has none. A reference inside of a part of a document is a key of the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import truth
from boundary.link.domain.values import BOTTOM, Function, Wrapped
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.mongoengine.fields import DOCUMENT, held_by
from boundary.link.frameworks.records import Mapper, Relation, text
from boundary.link.members import containers
from boundary.model.scan import ForeignKey, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.mongoengine.fields import Held
    from boundary.link.frameworks.records import Record, Records

DEEPEST: Final = 4
"""How many parts of parts a key is looked for in."""


def said(interpreter: Interpreter, cls: ClassInfo, name: str) -> Value:
    """What a class's own `meta` says."""
    return (containers.pairs(interpreter.classes.own(cls, "meta")) or {}).get(name, BOTTOM)


def inherited(interpreter: Interpreter, cls: ClassInfo, name: str) -> Value:
    """The same, or what the nearest class above it says."""
    return next((found for one in interpreter.classes.mro(cls) if (found := said(interpreter, one, name))), BOTTOM)


def is_abstract(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class of documents has no collection itself."""
    return cls.library or truth(said(interpreter, cls, "abstract")) is True


def concrete(interpreter: Interpreter, cls: ClassInfo) -> list[ClassInfo]:
    """A class and those above it whose documents have a collection, the nearest first."""
    is_document = interpreter.classes.is_subclass
    above = interpreter.classes.mro(cls)
    return [one for one in above if is_document(one, DOCUMENT) and not is_abstract(interpreter, one)]


def _collection(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """The collection of a class: the one of the topmost class that has any."""
    kept_in = concrete(interpreter, cls)
    if not kept_in or kept_in[0] is not cls:
        return None
    interpreter.frameworks.stores_read.add("mongoengine")
    top = kept_in[-1]
    told = inherited(interpreter, top, "collection")
    function = frozenset([one for one in told if isinstance(one, (Function, Wrapped))])
    if function:
        given = Arguments((interpreter.atoms.class_(top),))
        told = interpreter.calls.call(interpreter.class_evaluator(top), function, given, top.line)
    return text(told) or underscored(top.name)


def underscored(name: str) -> str:
    """`ShopOrder` as its collection is called: `shop_order`; each capital is a word."""
    return "".join([f"_{one}" if one.isupper() else one for one in name]).strip("_").lower()


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """References, those of the parts of a document under `part.name`; those of classes above are theirs."""
    for path, target, held in references(interpreter, cls):
        yield Relation(path, target, None, held.rule, None, held.line, nullable=not held.required)


def references(
    interpreter: Interpreter, cls: ClassInfo, before: str = "", depth: int = 0
) -> Iterator[tuple[str, ClassInfo, Held]]:
    """The references of documents of a class, each with the names that lead to it and the class that it leads to."""
    for name, held in held_by(interpreter, cls).items():
        for number, target in enumerate(held.targets):
            path = f"{before}{name}"
            if held.kind in {"reference", "lazy"}:
                yield (path if not number else f"{path} ({target.name})"), target, held
            elif held.kind == "part" and depth < DEEPEST:
                yield from references(interpreter, target, f"{path}.", depth + 1)


MAPPER: Final = Mapper(DOCUMENT, _collection, _relations, column="{}".format)


def records(interpreter: Interpreter) -> Records:
    """The documents of mongoengine."""
    return mapped.records(interpreter, MAPPER)


def pointing(interpreter: Interpreter, cls: ClassInfo) -> list[tuple[Record, Relation]]:
    """The references to documents of a class, or of one above it, whose deletion does something."""
    held = records(interpreter)
    found: dict[tuple[str, str | None], tuple[Record, Relation]] = {}
    for one in concrete(interpreter, cls):
        record = held.linked(one)
        for holder, relation in held.pointing(record) if record is not None else ():
            if relation.on_delete is not None:
                found.setdefault((f"{holder.table}.{relation.name}", relation.on_delete), (holder, relation))
    return list(found.values())


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The collections of mongoengine's documents, and their references, each once: classes may share one."""
    seen: set[tuple[str, ...]] = set()
    by_inheritance: list[Table | ForeignKey] = []
    for one in records(interpreter).described():
        key = (one.name,) if isinstance(one, Table) else (one.from_, one.to, one.column)
        if key not in seen:
            seen.add(key)
            by_inheritance.append(one)
    yield from by_inheritance
    for cls in list(interpreter.program.classes):
        record = records(interpreter).of(cls)
        for held in held_by(interpreter, cls).values() if record is not None else ():
            for name in kept_beside(held):
                if (name,) not in seen:
                    seen.add((name,))
                    yield Table(name=name, file=cls.module.file, line=held.line)


def kept_beside(held: Held) -> tuple[str, ...]:
    """The collections that a field keeps what it holds in, beside that of the document."""
    if held.kind == "file":
        return f"{held.name}.files", f"{held.name}.chunks"
    return (held.name,) if held.kind == "counter" else ()
