"""py4web: actions, what they use, forms, grids, users, tags."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_tables, assert_touches

COMMON = """
# file: shop/models.py
from py4web import DAL, Field, Session, action, request
from py4web.core import Fixture
from py4web.utils.auth import Auth
from py4web.utils.factories import ActionFactory
from py4web.utils.form import Form
from py4web.utils.grid import Column, Grid
from pydal.tools.tags import Tags
from pydal.tools.scheduler import Scheduler
from pydal.validators import IS_IN_DB
db = DAL("postgres://shop")
session = Session()
auth = Auth(session, db)
db.define_table("dog", Field("name"), auth.signature)
db.define_table("toy", Field("dog", "reference dog"), Field("seller", requires=IS_IN_DB(db, "seller.id")))
db.define_table("seller", Field("name"))
authenticated = ActionFactory(db, session, auth.user)
groups = Tags(db.dog, "kinds")
scheduler = Scheduler(db)
class Counting(Fixture):
    def on_request(self, context):
        db.seller.insert()
# file: shop/services.py
from shop.models import *
"""


def test_tables() -> None:
    assert_tables(COMMON, "dog", "toy", "seller", "dog_tag_kinds")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("db.dog.insert()", "insert dog"),
        ("Form(db.toy)", "insert toy, read seller"),
        ("Form(db.toy, 1)", "read toy, read seller, insert toy, update toy, delete toy"),
        ("Form(db.toy, db.toy(1), deletable=False)", "read toy, insert toy, update toy"),
        ("Form(db.toy, 1, readonly=True)", "read toy, nothing"),
        ("Form([Field('name')])\n    db.seller.insert()", "insert seller"),
        ("Form([db.seller.name])", "insert seller"),
        ("Form(db.seller, validation=lambda form: db.dog.insert())", "insert seller, insert dog"),
        ("Grid(db.seller)", "read seller, insert seller, update seller, delete seller"),
        ("Grid(db.seller.id > 1, create=False, editable=False)", "read seller, delete seller"),
        ("Grid(db.seller, create=False, editable=False, deletable=False)", "read seller, nothing"),
        (("Grid(db.seller, columns=[Column('x', lambda row: db.toy(row.id))],\n"
          "         create=False, editable=False, deletable=False)"),
         "read toy, nothing"),
        ("groups.add(1, 'x')", "read dog_tag_kinds, insert dog_tag_kinds"),
        ("groups.remove(1, 'x')", "delete dog_tag_kinds"),
        ("db(groups.find('x')).update(name='x')", "read dog_tag_kinds, update dog"),
        ("auth.get_user()\n    db.dog.insert()", "read auth_user, insert dog"),
        ("auth.current_user\n    db.dog.insert()", "read auth_user, insert dog"),
        ("auth.register({})", "insert auth_user"),
        ("scheduler.enqueue_run(name='x')", "insert task_run"),
        ("db(db.auth_user.id == 1).delete()", "delete auth_user, delete dog, delete toy, delete dog_tag_kinds"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("decorators", ['@action("x"){}\n@action.uses("x.html", db)', "@authenticated(){}"])
def test_an_action_is_a_transaction(decorators: str, body: str, expected: str) -> None:
    assert_touches(f"""{COMMON}
{decorators.format(f"  #> {expected}")}
def answer():
    {body}
""")


def test_what_an_action_uses_runs_around_it() -> None:
    assert_touches(f"""{COMMON}
@action("x")  #> insert seller, insert dog
@action.uses(db, Counting())
def answer():
    db.dog.insert()
""")


def test_a_commit_in_between() -> None:
    assert_touches(f"""{COMMON}
@authenticated.post("x")  #> insert dog
def answer():
    db.toy.insert()
    db.commit()  #> insert toy
    db.dog.insert()
""")


def test_actions_of_one_name() -> None:
    assert_touches(f"""{COMMON}
@action("x", method="GET")  #> insert dog
@action.uses(db)
def answer():
    db.dog.insert()
@action("x", method="POST")  #> insert toy
@action.uses(db)
def answer():
    db.toy.insert()
""")


def test_tasks() -> None:
    assert_enters(
        f"{COMMON}\ndef work():\n    pass\nscheduler.register_task('work', work)\n", "task shop.services.work"
    )
