"""Which modules, tables and foreign keys are there?  Those of models, of other frameworks and of files of SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.link.frameworks.django.link_rows import sides
from boundary.link.frameworks.django.models import models
from boundary.model.scan import ForeignKey, Module, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.calling.contexts import Context
    from boundary.link.effects.databases import Databases
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.sql.database import Database
    from boundary.model.scan import Access, Transaction


class Schema:
    """The modules, tables and keys of a program that has been evaluated."""

    def __init__(self, interpreter: Interpreter, database: Database, names: Databases) -> None:
        self._interpreter = interpreter
        self._database = database
        self._names = names
        self._packages: dict[str, str] | None = None

    def keeper(self, table: str, contexts: Iterable[Context]) -> str | None:
        """The package of a library that defines a table, where one of the contexts runs code of it."""
        if self._packages is None:
            held = models(self._interpreter).by_class.values()
            own = {one.table: _package(one.cls.dotted) for one in held if one.cls.library and not one.abstract}
            described = [one for one in self._described() if isinstance(one, Table) and one.file is None]
            self._packages = own | {one.name: one.model.partition(".")[0] for one in described if one.model is not None}
        package = self._packages.get(table)
        if package is None:
            return None
        return package if any(f"{one.module.name}.".startswith(f"{package}.") for one in contexts) else None

    def modules(self) -> Iterator[Module]:
        """The modules of the project, and those that files of SQL stand for."""
        own = [
            Module(module.name, module.file, module.source.facts.lines)
            for module in self._interpreter.program.modules.values()
            if not module.library and module.file
        ]
        yield from sorted((*own, *self._database.modules()), key=lambda one: (one.name, one.file))

    def tables(self, transactions: Iterable[Transaction], accesses: Iterable[Access]) -> Iterator[Table]:
        """The tables that the project defines or touches; of those of libraries only the touched ones."""
        touched = {access.table for one in transactions for access in one.accesses}
        touched |= {access.table for access in accesses}
        found: dict[str, Table] = {}
        for model in models(self._interpreter).by_class.values():
            if model.abstract or model.proxy:
                continue
            cls = model.cls
            if not cls.library or model.table in touched:
                found.setdefault(
                    model.table,
                    Table(
                        name=model.table,
                        database=model.database,
                        model=cls.dotted,
                        file=None if cls.library else cls.module.file,
                        line=None if cls.library else cls.line,
                    ),
                )
            for relation in model.relations.values():
                link = relation.link_table
                if relation.kind == "m2m" and link and (not cls.library or link in touched):
                    found.setdefault(
                        link,
                        Table(
                            name=link,
                            model=None,
                            file=None if cls.library else relation.spec.file,
                            line=None if cls.library else relation.spec.line,
                        ),
                    )
        yield from self._with_other_tables(found, touched)

    def _with_other_tables(self, found: dict[str, Table], touched: set[str]) -> Iterator[Table]:
        """The tables of Django's models, and those that other frameworks, files of SQL and statements know."""
        described = [one for one in self._described() if isinstance(one, Table)]
        found |= {one.name: one for one in described if one.file is not None or one.name in touched}
        for table in self._database.tables():
            held = found.setdefault(table.name, table)
            if held.schema is None and table.schema is not None:
                found[table.name] = msgspec.structs.replace(held, schema=table.schema)
        for name in touched:
            found.setdefault(name, Table(name=name))
        for name in sorted(found.keys() - self._database.catalogue.views.keys()):
            home = self._names.of_table(name, found[name].database)
            yield msgspec.structs.replace(found[name], database=home)

    def foreign_keys(self) -> Iterator[ForeignKey]:
        """The foreign keys of the project's tables."""
        held: dict[tuple[str, str, str], ForeignKey] = {}
        for model in models(self._interpreter).by_class.values():
            if model.abstract or model.proxy or model.cls.library:
                continue
            for name, relation in model.relations.items():
                spec = relation.spec
                if relation.kind in {"fk", "o2o"}:
                    held[model.table, relation.target.table, f"{name}_id"] = ForeignKey(
                        from_=model.table,
                        to=relation.target.table,
                        column=f"{name}_id",
                        on_delete=spec.on_delete,
                        file=spec.file,
                        line=spec.line,
                    )
                elif relation.kind == "m2m" and relation.through is None and relation.link_table:
                    for side, end in sides(relation).items():
                        column = f"{side}_id"
                        held[relation.link_table, end.table, column] = ForeignKey(
                            from_=relation.link_table,
                            to=end.table,
                            column=column,
                            on_delete="CASCADE",
                            file=spec.file,
                            line=spec.line,
                        )
            for parent in model.parents:
                held[model.table, parent.table, "ptr"] = ForeignKey(
                    from_=model.table,
                    to=parent.table,
                    column=f"{parent.cls.name.lower()}_ptr_id",
                    on_delete="CASCADE",
                    file=model.cls.module.file,
                    line=model.cls.line,
                )
        described = [one for one in self._described() if isinstance(one, ForeignKey)]
        held.update({(one.from_, one.to, one.column): one for one in described})
        yield from self._with_those_of_sql(held)

    def _with_those_of_sql(self, held: dict[tuple[str, str, str], ForeignKey]) -> Iterator[ForeignKey]:
        """The keys that models have, and those that only files of SQL know."""
        pointing = {(one.from_, one.to) for one in held.values()}
        for one in self._database.foreign_keys():
            if (one.from_, one.to) not in pointing:
                held[one.from_, one.to, one.column] = one
        for key in sorted(held):
            yield held[key]

    def _described(self) -> Iterator[Table | ForeignKey]:
        """The tables and foreign keys that frameworks other than Django's describe."""
        for describe in self._interpreter.frameworks.described:
            yield from describe(self._interpreter)


def names_of_tables(interpreter: Interpreter) -> Iterator[str]:
    """The names of all tables that models define, link tables among them."""
    for model in models(interpreter).by_class.values():
        if not model.abstract and not model.proxy:
            yield model.table
        for relation in model.relations.values():
            if relation.kind == "m2m" and relation.link_table:
                yield relation.link_table
    for describe in interpreter.frameworks.described:
        for one in describe(interpreter):
            if isinstance(one, Table):
                yield one.name


def _package(model: str) -> str:
    """The package of a model of a library: `django.contrib.admin` of `django.contrib.admin.models.LogEntry`."""
    package, found, _ = model.partition(".models.")
    return package if found else model.rpartition(".")[0]
