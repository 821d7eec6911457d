"""Factories of factory_boy make rows of their models, and of those of the factories that they name."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from django.db import models
class Customer(models.Model):
    def greet(self):
        Greeting.objects.create()
class Order(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE)
    note = models.TextField()
class Line(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
class Log(models.Model): pass
class Stock(models.Model): pass
class Greeting(models.Model): pass
"""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("CustomerFactory()", "insert shop_customer, no read shop_customer"),
        ("CustomerFactory.create()", "insert shop_customer"),
        ("CustomerFactory.build().save()", "insert shop_customer"),
        ("CustomerFactory.build()", "nothing"),
        ("CustomerFactory.create_batch(2)[0].greet()", "insert shop_customer, insert shop_greeting"),
        ("CustomerFactory._meta.model.objects.get()", "read shop_customer"),
        ("NamedFactory()", "insert shop_customer"),
        ("OrderFactory()", "insert shop_order, insert shop_customer"),
        ("OrderFactory(customer=Customer.objects.get())", "insert shop_order, read shop_customer"),
        ("OrderFactory().customer.greet()", "insert shop_order, insert shop_customer, insert shop_greeting"),
        ("LineFactory()", "insert shop_line, insert shop_order, insert shop_customer"),
        ("FullFactory()", "insert shop_order, insert shop_customer, insert shop_line, insert shop_log"),
        ("FullFactory._after_postgeneration(Order.objects.get(), True)", "read shop_order, update shop_order"),
        ("OrderFactory._after_postgeneration(Order.objects.get(), True)", "read shop_order"),
        ("FullFactory.build()", "nothing"),
        ("ToldFactory(logs=Log.objects.all())", "insert shop_customer, read shop_log, delete shop_log"),
        ("ToldFactory()", "insert shop_customer, no read shop_log"),
        ("StockFactory()", "insert shop_stock, read shop_stock"),
        ("LazyFactory()", "insert shop_order, insert shop_customer, insert shop_greeting, read shop_stock"),
        ("OwnFactory()", "insert shop_log, insert shop_stock"),
        ("factory.create(Log, FACTORY_CLASS=DjangoModelFactory)", "insert shop_log"),
    ],
)
def test_a_factory(statement: str, expected: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/made.py
import factory
from django.db import transaction
from factory.django import DjangoModelFactory
from shop.models import Customer, Line, Log, Order, Stock
class CustomerFactory(DjangoModelFactory):
    class Meta:
        model = Customer
class NamedFactory(DjangoModelFactory):
    class Meta:
        model = "shop.Customer"
class OrderFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Order
    customer = factory.SubFactory(CustomerFactory)
    note = factory.Faker("text")
class LineFactory(DjangoModelFactory):
    class Meta:
        model = Line
    order = factory.SubFactory("shop.made.OrderFactory")
class FullFactory(OrderFactory):
    line = factory.RelatedFactory(LineFactory, factory_related_name="order")
    @factory.post_generation
    def logs(self, create, extracted, **kwargs):
        if create:
            Log.objects.create()
class ToldFactory(CustomerFactory):
    @factory.post_generation
    def logs(self, create, extracted, **kwargs):
        if extracted:
            extracted.delete()
class StockFactory(DjangoModelFactory):
    class Meta:
        model = Stock
        django_get_or_create = ("name",)
class LazyFactory(OrderFactory):
    @factory.lazy_attribute
    def note(self):
        self.customer.greet()
        return Stock.objects.first()
class OwnFactory(DjangoModelFactory):
    class Meta:
        model = Log
    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        Stock.objects.create()
        return super()._create(model_class, *args, **kwargs)
def run():
    with transaction.atomic():  #> {expected}
        {statement}
""")


def test_a_factory_of_sqlalchemy() -> None:
    assert_touches("""
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base, scoped_session, sessionmaker
Base = declarative_base()
Session = scoped_session(sessionmaker())
class Order(Base):
    __tablename__ = "order"
    id = Column(Integer, primary_key=True)
# file: shop/made.py
from factory.alchemy import SQLAlchemyModelFactory
from shop.models import Order, Session
class OrderFactory(SQLAlchemyModelFactory):
    class Meta:
        model = Order
        sqlalchemy_session = Session
class DoneFactory(OrderFactory):
    class Meta:
        model = Order
        sqlalchemy_session = Session
        sqlalchemy_session_persistence = "commit"
def run():
    OrderFactory()
    Session.commit()  #> insert order
def done():
    DoneFactory()  #> insert order
""")
