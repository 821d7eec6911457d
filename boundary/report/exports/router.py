"""A Django database router that enforces a split: every context on a database of its own, no relation between two.

Put what is written into a module of the project, name it in `DATABASE_ROUTERS`, and give `DATABASES` an entry for every
alias; two aliases may point at one server, or at one database with two schemas, while the split is under way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.exports.identifiers import identifiers

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Split

TEMPLATE = '''\
"""A database for every context: written by `boundary emit router` for the split {split!r}.

    DATABASE_ROUTERS = ["path.to.this.module.ContextRouter"]
    DATABASES = {{{aliases}}}
"""

ALIASES = {{
{rows}
}}
"""The alias of the database that holds each table. A table that is not here is left to the other routers."""


class ContextRouter:
    """Sends every model to the database of its context, and refuses relations and migrations across contexts."""

    def db_for_read(self, model, **hints):
        return ALIASES.get(model._meta.db_table)

    def db_for_write(self, model, **hints):
        return ALIASES.get(model._meta.db_table)

    def allow_relation(self, obj1, obj2, **hints):
        one, other = ALIASES.get(obj1._meta.db_table), ALIASES.get(obj2._meta.db_table)
        return None if one is None or other is None else one == other

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        model = hints.get("model")
        if model is None and model_name is not None:
            from django.apps import apps

            try:
                model = apps.get_model(app_label, model_name)
            except LookupError:  # a model that a later migration takes away again
                return None
        alias = ALIASES.get(model._meta.db_table) if model is not None else None
        return None if alias is None else db == alias
'''


def render(scan: Scan, split: Split) -> str:
    """The module of the router. The alias of a context is its name as an identifier."""
    del scan
    alias = identifiers(context.name for context in split.contexts)
    rows = [f"    {table!r}: {alias[context.name]!r}," for context in split.contexts for table in context.tables]
    named = ", ".join(f'"{one}": {{...}}' for one in ("default", *alias.values()))
    return TEMPLATE.format(split=split.name, aliases=named, rows="\n".join(rows))
