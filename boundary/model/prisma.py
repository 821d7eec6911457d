"""What does a schema of Prisma say?  Models that a file of its own language declares, with their fields."""

from __future__ import annotations

import msgspec


class PrismaField(msgspec.Struct, frozen=True):
    """One field of a model: its name, its `kind` (`Int`, or another model), whether it is a list, or may be missing.

    A relation that this side holds says in which `columns` its keys are, and what a deletion of the other side does
    (`on_delete`, as the schema has it). `relation` is the name that it shares with the field of the other side.
    """

    name: str
    kind: str
    line: int
    many: bool = False
    optional: bool = False
    relation: str = ""
    columns: tuple[str, ...] = ()
    on_delete: str = ""


class PrismaModel(msgspec.Struct, frozen=True):
    """One model: `file` relative to the root, its line, its table (with the schema that it is in) and its fields."""

    file: str
    line: int
    name: str
    table: str
    fields: tuple[PrismaField, ...] = ()
