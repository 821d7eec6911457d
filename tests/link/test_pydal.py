"""pydal: tables by name, queries, rows, what runs around them, transactions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from pydal import DAL, Field
from pydal.validators import IS_IN_DB
db = DAL("sqlite:memory")
db.define_table("person", Field("name"), format="%(name)s")
db.define_table("dog", Field("name"), Field("owner", "reference person"), Field("vet", db.person, ondelete="SET NULL"))
db.define_table("toy", Field("dog", "reference dog"), Field("owner", "reference person", ondelete="NO ACTION"))
db.define_table("log", Field("text"), rname="event_log")
# file: shop/services.py
from shop.models import *
"""


def test_tables() -> None:
    assert_tables(MODELS, "person", "dog", "toy", "event_log")


def test_keys() -> None:
    scan = assert_touches(f"{MODELS}\ndef touch():\n    db.toy.insert(dog=1)\n    db.commit()  #> insert toy\n")
    assert {(key.from_, key.column, key.to, key.on_delete) for key in scan.foreign_keys} == {
        ("dog", "owner", "person", "CASCADE"),
        ("dog", "vet", "person", "SET NULL"),
        ("toy", "dog", "dog", "CASCADE"),
        ("toy", "owner", "person", "NO ACTION"),
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("db.toy.insert(dog=1)", "insert toy"),
        ("db['toy'].insert(dog=1)", "insert toy"),
        ("db.toy.bulk_insert([{}])", "insert toy"),
        ("db.toy.validate_and_insert(dog=1)", "insert toy"),
        ("db.toy.update_or_insert(db.toy.dog == 1, dog=2)", "read toy, insert toy, update toy"),
        ("db.toy.update_or_insert(dog=2)", "read toy, insert toy, update toy"),
        ("db(db.toy.id > 0).update(dog=1)", "update toy"),
        ("db((db.toy.id > 0) & (db.toy.dog == x)).update(dog=1)", "update toy"),
        ("db((db.toy.id > 0) | ~(db.toy.dog == x)).update_naive(dog=1)", "update toy"),
        ("db(db.toy).validate_and_update(dog=1)", "update toy"),
        ("query = db.toy.id > 0\n    query &= db.toy.dog == x\n    db(query).delete()", "delete toy"),
        ("db(db.toy.dog.belongs([1, 2])).delete()", "delete toy"),
        ("db(db.toy.dog.belongs(db(db.dog.name == 'x')._select(db.dog.id))).delete()", "read dog, delete toy"),
        ("db(db.toy.dog.belongs(db(db.dog.name == 'x')._select(db.dog.id)))(db.toy.id > 1).delete()",
         "read dog, delete toy"),
        ("db(db.dog.id == 1).delete()", "delete dog, delete toy"),
        ("db(db.person.id == 1).delete()", "delete person, delete dog, update dog, delete toy"),
        ("db(db.dog.id == 1).select().first().update_record(name='x')", "read dog, update dog"),
        ("for dog in db(db.dog.id > 1).select(orderby=db.dog.name):\n        dog.update_record(name='x')",
         "read dog, update dog"),
        ("db(db.dog.id > 1).select()[0].delete_record()", "read dog, delete dog, delete toy"),
        ("db.dog(1).update_record(name='x')", "read dog, update dog"),
        ("db.dog[1].update_record(name='x')", "read dog, update dog"),
        ("db.dog(name='x').owner.name\n    db.toy.insert()", "read dog, read person, insert toy"),
        ("db.dog(name='x').owner\n    db.toy.insert()", "read dog, no read person, insert toy"),
        ("db.person(db.dog(name='x').owner).update_record(name='y')", "read dog, read person, update person"),
        ("db.person(db.dog(name='x').owner.id).dog.update(name='y')", "read dog, read person, update dog"),
        ("db.person(1).dog.select()\n    db.toy.insert()", "read person, read dog, insert toy"),
        ("db.person(1).dog.delete()", "read person, delete dog, delete toy"),
        ("db.dog[1] = {'name': 'x'}", "update dog"),
        ("db.dog[0] = {'name': 'x'}", "insert dog"),
        ("del db.dog[1]", "delete dog, delete toy"),
        ("db.toy.truncate()", "delete toy"),
        ("for row in db(db.dog.owner == db.person.id).select():\n        row.dog.update_record(name='x')",
         "read dog, read person, update dog"),
        ("for row in db(db.dog.owner == db.person.id).select(db.dog.ALL):\n        row.update_record(name='x')",
         "read dog, read person, update dog"),
        (("rows = db(db.dog).select(left=db.person.on(db.dog.owner == db.person.id))\n"
          "    rows.first().person.update_record(name='x')"),
         "read dog, read person, update person"),
        ("puppy = db.dog.with_alias('puppy')\n    db(puppy.id > 1).select(puppy.ALL)\n    db.toy.insert()",
         "read dog, insert toy"),
        ("if db(db.dog.name == x).isempty():\n        db.toy.insert()", "read dog, insert toy"),
        ("if not db(db.dog).count():\n        db.toy.insert()", "read dog, insert toy"),
        ("db.executesql('DELETE FROM toy')", "delete toy"),
        ("db.log.insert(text='x')", "insert event_log"),
        ("toy = db.toy.insert()\n    db.dog(toy.dog).update_record(name='x')",
         "read toy, insert toy, read dog, update dog"),
        ("db(x == db.toy.id).delete()", "delete toy"),
        ("db(db.dog.owner == x.id)(db.dog.id > 1).update(name='y')", "update dog"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"{MODELS}\ndef touch(x):\n    {body}\n    db.commit()  #> {expected}\n")


def test_what_is_rolled_back_is_not_committed() -> None:
    assert_touches(f"""{MODELS}
def touch():
    db.dog.insert()
    db.rollback()
    db.toy.insert()
    db.commit()  #> insert toy
""")


@pytest.mark.parametrize(
    ("given", "body", "expected"),
    [
        ("db.dog._after_insert.append(lambda fields, id: db.log.insert())", "db.dog.insert()",
         "insert dog, insert event_log"),
        ("db.dog._before_update.append(lambda s, fields: db.log.insert())", "db(db.dog.id == 1).update(name='x')",
         "update dog, insert event_log"),
        ("db.dog._before_update.append(lambda s, fields: s.select())", "db(db.dog.id == 1).update(name='x')",
         "read dog, update dog"),
        ("db.toy._after_delete.append(lambda s: db.log.insert())", "db(db.toy.id == 1).delete()",
         "delete toy, insert event_log"),
        ("db.toy._after_delete.append(lambda s: db.log.insert())", "db(db.toy.id == 1).delete_naive()", "delete toy"),
        ("def noted(s):\n    db.log.insert()\ndb.toy._after_delete.append(noted)", "db(db.toy).delete()",
         "delete toy, insert event_log"),
        ("db.define_table('cat', Field('code', compute=lambda row: db(db.log).count()))", "db.cat.insert()",
         "insert cat, read event_log"),
        ("def me():\n    return db.person(1)\ndb.define_table('cat', Field('owner', default=me))", "db.cat.insert()",
         "insert cat, read person"),
        ("db.define_table('cat', Field('owner', requires=IS_IN_DB(db, 'person.id')))", "db.cat.validate_and_insert()",
         "insert cat, read person"),
        ("db.dog.owner.requires = IS_IN_DB(db, 'person.id')", "db.dog.validate_and_insert()",
         "insert dog, read person"),
        ("db.dog.total = Field.Virtual(lambda row: db(db.toy.dog == row.id).count())",
         "db.dog(1).total\n    db.log.insert()", "read dog, read toy, insert event_log"),
        ("db.dog.total = Field.Method(lambda row: db(db.toy.dog == row.id).count())",
         "db.dog(1).total()\n    db.log.insert()", "read dog, read toy, insert event_log"),
        ("db.toy._enable_record_versioning()", "db(db.toy.id == 1).update(dog=1)",
         "read toy, update toy, insert toy_archive"),
        ("base = db.Table(db, 'base', Field('by', 'reference person'))\ndb.define_table('cat', Field('name'), base)",
         "db(db.person).delete()", "delete person, delete dog, update dog, delete toy, delete cat"),
    ],
)  # fmt: skip
def test_what_runs_around(given: str, body: str, expected: str) -> None:
    head, models, services = MODELS.partition("# file: shop/services.py")
    assert_touches(f"{head}{given}\n{models}{services}\ndef touch():\n    {body}\n    db.commit()  #> {expected}\n")


def test_tables_that_a_function_declares_after_they_are_used() -> None:
    assert_touches("""
from pydal import DAL, Field
def touch(db: DAL):
    db(db.person.id == 1).delete()
    db.commit()  #> delete people, delete dog
def declare(db: DAL):
    db.define_table("person", Field("name"), rname="people")
    db.define_table("dog", Field("owner", "reference person"))
""")


def test_a_table_that_is_declared_twice() -> None:
    assert_touches(f"""{MODELS}
def note():
    return db(db.log).count()
def declare():
    db.define_table("cat", Field("owner"), Field("code"))
def declare_otherwise():
    db.define_table("cat", Field("owner", "reference person"), Field("code", default=note))
def touch():
    db(db.person.id == 1).delete()
    db.commit()  #> delete person, delete dog, update dog, delete toy, delete cat
    db.cat.insert()
    db.commit()  #> read event_log, insert cat
""")
