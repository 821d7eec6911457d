"""What does the SQL say that a query is compiled to?  Which table it deletes from, updates or reads.

`SQLDeleteCompiler(rows.query, connection, using).as_sql()` and `rows.query.chain(UpdateQuery).get_compiler(using)` make
statements of a queryset for code that hands them to a cursor by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, External, Instance, Wrapped
from boundary.link.frameworks.django.managers import QUERYSET
from boundary.link.frameworks.django.tables import model_of
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

QUERY: Final = "query of a queryset"
COMPILER: Final = "compiler of a query"
STATEMENTS: Final = {
    "SQLCompiler": "SELECT 1 FROM {}",
    "SQLDeleteCompiler": "DELETE FROM {}",
    "SQLUpdateCompiler": "UPDATE {} SET a = 1",
    "DeleteQuery": "DELETE FROM {}",
    "UpdateQuery": "UPDATE {} SET a = 1",
}
"""What is made of the rows, by the name of the class of the compiler, or of the query that they are turned into."""
READING: Final = "SELECT 1 FROM {}"
COMPILERS: Final = "django.db.models.sql.compiler"
METHODS: Final = {QUERY: frozenset({"chain", "clone", "get_compiler"}), COMPILER: frozenset({"as_sql"})}


class QueryHook(Hook):
    """`rows.query`."""

    base = QUERYSET

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """The query of a queryset whose model is known."""
        del line
        if name != "query" or atom.model is None:
            return None
        return evaluator.atoms.wrapped(QUERY, atom.alone, READING)


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`query.chain`, `query.get_compiler`, `compiler.as_sql`."""
    del line
    methods = METHODS.get(atom.kind)
    if methods is None:
        return None
    return evaluator.atoms.native(f"{atom.kind}.{name}", atom) if name in methods else UNKNOWN


def chained(call: NativeCall) -> Value:
    """`query.chain(UpdateQuery)`: the same rows, to be changed."""
    query: Wrapped = call.receiver
    found: list[Value] = []
    for atom in call.arguments.get(0, "klass") or BOTTOM:
        name = atom.dotted if isinstance(atom, External) else atom.cls.name if isinstance(atom, ClassAtom) else ""
        statement = STATEMENTS.get(name.rpartition(".")[2], query.extra)
        found.append(call.atoms.wrapped(QUERY, query.inner, statement))
    return join(found) or query.alone


def compiler_of(call: NativeCall) -> Value:
    """`query.get_compiler(using)`."""
    return call.atoms.wrapped(COMPILER, call.receiver.inner, call.receiver.extra)


def compiler_made(call: NativeCall) -> Value:
    """`SQLDeleteCompiler(query, connection, using)`."""
    statement = STATEMENTS[call.name.rpartition(".")[2]]
    queries = [atom for atom in call.arguments.get(0, "query") or BOTTOM if isinstance(atom, Wrapped)]
    return join(call.atoms.wrapped(COMPILER, one.inner, statement) for one in queries if one.kind == QUERY) or UNKNOWN


def compiled(call: NativeCall) -> Value:
    """`compiler.as_sql()`: a statement about the table of the rows, and its parameters."""
    texts: list[Value] = []
    for atom in call.receiver.inner:
        model = model_of(call.interpreter, atom.model) if isinstance(atom, Instance) else None
        if model is not None and not model.abstract:
            texts.append(call.atoms.constant(call.receiver.extra.format(model.table)))
    text = join(texts) or UNKNOWN
    return call.atoms.container("tuple", text | UNKNOWN, (text, UNKNOWN))


HOOKS: Final = (QueryHook(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{QUERY}.chain": chained,
    f"{QUERY}.clone": chained,
    f"{QUERY}.get_compiler": compiler_of,
    f"{COMPILER}.as_sql": compiled,
    **{f"{COMPILERS}.{name}": compiler_made for name in STATEMENTS if name.endswith("Compiler")},
}
