"""What does an expression of Storm mention?  Columns carry their table, expressions those of all that they are made of.

`Order.customer_id == Customer.id` mentions both tables, `And(...)`, `Select(...)` and `LeftJoin(...)` those of their
parts. `Insert`, `Update` and `Delete` say in addition which table they write once they are executed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link import containers
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.storm_models import STORM, column, records
from boundary.link.values import BOTTOM, UNKNOWN, ClassAtom, Container, Instance, strings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.arguments import Arguments
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Atom, Value
    from boundary.model.scan import Operation

EXPR: Final = "storm.expr.Expr"
CONDITION: Final = "storm.condition"
WRITES: Final[dict[str, Operation]] = {"Insert": "insert", "Update": "update", "Delete": "delete"}
TABLE_AT: Final = {"Insert": 1, "Update": 2, "Delete": 1}
"""Where the table of such a statement stands among its arguments."""
TEXTS: Final = frozenset({"SQL", "SQLRaw"})
NAMED: Final = frozenset({"Table", "Alias"})


def members_of(value: Value) -> Iterator[Atom]:
    """The atoms of a value, those in lists, tuples and dicts too."""
    for atom in value:
        if isinstance(atom, Container):
            for part in containers.parts(atom):
                yield from members_of(part)
            for key, _ in atom.entries or () if atom.kind == "dict" else ():
                if isinstance(key, tuple):
                    yield from (one for one in key if isinstance(one, Instance))
        else:
            yield atom


def tables_in(interpreter: Interpreter, values: Iterable[Value]) -> frozenset[str]:
    """The tables that values mention: those of mapped classes, of columns and of expressions."""
    found: set[str] = set()
    for value in values:
        for atom in members_of(value):
            cls = atom.cls if isinstance(atom, ClassAtom) else atom.model if isinstance(atom, Instance) else None
            record = records(interpreter).of(cls)
            if record is not None:
                found.add(record.table)
            if isinstance(atom, Instance):
                found |= atom.joins
    return frozenset(found)


def is_used(interpreter: Interpreter) -> bool:
    """Whether a program imports Storm."""
    return interpreter.frameworks.imports("storm")


def expression(evaluator: Evaluator, tables: frozenset[str], cls: ClassInfo | None = None) -> Value:
    """An expression that mentions tables."""
    made = cls or evaluator.interpreter.library_class(EXPR)
    return evaluator.atoms.instance(made, joins=tables) if made is not None else UNKNOWN


def written(evaluator: Evaluator, name: str, arguments: Arguments) -> str | None:
    """The table that `Insert(...)`, `Update(...)` or `Delete(...)` writes: its own, else that of its columns."""
    given = arguments.get(TABLE_AT[name], "table") or arguments.get(2, "default_table") or BOTTOM
    texts = strings(given)
    found = texts[:1] or sorted(tables_in(evaluator.interpreter, [given]))
    columns = [arguments.get(0, "map")] if name != "Delete" else [arguments.get(0, "where")]
    for value in columns if not found else ():
        found = sorted(tables_in(evaluator.interpreter, [value or BOTTOM]))
    return found[0] if found else None


class Expressions(Hook):
    """Expressions: made of others, and said more of."""

    base = EXPR

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`And(...)`, `Select(...)`, `Update({Order.total: 1}, Order.id == 2)`."""
        del line
        name = cls.name
        tables = tables_in(evaluator.interpreter, arguments.every())
        if not cls.library or evaluator.interpreter.classes.is_subclass(cls, "storm.references.Reference"):
            return None
        if name in TEXTS:
            more = tables | frozenset(strings(arguments.get(2, "tables") or BOTTOM))
            return evaluator.atoms.instance(cls, joins=more, site=("sql", arguments.get(0, "expr") or UNKNOWN))
        if name in WRITES:
            return evaluator.atoms.instance(cls, joins=tables, site=(name, written(evaluator, name, arguments)))
        if name in NAMED:
            return evaluator.atoms.instance(cls, joins=tables | frozenset(strings(arguments.get(0, "name") or BOTTOM)))
        if name == "Returning":
            return arguments.get(0, "expr") or UNKNOWN
        return expression(evaluator, tables, cls)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """Parts of an expression, as of the columns of a reference."""
        del line
        return expression(evaluator, tables_in(evaluator.interpreter, [atom.alone]))

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Order.id.is_in(...)`."""
        del line
        return None if name.startswith("__") else evaluator.atoms.native(CONDITION, (atom, name))


class Columns(Hook):
    """Columns of a mapped class: of the class an expression, of a row a value of its own."""

    base = "storm.properties.Property"

    def descriptor(self, evaluator: Evaluator, holder: Instance, name: str, held: Instance, line: int) -> Value | None:
        """`order.total`."""
        del evaluator, name, held, line
        return None if holder.cls.library else UNKNOWN


class Classes(Hook):
    """Mapped classes, of which columns are asked for."""

    base = STORM

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Order.total`, `Order.customer`: they mention the class."""
        del line
        kind = column(evaluator.interpreter, atom.cls, name)
        record = records(evaluator.interpreter).of(atom.cls) if kind is not None else None
        return evaluator.atoms.instance(kind, model=atom.cls) if kind is not None and record is not None else None


def condition(call: NativeCall) -> Value:
    """`Order.id.is_in(Select(...))`: an expression with the tables of both."""
    atom, _ = call.receiver
    return expression(call.evaluator, tables_in(call.interpreter, [atom.alone, *call.arguments.every()]))


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`(Order.id == Line.order_id) & (Line.left > 0)`."""
    made = evaluator.interpreter.library_class(EXPR) if is_used(evaluator.interpreter) else None
    if made is None:
        return None
    derives = evaluator.interpreter.classes.derives
    if not any(isinstance(one, Instance) and derives(one.cls, made) for value in values for one in value):
        return None
    return expression(evaluator, tables_in(evaluator.interpreter, values))


combined = operated


def expressions_in(interpreter: Interpreter, value: Value) -> list[Instance]:
    """The expressions among values."""
    made = interpreter.library_class(EXPR)
    held = [one for one in members_of(value) if isinstance(one, Instance)]
    return [one for one in held if made is not None and interpreter.classes.derives(one.cls, made)]


NEEDS: Final = ("storm",)
HOOKS: Final = (Expressions(), Columns(), Classes())
NATIVES: Final[dict[str, Handler]] = {CONDITION: condition}
