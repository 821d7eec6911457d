"""What does an element of the project's own say when it is executed?  The text that `@compiles(Element)` makes of it.

    class DeleteFromSelect(Executable, ClauseElement): ...

    @compiles(DeleteFromSelect)
    def visit(element, compiler, **kw):
        return "DELETE FROM %s WHERE ..." % compiler.process(element.table)

The function runs on the element that is executed; of its parts, `process` gives the names of tables, statements as far
as they say which tables they read and write, and a hole for all else. Elements that are made of different parts are
kept apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.kept_apart import keep_apart
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Constant, Instance, Pattern
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.specs import CORE, TableSpec
from boundary.link.frameworks.sqlalchemy.statements import CLAUSE, Shape
from boundary.link.frameworks.sqlalchemy.tables import ANY_TABLE

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

COMPILER: Final = "sqlalchemy.ext.compiler"
VISITS: Final = ("visit_select", "visit_insert", "visit_update", "visit_delete")
"""The methods of a compiler that give the text of a statement."""
MOST_APART: Final = 16
MOST_OF_TABLES: Final = 200
"""So many elements of one class are kept apart, and so many that are made for a table."""
EXTENDED: Final[dict[str, Operation]] = {f"{CORE}.{op.title()}": op for op in ("insert", "update", "delete")}
"""The classes of statements that a project extends, with what they do."""


def compiling(interpreter: Interpreter) -> dict[ClassInfo, Value]:
    """The functions that make the text of an element, by its class."""
    held: dict[ClassInfo, Value] = interpreter.frameworks.state.setdefault("sqlalchemy compiling", {})
    return held


def compiles(call: NativeCall) -> Value:
    """`@compiles(Element, "postgresql")`."""
    return call.atoms.native(f"{COMPILER}.registered", call.first)


def registered(call: NativeCall) -> Value:
    """What the decorator does to the function."""
    held = compiling(call.interpreter)
    for atom in call.receiver:
        if isinstance(atom, ClassAtom):
            held[atom.cls] = held.get(atom.cls, BOTTOM) | call.first
    return call.first


def compiled(evaluator: Evaluator, atom: Instance, line: int) -> Value:
    """The texts that an element may become; nothing where no function of the project makes them."""
    held = compiling(evaluator.interpreter)
    for cls in evaluator.interpreter.classes.mro(atom.cls):
        if cls in held and not cls.library:
            compiler = evaluator.interpreter.library_class(f"{COMPILER}.Compiled")
            made = evaluator.atoms.instance(compiler) if compiler is not None else UNKNOWN
            return evaluator.interpreter.calls.call(evaluator, held[cls], Arguments((atom.alone, made), {}), line)
    return _extended(evaluator, atom)


def _extended(evaluator: Evaluator, atom: Instance) -> Value:
    """What `class InsertOnce(Insert)` of the project's says, where no function makes a text of it."""
    op = next((op for base, op in EXTENDED.items() if base in evaluator.interpreter.classes.above(atom.cls)), None)
    if atom.cls.library or op is None:
        return BOTTOM
    tables = evaluator.interpreter.attributes.get(evaluator, atom.alone, "table", 0)
    texts = [spelled(Shape(op, name), "") for one in tables if (name := _table_of(one)) is not None]
    return join(evaluator.atoms.constant(text) for text in texts if text is not None)


def _table_of(atom: Atom) -> str | None:
    """The name of a table, if that is known of one."""
    spec = atom.site if isinstance(atom, Instance) else None
    return spec.full_name if isinstance(spec, TableSpec) and spec.name != ANY_TABLE else None


def process(call: NativeCall) -> Value:
    """`compiler.process(part)`, `compiler.visit_insert(statement)`."""
    return join(_part(call, atom) for atom in call.arguments.get(0, "element") or UNKNOWN)


def _part(call: NativeCall, atom: Atom) -> Value:
    """The text of a part."""
    for mapping in mappings(call.interpreter).of_value(atom.alone):
        return call.atoms.constant(mapping.table)
    if not isinstance(atom, Instance):
        return atom.alone if isinstance(atom, (Constant, Pattern)) else UNKNOWN
    if isinstance(atom.site, TableSpec):
        return UNKNOWN if atom.site.name == ANY_TABLE else call.atoms.constant(atom.site.full_name)
    if isinstance(atom.site, Shape) and ANY_TABLE not in {*atom.joins, atom.site.target}:
        text = spelled(atom.site, ", ".join(sorted(atom.joins)))
        if text is not None:
            return call.atoms.constant(text)
    return compiled(call.evaluator, atom, call.line) or UNKNOWN


def spelled(shape: Shape, tables: str) -> str | None:
    """A text that touches what a statement touches."""
    target, rows = shape.target or "", ("SELECT * FROM", tables) if tables else ()
    if shape.op == "select":
        return " ".join(rows) or None
    if shape.op == "insert":
        anew = ("ON CONFLICT DO UPDATE SET x = 1",) if shape.upserts else ()
        return " ".join(("INSERT INTO", target, *(rows or ("VALUES (1)",)), *anew))
    condition = ("WHERE x IN (", *rows, ")") if rows else ()
    words = ("DELETE FROM", target) if shape.op == "delete" else ("UPDATE", target, "SET x = 1")
    return " ".join((*words, *condition))


class ElementHook(Hook):
    """Elements of the project's own."""

    base = CLAUSE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`DeleteFromSelect(table, query)`: kept apart by what it is made of."""
        above = evaluator.interpreter.classes.mro(cls)
        if cls.library or not any(one in compiling(evaluator.interpreter) or one.dotted in EXTENDED for one in above):
            return None
        named = tuple(sorted(arguments.keywords.items(), key=lambda one: one[0]))
        of_table = any(_table_of(atom) is not None for value in arguments.every() for atom in value)
        site = keep_apart(cls, ("made", arguments.positional, named), MOST_OF_TABLES if of_table else MOST_APART)
        if site is None:
            return None
        made = evaluator.atoms.instance(cls, site=site)
        evaluator.interpreter.objects.construct(evaluator, made, arguments, line)
        return made


HOOKS: Final = (ElementHook(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{COMPILER}.compiles": compiles,
    f"{COMPILER}.registered": registered,
    **{f"{COMPILER}.Compiled.{name}": process for name in ("process", *VISITS)},
}
