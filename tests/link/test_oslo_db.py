"""oslo.db: a writer's block or decorated function is a transaction; its session is an attribute of the context."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: stack/models.py
from oslo_db.sqlalchemy import models
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

BASE = declarative_base()

class StackBase(models.ModelBase, models.TimestampMixin, models.SoftDeleteMixin):
    metadata = None

class Share(BASE, StackBase):
    __tablename__ = "shares"
    id = Column(Integer, primary_key=True)
    host = Column(String(255))

class Access(BASE, StackBase):
    __tablename__ = "accesses"
    id = Column(Integer, primary_key=True)
# file: stack/api.py
from oslo_db.sqlalchemy import enginefacade
from stack import models

context_manager = enginefacade.transaction_context()
"""


@pytest.mark.parametrize(
    "code",
    [
        """
def make():
    return context_manager.writer.get_sessionmaker()()

def claim(number):
    session = make()
    found = session.query(models.Share).update_on_match(models.Share(id=number), "id", {"host": "b"})
    found.host = "c"
    session.commit()  #> update shares
""",
        """
def rename(context, number):
    with context_manager.writer.using(context) as session:  #> update shares
        session.query(models.Share).filter_by(id=number).update({"host": "b"})
""",
        """
def rename(context, number):
    with enginefacade.writer.using(context):  #> update shares
        share = context.session.query(models.Share).get(number)
        share.host = "b"
""",
        """
@context_manager.writer  #> insert shares, insert accesses
def create(context, values):
    share = models.Share()
    share.update(values)
    share.save(session=context.session)
    allow(context)

@context_manager.writer  #> insert accesses
def allow(context):
    access = models.Access()
    access.save(context.session)
""",
        """
@context_manager.writer  #> update shares, read shares
def remove(context, number):
    share = _get(context, number)
    share.soft_delete(session=context.session)

@context_manager.reader
def _get(context, number):
    return context.session.query(models.Share).filter_by(id=number).first()
""",
        """
from oslo_versionedobjects import base

class Row(base.VersionedObject):
    def close(self, number):
        close(self._context, number)

@context_manager.writer  #> update shares
def close(context, number):
    context.session.query(models.Share).filter_by(id=number).update({"host": None})
""",
        """
from oslo_db.sqlalchemy import utils

def model_query(context, model, *args, **kwargs):
    return utils.model_query(model=model, session=context.session, args=args, **kwargs)

@context_manager.writer  #> update shares, read shares
def remove(context, number):
    model_query(context, models.Share, deleted=False).filter_by(id=number).first().host = ""
""",
        """
class Drop:
    @classmethod  #> update accesses
    @enginefacade.writer
    def all(cls, context):
        context.session.query(models.Access).soft_delete()
""",
        """
def writing(function):
    @functools.wraps(function)
    def wrapper(context, *args, **kwargs):
        with context_manager.writer.using(context):  #> insert shares | insert accesses
            return function(context, *args, **kwargs)
    return wrapper

@writing
def share(context):
    models.Share().save(context.session)

@writing
def access(context):
    with context_manager.writer.savepoint.using(context):
        models.Access().save(context.session)
""",
        """
@context_manager.writer  #> update accesses
def hide(context):
    context.session.query(models.Access).update({})

def drop(context):
    with context_manager.writer.using(context):  #> delete accesses
        context.session.query(models.Access).delete()

def work(context):
    hide(context)
    drop(context)
    store(context)

@context_manager.writer  #> insert shares
def store(context):
    models.Share().save(context.session)
    context.session.commit()  #> insert shares
    context.session.begin()
""",
        """
def listed(context):
    with context_manager.reader.using(context) as session:
        return session.query(models.Share).all()  #= read shares
""",
    ],
)
def test_oslo_db(code: str) -> None:
    assert_touches(f"{MODELS}import functools\n{code}")


def test_a_resource_of_neutron_has_a_row_beside_it() -> None:
    assert_touches("""
# file: net/models.py
import sqlalchemy as sa
from neutron_lib.db import model_base, standard_attr

class Port(standard_attr.HasStandardAttributes, model_base.BASEV2, model_base.HasId, model_base.HasProject):
    name = sa.Column(sa.String(255))
# file: net/plugin.py
from neutron_lib.db import api as db_api
from net.models import Port

class Plugin:
    def create_port(self, context, port):
        with db_api.CONTEXT_WRITER.using(context):  #> insert ports, insert standardattributes
            context.session.add(Port(name=port["name"]))

    @db_api.retry_if_session_inactive()
    @db_api.CONTEXT_WRITER
    def rename(self, context, number):
        port = context.session.get(Port, number)
        port.name = "b"  #= update ports
""")


NET = """
# file: net/models.py
import sqlalchemy as sa
from neutron_lib.db import model_base, standard_attr
from sqlalchemy import orm

class Port(standard_attr.HasStandardAttributes, model_base.BASEV2, model_base.HasId, model_base.HasProject):
    name = sa.Column(sa.String(255))

class Trunk(standard_attr.HasStandardAttributes, model_base.BASEV2, model_base.HasId):
    name = sa.Column(sa.String(255))

class Label(model_base.BASEV2):
    standard_attr_id = sa.Column(sa.ForeignKey("standardattributes.id", ondelete="CASCADE"), primary_key=True)
    label = sa.Column(sa.String(60), primary_key=True)

class Quota(model_base.BASEV2, model_base.HasId):
    port_id = sa.Column(sa.String(36))
"""


def test_queries_of_neutron() -> None:
    assert_touches(f"""{NET}
# file: net/objects.py
from neutron_lib.db import api as db_api
from neutron_lib.db import model_query
from net import models

class Base:
    db_model = None

    @classmethod
    def get_objects(cls, context, **filters):
        return model_query.get_collection(context, cls.db_model, dict_func=None, filters=filters)

class Quota(Base):
    db_model = models.Quota

def rename(context, number):
    with db_api.CONTEXT_WRITER.using(context):  #> update ports
        port = model_query.get_by_id(context, models.Port, number)  #= read ports
        port.update({{"name": "a"}})

def drop(context):
    with db_api.CONTEXT_WRITER.using(context):  #> delete quotas
        for quota in Quota.get_objects(context, port_id=1):
            context.session.delete(quota)
""")


def test_a_row_that_goes_with_its_owner_has_no_other_owner() -> None:
    assert_touches(f"""{NET}
# file: net/migrations/versions/1.py
import sqlalchemy as sa
from alembic import op
revision = "1"
down_revision = None
def upgrade():
    op.create_table("standardattributes", sa.Column("id", sa.Integer, primary_key=True))
    op.create_table("ports", sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("standard_attr_id", sa.Integer, sa.ForeignKey("standardattributes.id", ondelete="CASCADE")))
    op.create_table("trunks", sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("standard_attr_id", sa.Integer, sa.ForeignKey("standardattributes.id", ondelete="CASCADE")))
    op.create_table("labels",
        sa.Column("standard_attr_id", sa.Integer, sa.ForeignKey("standardattributes.id", ondelete="CASCADE")))
# file: net/plugin.py
from neutron_lib.db import api as db_api
from neutron_lib.db import standard_attr
from net.models import Port

def delete_port(context, number):
    with db_api.CONTEXT_WRITER.using(context):  #> delete ports, delete standardattributes, delete labels
        context.session.delete(context.session.get(Port, number))

def sweep(context):
    with db_api.CONTEXT_WRITER.using(context):  #> delete standardattributes, delete ports, delete trunks, delete labels
        context.session.query(standard_attr.StandardAttribute).delete()
""")


def test_who_subscribed_hears_of_what_is_published() -> None:
    assert_touches(f"""{NET}
# file: net/quota.py
from neutron_lib.callbacks import events, registry, resources
from net.models import Label, Quota

@registry.has_registry_receivers
class QuotaPlugin:
    def __init__(self):
        registry.subscribe(self.forget, resources.PORT, events.PRECOMMIT_DELETE)

    @registry.receives(resources.PORT, [events.PRECOMMIT_CREATE, events.PRECOMMIT_UPDATE])
    def count(self, resource, event, trigger, payload):
        payload.context.session.add(self.make(payload.latest_state))

    def make(self, port):
        return Quota(port_id=port.id)

    def forget(self, resource, event, trigger, payload=None):
        payload.context.session.query(Quota).delete()
# file: net/plugin.py
from neutron_lib.callbacks import events, registry, resources
from neutron_lib.context import get_admin_context
from neutron_lib.db import api as db_api
from net.models import Port, Trunk
from net.quota import QuotaPlugin

def create(name):
    context = get_admin_context()
    with db_api.CONTEXT_WRITER.using(context):  #> insert ports, insert standardattributes, insert quotas
        port = Port(name=name)
        context.session.add(port)
        payload = events.DBEventPayload(context, states=(port,))
        registry.publish(resources.PORT, events.PRECOMMIT_CREATE, None, payload=payload)

def drop(context):
    QuotaPlugin()
    with db_api.CONTEXT_WRITER.using(context):  #> delete quotas
        payload = events.DBEventPayload(context, resource_id=1)
        registry.publish(resources.PORT, events.PRECOMMIT_DELETE, None, payload=payload)
    with db_api.CONTEXT_WRITER.using(context):  #> nothing
        registry.publish(resources.TRUNK, events.PRECOMMIT_DELETE, None, payload=payload)
""")


@pytest.mark.parametrize("made", ["DBAPI.from_config(CONF, backend_mapping=NAMES, lazy=True)", "DBAPI('sql', NAMES)"])
def test_the_module_that_is_the_database(made: str) -> None:
    assert_touches(f"""{MODELS}
@context_manager.writer  #> update accesses
def hide(context, number):
    context.session.query(models.Access).filter_by(id=number).update({{}})
# file: stack/db.py
from oslo_config import cfg
from oslo_db import api as db_api

CONF = cfg.CONF
NAMES = {{"sql": "stack.api"}}
IMPL = db_api.{made}

def hide(context, number):
    return IMPL.hide(context, number)
# file: stack/service.py
from oslo_db.sqlalchemy import enginefacade
from stack import db

@enginefacade.writer  #> update accesses
def retire(context, number):
    db.hide(context, number)
""")


@pytest.mark.parametrize("given", ["Connection()", "sys.modules[__name__]"])
def test_what_the_module_of_the_database_gives(given: str) -> None:
    source = f"""{MODELS}
import sys
def get_backend():
    return {given}

class Connection:
    @context_manager.writer  #> {"update accesses" if given == "Connection()" else "nothing"}
    def hide(self, context, number):
        {"hide(context, number)" if given == "Connection()" else "pass"}

def hide(context, number):
    context.session.query(models.Access).filter_by(id=number).update({{}})
# file: stack/db.py
from oslo_config import cfg
from oslo_db import api as db_api

IMPL = db_api.DBAPI.from_config(cfg.CONF, backend_mapping={{"sql": "stack.api"}}, lazy=True)

def get_instance():
    return IMPL
# file: stack/objects.py
from oslo_versionedobjects import base
from stack import db

@base.VersionedObjectRegistry.register
class Access(base.VersionedObject):
    dbapi = db.get_instance()

    def save(self):
        self.dbapi.hide(self._context, self.id)
# file: stack/service.py
from oslo_db.sqlalchemy import enginefacade
from stack.objects import Access

@enginefacade.writer  #> update accesses
def retire(context, number):
    Access(context, id=number).save()
"""
    assert_touches(source)
