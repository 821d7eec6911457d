"""Who executes SQL on an object of which nothing is known?  A cursor that is a parameter, a pool of some package.

A call `something.execute("INSERT INTO orders ...")` is what it looks like, whatever `something` is: the statement is
believed, as inferred. So is a method of any other name that is handed a statement, unless it is one that writes logs.
`commit` and `rollback` count where what they are called on is named like a connection or a session, since indexes,
repositories and the like are committed, too. A program that commits so works in units that end there, unless it imports
a framework that tells of its own.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.protocol import NativeCall
from boundary.link.frameworks.raw_sql import text_of, touch_sql
from boundary.link.frameworks.sqlalchemy.results import execute as execute_statement
from boundary.link.frameworks.sqlalchemy.statements import is_statement
from boundary.link.syntax.imports import imported_names
from boundary.link.syntax.kinds import ATTRIBUTE, FUNCTION, NAME
from boundary.link.syntax.stubs import says_nothing
from boundary.link.syntax.walking import calls_in, functions_in
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ModuleInfo, Program
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.syntax.bodies import Bodies

EXECUTES: Final = frozenset(
    {"execute", "executemany", "executescript", "execute_many", "execute_values", "execute_batch"}
)
SILENT_WORDS: Final = """
    debug info warning warn error exception critical log print write append add extend insert join format replace
    split startswith endswith encode strip match search sub findall fullmatch compile skip fail assertEqual
    TextField CharField help_text setdefault get pop put update remove index count
"""
SILENT: Final = frozenset(SILENT_WORDS.split())
"""Methods that are handed text of any kind."""
STATEMENT: Final = re.compile(
    r"(?:\s|--[^\n]*\n|/\*.*?\*/|\()*(?:select\b|insert\s|update\b.*\bset\b|delete\s+from\b|delete\s+\w+\s+from\b"
    r"|replace\s+into\b|with\b.*\bas\b|merge\s+into\b|create\s|alter\s|drop\s|truncate\b|copy\s|lock\s+table"
    r"|call\s|pragma\s|explain\s|vacuum\b|set\s|savepoint\s|release\s|(?:begin|commit|rollback|end)\b[\w\s]*;?\s*$)",
    re.IGNORECASE | re.DOTALL,
)
SURE: Final = re.compile(
    r"\s*(?:(?:select\b(?!\s+(?:an?|the|your|one)\s).*\bfrom\s+(?!(?:an?|the|your|our|this|these|all|any)\b)|insert\s+(?:or\s+\w+\s+|ignore\s+)?into|delete\s+from|replace\s+into)\s*[\w\"`\[\x00{(]"
    r"|copy\s+[\w\"`.\x00]+\s*(?:\([^)]*\)\s*)?(?:from|to)\s+(?:stdin\b|stdout\b|program\s+')"
    r"|update\s+\S+\s+set\s|with\s+(?:recursive\s+)?\w+\s*(?:\([^)]*\)\s*)?as\s+(?:not\s+|materialized\s+)*\()",
    re.IGNORECASE | re.DOTALL,
)
"""A statement that touches tables, as English is not written."""
CONNECTION: Final = re.compile(
    r"(?:^|[_.])(?:conn|connection|cnx|con|db|dbh|database|session|sess|dbsession|cursor|cur|crsr|txn|tx|trans|transaction|sqlite"
    r"|pool|engine|uow|mysql|postgres|pg)\d*(?:\(\))?$|(?:conn|connection|db|session|cursor)(?:\(\))?$",
    re.IGNORECASE,
)
"""How connections, cursors and sessions are called."""
TRANSACTIONS: Final = frozenset({"transaction", "atomic", "begin"})


OWN: Final = frozenset({"django", "frappe", "odoo", "openerp", "tortoise", "transaction", "trytond"})
"""Packages with transactions of their own, which end where these say."""


def works(program: Program, bodies: Bodies) -> bool:
    """Whether the project commits on what is called like a connection, and no framework tells where work ends."""
    project = [module for module in program.modules.values() if not module.library]
    imported = imported_names([one for module in project for _, one in module.imports])
    if any(name.partition(".")[0] in OWN for name in imported):
        return False
    return any(_commits(module, bodies) for module in project)


def _commits(module: ModuleInfo, bodies: Bodies) -> bool:
    functions = [one.body for one in functions_in(module.body) if "commit" in bodies.names(one)]
    return any(map(_is_commit, chain.from_iterable(map(calls_in, [module.body, *functions]))))


def _is_commit(call: code.Call) -> bool:
    called = call.function
    return type(called) is ATTRIBUTE and called.name == "commit" and not call.arguments and _is_connection(called.value)


def guessed(evaluator: Evaluator, node: code.Call) -> Value:
    """What a call on something unknown means: a statement, the end of a transaction, or one to enter."""
    name = node.function.name if type(node.function) is ATTRIBUTE else ""
    if type(node.function) is NAME:
        return evaluator.atoms.native("sql.execute", "named") if node.function.id in EXECUTES else BOTTOM
    if type(node.function) is not ATTRIBUTE:
        return BOTTOM
    holder = node.function.value
    if name in {"commit", "rollback"}:
        return evaluator.atoms.native(f"sql.{name}") if not node.arguments and _is_connection(holder) else BOTTOM
    if name in TRANSACTIONS:
        return evaluator.atoms.native("sql.transaction") if _is_connection(holder) else BOTTOM
    if name in EXECUTES:
        return evaluator.atoms.native("sql.execute", _is_connection(holder))
    if name in SILENT or not node.arguments or not _is_handed_sql(evaluator, node):
        return BOTTOM
    return evaluator.atoms.native("sql.handed", _is_connection(holder))


def _is_connection(node: code.Expression) -> bool:
    """Whether something is called as connections are."""
    return CONNECTION.search(_spelled(node)) is not None


LIKE_CONNECTIONS: Final = re.compile(r"(?:^|[_.])(?:conn|connection|cnx|con|db|database)\d*(?:\(\))?$", re.IGNORECASE)


def enters_connection(written: code.Expression, target: code.Expression | None) -> bool:
    """`with self.storage.get_db() as db`: a connection of the driver, whose block is a transaction."""
    name = target.id if type(target) is NAME else ""
    return LIKE_CONNECTIONS.search(_spelled(written)) is not None and (
        not name or LIKE_CONNECTIONS.search(name) is not None
    )


def _is_handed_sql(evaluator: Evaluator, node: code.Call) -> bool:
    """Whether the first arguments of a call are texts that are surely SQL; only texts are looked at again."""
    texts = (code.Constant, code.Format, code.Name, code.Operation, code.Attribute)
    return any(
        isinstance(one, texts) and any(_is_sure(atom) for atom in evaluator.evaluate(one)) for one in node.arguments[:2]
    )


def _is_sure(atom: object) -> bool:
    text = text_of(atom)  # type: ignore[arg-type]
    return text is not None and SURE.match(text) is not None


def _spelled(node: code.Expression) -> str:
    """How the receiver of a call reads, as far as it says what it is."""
    match node:
        case code.Name(id=name):
            return name
        case code.Attribute(value=value, name=name):
            return f"{_spelled(value)}.{name}"
        case code.Call(function=function):
            return f"{_spelled(function)}()"
        case code.Await(value=value):
            return _spelled(value)
        case _:
            return ""


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """A call of something in a package that is not read, by its dotted name."""
    holder, _, name = atom.dotted.rpartition(".")
    if name in EXECUTES:
        return execute(NativeCall(evaluator, name, _is_on_connection(evaluator, holder), arguments, line))
    if name in {"commit", "rollback"} and not list(arguments.every()) and _is_on_connection(evaluator, holder):
        return (commit if name == "commit" else rollback)(NativeCall(evaluator, name, None, arguments, line))
    if name in TRANSACTIONS and _is_on_connection(evaluator, holder):
        return transaction(NativeCall(evaluator, name, None, arguments, line))
    if name not in SILENT and any(_is_sure(one) for value in arguments.positional[:2] for one in value):
        execute(NativeCall(evaluator, name, _is_on_connection(evaluator, holder), arguments, line))
    return None


def _is_on_connection(evaluator: Evaluator, holder: str) -> bool:
    """Whether what holds the called function is named like a connection, in its package or in the code."""
    if CONNECTION.search(holder):
        return True
    written = evaluator.calling.function if evaluator.calling is not None else None
    return type(written) is ATTRIBUTE and _is_connection(written.value)


def execute(call: NativeCall) -> Value:
    """`something.execute(sql)`; where the text is not known, only on what is named like a connection."""
    for value in call.arguments.positional[:2]:
        statements = frozenset(one for one in value if STATEMENT.match(text_of(one) or ""))
        if statements:
            touch_sql(call, statements, sure=False)
            return UNKNOWN
        built = frozenset(one for one in value if is_statement(one))
        if built:
            with call.evaluator.believed("inferred"):
                return execute_statement(call, built)
    if call.receiver and call.name.rpartition(".")[2] != "handed":
        given = call.arguments.get(0, "sql")
        if given is not None and not any(text_of(one) is not None for one in given):
            touch_sql(call, UNKNOWN, sure=False)
    return UNKNOWN


def handed(call: NativeCall) -> Value:
    """`something.query("SELECT ...")`."""
    return execute(call)


def commit(call: NativeCall) -> Value:
    """`something.commit()`."""
    call.evaluator.end_work(call.line, None)
    return UNKNOWN


def rollback(call: NativeCall) -> Value:
    """`something.rollback()`."""
    call.evaluator.drop_work()
    return UNKNOWN


def transaction(call: NativeCall) -> Value:
    """`something.transaction()`."""
    return call.atoms.wrapped("atomic", BOTTOM, "default")


def signature(function: FunctionInfo) -> str | None:
    """What a method of the project stands for that only promises to execute: `def execute(self, sql): ...`."""
    if function.cls is None or type(function.node) is not FUNCTION:
        return None
    ends = function.name in {"commit", "rollback"} and not any(_is_required(each) for each in function.parameters[1:])
    if (ends or function.name in EXECUTES) and all(says_nothing(one) for one in function.body):
        return f"sql.{function.name if ends else 'execute'}"
    return None


def _is_required(parameter: code.Parameter) -> bool:
    """Whether a method needs to be told something: `repository.commit(message)` ends no transaction."""
    return parameter.default is None and parameter.kind not in {"args", "kwargs"}


NATIVES: Final = {
    "sql.execute": execute,
    "sql.handed": handed,
    "sql.commit": commit,
    "sql.rollback": rollback,
    "sql.transaction": transaction,
}
