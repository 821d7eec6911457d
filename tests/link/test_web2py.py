"""web2py: one namespace for models and controllers, actions, forms, grids, users."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

APPLICATION = """
# file: web/models/0_tools.py
# gluon.namespace, which nothing mentions elsewhere
from gluon.tools import Auth, Crud, Service
def note(text):
    db.log.insert(text=text)
# file: web/models/db.py
db = DAL("postgres://shop")
auth = Auth(db)
auth.settings.extra_fields["auth_user"] = [Field("boss", "reference person")]
auth.define_tables(username=False, signature=False)
crud, service = Crud(db), Service()
db.define_table("person", Field("name"))
db.define_table("dog", Field("name"), Field("owner", "reference person"), auth.signature)
db.define_table("toy", Field("dog", "reference dog"), Field("seller", requires=IS_EMPTY_OR(IS_IN_DB(db, "seller.id"))))
db.define_table("seller", Field("name"))
db.define_table("log", Field("text"))
db.define_table("pack", Field("dogs", "list:reference dog"))
def __hidden(text):
    db.log.insert(text=text)
# file: web/modules/kennel.py
from gluon import current
def fill():
    current.db.dog.insert()
# file: web/controllers/default.py
"""


def test_actions() -> None:
    assert_enters(
        f"""{APPLICATION}
def index():
    return dict()
def _hidden():
    pass
def helper(x):
    pass
@auth.requires_login()
def user():
    return dict(form=auth())
@service.jsonrpc
def total(x):
    pass
def call():
    return service()
""",
        *(f"route web.controllers.default.{name}" for name in ("index", "user", "call")),
        "rpc web.controllers.default.total",
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("db.dog.insert()", "insert dog"),
        ("note('x')", "insert log"),
        ("__hidden('x')", "insert log"),
        ("db(db.dog).delete()", "delete dog, delete toy"),
        ("form = SQLFORM(db.toy).process()", "insert toy, read seller"),
        ("form = SQLFORM(db.toy)", "nothing, read seller, read dog"),
        ("form = SQLFORM(db.dog).process()", "insert dog, read person, no read auth_user"),
        ("db.dog.owner.writable = False\n    form = SQLFORM(db.dog).process()", "insert dog, no read person"),
        ("form = SQLFORM(db.pack).process()", "insert pack, read dog"),
        ("form = SQLFORM(db.seller)\n    if form.process().accepted:\n        note('x')", "insert seller, insert log"),
        ("form = SQLFORM(db.seller)\n    if form.accepts(request.vars, session):\n        note('x')",
         "insert seller, insert log"),
        ("form = SQLFORM(db.toy, db.toy(1) or redirect(URL('x')), deletable=True).process()",
         "read toy, update toy, delete toy"),
        ("SQLFORM(db.seller).process(onvalidation=lambda form: note('x'))", "insert seller, insert log"),
        ("form = SQLFORM(db.seller)\n    form.validate()\n    note('x')", "insert log"),
        ("form = SQLFORM.factory(Field('x')).process()\n    note('x')", "insert log"),
        ("form, other = SQLFORM(db.toy), SQLFORM(db.seller)\n    form.process()", "insert toy"),
        ("SQLFORM.grid(db.seller)", "read seller, insert seller, update seller, delete seller"),
        ("SQLFORM.grid(db.seller.id > 0, create=False, deletable=False)", "read seller, update seller"),
        ("SQLFORM.grid((db.toy.dog == db.dog.id) & (db.dog.name == 'x'), create=False, editable=False)",
         "read toy, read dog, delete toy"),
        ("SQLFORM.grid(db(db.toy.dog == db.dog.id)(db.dog.name == 'x'), create=False, editable=False)",
         "read toy, read dog, delete toy"),
        ("SQLFORM.grid(db.seller, editable=False, create=False, deletable=False)", "read seller, nothing"),
        ("SQLFORM.smartgrid(db.dog, editable=False, create=False)", "read dog, read toy, delete dog, delete toy"),
        ("SQLFORM.smartgrid(db.dog, linked_tables=['x'], editable=False, deletable=False)", "read dog, insert dog"),
        ("crud.create(db.seller)", "insert seller"),
        ("crud.update(db.toy, 1, deletable=False)", "read toy, insert toy, update toy"),
        ("crud.delete(db.toy, 1)", "read toy, delete toy"),
        ("auth.add_membership(1, 2)",
         "read auth_group, read auth_membership, insert auth_membership, insert auth_event"),
        ("auth.log_event('x')", "insert auth_event"),
        ("cache.ram('x', lambda: note('x'))", "insert log"),
        ("import kennel\n    current.db = db\n    kennel.fill()", "insert dog"),
        ("from kennel import fill\n    current.db = db\n    fill()", "insert dog"),
        ("for dog in db(db.dog).select():\n        dog.update_record(name=dog.owner.name)",
         "read dog, read person, update dog"),
    ],
)  # fmt: skip
def test_a_request_is_a_transaction(body: str, expected: str) -> None:
    assert_touches(f"{APPLICATION}\ndef index():  #> {expected}\n    {body}\n")


@pytest.mark.parametrize(
    ("decorator", "expected"),
    [
        ("@auth.requires_login()", "insert log"),
        ("@cache.action()", "insert log"),
        ("@auth.requires_membership('x')", "read auth_group, read auth_membership, insert log"),
        ("@auth.requires_permission('x')", "read auth_permission, read auth_membership, insert log"),
        ("@auth.requires(lambda: db(db.dog).count())", "read dog, insert log"),
        ("@auth.requires(auth.is_logged_in())", "insert log"),
    ],
)
def test_what_stands_around_an_action(decorator: str, expected: str) -> None:
    assert_touches(f"{APPLICATION}\n{decorator}  #> {expected}\ndef index():\n    note('x')\n")


def test_fields_that_a_table_of_users_is_given() -> None:
    expected = "dog, delete toy, delete auth_user, delete auth_membership, delete auth_event, delete auth_cas"
    assert_touches(f"{APPLICATION}\ndef index():  #> delete person, delete {expected}\n    db(db.person).delete()\n")


@pytest.mark.parametrize("decorators", ["@request.restful()", "@auth.requires_membership('x')\n@request.restful()"])
def test_what_answers_to_verbs(decorators: str) -> None:
    assert_touches(f"""{APPLICATION}
{decorators}
def api():
    def GET(*args, **vars):  #> insert log
        note("x")
    def POST(*args, **vars):  #> insert toy
        db.toy.insert()
    return locals()
""")


def test_a_commit_in_between() -> None:
    assert_touches(f"""{APPLICATION}
def index():  #> insert log
    db.toy.insert()
    db.commit()  #> insert toy
    note("x")
""")


@pytest.mark.parametrize(
    ("setting", "more"),
    [("", ", insert auth_group, insert auth_membership"), ("auth.settings.create_user_groups = False", "")],
)
def test_who_registers_gets_a_group(setting: str, more: str) -> None:
    said = APPLICATION.replace("auth.define_tables", f"{setting}\nauth.define_tables")
    assert_touches(f"""{said}
def index():  #> insert auth_user, insert auth_event{more}
    return dict(form=auth.register())
""")


def test_archives_of_what_has_a_signature() -> None:
    archived = APPLICATION.replace('db.define_table("log"', 'auth.enable_record_versioning(db)\ndb.define_table("log"')
    assert_touches(f"""{archived}
def index():  #> update dog, insert dog_archive
    db(db.dog).update(name="x")
def other():  #> update seller
    db(db.seller).update(name="x")
""")


def test_tasks_of_a_scheduler() -> None:
    assert_touches(f"""{APPLICATION}
def tidy(x):  #> delete log
    db(db.log).delete()
def sweep():  #> delete toy
    db(db.toy).delete()
def index():  #> insert scheduler_task
    from gluon.scheduler import Scheduler
    scheduler = Scheduler(db, dict(tidy=tidy))
    scheduler.queue_task(sweep)
""")


def test_an_application_that_is_the_project() -> None:
    assert_touches(f"{APPLICATION.replace('web/', '')}\ndef index():  #> insert log\n    note('x')\n")


def test_packages_called_so_are_none() -> None:
    package = "# file: web/controllers/__init__.py\nfrom web.controllers.default import index\n"
    assert_enters(f"{package}{APPLICATION}\ndef index():\n    return dict()\n")


def test_packages_of_controllers_in_a_folder_called_so_are_none() -> None:
    assert_enters(
        f"{APPLICATION.replace('web/controllers/', 'web/controllers/kennel/')}\ndef index():\n    return dict()\n"
    )
