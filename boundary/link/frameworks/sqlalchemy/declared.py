"""What does the body of a declarative class say?  Its attributes, its mixins', and what `declared_attr` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, ClassAtom, Container, Function, Pattern, Wrapped, by_age
from boundary.link.frameworks.sqlalchemy.annotated import column_behind
from boundary.link.frameworks.sqlalchemy.schema import metadata_schema
from boundary.link.frameworks.sqlalchemy.specs import SQLMODEL, is_package_own, text_of
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN, FUNCTION, NAME, SUBSCRIPT
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

DECLARED: Final = "declared"
ASSIGNED: Final = "sqlalchemy assigned"
"""Under which a class remembers what it is given outside its body: `User.orders = relationship(Order)`."""
MAPPED: Final = frozenset({"Mapped", "WriteOnlyMapped", "DynamicMapped"})
CONFIGURATION: Final = "model_config"
OF_THE_CLASS: Final = "ClassVar"
"""What an SQLModel annotates that is no field, beside what is private."""


class Declared:
    """Reads class bodies."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._classes = interpreter.classes

    def attributes(self, cls: ClassInfo, *, own: bool = False) -> Iterator[tuple[str, Value, code.Expression | None]]:
        """The attributes of a class and its mixins, by name: what they hold, and their `Mapped[...]` annotation."""
        seen: set[str] = set()
        for base in [cls] if own else self._classes.mro(cls):
            if is_package_own(base):
                continue
            if base is not cls and base.data.get("sqlalchemy mapped"):
                continue
            for name in (*base.bindings, *base.made):
                if name in seen or (name.startswith("__") and name.endswith("__")):
                    continue
                found = self._attribute(base, name, cls)
                if found is not None:
                    seen.add(name)
                    yield name, *found
        if not own:
            yield from [(name, held, None) for name, held in cls.data.get(ASSIGNED, {}).items()]

    def _attribute(self, base: ClassInfo, name: str, cls: ClassInfo) -> tuple[Value, code.Expression | None] | None:
        """What one attribute of a class holds for a class below it, and its `Mapped[...]` annotation."""
        if name in base.made:
            return base.made[name], None
        statement = base.bindings[name][-1].statement
        if type(statement) is ASSIGN:
            annotation = statement.annotation
            held = (
                self._classes.own(base, name) if statement.value is not None else self._brought(base, name, annotation)
            )
            return held, annotation if self._is_told_by(name, annotation, cls) else None
        if type(statement) is FUNCTION and statement.decorators:
            value = self._given(base, name, cls)
            return (value, None) if value else None
        return None

    def _brought(self, base: ClassInfo, name: str, annotation: code.Expression | None) -> Value:
        """The column that an annotation alone brings along: the attribute of the class, as if the body said so."""
        mapped = mapped_parts(annotation)
        if mapped is None:
            return BOTTOM
        held = column_behind(self._interpreter, base.module, mapped[1])
        if held:
            base.values[name] = held
        return held

    def _is_told_by(self, name: str, annotation: code.Expression | None, cls: ClassInfo) -> bool:
        """Whether an annotation is part of the mapping: `Mapped[...]`, and of an SQLModel that of each field.

        There `note: str | None = None` is a column, as if it said `Field(default=None)`.
        """
        if annotation is None or mapped_parts(annotation) is not None:
            return annotation is not None
        if name == CONFIGURATION or name.startswith("_") or not self._classes.is_subclass(cls, SQLMODEL):
            return False
        return last_name(annotation.value if type(annotation) is SUBSCRIPT else annotation) != OF_THE_CLASS

    def own(self, cls: ClassInfo, name: str) -> Value:
        """A class attribute as the class itself or a mixin gives it, `declared_attr` called."""
        for base in self._classes.mro(cls):
            if says(base, name) and not is_package_own(base):
                if base is not cls and base.data.get("sqlalchemy mapped"):
                    return BOTTOM
                return self._given(base, name, cls) or self._classes.own(base, name)
        return BOTTOM

    def texts(self, cls: ClassInfo, name: str, *, own: bool = False, holder: ClassInfo | None = None) -> list[str]:
        """The strings of a class attribute: of the class itself, of one `holder`, or of any class above."""
        holders = [holder] if holder is not None else [cls] if own else self._classes.mro(cls)
        for base in holders:
            if says(base, name) and not is_package_own(base):
                held = self._given(base, name, cls) or self._classes.own(base, name)
                return strings(held)
        return []

    def pieces(self, cls: ClassInfo, name: str, holder: ClassInfo) -> tuple[str, str] | None:
        """What stands before and behind the part of a string that is not known, where there is one such part."""
        for atom in self._given(holder, name, cls):
            if isinstance(atom, Pattern) and atom.pieces.count(None) == 1:
                hole = atom.pieces.index(None)
                before, behind = atom.pieces[:hole], atom.pieces[hole + 1 :]
                return "".join(one or "" for one in before), "".join(one or "" for one in behind)
        return None

    def schema(self, cls: ClassInfo) -> str | None:
        """The schema of a class's table: its `__table_args__`, else its metadata's."""
        found = text_of(option_in(self.table_args(cls), "schema"))
        if found is not None:
            return found
        _, metadata = self._classes.lookup(cls, "metadata")
        return metadata_schema(metadata)

    def table_args(self, cls: ClassInfo) -> Value:
        """The `__table_args__` of a class, or of the nearest one above that has some."""
        for base in self._classes.mro(cls):
            if says(base, "__table_args__") and not is_package_own(base):
                return self._given(base, "__table_args__", cls) or self._classes.own(base, "__table_args__")
        return BOTTOM

    def _given(self, base: ClassInfo, name: str, cls: ClassInfo) -> Value:
        """What a `declared_attr` (or a function in the place of an option) gives for a class."""
        found: list[Value] = []
        evaluator = self._interpreter.class_evaluator(base)
        (receiver,) = self._interpreter.atoms.class_(cls)
        for atom in self._classes.own(base, name):
            functions: list[Function] = []
            if isinstance(atom, Wrapped) and atom.kind == DECLARED:
                functions = [one for inner in atom.inner for one in _functions(inner)]
            elif name.startswith("__") and name != "__init__":
                functions = _functions(atom)
            for one in functions:
                bound = self._interpreter.atoms.function(one.function, receiver, one.closure, one.traits)
                found.append(self._interpreter.calls.call(evaluator, bound, NO_ARGUMENTS, 0))
        return join(found)


def says(cls: ClassInfo, name: str) -> bool:
    """Whether a class itself has an attribute: in its body, or in the namespace that `type` made it of.

    An annotation alone (`__tablename__: str` in a mixin) says that the classes below have it.
    """
    return name in cls.made or any(_gives(one.statement) for one in cls.bindings.get(name, ()))


def _gives(statement: code.Node) -> bool:
    return type(statement) is not ASSIGN or statement.value is not None


def _functions(atom: object) -> list[Function]:
    if isinstance(atom, Wrapped):
        return [one for inner in atom.inner for one in _functions(inner)]
    return [atom] if isinstance(atom, Function) else []


def option_in(value: Value, name: str) -> Value | None:
    """An option that `__table_args__` gives, in its dict or in the dict at the end of its tuple.

    Of a tuple that has others spread in it (`(check, *constraints())`), in whichever member is a dict.
    """
    for atom in value:
        held = atom.alone
        pairs = containers.pairs(held)
        if pairs is not None and name in pairs:
            return pairs[name]
        members = containers.members(held)
        if members is None and isinstance(atom, Container) and atom.kind == "tuple":
            members = tuple(one.alone for one in by_age(atom.element) if isinstance(one, Container))
        for member in members or ():
            found = option_in(member, name)
            if found is not None:
                return found
    return None


def mapped_parts(annotation: code.Expression | None) -> tuple[str, code.Expression] | None:
    """Which of `Mapped`, `WriteOnlyMapped`, `DynamicMapped` an annotation is, and what stands in it."""
    if type(annotation) is not SUBSCRIPT:
        return None
    value = annotation.value
    name = value.id if type(value) is NAME else getattr(value, "name", "")
    return (name, annotation.index) if name in MAPPED else None


__all__ = ["ClassAtom", "Declared"]
