"""oslo.messaging: the methods of endpoints are entry points, and what clients ask of them is done elsewhere."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches
from tests.link.test_oslo_db import MODELS

SERVER = """
# file: stack/manager.py
import oslo_messaging as messaging
from stack import models
from stack.api import context_manager

class Base:
    def ping(self, context):
        pass

class Manager(Base):
    target = messaging.Target(version="1.0")

    @messaging.expected_exceptions(ValueError)
    def save_it(self, context, row, kind=None):
        row.save(context)

    def _hidden(self, context):
        pass

class Row:
    def save(self, context):
        with context_manager.writer.using(context) as session:  #> update accesses
            session.query(models.Access).update({{}})
# file: stack/others.py
class Others:
    def other(self, context):
        pass
# file: stack/rpc.py
import oslo_messaging
from oslo_utils import importutils
from stack.manager import Row

class Service:
    def __init__(self, module, name):
        self.endpoints = []
        self.manager = getattr(importutils.try_import(module), name)()

    def start(self, host):
        target = oslo_messaging.Target(topic="stack", server=host)
        self.endpoints = [self.manager]
        self.server = get_server(target, self.endpoints)

class NamedService(Service):
    def __init__(self, module, name, kind=None):
        super().__init__(module, name)
        self.kind = kind

def launch(module, name):
    NamedService(module, name, kind="x").start("here")

def serve():
    launch("stack.manager", "Manager")

def serve_others():
    launch("stack.others", "Others")

def get_server(target, endpoints):
    return oslo_messaging.get_rpc_server(None, target, endpoints, executor="threading")

class API:
    def __init__(self):
        self.client = {made}

    def save_it(self, context, row):
        client = self.client.prepare(version="1.0")
        return client.{sent}(context, "save_it", row=row)
# file: stack/service.py
from oslo_db.sqlalchemy import enginefacade
from stack.rpc import API, Row

@enginefacade.writer  #> nothing
def save(context):
    API().save_it(context, Row())
"""
MADE = ("oslo_messaging.RPCClient(None, None)", "oslo_messaging.get_rpc_client(None, None, version_cap='1.1')")


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("sent", ["call", "cast"])
def test_what_a_client_hands_an_endpoint(made: str, sent: str) -> None:
    assert_touches(MODELS + SERVER.format(made=made, sent=sent))


def test_public_methods_of_endpoints_are_entered() -> None:
    assert_enters(
        MODELS + SERVER.format(made=MADE[0], sent="call"),
        "rpc stack.manager.Base.ping",
        "rpc stack.manager.Manager.save_it",
        "rpc stack.others.Others.other",
    )


@pytest.mark.parametrize(
    "named",
    [
        "CONF.get('%s_manager' % topic, None)",
        "CONF.get(f'{topic}_manager')",
        "CONF.get('order_manager')",
        "CONF.order_manager",
        "'stack.manager.Manager'",
    ],
)
def test_an_endpoint_whose_class_an_option_names(named: str) -> None:
    """What a constructor keeps as an attribute matters as much as what becomes of that."""
    source = f"""{MODELS}
# file: stack/manager.py
class Manager:
    def save(self, context): ...
# file: stack/service.py
import oslo_messaging
from oslo_config import cfg
from oslo_utils import importutils
CONF = cfg.CONF
OPTIONS = [cfg.StrOpt("order_manager", default="stack.manager.Manager")]
class Service:
    def __init__(self, host, manager, *args, **kwargs):
        self.manager_class_name = manager
        cls = importutils.import_class(self.manager_class_name)
        self.manager = cls(*args, **kwargs)

    @classmethod
    def create(cls, topic=None, manager=None):
        if not manager:
            manager = {named}
        return cls("here", manager)

    def start(self, host):
        endpoints = [self.manager]
        self.server = oslo_messaging.get_rpc_server(None, None, endpoints)

def main(topic):
    Service.create(topic).start("here")
"""
    assert_enters(source, "rpc stack.manager.Manager.save")
