"""Which classes does a program find by asking a mapper?  `Order.__mapper__.self_and_descendants`, `inspect(Order)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, ClassAtom, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.listed import listed
from boundary.link.frameworks.sqlalchemy.models import MAPPER, mappings
from boundary.link.frameworks.sqlalchemy.states import SESSION, SESSIONS

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall


TABLES: Final = frozenset({"local_table", "mapped_table", "persist_selectable"})
"""Attributes of a mapper that are the table of its class."""


def mapper_of(evaluator: Evaluator, cls: ClassInfo) -> Value:
    """The mapper of a mapped class; nothing for any other class."""
    mapper = evaluator.interpreter.library_class(MAPPER)
    if mapper is None or mappings(evaluator.interpreter).add(cls) is None:
        return BOTTOM
    return evaluator.atoms.instance(mapper, model=cls)


def below(evaluator: Evaluator, cls: ClassInfo) -> list[ClassInfo]:
    """A mapped class and those that inherit from it, each once."""
    found, stack = {cls: None}, [cls]
    while stack:
        for one in stack.pop().subclasses:
            if one not in found and mappings(evaluator.interpreter).add(one) is not None:
                found[one] = None
                stack.append(one)
    return list(found)


class MapperHook(Hook):
    """What a mapper says of its class."""

    base = MAPPER

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`mapper.class_`, `.local_table`, `.tables`, `.self_and_descendants`, `.base_mapper`."""
        del line
        if atom.model is None:
            return None
        if name in {"class_", "entity"}:
            return evaluator.atoms.class_(atom.model)
        if name == "mapper":
            return atom.alone
        if name in SESSIONS:  # what `inspect(order)` gives knows the session of the order
            session = evaluator.interpreter.library_class(SESSION)
            return evaluator.atoms.instance(session) if session is not None else None
        if name in TABLES:
            return evaluator.interpreter.attributes.get(evaluator, evaluator.atoms.class_(atom.model), "__table__", 0)
        if name == "tables":
            return self._tables(evaluator, atom.model)
        if name in {"self_and_descendants", "polymorphic_map"}:
            held = join(mapper_of(evaluator, one) for one in below(evaluator, atom.model))
            return evaluator.atoms.container("dict" if name == "polymorphic_map" else "list", held)
        if name in {"inherits", "base_mapper"}:
            return self._above(evaluator, atom.model, furthest=name == "base_mapper")
        return listed(evaluator, atom.model, name)

    @staticmethod
    def _tables(evaluator: Evaluator, cls: ClassInfo) -> Value:
        """The tables of a class and of those that it inherits from."""
        above = [one for one in evaluator.interpreter.classes.mro(cls) if mapper_of(evaluator, one)]
        get = evaluator.interpreter.attributes.get
        held = [get(evaluator, evaluator.atoms.class_(one), "__table__", 0) for one in above]
        tables = list(dict.fromkeys(held))
        return evaluator.atoms.container("list", join(tables), (tables[0],) if len(tables) == 1 else None)

    @staticmethod
    def _above(evaluator: Evaluator, cls: ClassInfo, *, furthest: bool) -> Value:
        mapped = [one for one in evaluator.interpreter.classes.mro(cls)[1:] if mapper_of(evaluator, one)]
        if not mapped:
            return mapper_of(evaluator, cls) if furthest else evaluator.atoms.none
        return mapper_of(evaluator, mapped[-1] if furthest else mapped[0])


def inspected(call: NativeCall) -> Value:
    """`inspect(Order)`, `get_mapper(order)`: the mapper of a class or object; all else is not followed."""
    found = join(mapper_of(call.evaluator, atom.cls) for atom in call.first if isinstance(atom, (ClassAtom, Instance)))
    return found or call.atoms.external(call.name)


def mapper_of_object(call: NativeCall) -> Value:
    """`object_mapper(order)`: the mapper of its class."""
    found = join(mapper_of(call.evaluator, atom.cls) for atom in call.first if isinstance(atom, Instance))
    return found or call.atoms.external(call.name)


HOOKS: Final = (MapperHook(),)
NATIVES: Final[dict[str, Handler]] = {
    "sqlalchemy.inspect": inspected,
    "sqlalchemy.inspection.inspect": inspected,
    "sqlalchemy.orm.class_mapper": inspected,
    "sqlalchemy_utils.get_mapper": inspected,
    "sqlalchemy_utils.functions.get_mapper": inspected,
    "sqlalchemy.orm.object_mapper": mapper_of_object,
}
