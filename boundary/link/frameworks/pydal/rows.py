"""What do rows of pydal lead to?  A reference to its row, a row to those that refer to it, and back to the database.

    dog.owner.name              reads person            person.dog.select()         the dogs that refer to a person
    dog.update_record(name="x"), dog.delete_record()    row.dog.name                of a row of several tables

A reference is a number until something of it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.pydal.queries import SET
from boundary.link.frameworks.pydal.tables import tables, touch

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

ROW: Final = "pydal.objects.Row"
ROWS: Final = "pydal.objects.Rows"
LINK: Final = "pydal.objects.Reference"
OF: Final = "pydal rows of"
"""What the site of a row, of rows and of a reference says before the tables that they are of, as rows call them."""
WRITING: Final = frozenset({"update_record", "delete_record"})
DONE: Final = "pydal.record"


def of_tables(evaluator: Evaluator, dotted: str, names: tuple[tuple[str, str], ...]) -> Value:
    """A row, or rows, of tables: pairs of what they are called in rows and their names."""
    made = evaluator.interpreter.library_class(dotted)
    return UNKNOWN if made is None else evaluator.atoms.instance(made, site=(OF, names))


def row(evaluator: Evaluator, name: str) -> Value:
    """A row of one table."""
    return of_tables(evaluator, ROW, ((name, name),))


def maybe(evaluator: Evaluator, name: str) -> Value:
    """A row of one table, or None where there is none."""
    return row(evaluator, name) | evaluator.atoms.none


def names_of(atom: object) -> tuple[tuple[str, str], ...]:
    """The tables that a row is of."""
    site = atom.site if isinstance(atom, Instance) else None
    return site[1] if isinstance(site, tuple) and site[0] == OF else ()


class Rows(Hook):
    """Rows, one by one."""

    base = ROW

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`dog.owner`, `person.dog`, `row.dog`."""
        names = names_of(atom)
        if name.startswith("__"):
            return None
        if len(names) == 1:
            return _member(evaluator, names[0][1], name, line)
        for called, table in names:
            if called == name:
                return row(evaluator, table)
        return UNKNOWN


def _member(evaluator: Evaluator, table: str, name: str, line: int) -> Value:
    """What a row of a table has under a name."""
    if name in WRITING:
        return evaluator.atoms.native(DONE, (table, name))
    held = tables(evaluator.interpreter)
    one = held.named(table, evaluator.context)
    said = one.fields.get(name) if one is not None else None
    if said is not None and said.shown:
        if said.on_delete == "method":
            return evaluator.atoms.native("pydal.shown", (table, said.shown))
        return evaluator.interpreter.calls.call(evaluator, said.shown, Arguments((row(evaluator, table),)), line)
    if said is not None and said.target:
        return of_tables(evaluator, LINK, ((name, said.target),)) | evaluator.atoms.none
    if name == table:  # rows of one table can be asked by its name, too
        return row(evaluator, table)
    made = evaluator.interpreter.library_class(SET)
    if made is not None and any(other.name == name for other, _ in held.pointing(table, evaluator.context)):
        return evaluator.atoms.instance(made, joins=frozenset({name}))
    return UNKNOWN


class References(Hook):
    """References: numbers that lead to a row."""

    base = LINK

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`dog.owner.name`: the row is read."""
        if name.startswith("__"):
            return None
        found = []
        for _, table in names_of(atom):
            if name != "id":
                touch(evaluator, table, "read", line)
            one = tables(evaluator.interpreter).named(table, evaluator.context)
            has = one is not None and name in one.fields  # what its row has beside, such as `update_record`, it has not
            found.append(_member(evaluator, table, name, line) if has else UNKNOWN)
        return join(found) or UNKNOWN


class ManyRows(Hook):
    """Rows as a query gives them."""

    base = ROWS

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for dog in rows`, `rows[0]`."""
        del line
        return one_of(evaluator, atom)


def one_of(evaluator: Evaluator, atom: object) -> Value:
    """One of rows."""
    names = names_of(atom)
    return of_tables(evaluator, ROW, names) if names else UNKNOWN


def shown(call: NativeCall) -> Value:
    """`row.total()` of a `Field.Method`."""
    table, given = call.receiver
    arguments = call.arguments.after(row(call.evaluator, table))
    return call.interpreter.calls.call(call.evaluator, given, arguments, call.line)


def picked(call: NativeCall) -> Value:
    """`rows.first()`, `rows.last()`."""
    return one_of(call.evaluator, call.receiver) | call.atoms.none


def same(call: NativeCall) -> Value:
    """`rows.sort(key)`, `rows.find(condition)`: rows again, once the function was asked of each."""
    arguments = Arguments((one_of(call.evaluator, call.receiver),))
    call.interpreter.calls.call(call.evaluator, call.first, arguments, call.line)
    return call.receiver.alone if isinstance(call.receiver, Instance) else UNKNOWN


def rendered(call: NativeCall) -> Value:
    """`rows.render()`: a generator of rows, or one."""
    held = one_of(call.evaluator, call.receiver)
    return held if call.arguments.positional else call.atoms.container("list", held)


def is_row(interpreter: Interpreter, atom: object) -> bool:
    """Whether an object is a row."""
    return isinstance(atom, Instance) and interpreter.classes.is_subclass(atom.cls, ROW)


HOOKS: Final = (Rows(), References(), ManyRows())
NATIVES: Final[dict[str, Handler]] = {
    "pydal.shown": shown,
    f"{ROWS}.first": picked,
    f"{ROWS}.last": picked,
    f"{ROWS}.find": same,
    f"{ROWS}.exclude": same,
    f"{ROWS}.sort": same,
    f"{ROWS}.render": rendered,
}
