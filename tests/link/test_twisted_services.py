"""Services of Twisted: a service finds the others by the one that it belongs to."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_services_that_belong_to_one_another() -> None:
    assert_touches("""
import sqlalchemy as sa
from twisted.application import service
from twisted.internet import defer

metadata = sa.MetaData()
orders = sa.Table("orders", metadata, sa.Column("id", sa.Integer, primary_key=True))

class Part(service.Service):
    @property
    def master(self):
        return self.parent.master

class Own(Part):
    @defer.inlineCallbacks
    def setServiceParent(self, parent):
        parent = service.IServiceCollection(parent, parent)
        self.parent = parent
        yield self.parent.addService(self)

class Orders(Part):
    def table(self):
        return self.master.tables[0]

class Notes(Own):
    def take(self, values):
        self.master.engine_of.write(self.master.orders.table())

class Database(Part):
    def __init__(self, url):
        self.engine = sa.create_engine(url)
    def write(self, table):
        with self.engine.begin() as connection:  #> insert orders
            connection.execute(table.insert())

class Master(service.MultiService):
    tables = (orders,)
    def __init__(self):
        super().__init__()
        self.engine_of = Database("sqlite://")
        self.orders = Orders()
        self.orders.setServiceParent(self)
        self.notes = Notes()
        self.notes.setServiceParent(self)
    @property
    def master(self):
        return self
    def startService(self):
        super().startService()
        self.notes.take({})

Master().startService()
""")


def test_services_that_are_started() -> None:
    assert_touches("""
import sqlalchemy as sa
from twisted.application.service import MultiService, Service

metadata = sa.MetaData()
starts = sa.Table("starts", metadata, sa.Column("id", sa.Integer, primary_key=True))

class Log(Service):
    def __init__(self, engine):
        self.engine = engine
    def startService(self):
        Service.startService(self)
        with self.engine.begin() as connection:  #> insert starts
            connection.execute(self.parent.table.insert())

class All(MultiService):
    table = starts

def main():
    everything = All()
    Log(sa.create_engine("sqlite://")).setServiceParent(everything)
    everything.startService()
main()
""")


def test_what_looks_like_the_function_that_it_wraps() -> None:
    assert_touches("""
from twisted.python.util import mergeFunctionMetadata
def guarded(function):
    def guard(*args):
        return function(*args)
    return mergeFunctionMetadata(function, guard)
@guarded
def place(order):
    order.save()
def work(order: Order):
    with transaction.atomic():  #> update shop_order
        place(order)
""")
