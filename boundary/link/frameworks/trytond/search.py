"""What do Tryton's models read?  Searches, domains that lead through relations, tables for queries of python-sql."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.named_models import method, touch
from boundary.link.frameworks.python import sql as python_sql
from boundary.link.frameworks.trytond.models import target_of
from boundary.link.frameworks.trytond.storage import model_of, rows, run, touch_link
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.link.frameworks.protocol import Handler, NativeCall

STORAGE: Final = "trytond.model.ModelStorage"


def sql_table(call: NativeCall) -> Value:
    """`cls.__table__()`: the table as queries of python-sql are built of it; a model that is a query is that."""
    model = model_of(call)
    if model is None:
        return UNKNOWN
    if model.table is not None:
        return python_sql.table(call.evaluator, model.table)
    return run(call.evaluator, model, "table_query", call.line)


def sql_history(call: NativeCall) -> Value:
    """`cls.__table_history__()`."""
    model = model_of(call)
    return UNKNOWN if model is None else python_sql.table(call.evaluator, f"{model.table}__history")


def searched(gives: str) -> Handler:
    """`Model.search(domain)`, `.browse(ids)`, `.search_count(domain)`: reads rows, and what a domain goes through."""

    def handler(call: NativeCall) -> Value:
        model, evaluator = model_of(call), call.evaluator
        if model is None:
            return UNKNOWN
        if model.table is None:
            _queried(evaluator, model, call.line)
        touch(evaluator, model, "lock" if gives == "lock" else "read", call.line)
        if call.name.rpartition(".")[2].startswith("search"):
            _followed(evaluator, model, call.first, call.line)
        return rows(evaluator, model) if gives == "rows" else UNKNOWN

    return handler


def _queried(evaluator: Evaluator, model: NamedModel, line: int) -> None:
    """A model without a table of its own is a query."""
    query = run(evaluator, model, "table_query", line) if method(evaluator, model.top, "table_query", line) else BOTTOM
    for atom in query:
        for table in sorted(getattr(atom, "joins", ())):
            evaluator.touch(table, "read", line)


def _followed(evaluator: Evaluator, model: NamedModel, domain: Value, line: int, depth: int = 0) -> None:
    """The tables that the clauses of a domain lead through: `("sale.party.name", "=", "x")`."""
    for clause in containers.element(evaluator, domain) if depth < 4 else ():  # noqa: PLR2004 - as deep as domains are
        parts = containers.members(clause.alone)
        if not parts:
            continue
        if any(containers.members(part) for part in parts[:1]) or set(strings(parts[0])) <= {"OR", "AND"}:
            _followed(evaluator, model, clause.alone, line, depth + 1)
            if not strings(parts[0]):
                continue
        for path in strings(parts[0]):
            _path(evaluator, model, path.split("."), line)


def _path(evaluator: Evaluator, model: NamedModel, names: list[str], line: int) -> None:
    at: NamedModel | None = model
    for name in names[:8]:
        one = at.fields.get(name) if at is not None else None
        if one is None:
            return
        if one.kind == "link" and one.stored:
            touch_link(evaluator, one, "read", line)
        at = target_of(evaluator.interpreter, one)
        if at is not None and (len(names) > 1 or one.kind != "one"):
            touch(evaluator, at, "read", line)


NATIVES: Final[dict[str, Handler]] = {
    f"{STORAGE}.search": searched("rows"),
    f"{STORAGE}.browse": searched("rows"),
    f"{STORAGE}.read": searched("values"),
    f"{STORAGE}.search_read": searched("values"),
    f"{STORAGE}.search_count": searched("values"),
    f"{STORAGE}.lock": searched("lock"),
    "trytond.model.ModelSQL.__table__": sql_table,
    "trytond.model.ModelSQL.__table_history__": sql_history,
}
