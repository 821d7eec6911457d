"""web.py: tables by their names, SQL, transactions that are begun by hand or entered."""

# ruff: noqa: S608 - the applications here put SQL together; nothing executes it

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

APP = """
import web
_db = None
def getdb():
    global _db
    if _db is None:
        _db = web.database(dbn="postgres", db="shop")
    return _db
"""


def test_a_transaction_that_is_begun_by_hand() -> None:
    assert_touches(f"""{APP}
def place(olid):
    db = getdb()
    db.insert("visits", olid=olid)  #= insert visits
    t = db.transaction()
    try:
        key = db.insert("cover", seqname=False, olid=olid)
        db.update("stock", where="id=$olid", vars=locals(), left=1)
        db.query("DELETE FROM log WHERE id = $key", vars=dict(key=key))
    except:
        t.rollback()
        raise
    else:
        t.commit()  #> insert cover, update stock, delete log
""")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("db.insert('cover', a=1)", "insert cover"),
        ("db.multiple_insert('cover', [{'a': 1}], seqname=False)", "insert cover"),
        ("db.update('cover', where='id=1', a=1)", "update cover"),
        ("db.delete('cover', where='id=1')", "delete cover"),
        ("db.query('UPDATE cover SET a = 1')", "update cover"),
        ("list(db.select('cover', where='id=1'))", "read cover"),
        ("list(db.select('cover, log', what='cover.id'))", "read cover, read log"),
        ("db.where('cover', id=1).first()", "read cover"),
    ],
)
def test_a_transaction_that_is_entered(statement: str, expected: str) -> None:
    assert_touches(f"""{APP}
def touch():
    db = getdb()
    with db.transaction():  #> {expected}
        {statement}
""")
