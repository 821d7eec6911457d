"""Schemas of Prisma: which files are some, and what they declare."""

from __future__ import annotations

import pytest

from boundary.model.prisma import PrismaField, PrismaModel
from boundary.read.declared_files import declared_files, read_declared
from boundary.read.prisma_files import is_prisma

FILE = "shop/schema.prisma"
ID = PrismaField("id", "Int", 2)


@pytest.mark.parametrize(
    ("path", "is_one"), [("schema.prisma", True), ("prisma/models/user.prisma", True), ("prisma.py", False)]
)
def test_which_files_are_schemas(path: str, is_one: bool) -> None:  # noqa: FBT001 - a case
    assert is_prisma(path) is is_one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("model User {\n}", [PrismaModel(FILE, 1, "User", "User")]),
        ("enum Role {\n  USER\n}\ntype Photo {\n  width Int\n}\n", []),
        ("model User {\n  id Int @id\n}", [PrismaModel(FILE, 1, "User", "User", (ID,))]),
        ("\n\nview Info {\n id Int\n}", [PrismaModel(FILE, 3, "Info", "Info", (PrismaField("id", "Int", 4),))]),
        (
            'model User {\n  id Int @id\n  @@map("users")\n  @@schema("auth")\n}',
            [PrismaModel(FILE, 1, "User", "auth.users", (ID,))],
        ),
        (
            '// model A {\nmodel User { // a\n  url String? @default("http://a/{b}") // }\n  @@map(name: "users")\n}',
            [PrismaModel(FILE, 2, "User", "users", (PrismaField("url", "String", 3, optional=True),))],
        ),
        (
            "model A {\n  bs B[]\n  one Decimal @db.Decimal(10, 2)\n}",
            [PrismaModel(FILE, 1, "A", "A", (PrismaField("bs", "B", 2, many=True), PrismaField("one", "Decimal", 3)))],
        ),
        (
            'model A {\n  b B? @relation("ab", fields: [bId], onDelete: SetNull)\n  bId Int? @map("b_id")\n}',
            [
                PrismaModel(
                    FILE,
                    1,
                    "A",
                    "A",
                    (
                        PrismaField("b", "B", 2, optional=True, relation="ab", columns=("b_id",), on_delete="SetNull"),
                        PrismaField("bId", "Int", 3, optional=True),
                    ),
                )
            ],
        ),
        (
            "model A {\n  b B @relation(\n    references: [x, y],\n    fields: [bX, bY]\n  )\n  bX Int\n}",
            [
                PrismaModel(
                    FILE, 1, "A", "A", (PrismaField("b", "B", 2, columns=("bX", "bY")), PrismaField("bX", "Int", 6))
                )
            ],
        ),
    ],
)
def test_what_a_schema_declares(text: str, expected: list[PrismaModel]) -> None:
    found = read_declared(declared_files({FILE: text.encode()}))
    assert (found.prisma, found.unreadable) == (expected, [])


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b"\nmodel User {\n  id Int\n", "the block of User is not closed", 2),
        (b"model \xff {}", "is no text in UTF-8", None),
    ],
)
def test_what_is_no_schema_is_told(content: bytes, reason: str, line: int | None) -> None:
    found = read_declared(declared_files({FILE: content}))
    assert [(one.reason, one.line) for one in found.unreadable] == [(reason, line)]
    assert found.prisma == []
