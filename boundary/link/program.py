"""From facts to one graph: the linker's public function."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from boundary.link.document import Document
from boundary.link.frameworks.django_settings import settings_modules
from boundary.link.frameworks.registry import Frameworks
from boundary.link.frameworks.sqlalchemy_models import mappings
from boundary.link.frameworks.template_tags import tags
from boundary.link.guesses import guesses
from boundary.link.interpreter import Interpreter
from boundary.link.pages import STATE, Pages
from boundary.link.roots import evaluate
from boundary.link.schema import names_of_tables
from boundary.link.settings_read import settings_read
from boundary.link.settle import settle
from boundary.link.sql.migrations import history
from boundary.link.sql.weaving import weave
from boundary.link.values import truth
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from boundary.config import Settlement
    from boundary.link.evaluation import Evaluator
    from boundary.model.facts import SourceModule
    from boundary.model.scan import Scan
    from boundary.model.sql import SqlFacts, SqlFileFacts, SqlSource
    from boundary.model.templates import TemplateSource

SETTING: Final = "ATOMIC_REQUESTS"
DEEPEST_STACK: Final = 20_000
SqlReader: TypeAlias = "Callable[[str], SqlFacts]"
SqlFileReader: TypeAlias = "Callable[[str], SqlFileFacts]"


def link(  # noqa: PLR0913 - all that the stage is given
    modules: Iterable[SourceModule],
    *,
    root: str = "",
    dialect: str | None = None,
    sql_reader: SqlReader | None = None,
    finder: Callable[[str], SourceModule | None] | None = None,
    progress: Callable[[str], None] | None = None,
    settlements: Sequence[Settlement] = (),
    sql: Sequence[SqlSource] = (),
    templates: Sequence[TemplateSource] = (),
    migrations: Sequence[SourceModule] = (),
    plugins: Mapping[str, Mapping[str, str]] | None = None,
    sql_file_reader: SqlFileReader | None = None,
    note: Callable[[str], None] | None = None,
) -> Scan:
    """Link the facts of all modules (the project's and the libraries') to one document without splits.

    `sql` are the files of SQL, `templates` what pages are made of, `migrations` modules that are read for what they
    do to the schema alone; `plugins` are the dotted names that the packaging offers, by group and name; `sql_reader`
    reads SQL in the code, `sql_file_reader` the text of a whole file; `finder` looks a module up in the environment by
    its dotted name; `progress` is told which part of the work begins.
    `settlements` say what the code alone does not; `note` is told of those that fit nothing.
    """
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, DEEPEST_STACK))
    modules = list(modules)
    try:
        interpreter = Interpreter(modules, Frameworks(), finder=finder)
        interpreter.frameworks.state["plugins"] = plugins or {}
        if sql_reader is not None:
            interpreter.frameworks.state["sql reader"] = sql_reader
        if templates:
            pages = interpreter.frameworks.state[STATE] = Pages(interpreter, templates)
            pages.needs.wants = tags(interpreter).wanted
        evaluate(interpreter, progress or (lambda _: None))
        settle(interpreter, settlements, note or (lambda _: None))
        past = history([*migrations, *modules], sql_file_reader) if sql_file_reader is not None else []
        database = weave(interpreter.contexts, sql, past, names_of_tables(interpreter), mappings(interpreter).owners())
        interpreter.contexts += database.contexts
        document = Document(interpreter, database, atomic_requests=atomic_requests(interpreter))
        found = document.scan(root, dialect)
        read = settings_read(interpreter.program.modules.values(), interpreter.bodies)
        return msgspec.structs.replace(found, guesses=guesses(interpreter), settings_read=read)
    finally:
        sys.setrecursionlimit(before)


def atomic_requests(interpreter: Interpreter) -> bool:
    """Whether the settings wrap every request in a transaction."""
    if interpreter.frameworks.state.get("transaction per request"):
        return True
    return any(
        _sets_atomic_requests(module.body, interpreter.module_evaluator(module))
        for module in settings_modules(interpreter)
    )


def _sets_atomic_requests(node: object, evaluator: Evaluator) -> bool:
    match node:
        case code.Mapping(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if isinstance(key, code.Constant) and key.value == SETTING and _is_true(value, evaluator):
                    return True
            return any(_sets_atomic_requests(value, evaluator) for value in values)
        case code.Assign(targets=[code.Subscript(index=code.Constant(value="ATOMIC_REQUESTS"))], value=value):
            return _is_true(value, evaluator)
        case code.Keyword(name="ATOMIC_REQUESTS", value=value):
            return _is_true(value, evaluator)
        case code.Node():
            return any(_sets_atomic_requests(getattr(node, name), evaluator) for name in node.__struct_fields__)
        case tuple():
            return any(_sets_atomic_requests(one, evaluator) for one in node)
        case _:
            return False


def _is_true(node: code.Expression | None, evaluator: Evaluator) -> bool:
    """Something that is true, or a call (`env.bool(..., default=True)`) that falls back to it."""
    if node is None:
        return False
    if truth(evaluator.evaluate(node)) is True:
        return True
    if isinstance(node, code.Call):
        given = [*node.arguments[1:], *(keyword.value for keyword in node.keywords)]
        return any(isinstance(one, code.Constant) and one.value is True for one in given)
    return False
