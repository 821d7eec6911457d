"""mongoengine: collections, references, querysets, signals, deletions, transactions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches, linked

MODELS = """
# file: shop/models.py
from mongoengine import *
from mongoengine import signals
from mongoengine.queryset import QuerySet, queryset_manager
def noted(field, **more):
    field.more = more
    return field
class OwnReferenceField(fields.BaseField):
    def __init__(self, document_type, *args, **kwargs):
        self.target = document_type
    def __get__(self, instance, owner):
        return find(self.target, instance)
class Customer(Document):
    name = StringField()
    meta = {"allow_inheritance": True}
class Company(Customer):
    boss = ReferenceField("self")
class Base(Document):
    meta = {"abstract": True}
    def touch_up(self):
        self.save()
class Tag(Base):
    number = SequenceField()
class Line(EmbeddedDocument):
    product = ReferenceField("Product", reverse_delete_rule=DENY)
    def clean(self):
        Tag.objects.first()
class Product(Base):
    meta = {"collection": "goods"}
    picture = FileField()
class OrderQuerySet(QuerySet):
    def new(self):
        return self(state="new")
    def tidy(self):
        self._document.objects(state="old").delete()
class ShopOrder(Base):
    meta = {"queryset_class": OrderQuerySet}
    customer = noted(ReferenceField(Customer, required=True, reverse_delete_rule=CASCADE), label="x")
    tags = ListField(LazyReferenceField(Tag, reverse_delete_rule=PULL))
    others = MapField(ReferenceField(Tag))
    lines = EmbeddedDocumentListField(Line)
    subject = GenericReferenceField(choices=[Tag, "Product"])
    @queryset_manager
    def paid(doc_cls, queryset):
        return queryset.filter(state="paid")
class Note(Document):
    order = ReferenceField(ShopOrder, reverse_delete_rule=CASCADE)
    author = ReferenceField(Customer, reverse_delete_rule=NULLIFY)
class Audit(Document):
    text = StringField()
    about = OwnReferenceField("shop.Note")
    @classmethod
    def tell(cls, sender, document, **kwargs):
        Audit(text="x").save()
signals.post_save.connect(Audit.tell, sender=Product)
# file: shop/services.py
from mongoengine import Q
from mongoengine.connection import get_db
from mongoengine.context_managers import run_in_transaction
from shop.models import *
"""


def test_tables() -> None:
    assert_tables(
        MODELS,
        *("customer", "tag", "goods", "shop_order", "note", "audit"),
        *("mongoengine.counters", "fs.files", "fs.chunks"),
    )


def test_keys() -> None:
    scan = linked({"shop/models.py": MODELS.partition("# file: shop/models.py\n")[2].partition("# file")[0]})
    assert {(one.from_, one.column, one.to, one.on_delete) for one in scan.foreign_keys} == {
        ("customer", "boss", "customer", None),
        ("shop_order", "customer", "customer", "CASCADE"),
        ("shop_order", "tags", "tag", "PULL"),
        ("shop_order", "others", "tag", None),
        ("shop_order", "lines.product", "goods", "DENY"),
        ("shop_order", "subject", "tag", None),
        ("shop_order", "subject (Product)", "goods", None),
        ("note", "order", "shop_order", "CASCADE"),
        ("note", "author", "customer", "SET NULL"),
        ("audit", "about", "note", None),
    }
    assert "mongoengine" not in {one.name for one in scan.completeness.unread}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Customer(name='x').save()", "insert customer"),
        ("Company(name='x').save()", "insert customer"),
        ("Customer.objects.create(name='x')", "insert customer"),
        ("one = Customer.objects.get(id=1)\n        one.name = 'x'\n        one.save()", "update customer"),
        ("one = Customer(name='x').save()\n        one.save()", "insert customer, update customer"),
        ("Tag().save()", "insert tag, update mongoengine.counters"),
        ("Tag().touch_up()", "insert tag, update mongoengine.counters"),
        ("Customer.objects(name='x').update(set__name='y')", "update customer"),
        ("Customer.objects(name='x').update_one(upsert=True, set__name='y')", "update customer, insert customer"),
        ("Customer.objects(name='x').modify(name='y', new=True).save()", "update customer"),
        ("Customer.objects.insert([Customer(name='x')], load_bulk=False)", "insert customer"),
        ("Customer.objects.insert(Customer(name='x')).save()", "insert customer, read customer, update customer"),
        ("for one in Customer.objects.filter(Q(name='x') | Q(name='y')).order_by('name'):\n            one.reload()",
         "read customer"),
        ("Customer.objects.filter(name='x')", "no read customer"),
        ("if Customer.objects(name='x'):\n            Tag.objects.count()", "read customer, read tag"),
        ("return list(Customer.objects[:10])", "read customer"),
        ("return len(Customer.objects)", "read customer"),
        ("return [one.name for one in Note.objects.only('order').first().order.customer]",
         "read note, read shop_order, read customer"),
        ("return ShopOrder.objects.first().tags[0].pk", "read shop_order, no read tag"),
        ("return ShopOrder.objects.first().tags[0].fetch()", "read shop_order, read tag"),
        ("return ShopOrder.objects.first().others['x'].id", "read shop_order, read tag"),
        ("return [one.product.pk for one in ShopOrder.objects.first().lines]", "read shop_order, read goods"),
        ("Audit.objects.first().about.save()", "read audit, read note, update note"),
        ("return ShopOrder.objects.first().subject", "read shop_order, read tag, read goods"),
        ("return ShopOrder(customer=customer).customer.name", "no read customer"),
        ("return list(ShopOrder.objects.select_related())",
         "read shop_order, read customer, read tag, read goods"),
        ("return ShopOrder.objects.no_dereference().first().customer", "read shop_order, no read customer"),
        ("return list(ShopOrder.objects(customer__in=Customer.objects(name='x')).new())",
         "read shop_order, read customer"),
        ("return list(ShopOrder.paid.only('state'))", "read shop_order"),
        ("return ShopOrder.objects.distinct('customer')", "read shop_order, read customer"),
        ("ShopOrder.objects.new().tidy()",
         "delete shop_order, read note, delete note"),
        ("Note.objects.delete()", "delete note"),
        ("Customer.objects(name='x').delete()",
         "delete customer, read shop_order, delete shop_order, read note, delete note, update note"),
        ("Tag.objects.first().delete()", "read tag, delete tag, update shop_order"),
        ("Product.objects.first().delete()",
         "read goods, delete goods, read shop_order, delete fs.files, delete fs.chunks"),
        ("Product.objects.first().picture.replace(data)",
         "read goods, delete fs.files, delete fs.chunks, insert fs.files, insert fs.chunks"),
        ("Product().save()", "insert goods, insert audit"),
        ("ShopOrder().save()", "insert shop_order, read tag"),
        ("ShopOrder.objects.first().lines.save()", "read shop_order, update shop_order, read tag"),
        ("ShopOrder.drop_collection()", "delete shop_order"),
        ("return list(Note.objects.aggregate([{'$lookup': {'from': 'tag', 'as': 'x'}}, {'$out': 'report'}]))",
         "read note, read tag, delete report, insert report"),
        ("one = Note.objects.first()\n        one.switch_collection('old_note').save()",
         "read note, update old_note"),
    ],
)  # fmt: skip
def test_operations(body: str, expected: str) -> None:
    assert_touches(f"""{MODELS}
def work(customer, data):
    with run_in_transaction():  #> {expected or "nothing"}
        {body}
""")


FLASK = """
# file: shop/models.py
from flask_mongoengine import MongoEngine
from flask_mongoengine.wtf import model_form
from flask_security import MongoEngineUserDatastore, RoleMixin, UserMixin
from celerybeatmongo.models import PeriodicTask
db = MongoEngine()
class User(db.Document, UserMixin):
    name = db.StringField()
    meta = {"collection": lambda cls: f"shop_{cls.__name__.lower()}s"}
class Role(db.Document, RoleMixin):
    name = db.StringField()
class Job(PeriodicTask):
    name = db.StringField()
class Order(db.Document):
    user = db.ReferenceField(User)
datastore = MongoEngineUserDatastore(db, User, Role)
OrderForm = model_form(Order)
# file: shop/services.py
from flask_security import current_user
from mongoengine.context_managers import run_in_transaction
from shop.models import *
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Order.objects.get_or_404(id=1).user.save()", "read order, read shop_users, update shop_users"),
        ("return Order.objects.paginate(page=1, per_page=10).items", "read order"),
        ("current_user.save()", "update shop_users"),
        ("datastore.create_user(name='x')", "insert shop_users"),
        ("Job(name='x').save()", "insert schedules"),
        ("OrderForm(data).save()", "insert order"),
        ("OrderForm(data, obj=Order.objects.first()).save()", "read order, insert order, update order"),
    ],
)
def test_what_flask_adds(body: str, expected: str) -> None:
    assert_touches(f"""{FLASK}
def work(data):
    with run_in_transaction():  #> {expected}
        {body}
""")
