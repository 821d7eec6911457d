"""Prisma's client for Python: actions, what they are told of relations, transactions, batches, SQL."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, linked

SCHEMA = """
# file: shop/schema.prisma
datasource db {
  provider = "postgresql"
}
model User {
  id    Int     @id
  name  String?
  posts Post[]
  @@map("users")
}
model Post {
  id       Int       @id
  author   User      @relation(fields: [authorId], references: [id], onDelete: Cascade)
  authorId Int       @map("author_id")
  tags     Tag[]
  comments Comment[]
}
model Tag {
  id    Int    @id
  posts Post[]
}
model Comment {
  id     Int   @id
  post   Post? @relation(fields: [postId], references: [id])
  postId Int?
}
"""
ACTIONS = {
    "tx.user.create(data={'name': 'a'})": "insert users",
    "tx.user.create_many(data=[{'name': 'a'}])": "insert users",
    "tx.user.find_unique(where={'id': 1})": "nothing, read users",
    "tx.user.find_first_or_raise()": "nothing, read users",
    "tx.user.find_many(include={'posts': True})": "nothing, read users, read Post",
    "tx.user.find_many(include={'posts': {'include': {'tags': True}}})": "nothing, read _PostToTag, read Tag",
    "tx.user.find_many(where={'posts': {'some': {'comments': {'none': {}}}}})": "nothing, read Post, read Comment",
    "tx.user.find_many(where={'OR': [{'posts': {'some': {'id': 1}}}]})": "nothing, read users, read Post",
    "tx.user.find_many(where={'name': 'a'})": "nothing, no read Post",
    "tx.user.count()": "nothing, read users",
    "tx.user.update(where={'id': 1}, data={'name': 'b'})": "update users",
    "tx.user.update_many(where={}, data={'name': 'b'})": "update users",
    "tx.user.upsert(where={'id': 1}, data={'create': {}, 'update': {}})": "insert users, update users, read users",
    "tx.comment.delete(where={'id': 1})": "delete Comment",
    "tx.post.delete(where={'id': 1})": "delete Post, update Comment, delete _PostToTag",
    "tx.user.delete_many()": "delete users, delete Post, update Comment, delete _PostToTag",
    "tx.post.create(data={'author': {'connect': {'id': 1}}})": "insert Post",
    "tx.post.create(data={'author': {'create': {'name': 'a'}}})": "insert Post, insert users",
    "tx.post.create(data={'tags': {'create': [{'id': 1}]}})": "insert Post, insert Tag, insert _PostToTag",
    "tx.post.create(data={'tags': {'connect': [{'id': 1}]}})": "insert Post, insert _PostToTag",
    "tx.post.update(data={'tags': {'disconnect': [{'id': 1}]}}, where={})": "update Post, delete _PostToTag",
    "tx.post.update(data={'tags': {'set': []}}, where={})": "update Post, insert _PostToTag, delete _PostToTag",
    "tx.user.update(data={'posts': {'connect': [{'id': 1}]}}, where={})": "update users, update Post",
    "tx.user.update(data={'posts': {'create': [{'comments': {'create': {}}}]}}, where={})": (
        "update users, insert Post, insert Comment"
    ),
    "tx.user.upsert(where={}, data={'create': {'posts': {'create': {}}}, 'update': {}})": (
        "insert users, update users, insert Post"
    ),
    "tx.query_raw('SELECT * FROM users')": "nothing, read users",
    "tx.execute_raw('UPDATE users SET name = 1')": "update users",
    "getattr(tx, 'user').create(data={})": "insert users",
    "User.prisma().create(data={})": "insert users",
    "prisma.models.User.prisma().create(data={})": "insert users",
    "tx.user.create_many(data=[UserCreateInput(name=one) for one in x])": "insert users",
    "tx.post.create(data=PostCreateInput(id=1, author={'create': {}}))": "insert Post, insert users",
    "tx.user.find_many(include=INCLUDED)": "nothing, read users, read Post, read Comment",
    "prisma.get_client().execute_raw('UPDATE users SET name = 1')": "update users",
    "in_schema('UPDATE {prefix}\"users\" SET name = 1', client=tx)": "update users",
    "models.User.prisma(tx).delete_many()": "delete users, delete Post, update Comment, delete _PostToTag",
}


@pytest.mark.parametrize("action", ACTIONS)
def test_actions(action: str) -> None:
    assert_touches(f"""
import prisma
from contextlib import asynccontextmanager
from prisma import Prisma, models
from prisma.models import User
from prisma.types import PostCreateInput, UserCreateInput
db = Prisma(auto_register=True)
INCLUDED: prisma.types.UserInclude = {{"posts": {{"include": prisma.types.PostInclude(comments=True)}}}}
@asynccontextmanager
async def transaction(timeout=30):
    async with db.tx(timeout=timeout) as tx:
        yield tx
async def in_schema(template, *args, client: Prisma | None = None):
    schema = os.getenv("SCHEMA", "public")
    prefix = f'"{{schema}}".' if schema != "public" else ""
    asked = client if client else prisma.get_client()
    return await asked.execute_raw(template.format(prefix=prefix, schema=schema), *args)
async def work(x):
    async with transaction() as tx:  #> {ACTIONS[action]}
        await {action}
{SCHEMA}""")


def test_tables_and_keys() -> None:
    scan = linked({"shop/schema.prisma": SCHEMA.partition("prisma\n")[2], "shop/models.py": "import prisma\n"})
    assert {one.name: one.line for one in scan.tables} == {
        "users": 4,
        "Post": 10,
        "Tag": 17,
        "Comment": 21,
        "_PostToTag": 14,
    }
    assert {(one.from_, one.column, one.to, one.on_delete) for one in scan.foreign_keys} == {
        ("Post", "author_id", "users", "CASCADE"),
        ("Comment", "postId", "Post", "SET NULL"),
        ("_PostToTag", "A", "Post", "CASCADE"),
        ("_PostToTag", "B", "Tag", "CASCADE"),
    }


def test_what_is_written_beside_a_row_is_one_transaction() -> None:
    source = f"""
from prisma import Prisma
db = Prisma()
async def nested():
    await db.post.create(data={{"author": {{"create": {{}}}}}})  #= insert Post, insert users
async def alone():
    await db.post.create(data={{"id": 1}})  #= insert Post
{SCHEMA}"""
    held = assert_touches(source).transactions
    assert [(one.kind, one.function, {access.table for access in one.accesses}) for one in held] == [
        ("implicit", "shop.services.nested", {"Post", "users"})
    ]


def test_a_batch() -> None:
    assert_touches(f"""
from prisma import Prisma
db = Prisma()
async def block():
    async with db.batch_() as batch:  #> insert users, delete Comment
        batch.user.create({{}})
        batch.comment.delete_many()
async def by_hand():
    batch = db.batch_()
    batch.user.create({{}})
    batch.comment.delete_many()
    await batch.commit()  #> insert users, delete Comment
{SCHEMA}""")


def test_a_transaction_that_is_started_by_hand() -> None:
    assert_touches(f"""
from prisma import Prisma
db = Prisma()
async def work():
    await db.tag.create(data={{}})
    transaction = db.tx()
    tx = await transaction.start()
    await tx.user.create(data={{}})
    await transaction.commit()  #> insert users
{SCHEMA}""")


def test_a_client_behind_a_wrapper() -> None:
    assert_touches(f"""
from prisma import Prisma
class Wrapper:
    def __init__(self, client):
        self._client = client
    def __getattr__(self, name):
        return getattr(self._client, name)
class Users:
    table_name = "user"
    def __init__(self, database):
        self.database = database
    @property
    def table(self):
        return getattr(self.database, self.table_name)
async def work():
    db = Wrapper(Prisma())
    async with db.tx() as tx:  #> insert users, insert Post
        await Users(tx).table.create(data={{}})
        await Wrapper(tx).post.create(data={{}})
{SCHEMA}""")


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ("", "no schema of Prisma says what the client has"),
        (SCHEMA, "call of tx.order.create is not resolved"),
    ],
)
def test_a_model_that_is_not_declared_is_a_blind_spot(schema: str, reason: str) -> None:
    source = f"""
from prisma import Prisma
db = Prisma()
async def work():
    async with db.tx() as tx:  #> nothing
        await tx.order.create(data={{}})
{schema}"""
    (one,) = assert_touches(source).transactions
    assert reason in [spot.reason for spot in one.blind_spots]
