"""The verbs of the linker's tests: a small application in one text, whose comments say what should be found.

    with transaction.atomic():  #> insert shop_order, write shop_stock, read shop_tag

`#>` stands on the line that a transaction begins at, `#=` on a line whose accesses are meant. Writes and locks have to
be these and no others; reads that are listed have to be there. Each part is an operation and a table: `write` is an
insert or an update, a `?` behind the table says that the access is guessed, `no read x` that x is not read, `nothing`
that nothing is written. `|` divides transactions that begin on the same line, `no transaction` says that none does.

A line `# file: shop/views.py` begins another file, which may be one of SQL (`-- #> insert orders`), a template, a
DocType, ZCML or TAL; what stands before the first is `shop/services.py`, which has the imports that everybody needs.
`shop/models.py` is `MODELS` unless the text has one of its own. What lies in `site-packages/` is the environment: it is
read where it is asked for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pytest

from boundary.api.linked import LIBRARY, sql_file_reader, sql_reader
from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.evaluator.roots import evaluate
from boundary.link.frameworks.registry import Frameworks
from boundary.link.program import link
from boundary.model.facts import SourceModule
from boundary.model.scan import BINDING
from boundary.model.sql import SqlSource
from boundary.model.templates import TemplateSource
from boundary.read.declared_files import declared_files, read_declared
from boundary.read.openapi_files import is_openapi
from boundary.read.plugins import plugins_in
from boundary.read.prisma_files import is_prisma
from boundary.read.python.extract import extract
from boundary.read.python.syntax import parse
from boundary.read.sources import read_library
from boundary.read.sql import read_sql_file
from boundary.read.sql_files import module_name
from boundary.read.tal_files import is_tal
from boundary.read.template_files import names_of
from boundary.read.templates import read_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from _pytest.mark import ParameterSet

    from boundary.model.doctypes import DocType
    from boundary.model.openapi import Operation
    from boundary.model.prisma import PrismaModel
    from boundary.model.scan import Access, Scan, Transaction
    from boundary.model.tal import TalFile
    from boundary.model.zcml import ZcmlFile

MODELS = """
from django.db import models

class Customer(models.Model):
    name = models.CharField(max_length=50)

class Tag(models.Model):
    pass

class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="orders")
    tags = models.ManyToManyField(Tag, related_name="tagged")
    total = models.IntegerField(default=0)

class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    stock = models.ForeignKey("shop.Stock", on_delete=models.PROTECT)

class Stock(models.Model):
    left = models.IntegerField(default=0)

class Log(models.Model):
    text = models.TextField()
"""
IMPORTS = """from django.db import models, transaction
from shop.models import *
"""
ALWAYS = "django.conf django.db.models django.db.transaction pep249"
WITHOUT_MENTION = re.compile(r"\bapps\b|auth|log_?in|request|\buser\b")
"""Whoever uses these words may have objects of Django's without a mention of it."""
BESIDE = """
django.apps.registry django.dispatch django.contrib.auth.models django.contrib.auth.backends django.http
django.contrib.contenttypes.models django.contrib.sessions.backends.db
"""
LARGE = 20
"""Of a package with more modules those are read that are mentioned, of others all, as when a project is scanned."""
ENVIRONMENT = "site-packages/"
OPERATIONS = ("insert", "update", "delete", "lock", "read", "write")


class Expected(NamedTuple):
    """What a comment says: writes as (operation, table, guessed), and the tables that are read and that are not."""

    writes: frozenset[tuple[str, str, bool]]
    reads: frozenset[str]
    unread: frozenset[str]
    line: str

    def fits(self, accesses: Iterable[Access]) -> bool:
        """Whether accesses are what the comment says."""
        held = list(accesses)
        reads = {access.table for access in held if access.op == "read"}
        return self._writes_fit(held) and self.reads <= reads and not self.unread & reads

    def _writes_fit(self, held: list[Access]) -> bool:
        found = {(access.op, access.table, access.confidence == "guessed") for access in held if access.op in BINDING}
        for op, table, guessed in self.writes:
            options = {(one, table, guessed) for one in (("insert", "update") if op == "write" else (op,))}
            if not options & found:
                return False
            found -= options
        return not found


# --- verbs ------------------------------------------------------------------------------------------------


def assert_statement_writes(statement: str, written: str, *others: str) -> None:
    """A statement in a transaction writes what is expected; `others` are more files, each with its path first."""
    assert_touches(f"""
def work(x):
    with transaction.atomic():  #> {written}
        {statement}
{"".join(others)}""")


def assert_touches(source: str, dialect: str | None = None) -> Scan:
    """Every comment of the source comes true, at least one is there, and nothing failed on the way."""
    files = divide(source)
    scan = linked(files, dialect)
    wrong = [line for file, text in files.items() for line in _wrong(scan, file, text)]
    wrong += [f"{one.file} {one.reason}" for one in scan.completeness.unreadable]
    assert not wrong, "\n".join(wrong)
    assert any("#>" in text or "#=" in text for text in files.values()), "the source expects nothing"
    return scan


def assert_transactions(source: str, *expected: str) -> Scan:
    """The transactions of the source are these, as "kind function", with " on receiver" and their writes if given."""
    scan = link(read(divide(source)))
    assert sorted(f"{one.kind} {_named(one)}" for one in scan.transactions) == sorted(expected)
    return scan


def assert_enters(source: str, *expected: str) -> None:
    """The entry points of the source are these, as "kind function"."""
    files = divide(source)
    scan = link(read(files), operations=operations_of(files))
    found = {f"{one.kind} {one.function}" for one in scan.entry_points}
    assert found == set(expected), sorted(found)


def assert_tables(source: str, *expected: str) -> None:
    """The project's tables are these."""
    files = divide(source)
    scan = link(read(files), doctypes=doctypes_of(files))
    assert sorted(one.name for one in scan.tables if one.file) == sorted(expected)


def assert_calls(source: str, *expected: str) -> None:
    """These calls, as "caller -> callee" without the package of the application, are among those found."""
    missing = set(expected) - calls(source)
    assert not missing, (sorted(missing), sorted(calls(source)))


def assert_no_calls(source: str, *unexpected: str) -> None:
    """None of these calls is found."""
    assert not set(unexpected) & calls(source)


def calls(source: str) -> set[str]:
    """All calls between functions of the application, as "caller -> callee"."""
    interpreter = Interpreter(read(divide(source)), Frameworks())
    evaluate(interpreter, lambda _: None)
    found = set()
    for context in interpreter.contexts:
        caller = context.function.dotted if context.function else context.module.name
        for edge in context.edges:
            if not context.library and not edge.callee.library and edge.callee.function:
                mark = "=>" if edge.deferred else "->"
                found.add(f"{caller.removeprefix('shop.')} {mark} {edge.callee.function.dotted.removeprefix('shop.')}")
    return found


def missing(reason: str) -> pytest.MarkDecorator:
    """What the linker does not do yet; the mark has to go when it does."""
    return pytest.mark.xfail(strict=True, reason=reason)


def cases(values: Iterable[str], missed: dict[str, str]) -> list[ParameterSet]:
    """The values of a parameter, those that the linker misses marked with the reason."""
    held = list(values)
    assert not set(missed) - set(held)
    return [pytest.param(one, marks=missing(missed[one]) if one in missed else ()) for one in held]


def linked(files: dict[str, str], dialect: str | None = None) -> Scan:
    """The document of an application, of its files by their paths."""
    return link(
        read(files),
        dialect=dialect,
        sql=sql_of(files),
        templates=templates_of(files),
        doctypes=doctypes_of(files),
        zcml=zcml_of(files),
        tal=tal_of(files),
        prisma=prisma_of(files),
        operations=operations_of(files),
        migrations=[_module(file, text) for file, text in files.items() if _is_migration(file)],
        sql_reader=sql_reader(dialect),
        sql_file_reader=sql_file_reader(dialect),
        plugins=plugins_in({file: text.encode() for file, text in files.items()}.get),
        finder=_finder(files),
    )


# --- reading ----------------------------------------------------------------------------------------------


def divide(source: str) -> dict[str, str]:
    """The files of a text by their paths."""
    first, *rest = re.split(r"^# file: (\S+)\n", source, flags=re.MULTILINE)
    files = dict(zip(rest[::2], rest[1::2], strict=True))
    files.setdefault("shop/models.py", MODELS)
    if first.strip():
        files["shop/services.py"] = IMPORTS + first
    for file in list(files):
        parts = file.split("/")[:-1]
        for length in range(1, len(parts) + 1) if file.endswith(".py") else ():
            files.setdefault("/".join([*parts[:length], "__init__.py"]), "")
    return files


def read(files: dict[str, str]) -> list[SourceModule]:
    """The facts of the files, and the skeletons of what they import, directly or not."""
    beside = BESIDE if any(map(WITHOUT_MENTION.search, files.values())) else ""
    wanted = {*ALWAYS.split(), *(name for text in (*files.values(), ALWAYS, beside) for name in mentioned(text))}
    own = {file: text for file, text in files.items() if file.endswith(".py") and not file.startswith(ENVIRONMENT)}
    modules = [_module(file, text) for file, text in own.items() if not _is_migration(file)]
    return [*modules, *(skeletons()[name] for name in sorted(closure(frozenset(wanted & skeletons().keys()))))]


def _is_migration(file: str) -> bool:
    return file.endswith(".py") and "migrations" in file.split("/")


def _finder(files: dict[str, str]) -> Callable[[str], SourceModule | None] | None:
    """What gives the modules of the environment, if there is one."""
    held = {file.removeprefix(ENVIRONMENT): text for file, text in files.items() if file.startswith(ENVIRONMENT)}
    modules = [_module(file, text) for file, text in held.items() if file.endswith(".py")]
    return {one.name: msgspec.structs.replace(one, library=True) for one in modules}.get if held else None


def sql_of(files: dict[str, str]) -> list[SqlSource]:
    """The facts of the files of SQL."""
    found = {file: text for file, text in files.items() if file.endswith(".sql")}
    return [SqlSource(module_name(file), file, read_sql_file(text, path=file)) for file, text in found.items()]


def templates_of(files: dict[str, str]) -> list[TemplateSource]:
    """The facts of the templates."""
    found = {file: text for file, text in files.items() if file.endswith((".html", ".txt"))}
    return [TemplateSource(file, names_of(file), read_template(text)) for file, text in found.items()]


def doctypes_of(files: dict[str, str]) -> list[DocType]:
    """The DocTypes that files of JSON declare."""
    found = {file: text.encode() for file, text in files.items() if file.endswith(".json")}
    return read_declared(declared_files(found)).doctypes


def zcml_of(files: dict[str, str]) -> list[ZcmlFile]:
    """What files of ZCML register."""
    found = {file: text.strip().encode() for file, text in files.items() if file.endswith(".zcml")}
    return read_declared(declared_files(found)).zcml


def tal_of(files: dict[str, str]) -> list[TalFile]:
    """What page templates of Zope ask for."""
    return read_declared(declared_files({file: text.encode() for file, text in files.items() if is_tal(file)})).tal


def prisma_of(files: dict[str, str]) -> list[PrismaModel]:
    """The models that schemas of Prisma declare."""
    found = {file: text.encode() for file, text in files.items() if is_prisma(file)}
    return read_declared(declared_files(found)).prisma


def operations_of(files: dict[str, str]) -> list[Operation]:
    """What descriptions of APIs say."""
    found = {file: text.encode() for file, text in files.items() if is_openapi(file)}
    return read_declared(declared_files(found)).operations


@cache
def skeletons() -> dict[str, SourceModule]:
    """What is known of libraries: read once for all tests."""
    return {one.name: one for one in read_library(LIBRARY, cache=False).modules}


@cache
def small_packages() -> dict[str, set[str]]:
    """The skeletons of each package that is not large, by its name."""
    found: dict[str, set[str]] = {}
    for name in skeletons():
        found.setdefault(name.partition(".")[0], set()).add(name)
    return {package: names for package, names in found.items() if len(names) <= LARGE}


def with_packages(names: frozenset[str]) -> frozenset[str]:
    """Skeletons with all of the small packages that these are of."""
    return names.union(*(small_packages().get(name.partition(".")[0], ()) for name in names))


@cache
def closure(names: frozenset[str]) -> frozenset[str]:
    """Skeletons with all that they import."""
    found = set(with_packages(names))
    stack = list(found)
    while stack:
        new = imported_by(stack.pop()) - found
        found |= new
        stack.extend(new)
    return frozenset(found)


@cache
def imported_by(name: str) -> frozenset[str]:
    """The skeletons that one of them imports, with their packages."""
    return with_packages(mentioned((LIBRARY / skeletons()[name].file).read_text()) & skeletons().keys())


@cache
def mentioned(text: str) -> frozenset[str]:
    """The dotted names in a text and the modules that it may import, with the packages around them."""
    found = set(re.findall(r"\w+(?:\.\w+)+", text))
    for modules in re.findall(r"\bimport ([\w., ]+)", text):
        found |= set(re.findall(r"[\w.]+", modules))
    for module, names in re.findall(r"\bfrom ([\w.]+) import (\([^)]*\)|.*)", text):
        found |= {module, *(f"{module}.{name}" for name in re.findall(r"\w+", names))}
    parts = [name.split(".") for name in found]
    return frozenset(".".join(one[:length]) for one in parts for length in range(1, len(one) + 1))


@cache
def _facts(text: str) -> SourceModule:
    parsed = parse(text)
    return SourceModule("", "", extract(parsed.tree, parsed.source))


def _module(file: str, text: str) -> SourceModule:
    name = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return SourceModule(name, file, _facts(text).facts, is_package=file.endswith("__init__.py"))


# --- comparing --------------------------------------------------------------------------------------------


def expectation(text: str) -> Expected:
    """What one part of a comment says."""
    writes, reads, unread = set(), set(), set()
    for part in text.split(","):
        match part.split():
            case ["nothing"]:
                continue
            case ["no", "read", *words]:
                unread.add(" ".join(words))
            case ["read", *words]:
                reads.add(" ".join(words))
            case [op, *words] if op in OPERATIONS and words:  # a table may have a name of several words
                table = " ".join(words)
                writes.add((op, table.removesuffix("?"), table.endswith("?")))
            case _:
                raise ValueError(f"not an expectation: {part!r}")
    return Expected(frozenset(writes), frozenset(reads), frozenset(unread), text.strip())


def _wrong(scan: Scan, file: str, text: str) -> list[str]:
    """What a file's comments say that is not so."""
    wrong = []
    for number, line in enumerate(text.split("\n"), 1):
        _, transaction, after = line.partition("#>")
        if transaction:
            held = [one for one in scan.transactions if (one.file, one.line) == (file, number)]
            wrong.extend(_differing(f"{file}:{number}", after.strip(), held))
        _, access, after = line.partition("#=")
        if access:
            touched = [one for one in scan.accesses if (one.file, one.line) == (file, number)]
            if not expectation(after).fits(touched):
                wrong.append(f"{file}:{number} expected {after.strip()}, found {_spelled(touched)}")
    return wrong


def _differing(place: str, text: str, held: list[Transaction]) -> list[str]:
    expected = [] if text == "no transaction" else [expectation(part) for part in text.split("|")]
    if len(expected) == len(held) and _paired(expected, held):
        return []
    found = "".join(f"\n    {one}: {_spelled(one.accesses)}" for one in held) or " none"
    return [f"{place} expected {text}; found{found}"]


def _paired(expected: list[Expected], held: list[Transaction]) -> bool:
    """Whether each expectation can have a transaction of its own."""
    if not expected:
        return True
    first, *rest = expected
    return any(
        first.fits(one.accesses) and _paired(rest, held[:place] + held[place + 1 :]) for place, one in enumerate(held)
    )


def _spelled(accesses: Iterable[Access]) -> str:
    return (
        ", ".join(
            f"{one.op} {one.table}{'?' if one.confidence == 'guessed' else ''}"
            f"{''.join(f' <{frame.function}:{frame.line}>' for frame in one.via)}"
            for one in accesses
        )
        or "nothing"
    )


def _named(one: Transaction) -> str:
    receiver = f" on {one.receiver.removeprefix('shop.')}" if one.receiver else ""
    return f"{one.function.removeprefix('shop.')}{receiver}"
