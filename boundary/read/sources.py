"""What does a whole source tree say?  Finds its files, takes from the cache what is known and reads the rest at once.

`survey` finds and hashes; its `digest` tells whether anything has changed since an earlier run. `read_survey` reads.
`read_tree` does both.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary.collector import collector_at_rest
from boundary.config import DEFAULT_EXCLUDE
from boundary.errors import NothingExaminedError
from boundary.model.doctypes import DocType
from boundary.model.facts import ModuleFacts, SourceModule, Unreadable
from boundary.model.findings import Ignore
from boundary.model.openapi import Operation
from boundary.model.prisma import PrismaModel
from boundary.model.sql import SqlSource
from boundary.model.tal import TalFile
from boundary.model.templates import TemplateSource
from boundary.model.zcml import ZcmlFile
from boundary.read.code_digests import digest
from boundary.read.declared_files import DeclaredFile, declared_files, read_declared
from boundary.read.files import SourceFile, find, load
from boundary.read.ignores import ignores_in
from boundary.read.named_tests import read_all_the_same
from boundary.read.parallel import read_all
from boundary.read.plugins import plugins_in
from boundary.read.python.syntax import TOO_DEEP
from boundary.read.reader import Job, Outcome
from boundary.read.roots import ModuleName, name_modules
from boundary.read.sql_files import SqlReading
from boundary.read.sql_tests import holds_tests
from boundary.read.store import Store, default_folder
from boundary.read.template_files import TemplateFile, TemplateReading, in_folders_of_templates, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Executor

    from boundary.read.files import Found
    from boundary.read.parallel import Progress

_SPEAKS_SQL = re.compile(rb"\bRunSQL\b|\bop\.\w|\bbatch_op\.\w|^down_revision\b", re.MULTILINE)
"""What a migration holds that says more about the schema than the models do, or is alembic's: one that changes nothing
still says which others come before which."""
_MAY_SPEAK = (b"RunSQL", b"op.", b"down_revision")
_NAMES_TABLES = (b"db_table", b"AlterModelTable")
_LAYOUT = re.compile(rb"^[ \t]*(?:#[^\n]*)?\n", re.MULTILINE)
"""Lines of comments, and empty ones."""

_KEPT = msgspec.msgpack.Decoder(Outcome)


class SqlFile(msgspec.Struct):
    """One .sql file of a survey: `file` relative to the root, the hash of its bytes, and these until it is read."""

    file: str
    key: bytes
    content: bytes


class PythonFile(msgspec.Struct):
    """One Python file of a survey; `key` is the hash of its bytes, `content` is dropped once its facts are known.

    `said` is the hash of what a migration says that is not asked for its lines; of all others it is empty.
    """

    file: str
    module: ModuleName
    key: bytes
    content: bytes | None
    said: bytes = b""


class Survey(msgspec.Struct):
    """A source tree before it is read.

    `digest` changes whenever a file that would be read changes, comes, goes or is called otherwise. `skipped` are
    links to what is read in its own place, `excluded` counts the sources that the settings leave out; of these,
    `migrations` are those that speak SQL or name tables. `ignores` are the comments that speak to a check, `plugins`
    what the packaging offers, by group and name.
    """

    root: Path
    python: list[PythonFile]
    migrations: list[PythonFile]
    sql_files: list[SqlFile]
    templates: list[TemplateFile]
    declared: list[DeclaredFile]
    unreadable: list[Unreadable]
    skipped: list[Unreadable]
    excluded: int
    digest: str
    store: Store
    ignores: tuple[Ignore, ...] = ()
    plugins: dict[str, dict[str, str]] = {}


class Sources(msgspec.Struct):
    """A source tree that has been read: facts by module in the order of the paths, and what could not be read.

    `cached` modules were known from an earlier run, `bridged` ones needed the newer grammar; `notes` is for stderr.
    `settled` says that reading the same files again would give the same. `texts` are the names and texts in the code,
    each once a file, by the file's path.
    """

    root: Path
    modules: list[SourceModule]
    migrations: list[SourceModule]
    sql: list[SqlSource]
    templates: list[TemplateSource]
    doctypes: list[DocType]
    zcml: list[ZcmlFile]
    tal: list[TalFile]
    unreadable: list[Unreadable]
    skipped: list[Unreadable]
    digest: str
    files: int
    excluded: int
    cached: int
    bridged: int
    notes: list[str]
    settled: bool = True
    plugins: dict[str, dict[str, str]] = {}
    texts: dict[str, list[str]] = {}
    prisma: list[PrismaModel] = []
    operations: list[Operation] = []


def read_tree(  # noqa: PLR0913 - each is a keyword with a default
    root: str | Path,
    *,
    exclude: Sequence[str] = DEFAULT_EXCLUDE,
    source_roots: Sequence[str] = (),
    jobs: int | None = None,
    executor: Executor | None = None,
    cache: bool | Path = True,
    progress: Progress | None = None,
) -> Sources:
    """Find and read the sources below `root`: see `survey` and `read_survey`."""
    surveyed = survey(root, exclude=exclude, source_roots=source_roots, cache=cache)
    return read_survey(surveyed, jobs=jobs, executor=executor, progress=progress)


def read_library(folder: str | Path, *, cache: bool | Path = True) -> Sources:
    """The sources below `folder`, whose modules are named relative to it and marked as a library."""
    read = read_survey(survey_library(folder, cache=cache))
    read.modules = [msgspec.structs.replace(module, library=True) for module in read.modules]
    return read


def survey_library(folder: str | Path, *, cache: bool | Path = True) -> Survey:
    """The survey of a folder of library code: all that is in it, named relative to it."""
    return survey(folder, exclude=(), source_roots=(".",), cache=cache, ignored_too=True)


def survey(
    root: str | Path,
    *,
    exclude: Sequence[str] = DEFAULT_EXCLUDE,
    source_roots: Sequence[str] = (),
    cache: bool | Path = True,
    ignored_too: bool = False,
) -> Survey:
    """Find the sources below `root`, a folder or one file, and hash them.

    `exclude` holds patterns as in .gitignore; `source_roots` are folders relative to `root`, found where there are
    none. `cache` may name the folder to keep facts in; False keeps none. With `ignored_too`, .gitignore does not count.

    Raises `InputError` where `root` cannot be opened, `NothingExaminedError` where it holds no source at all.
    """
    found = find(root, exclude=exclude, ignored_too=ignored_too)
    unreadable = list(found.unreadable)
    python = _loaded(found.python, unreadable)
    python = with_named(found, python, partial(_content, found.root))
    found.templates = in_folders_of_templates(found.templates, python.values())
    return surveyed(
        found,
        python,
        _loaded(found.sql, unreadable),
        _loaded(found.migrations, []),
        _loaded(found.templates, unreadable),
        _loaded(found.declared, unreadable),
        unreadable,
        source_roots,
        cache,
        plugins_in(partial(_content, found.root)),
    )


def with_named(found: Found, python: dict[str, bytes], content_of: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """The contents of the files that were found, and of those that are called like tests and are none."""
    more = read_all_the_same([source.file for source in found.named], python, content_of)
    if not more:
        return python
    found.python = sorted(
        [*found.python, *(source for source in found.named if source.file in more)], key=lambda source: source.file
    )
    found.excluded -= len(more)
    return dict(sorted({**python, **more}.items()))


def _speaks_sql(content: bytes) -> bool:
    """Whether a migration executes SQL, or is alembic's."""
    return any(word in content for word in _MAY_SPEAK) and _SPEAKS_SQL.search(content) is not None


def _migration(file: str, content: bytes) -> PythonFile | None:
    """A migration that speaks SQL or names tables; it is a module whatever the roots of the sources are."""
    speaks = _speaks_sql(content)
    if not speaks and not any(word in content for word in _NAMES_TABLES):
        return None
    name = ModuleName(file.removesuffix(".py").replace("/", "."), is_package=False)
    said = b"" if speaks else digest(_LAYOUT.sub(b"", content))
    return PythonFile(file, name, digest(content), content, said)


def surveyed(  # noqa: PLR0913, PLR0917 - what was found, and how to name and keep it
    found: Found,
    python: dict[str, bytes],
    sql: dict[str, bytes],
    migrations: dict[str, bytes],
    templates: dict[str, bytes],
    declared: dict[str, bytes],
    unreadable: list[Unreadable],
    source_roots: Sequence[str],
    cache: bool | Path,  # noqa: FBT001 - as the caller of `survey` wrote it
    plugins: dict[str, dict[str, str]],
) -> Survey:
    """The survey of what was found and loaded, wherever from: contents by path, and what could not be loaded.

    Raises `NothingExaminedError` where there is no source at all.
    """
    if not found.python and not found.sql and not unreadable:
        left_out = f"; {found.excluded} are left out by the settings (exclude)" if found.excluded else ""
        raise NothingExaminedError(f"{found.root}: no Python or SQL files below it{left_out}")
    found.python = [source for source in found.python if source.file in python]
    names = name_modules(found, source_roots, python.values)
    files = [PythonFile(file, names[file], digest(content), content) for file, content in python.items()]
    speaking = [one for file, content in migrations.items() if (one := _migration(file, content)) is not None]
    sql_files = [SqlFile(file, digest(content), content) for file, content in sql.items() if not holds_tests(content)]
    found.excluded += len(sql) - len(sql_files)
    template_files = [TemplateFile(file, key_of(content), content) for file, content in templates.items()]
    declaring = declared_files(declared)
    unreadable.sort(key=lambda each: each.file)
    folder = default_folder() if cache is True else cache or None
    return Survey(
        found.root,
        files,
        speaking,
        sql_files,
        template_files,
        declaring,
        unreadable,
        found.skipped,
        found.excluded,
        _digest([*files, *speaking], [*sql_files, *template_files, *declaring], unreadable, plugins),
        Store(folder, found.root),
        ignores_in([*python.items(), *sql.items()]),
        plugins,
    )


def read_survey(  # noqa: PLR0913 - each is a keyword with a default
    surveyed: Survey,
    *,
    jobs: int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
    dialect: str | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> Sources:
    """Read the files of a survey: from the cache what is known, the rest on `jobs` processes or on any `executor`.

    `jobs` is the number of processors by default; files of SQL are in `dialect`, each in its own where that is None.
    `meanwhile` is called where others read and there is nothing to do here but to wait.
    No file can make this fail: what cannot be read is in `unreadable`.
    """
    store = surveyed.store
    python = [*surveyed.python, *surveyed.migrations]
    outcomes = {file.key: _KEPT.decode(blob) for file in python if (blob := store.get(file.key))}
    new = {file.key: file for file in python if file.key not in outcomes and file.content is not None}
    cached = sum(file.key in outcomes for file in surveyed.python)
    work = [Job(file.file, file.content or b"") for file in new.values()]
    sql_reading = SqlReading(surveyed.sql_files, dialect, store)
    template_reading = TemplateReading(surveyed.templates, store)
    asked = len(work) + len(sql_reading.jobs)
    read = read_all([*work, *sql_reading.jobs, *template_reading.jobs], jobs, executor, progress, meanwhile)
    sql_reading.take(read[len(work) : asked])
    template_reading.take(read[asked:])
    for key, outcome in zip(new, read[: len(work)], strict=True):
        outcomes[key] = outcome
        if outcome.settled:
            store.put(key, msgspec.msgpack.encode(outcome))
    for file in python:
        file.content = None
    texts: dict[str, list[str]] = {}
    modules, unreadable = _decoded(surveyed.python, outcomes, texts)
    migrations, _ = _decoded(surveyed.migrations, outcomes, {})
    sql, not_sql = sql_reading.finish(lambda again: read_all(again, jobs, executor, None))
    templates, not_templates = template_reading.finish()
    declared = read_declared(surveyed.declared)
    unreadable += [*not_sql, *not_templates, *declared.unreadable]
    store.save()
    store.release()
    return Sources(
        surveyed.root,
        modules,
        migrations,
        sql,
        templates,
        declared.doctypes,
        declared.zcml,
        declared.tal,
        sorted([*surveyed.unreadable, *unreadable], key=lambda each: each.file),
        surveyed.skipped,
        surveyed.digest,
        len(surveyed.python),
        surveyed.excluded,
        cached,
        sum(module.facts.bridged for module in modules),
        store.notes,
        sql_reading.settled and template_reading.settled and all(outcome.settled for outcome in outcomes.values()),
        surveyed.plugins,
        texts,
        declared.prisma,
        declared.operations,
    )


def _content(root: Path, file: str) -> bytes | None:
    """The bytes of a file of the project by its path; None where it cannot be loaded as sources are."""
    content = load(SourceFile(str(root / file), file))
    return None if isinstance(content, Unreadable) else content


def _loaded(sources: Iterable[SourceFile], unreadable: list[Unreadable]) -> dict[str, bytes]:
    """The bytes of the files by their path; what cannot be loaded goes to `unreadable`."""
    contents: dict[str, bytes] = {}
    for source in sources:
        content = load(source)
        if isinstance(content, Unreadable):
            unreadable.append(content)
        else:
            contents[source.file] = content
    return contents


def _digest(
    python: list[PythonFile],
    others: list[SqlFile | TemplateFile | DeclaredFile],
    unreadable: list[Unreadable],
    plugins: dict[str, dict[str, str]],
) -> str:
    parts = [part for file in python for part in (file.file.encode(), file.module.name.encode(), file.key)]
    parts += [part for other in others for part in (other.file.encode(), other.key)]
    parts += [str(plugins).encode()] if plugins else []
    return digest(*parts, *(str(each).encode() for each in unreadable)).hex()


def _decoded(
    files: list[PythonFile], outcomes: dict[bytes, Outcome], texts: dict[str, list[str]]
) -> tuple[list[SourceModule], list[Unreadable]]:
    """The facts of each file, or the reason why there are none; what names and texts it holds goes to `texts`."""
    modules: list[SourceModule] = []
    unreadable: list[Unreadable] = []
    with collector_at_rest():
        for file in files:
            outcome = outcomes[file.key]
            facts, held, reason = _facts(outcome)
            texts[file.file] = held
            if facts is None:
                unreadable.append(Unreadable(file.file, reason or TOO_DEEP, outcome.line))
            else:
                name = file.module
                modules.append(SourceModule(name.name, file.file, facts, name.is_package, root=name.root))
    return modules, unreadable


def _facts(outcome: Outcome) -> tuple[ModuleFacts | None, list[str], str | None]:
    if outcome.facts is None:
        return None, [], outcome.reason
    try:
        return *ModuleFacts.with_texts(outcome.facts), None
    except RecursionError:
        return None, [], TOO_DEEP
