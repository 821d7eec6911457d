"""Which tables does code declare to pydal?  `db.define_table("dog", Field("owner", "reference person"))`, by names.

    db.define_table("dog", Field("name"), Field("owner", db.person, ondelete="SET NULL"), auth.signature, rname="dogs")

A table that is given among the fields lends its own. What is read of a declaration is told to who asked before it came:
code may run before the function that declares a table has been followed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.domain.asking import functions, strings, truth
from boundary.link.domain.joining import join, uncollected
from boundary.link.domain.values import (
    BOTTOM,
    UNKNOWN,
    Container,
    Instance,
    Value,
    by_age,
)
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers
from boundary.model.scan import ForeignKey, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

DAL: Final = "pydal.base.DAL"
TABLE: Final = "pydal.objects.Table"
FIELD: Final = "pydal.objects.Field"
STATE: Final = "pydal tables"
DECLARED: Final = "pydal declared"
NAMED: Final = "pydal table"
"""What the site of an object says that stands for a table, before its name and what it is called in a query."""
SPECIFIED: Final = "pydal field"
"""What the site of a field says that no table has yet, before what is said of it."""
REFERENCE: Final = "reference "
LISTED: Final = "list:reference "
SOME: Final = "?"
"""The field of which the name is not known."""
FILLING: Final = ("default", "compute", "update", "filter_in")
"""What a field is given that may be a function, which runs when a row is stored."""
SHOWING: Final = ("virtual", "method")


class Specified(NamedTuple):
    """What is said of a field where it is made."""

    name: str
    target: str = ""
    """The table that it refers to."""
    on_delete: str = "CASCADE"
    looked_up: frozenset[str] | None = None
    """The tables that its validators ask; None for those that pydal gives it."""
    writable: bool = True
    """Whether forms show it."""
    filled: Value = BOTTOM
    """The functions that give it a value when a row is stored."""
    shown: Value = BOTTOM
    """The functions that compute it of a row."""


@dataclass(slots=True, eq=False)
class Declared:
    """One table, as code declares it."""

    name: str
    table: str
    """How it is called in the database."""
    fields: dict[str, Specified] = field(default_factory=dict)
    archive: str = ""
    """The table that keeps what its rows were before."""
    file: str | None = None
    line: int | None = None
    lends: bool = False
    """Whether it is none of the database, and only lends its fields to others."""


class Tables:
    """The tables of a program by their names."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._held: dict[str, Declared] = {}
        self._pointing: dict[str, dict[tuple[str, str], tuple[Declared, Specified]]] = {}

    def named(self, name: str, reader: Context | None) -> Declared | None:
        """What is declared of a table so far; the reader is run again when there is more."""
        self._interpreter.read((DECLARED, name), reader)
        return self._held.get(name)

    def real(self, name: str, reader: Context | None) -> str:
        """How a table is called in the database."""
        found = self.named(name, reader)
        return found.table if found is not None else name

    def pointing(self, name: str, reader: Context | None) -> list[tuple[Declared, Specified]]:
        """The fields that refer to a table, each with the table that has it."""
        self._interpreter.read((DECLARED, name), reader)
        held = self._pointing.get(name, {})
        return [(one, said) for one, said in held.values() if not one.lends and one.fields.get(said.name) is said]

    def every(self) -> list[Declared]:
        """All tables that have been declared so far."""
        return [one for one in self._held.values() if not one.lends]

    def declare(self, name: str, table: str, place: tuple[str, int] | None, *, lends: bool = False) -> Declared:
        """A table of this name is there."""
        held = self._held.get(name)
        if held is None:
            held = self._held[name] = Declared(name, table, lends=lends)
            self._interpreter.frameworks.stores_read.add("pydal")
            self.changed(name)
        if held.file is None and place is not None:
            held.file, held.line = place
        if table not in {name, held.table}:
            held.table = table
            self.changed(name)
        return held

    def add(self, held: Declared, said: Iterable[Specified]) -> None:
        """A table has these fields."""
        grown: dict[str, None] = {}
        for new in said:
            one = both(held.fields.get(new.name), new)
            if held.fields.get(one.name) != one:
                held.fields[one.name] = one
                grown[held.name] = None
                if one.target:
                    self._pointing.setdefault(one.target, {})[held.name, one.name] = held, one
                    grown[one.target] = None
        for name in grown:
            self.changed(name)

    def changed(self, name: str) -> None:
        """More is known of a table: who asked runs again."""
        self._interpreter.changed((DECLARED, name))


def both(old: Specified | None, new: Specified) -> Specified:
    """What is said of a field in one place and another: it only grows, so that it comes to an end."""
    if old is None or old == new:
        return new
    looked_up = new.looked_up if old.looked_up is None else old.looked_up | (new.looked_up or frozenset())
    filled, shown_by = join((old.filled, new.filled)), join((old.shown, new.shown))
    on_delete = old.on_delete if old.target or old.shown else new.on_delete
    writable = old.writable and new.writable
    return Specified(old.name, old.target or new.target, on_delete, looked_up, writable, filled, shown_by)


def tables(interpreter: Interpreter) -> Tables:
    """The tables of a program."""
    found: Tables | None = interpreter.frameworks.state.get(STATE)
    if found is None:
        found = interpreter.frameworks.state[STATE] = Tables(interpreter)
    return found


def declared_as(evaluator: Evaluator, atom: object) -> Declared | None:
    """What is declared of the table that an object stands for."""
    name = name_of(atom)
    return tables(evaluator.interpreter).named(name, evaluator.context) if name else None


def name_of(atom: object) -> str:
    """The name of the table that an object stands for; empty where it is not known."""
    site = atom.site if isinstance(atom, Instance) else None
    return str(site[1]) if isinstance(site, tuple) and site[0] == NAMED else ""


def called_in_rows(atom: object) -> str:
    """What a table is called in the rows of a query: its alias, where it has one."""
    site = atom.site if isinstance(atom, Instance) else None
    return str(site[2] or site[1]) if isinstance(site, tuple) and site[0] == NAMED else ""


def table(evaluator: Evaluator, name: str, alias: str = "") -> Value:
    """The object that stands for a table."""
    made = evaluator.interpreter.library_class(TABLE)
    if made is None:
        return UNKNOWN
    return evaluator.atoms.instance(made, site=(NAMED, name, alias), joins=frozenset({name}))


def touch(evaluator: Evaluator, name: str, op: Operation, line: int, *, because: str | None = None) -> None:
    """Rows of a table are touched."""
    real = tables(evaluator.interpreter).real(name, evaluator.context)
    evaluator.touch(real, op, line, because=because)  # type: ignore[arg-type]


# --- declarations -----------------------------------------------------------------------------------------


def specified(evaluator: Evaluator, arguments: Arguments) -> Value:
    """`Field("owner", "reference person", default=me)`: what a table will be told of it."""
    made = evaluator.interpreter.library_class(FIELD)
    names = strings(arguments.get(0, "fieldname") or BOTTOM)
    if made is None:
        return UNKNOWN
    kind = arguments.get(1, "type") or BOTTOM
    target = next(iter([*_referred(kind, REFERENCE), *_standing_for(kind)]), "")
    listed = frozenset(_referred(kind, LISTED))
    deleting = strings(arguments.keywords.get("ondelete", BOTTOM))
    filled = join(functions(arguments.keywords.get(one, BOTTOM)) for one in FILLING)
    said = Specified(
        names[0] if names else SOME,
        target,
        deleting[0].upper() if deleting else "CASCADE",
        asked(arguments.keywords["requires"]) if "requires" in arguments.keywords else listed or None,
        not is_off(arguments.keywords.get("writable")),
        filled,
    )
    return evaluator.atoms.instance(made, site=(SPECIFIED, said))


def shown(evaluator: Evaluator, kind: str, arguments: Arguments) -> Value:
    """`Field.Virtual("total", lambda row: ...)`, `Field.Method(lambda row: ...)`."""
    made = evaluator.interpreter.library_class(FIELD)
    if made is None:
        return UNKNOWN
    names = strings(arguments.get(0, "name") or BOTTOM)
    given = functions(join(arguments.every()))
    said = Specified(names[0] if names else SOME, on_delete=kind, shown=given)
    return evaluator.atoms.instance(made, site=(SPECIFIED, said))


def asked(value: Value) -> frozenset[str]:
    """The tables that validators ask: `IS_IN_DB(db, "person.id")`, alone or in a list."""
    found = [atom.joins for atom in uncollected([value]) if isinstance(atom, Instance)]
    return frozenset[str]().union(*found)


def _referred(kind: Value, begins: str) -> list[str]:
    """The table in the type of a field: `"reference person"`, `"list:reference person"`."""
    texts = [one.removeprefix(begins) for one in strings(kind) if one.startswith(begins)]
    return [one.strip().partition(".")[0] for one in texts if one.strip()]


def _standing_for(kind: Value) -> list[str]:
    return [name for atom in by_age(kind) if (name := name_of(atom))]


def fields_in(evaluator: Evaluator, value: Value) -> Iterator[Specified]:
    """What is said of the fields that a table is given, those of other tables and of lists of fields too."""
    for atom in by_age(value):
        if isinstance(atom, Container):
            parts = containers.members(atom.alone)
            for part in parts if parts is not None else (atom.element,):
                yield from fields_in(evaluator, part)
        elif isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[0] == SPECIFIED:
            yield atom.site[1]
        elif (lent := declared_as(evaluator, atom)) is not None:
            yield from list(lent.fields.values())


def declare(call: NativeCall) -> Value:
    """`db.define_table("dog", Field("name"), rname="dogs")`; `db.Table(db, "signature", ...)` has fields for others."""
    held, evaluator = tables(call.interpreter), call.evaluator
    renamed = strings(call.arguments.keywords.get("rname", BOTTOM))
    place = None if evaluator.module.library else (evaluator.module.file, call.line)
    lends = not call.name.endswith("define_table")
    at = 0 if not lends else 1
    names = strings(call.arguments.get(at, "tablename") or BOTTOM)
    given = [*call.arguments.positional[at + 1 :], call.arguments.rest, call.arguments.keywords.get("fields", BOTTOM)]
    for name in names:
        one = held.declare(name, bare(renamed[0]) if len(renamed) == 1 else name, place, lends=lends)
        for value in given:
            held.add(one, fields_in(evaluator, value))
    if not names and not lends:
        evaluator.blind(call.line, "a table is defined whose name is not known")
    return join(table(evaluator, name) for name in names) or UNKNOWN


def bare(name: str) -> str:
    """A name without quotes, and without the schema before it."""
    return name.rpartition(".")[2].strip('"`[]')


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables that code declares, and their references."""
    held = tables(interpreter)
    for one in held.every():
        yield Table(name=one.table, file=one.file, line=one.line)
        for said in one.fields.values():
            target = held.named(said.target, None) if said.target else None
            if target is not None:
                yield ForeignKey(
                    from_=one.table,
                    to=target.table,
                    column=said.name,
                    on_delete=said.on_delete,
                    file=one.file or "",
                    line=one.line or 0,
                )


class Fields(Hook):
    """Fields as they are made."""

    base = FIELD

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Field("name", "string")`."""
        del line
        return specified(evaluator, arguments) if cls.dotted == FIELD or not cls.library else None


def virtual(call: NativeCall) -> Value:
    """`Field.Virtual("total", lambda row: row.price * row.amount)`."""
    kind = "method" if call.name.endswith(("Method", "Lazy")) else "virtual"
    return shown(call.evaluator, kind, call.arguments)


def archived(call: NativeCall) -> Value:
    """`db.dog._enable_record_versioning()`: what a row was is kept in a table beside it when it changes."""
    name = name_of(call.receiver)
    if name:
        archive(call, name, call.arguments.keywords.get("archive_name", BOTTOM))
    return call.atoms.none


def archive(call: NativeCall, name: str, named_: Value = BOTTOM) -> None:
    """A table gets one beside it that keeps what its rows were."""
    held = tables(call.interpreter)
    one = held.named(name, call.evaluator.context)
    texts = strings(named_)
    called = texts[0].replace("%(tablename)s", name) if texts else f"{name}_archive"
    place = None if call.evaluator.module.library else (call.evaluator.module.file, call.line)
    kept = held.declare(called, called, place)
    if one is not None:
        held.add(kept, [Specified("current_record", name), *one.fields.values()])
        if one.archive != called:
            one.archive = called
            held.changed(name)


def all_archived(call: NativeCall) -> Value:
    """`auth.enable_record_versioning(db)`: so it is for each table with a signature."""
    for one in tables(call.interpreter).every():
        if {"modified_on", "is_active"} <= one.fields.keys() and not one.name.endswith("_archive"):
            archive(call, one.name)
    return call.atoms.none


def is_off(value: Value | None) -> bool:
    """Whether an option is known to be off."""
    return value is not None and truth(value) is False


WORK: Final = ("pydal", "gluon", "py4web")
HOOKS: Final = (Fields(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{DAL}.define_table": declare,
    f"{DAL}.Table": declare,
    f"{FIELD}.Virtual": virtual,
    f"{FIELD}.Method": virtual,
    f"{FIELD}.Lazy": virtual,
    f"{TABLE}._enable_record_versioning": archived,
    "pydal.tools.archived": all_archived,
}
