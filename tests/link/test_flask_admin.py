"""Flask-Admin: exposed methods, actions, and the pages of views of mapped classes."""

from __future__ import annotations

from tests.link.linking import assert_enters, assert_touches
from tests.link.mapped import MODELS

HEAD = f"""{MODELS}
# file: shop/admin.py
from flask_admin import Admin, BaseView, expose
from flask_admin.actions import action
from flask_admin.contrib import sqla
from flask_admin.contrib.sqla import ModelView
from sqlalchemy.orm import scoped_session, sessionmaker
from shop.models import *
SESSION = scoped_session(sessionmaker())
"""


def test_what_a_view_exposes_and_its_actions_are_entry_points() -> None:
    source = f"""{HEAD}
class Tools(BaseView):
    @expose("/tidy")
    def tidy(self):
        SESSION.add(Customer())
        SESSION.commit()  #> insert customers
class OrderAdmin(ModelView):
    @action("tag", "Tag", "Sure?")
    def tag(self, ids):
        SESSION.add(Tag())
        SESSION.commit()  #> insert tags
"""
    assert_touches(source)
    assert_enters(source, "route shop.admin.Tools.tidy", "route shop.admin.OrderAdmin.tag")


def test_pages_of_a_mapped_class_write_its_rows() -> None:
    assert_touches(f"""{HEAD}
def create_app():
    admin = Admin()
    admin.add_view(ModelView(Tag, SESSION))  #> insert tags | update tags, read tags | delete tags | read tags
    admin.add_view(ModelView(Detail, SESSION))  #> insert details | update details | delete details | read details
""")


def test_methods_of_a_view_run_in_the_work_of_its_pages() -> None:
    assert_touches(f"""{HEAD}
class Base(sqla.ModelView):
    can_delete = False

    def on_model_change(self, form, model, is_created):
        if is_created:
            SESSION.add(Detail())
        else:
            SESSION.add(Tag())

    def after_model_change(self, form, model, is_created):
        SESSION.add(Customer())

class TagAdmin(Base):  #> insert tags, insert details | update tags, insert tags
    pass

Admin(index_view=None).add_views(TagAdmin(Tag, SESSION))
""")


def test_what_lets_somebody_through_is_asked() -> None:
    assert_enters(
        f"""{HEAD}
class Guarded(BaseView):
    def is_accessible(self):
        return SESSION.query(Customer).first() is not None
class Open(BaseView):
    pass
admin = Admin()
admin.init_app(None, index_view=Guarded())
admin.add_view(Open())
""",
        "middleware shop.admin.Guarded._handle_view",
    )
