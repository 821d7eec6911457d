"""What do Storm's rows do?  A reference reads its row; what is set is written when the store flushes.

An object that is made is no row until a store has it: by `store.add(order)`, or as soon as it is made to refer to one
that has a row (`order.customer = customer`), which puts both into the store of either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Constant, Instance
from boundary.link.evaluator.stores import ANY_NAME
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.records import doubt
from boundary.link.frameworks.storm.models import STORM, column, others, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.storm.models import Others
    from boundary.model.scan import Operation

RESULT: Final = "storm.store.ResultSet"
BOUND: Final = "reference set"


class Rows(Hook):
    """Rows: made, referred to, changed."""

    base = STORM

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Order(customer)`: an object that no store has yet."""
        if records(evaluator.interpreter).of(cls) is None:
            return None
        value = evaluator.atoms.instance(cls, stored=False)
        evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        return value

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.customer`, `customer.orders`."""
        record = records(evaluator.interpreter).linked(atom.cls)
        if record is None:
            return None
        relation = record.relations.get(name)
        if relation is not None:
            return mapped.followed(evaluator, records(evaluator.interpreter), atom, relation.target, line)
        back = others(evaluator.interpreter, atom.cls).get(name)
        if back is None:
            return None
        if back.single:
            mapped.touch(evaluator, records(evaluator.interpreter).of(back.target), "read", line)
            return mapped.maybe(evaluator, back.target, guessed=atom.guessed)
        return reference_set(evaluator, atom, back)

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`order.total = 1`, `order.customer = customer`."""
        interpreter = evaluator.interpreter
        record = records(interpreter).linked(atom.cls)
        if record is not None and name == ANY_NAME and atom.stored is not False:
            _write(evaluator, atom.cls, "update", line, atom)
        if record is None or column(interpreter, atom.cls, name) is None:
            return False
        back = others(interpreter, atom.cls).get(name)
        if back is not None:  # the key is the other row's
            _write(evaluator, back.target, "update", line, atom)
        elif atom.stored is not False:
            _write(evaluator, atom.cls, "update", line, atom)
        elif name in record.relations and _may_refer(value):
            _write(evaluator, atom.cls, "insert", line, atom)
        for one in value if name in record.relations else ():
            if isinstance(one, Instance) and one.stored is False and atom.stored is not False:
                _write(evaluator, one.cls, "insert", line, one)
        return True


def _may_refer(value: Value) -> bool:
    """Whether a value may be a row: None is none, nor is what the database makes of an expression."""
    return any(not isinstance(atom, Constant) for atom in value)


def _write(evaluator: Evaluator, cls: ClassInfo, op: Operation, line: int, atom: Instance) -> None:
    with evaluator.believed(doubt(atom)):
        mapped.touch(evaluator, records(evaluator.interpreter).of(cls), op, line)


def reference_set(evaluator: Evaluator, atom: Instance, back: Others) -> Value | None:
    """The rows that refer to a row."""
    made = evaluator.interpreter.library_class(RESULT)
    if made is None:
        return None
    joins = frozenset({back.between}) if back.between else frozenset()
    site = (BOUND, back.between)
    return evaluator.atoms.instance(made, model=back.target, joins=joins, site=site, guessed=atom.guessed)


def rows_in(evaluator: Evaluator, value: Value) -> Iterator[Instance]:
    """The objects of mapped classes that a value may be."""
    held = records(evaluator.interpreter)
    for atom in value:
        if isinstance(atom, Instance) and held.of(atom.cls) is not None:
            yield atom


NEEDS: Final = ("storm",)
HOOKS: Final = (Rows(),)
