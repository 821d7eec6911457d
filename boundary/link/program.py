"""From facts to one graph: the linker's public function."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from boundary.link.document.document import Document
from boundary.link.document.guesses import guesses
from boundary.link.document.schema import names_of_tables
from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.evaluator.pages import STATE, Pages
from boundary.link.evaluator.roots import evaluate
from boundary.link.frameworks.django.declared_triggers import declared_triggers
from boundary.link.frameworks.django.long_names import DIALECT
from boundary.link.frameworks.django.migrated_tables import MIGRATIONS
from boundary.link.frameworks.django.requests import atomic_entries
from boundary.link.frameworks.frappe.models import DOCTYPES
from boundary.link.frameworks.openapi_operations import OPERATIONS
from boundary.link.frameworks.prisma.schema import MODELS
from boundary.link.frameworks.raw_sql import FILES
from boundary.link.frameworks.registry import Frameworks
from boundary.link.frameworks.sql_families import MADE, made_by
from boundary.link.frameworks.sqlalchemy.deletions import owners
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.temporary import forget
from boundary.link.frameworks.template_tags import tags
from boundary.link.frameworks.zope.templates import TAL
from boundary.link.frameworks.zope.zcml import ZCML
from boundary.link.settling.settle import settle
from boundary.link.sql.migrations import history
from boundary.link.sql.revisions import parted
from boundary.link.sql.weaving import weave
from boundary.link.syntax.settings_read import settings_read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from boundary.config import Settlement
    from boundary.model.doctypes import DocType
    from boundary.model.facts import SourceModule
    from boundary.model.openapi import Operation
    from boundary.model.prisma import PrismaModel
    from boundary.model.scan import Scan
    from boundary.model.sql import SqlFacts, SqlFileFacts, SqlSource
    from boundary.model.tal import TalFile
    from boundary.model.templates import TemplateSource
    from boundary.model.zcml import ZcmlFile

DEEPEST_STACK: Final = 20_000
DEEPEST_COMPILED: Final = 3_000
"""Compiled code counts few of its calls, and each takes a part of the machine's stack, which is full at about 10,000 of
those that are counted: it would end without a word. Real projects come to some hundreds."""
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
    doctypes: Sequence[DocType] = (),
    zcml: Sequence[ZcmlFile] = (),
    tal: Sequence[TalFile] = (),
    prisma: Sequence[PrismaModel] = (),
    operations: Sequence[Operation] = (),
    migrations: Sequence[SourceModule] = (),
    plugins: Mapping[str, Mapping[str, str]] | None = None,
    sql_file_reader: SqlFileReader | None = None,
    note: Callable[[str], None] | None = None,
) -> Scan:
    """Link the facts of all modules (the project's and the libraries') to one document without splits.

    `sql` are the files of SQL, `templates` what pages are made of, `doctypes` the models that Frappe declares, `zcml`
    what registers components of Zope, `tal` its page templates, `prisma` the models of Prisma's schemas, `operations`
    what descriptions of APIs say, `migrations` modules that are read for what they do to the schema alone, as those of
    `modules` are that are migrations; `plugins` are the dotted names that the packaging offers, by group and name;
    `sql_reader` reads SQL in the code, `sql_file_reader` the text of a whole file; `finder` looks a module up in the
    environment by its dotted name; `progress` is told which part of the work begins.
    `settlements` say what the code alone does not; `note` is told of those that fit nothing.
    """
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, DEEPEST_STACK if __file__.endswith(".py") else DEEPEST_COMPILED))
    followed, steps = parted(modules)
    steps = [*migrations, *steps]
    try:
        interpreter = Interpreter(followed, Frameworks(), finder=finder)
        interpreter.frameworks.state["plugins"] = plugins or {}
        interpreter.frameworks.state[DOCTYPES] = tuple(doctypes)
        interpreter.frameworks.state[ZCML] = tuple(zcml)
        interpreter.frameworks.state[TAL] = tuple(tal)
        interpreter.frameworks.state[MODELS] = tuple(prisma)
        interpreter.frameworks.state[OPERATIONS] = tuple(operations)
        interpreter.frameworks.state[MIGRATIONS] = tuple(steps)
        interpreter.frameworks.state[DIALECT] = dialect
        interpreter.frameworks.state[FILES] = tuple(one.file for one in sql)
        interpreter.frameworks.state[MADE] = made_by(sql)
        if sql_reader is not None:
            interpreter.frameworks.state["sql reader"] = sql_reader
        if templates:
            pages = interpreter.frameworks.state[STATE] = Pages(interpreter, templates)
            pages.needs.wants = tags(interpreter).wanted
        evaluate(interpreter, progress or (lambda _: None))
        settle(interpreter, settlements, note or (lambda _: None))
        past: list[SqlSource] = []
        if sql_file_reader is not None:
            past = history(steps, sql_file_reader)
            past += declared_triggers(interpreter, sql_file_reader)
        forget(interpreter)
        database = weave(interpreter.contexts, sql, past, names_of_tables(interpreter), owners(mappings(interpreter)))
        interpreter.contexts += database.contexts
        document = Document(interpreter, database, atomic_requests=atomic_entries(interpreter))
        # kept with all else that is known, which no command gives back before it ends: that takes time, too
        interpreter.frameworks.state["document"] = document
        found = document.scan(root, dialect)
        read = settings_read(interpreter.program.modules.values(), interpreter.bodies)
        return msgspec.structs.replace(found, guesses=guesses(interpreter), settings_read=read)
    finally:
        sys.setrecursionlimit(before)
