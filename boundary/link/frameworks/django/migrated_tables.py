"""What is the table called of a model one of whose bases nobody has read?  What the migrations of its app say.

    migrations.CreateModel(name="Order", fields=[...], options={"db_table": "orders"})
    migrations.AlterModelTable(name="order", table="all_orders")

An abstract model of a package may hand its `Meta` down, where the name stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django.options import unquoted
from boundary.link.syntax.kinds import ASSIGN, CALL, CLASS, CONSTANT, DISPLAY, MAPPING
from boundary.link.syntax.walking import constant_text, given, last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code
    from boundary.model.facts import SourceModule

MIGRATIONS: Final = "migrations"
"""The key under which a program's migrations are kept; how the names of packages end that they lie in."""
FOUND: Final = "tables of migrations"
OPTION: Final = "db_table"


def migrated_table(interpreter: Interpreter, cls: ClassInfo, label: str) -> str | None:
    """The table that migrations give a model that extends something unread, None where they name none."""
    if cls.library or not any(one.externals for one in interpreter.classes.mro(cls)):
        return None
    state = interpreter.frameworks.state
    if FOUND not in state:
        state[FOUND] = _tables(state.get(MIGRATIONS, ()))
    found: dict[tuple[str, str], str] = state[FOUND]
    return found.get((label, cls.name.lower()))


def _tables(migrations: tuple[SourceModule, ...]) -> dict[tuple[str, str], str]:
    """The tables that the migrations leave, by the label of the app and the model's name."""
    found: dict[tuple[str, str], str] = {}
    for module in sorted(migrations, key=lambda one: one.file):  # they are numbered
        *_, app, package, _ = ("", "", *module.name.split("."))
        for call in _operations(module) if package.endswith(MIGRATIONS) else ():
            _apply(found, app, last_name(call.function), call)
    return found


def _apply(found: dict[tuple[str, str], str], app: str, operation: str, call: code.Call) -> None:
    """What one operation does to the names of tables."""
    if operation == "CreateModel":
        options = given(call, 2, "options")
        pairs = zip(options.keys, options.values, strict=True) if type(options) is MAPPING else ()
        tables = [constant_text(value) for key, value in pairs if type(key) is CONSTANT and key.value == OPTION]
        _name(found, app, constant_text(given(call, 0, "name")), tables[0] if tables else "")
    elif operation == "AlterModelTable":
        _name(found, app, constant_text(given(call, 0, "name")), constant_text(given(call, 1, "table")))
    elif operation == "RenameModel":
        old, new = constant_text(given(call, 0, "old_name")), constant_text(given(call, 1, "new_name"))
        _name(found, app, new, found.pop((app, old.lower()), ""))
    elif operation == "DeleteModel":
        _name(found, app, constant_text(given(call, 0, "name")), "")


def _name(found: dict[tuple[str, str], str], app: str, model: str, table: str) -> None:
    if table:
        found[app, model.lower()] = unquoted(table)
    else:
        found.pop((app, model.lower()), None)


def _operations(module: SourceModule) -> Iterator[code.Call]:
    """The calls in the list of operations of a migration."""
    for statement in module.facts.body:
        for inner in statement.body if type(statement) is CLASS else ():
            listed = inner.value if type(inner) is ASSIGN else None
            for one in listed.items if type(listed) is DISPLAY else ():
                if type(one) is CALL:
                    yield one
