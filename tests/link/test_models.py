"""Which tables do models have: names, parents, relations in both directions."""

from __future__ import annotations

import pytest

from boundary.link.program import link
from tests.link.linking import assert_tables, assert_touches, read

HEAD = "# file: shop/models.py\nfrom django.db import models\n"


# --- names ------------------------------------------------------------------------------------------------


def test_a_table_is_called_after_app_and_model() -> None:
    assert_tables(HEAD + "class OrderLine(models.Model): pass\n", "shop_orderline")


def test_db_table() -> None:
    assert_tables(HEAD + "class Order(models.Model):\n    class Meta:\n        db_table = 'orders'\n", "orders")


@pytest.mark.parametrize(
    ("written", "table"), [('"orders"', "orders"), ('crm"."orders', "crm.orders"), ("[crm].[orders]", "crm.orders")]
)
def test_db_table_that_is_quoted(written: str, table: str) -> None:
    source = HEAD + f"class Order(models.Model):\n    class Meta:\n        db_table = '{written}'\n"
    assert_tables(source, table)


def test_db_table_from_a_constant() -> None:
    source = HEAD + "PREFIX = 'x_'\nclass Order(models.Model):\n    class Meta:\n        db_table = PREFIX + 'orders'\n"
    assert_tables(source, "x_orders")


def test_app_label_in_meta() -> None:
    assert_tables(HEAD + "class Order(models.Model):\n    class Meta:\n        app_label = 'sales'\n", "sales_order")


def test_label_of_an_app_config() -> None:
    assert_tables(
        HEAD
        + """
class Order(models.Model): pass
# file: shop/apps.py
from django.apps import AppConfig
class ShopConfig(AppConfig):
    name = "shop"
    label = "store"
""",
        "store_order",
    )


@pytest.mark.parametrize(
    ("taken", "table"),
    [
        ("", "billing_invoice"),
        ("from .billing import models as more", "shop_invoice"),
        ("from shop.billing.models import *", "shop_invoice"),
    ],
)
def test_label_of_an_app_in_another_one_that_no_settings_install(taken: str, table: str) -> None:
    assert_tables(
        f"""
# file: shop/models.py
from django.db import models
{taken}
class Order(models.Model): pass
# file: shop/billing/models.py
from django.db import models
class Invoice(models.Model): pass
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
""",
        "shop_order",
        table,
    )


@pytest.mark.parametrize(
    ("beside", "table"),
    [
        ("", "shop_invoice"),
        ("# file: shop/billing/apps.py\nfrom django.apps import AppConfig\n", "billing_invoice"),
        ("# file: shop/billing/admin.py\nfrom shop.billing.models import Invoice\n", "shop_invoice"),
    ],
)
def test_label_of_a_folder_of_models_in_an_app_that_keeps_others_in_folders(beside: str, table: str) -> None:
    assert_tables(
        f"""
# file: shop/models.py
from shop.stock.models import Stock
# file: shop/stock/models.py
from django.db import models
class Stock(models.Model): pass
# file: shop/billing/models.py
from django.db import models
from shop.models import Stock
class Invoice(models.Model): pass
{beside}
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
""",
        "shop_stock",
        table,
    )


def test_models_deep_in_an_app_that_has_no_others() -> None:
    assert_tables(
        """
# file: shop/models.py
# file: mall/billing/models.py
from django.db import models
class Invoice(models.Model): pass
# file: mall/settings.py
INSTALLED_APPS = ["mall"]
""",
        "mall_invoice",
    )


def test_related_names_that_meta_gives_to_all_fields() -> None:
    assert_touches("""
class Owned(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE)
    class Meta:
        abstract = True
        default_related_name = "%(app_label)s_%(model_name)ss"
class Cart(Owned): pass
class Wish(Owned):
    order = models.ForeignKey(Order, models.CASCADE, related_name="wished")
    class Meta:
        default_related_name = "wishes"
def change(customer: Customer, order: Order):
    with transaction.atomic():  #> update shop_cart
        customer.shop_carts.update(x=1)
    with transaction.atomic():  #> update shop_wish
        customer.wishes.update(x=1)
    with transaction.atomic():  #> update shop_wish
        order.wished.update(x=1)
    with transaction.atomic():  #> update shop_customer, read shop_cart
        Customer.objects.filter(shop_carts__x=1).update(name="a")
""")


def test_label_of_an_app_config_deeper_down() -> None:
    assert_tables(
        """
# file: shop/models.py
# file: company/apps/billing/apps.py
from django.apps import AppConfig
class BillingConfig(AppConfig):
    name = "company.apps.billing"
# file: company/apps/billing/models/invoices.py
from django.db import models
class Invoice(models.Model): pass
# file: company/apps/billing/models/__init__.py
from company.apps.billing.models.invoices import Invoice
""",
        "billing_invoice",
    )


def test_models_in_a_package() -> None:
    source = """
# file: shop/models/__init__.py
from .orders import *
# file: shop/models/orders.py
from django.db import models
class Order(models.Model): pass
# file: shop/models.py
"""
    assert_tables(source, "shop_order")


def test_a_class_that_is_no_model_has_no_table() -> None:
    assert_tables(HEAD + "class Order: pass\nclass Kind(models.TextChoices):\n    A = 'a'\n")


def test_a_function_of_the_database_whose_base_is_not_read_is_no_model() -> None:
    head = f"{HEAD}from company.functions import Measured\n"
    assert_tables(f"{head}class Area(Measured):\n    output_field = models.FloatField()\n")
    assert_tables(f"{head}class Area(Measured):\n    size = models.FloatField()\n", "shop_area")


# --- inheritance ------------------------------------------------------------------------------------------


def test_an_abstract_model_has_no_table() -> None:
    source = HEAD + "class Base(models.Model):\n    class Meta:\n        abstract = True\nclass Order(Base): pass\n"
    assert_tables(source, "shop_order")


def test_abstract_is_not_inherited_with_meta() -> None:
    source = """
class Base(models.Model):
    class Meta:
        abstract = True
        app_label = "sales"
class Order(Base):
    class Meta(Base.Meta):
        pass
"""
    assert_tables(HEAD + source, "sales_order")


def test_db_table_is_not_inherited_from_a_concrete_parent() -> None:
    source = """
class Order(models.Model):
    class Meta:
        db_table = "orders"
class BigOrder(Order): pass
"""
    assert_tables(HEAD + source, "orders", "shop_bigorder")


def test_a_proxy_has_the_table_of_its_model() -> None:
    assert_touches("""
class Rush(Order):
    class Meta:
        proxy = True
def place():
    with transaction.atomic():  #> insert shop_order
        Rush.objects.create()
""")


def test_what_points_at_a_proxy_points_at_its_model() -> None:
    assert_touches("""
class Person(models.Model): pass
class Reader(Person):
    class Meta:
        proxy = True
class Profile(models.Model):
    reader = models.OneToOneField(Reader, related_name="profile", on_delete=models.CASCADE)
class Loan(models.Model):
    reader = models.ForeignKey(Reader, on_delete=models.CASCADE)
    helpers = models.ManyToManyField(Reader, related_name="helped")
def touch(person: Person, reader: Reader):
    person.profile.save()  #= read shop_profile, update shop_profile
    reader.profile.save()  #= read shop_profile, update shop_profile
    list(person.loan_set.all())  #= read shop_loan
    list(Person.objects.filter(loan__pk=1))  #= read shop_person, read shop_loan
    list(Person.objects.filter(helped__pk=1))  #= read shop_person, read shop_loan_helpers
    with transaction.atomic():  #> delete shop_person, delete shop_profile, delete shop_loan, delete shop_loan_helpers
        person.delete()
""")


def test_a_model_of_a_library_that_the_project_extends_has_a_table() -> None:
    assert_touches("""
from django_comments.models import Comment
class Note(Comment):
    replied = models.ForeignKey("self", models.CASCADE, null=True)
def place():
    with transaction.atomic():  #> insert django_comments, insert shop_note
        Note.objects.create()
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
INSTALLED_APPS += optional
""")


MADE_PROXIES = {
    "of a Meta that is there": "attrs['Meta'].proxy = True",
    "by a Meta of its own": "class Meta:\n            proxy = True\n        attrs['Meta'] = Meta",
}


@pytest.mark.parametrize("made", MADE_PROXIES.values(), ids=MADE_PROXIES.keys())
def test_a_metaclass_makes_proxies(made: str) -> None:
    assert_tables(
        HEAD
        + f"""
from django.db.models.base import ModelBase
class Typed(ModelBase):
    def __new__(cls, name, bases, attrs):
        {made}
        return super().__new__(cls, name, bases, attrs)
class Other(ModelBase):
    def __new__(cls, name, bases, attrs):
        attrs["proxy"] = attrs.get("proxy", False)
        return super().__new__(cls, name, bases, attrs)
class Thing(models.Model): pass
class Room(Thing, metaclass=Typed): pass
class Kitchen(Room): pass
class Part(Thing, metaclass=Other): pass
""",
        "shop_thing",
        "shop_part",
    )


def test_a_model_with_a_concrete_parent_writes_both_tables() -> None:
    assert_touches(
        """
class Gift(Order):
    note = models.TextField()
def place():
    with transaction.atomic():  #> insert services_gift, insert shop_order
        Gift.objects.create()
""".replace("services_gift", "shop_gift")
    )


def test_a_save_with_a_concrete_parent_is_a_transaction() -> None:
    assert_touches("""
class Gift(Order): pass
def place(gift: Gift):
    gift.save()  #> write shop_gift, write shop_order
""")


def test_saving_the_parent_does_not_write_the_child() -> None:
    assert_touches("""
class Gift(Order): pass
def place():
    with transaction.atomic():  #> insert shop_order
        Order.objects.create()
""")


def test_a_grandchild_writes_three_tables() -> None:
    assert_touches("""
class Gift(Order): pass
class WrappedGift(Gift): pass
def place():
    with transaction.atomic():  #> insert shop_order, insert shop_gift, insert shop_wrappedgift
        WrappedGift.objects.create()
""")


def test_deleting_a_child_deletes_the_parent() -> None:
    assert_touches("""
class Base(models.Model): pass
class Gift(Base): pass
def drop(gift: Gift):
    with transaction.atomic():  #> delete shop_gift, delete shop_base
        gift.delete()
""")


def test_deleting_the_parent_deletes_the_child() -> None:
    assert_touches("""
class Base(models.Model): pass
class Gift(Base): pass
def drop(base: Base):
    with transaction.atomic():  #> delete shop_gift, delete shop_base
        base.delete()
""")


def test_the_parent_link_leads_to_the_child() -> None:
    assert_touches("""
class Gift(Order): pass
def wrap(order: Order):
    with transaction.atomic():  #> write shop_gift, write shop_order
        order.gift.save()
""")


def test_a_model_made_by_type_points_at_others_though_nobody_uses_it() -> None:
    assert_touches("""
from shop.logs import log_of
class Cart(models.Model): pass
class Crate(models.Model): pass
CartLog = log_of(Cart)
CrateLog = log_of(Crate)
def drop(cart: Cart):
    with transaction.atomic():  #> delete shop_cart, delete shop_cartlog
        cart.delete()
# file: shop/logs.py
from django.db import models
class BaseLog(models.Model):
    text = models.TextField()
    class Meta:
        abstract = True
def log_of(model):
    class Meta:
        app_label = model._meta.app_label
        abstract = False
    target = models.ForeignKey(model, related_name="log", on_delete=models.CASCADE)
    made = type(f"{model.__name__}Log", (BaseLog,), {"target": target, "__module__": model.__module__, "Meta": Meta})
    model.add_log = lambda self, text: made(target=self, text=text).save()
    return made
""")


def test_the_field_that_leads_to_the_parent_is_its_row() -> None:
    assert_touches("""
class Gift(Order): pass
class WrappedGift(Gift): pass
def unwrap(gift: WrappedGift):
    with transaction.atomic():  #> update shop_order, no read shop_order
        gift.order_ptr.save()
    with transaction.atomic():  #> update shop_order, update shop_gift
        gift.gift_ptr.save()
    with transaction.atomic():  #> nothing
        gift.customer_ptr.save()
""")


def test_fields_of_an_abstract_parent_are_the_childs() -> None:
    assert_touches("""
class Owned(models.Model):
    owner = models.ForeignKey(Customer, models.CASCADE)
    class Meta:
        abstract = True
class Cart(Owned): pass
def rename(cart: Cart):
    with transaction.atomic():  #> write shop_customer
        cart.owner.save()
""")


# --- relations --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "to",
    ["Customer", "'Customer'", "'shop.Customer'", "to=Customer", "to='shop.Customer'"],
)
def test_a_foreign_key_names_its_model(to: str) -> None:
    assert_touches(f"""
class Cart(models.Model):
    owner = models.ForeignKey({to}, on_delete=models.CASCADE)
def rename(cart: Cart):
    with transaction.atomic():  #> write shop_customer
        cart.owner.save()
""")


def test_a_foreign_key_to_self() -> None:
    assert_touches("""
class Node(models.Model):
    parent = models.ForeignKey("self", models.CASCADE, related_name="children")
def touch(node: Node):
    with transaction.atomic():  #> write shop_node
        node.parent.save()
        node.children.update(x=1)
""")


def test_a_reverse_accessor_without_a_name() -> None:
    assert_touches("""
class Cart(models.Model):
    owner = models.ForeignKey(Customer, models.CASCADE)
def clear(customer: Customer):
    with transaction.atomic():  #> update shop_cart
        customer.cart_set.update(x=1)
""")


def test_a_reverse_accessor_with_a_name() -> None:
    assert_touches("""
def clear(customer: Customer):
    with transaction.atomic():  #> update shop_order
        customer.orders.update(total=0)
""")


def test_a_related_name_with_class_and_app() -> None:
    assert_touches("""
class Owned(models.Model):
    owner = models.ForeignKey(Customer, models.CASCADE, related_name="%(app_label)s_%(class)s_items")
    class Meta:
        abstract = True
class Cart(Owned): pass
class Wish(Owned): pass
def clear(customer: Customer):
    with transaction.atomic():  #> update shop_cart
        customer.shop_cart_items.update(x=1)
    with transaction.atomic():  #> update shop_wish
        customer.shop_wish_items.update(x=1)
""")


def test_a_relation_in_both_directions_of_a_one_to_one() -> None:
    assert_touches("""
class Profile(models.Model):
    customer = models.OneToOneField(Customer, models.CASCADE)
def touch(customer: Customer, profile: Profile):
    with transaction.atomic():  #> write shop_profile
        customer.profile.save()
    with transaction.atomic():  #> write shop_customer
        profile.customer.save()
""")


def test_the_other_end_of_a_one_to_one_that_is_assigned_elsewhere() -> None:
    assert_touches("""
class Profile(models.Model):
    customer = models.OneToOneField(Customer, models.CASCADE)
    text = models.TextField()
def change(customer: Customer, profile: Profile):
    customer.profile = profile
def touch(customer: Customer):
    with transaction.atomic():  #> insert shop_log, read shop_profile
        Log.objects.create(text=customer.profile.text)
    with transaction.atomic():  #> write shop_profile, read shop_profile
        customer.profile.save()
""")


def test_relations_are_followed_in_a_chain() -> None:
    assert_touches("""
def touch(line: Line):
    with transaction.atomic():  #> write shop_customer
        line.order.customer.save()
""")


def test_reverse_then_forward() -> None:
    assert_touches("""
def touch(customer: Customer):
    with transaction.atomic():  #> write shop_stock
        for order in customer.orders.all():
            for line in order.lines.all():
                line.stock.save()
""")


def test_a_lookup_joins_the_tables_on_its_way() -> None:
    assert_touches("""
def find():
    Line.objects.filter(order__customer__name="a")  #= read shop_line, read shop_order, read shop_customer
""")


def test_a_lookup_joins_backwards() -> None:
    assert_touches("""
def find():
    Customer.objects.filter(orders__lines__stock__left=0)  #= read shop_order, read shop_line, read shop_stock
""")


def test_lookups_in_q_f_and_aggregates() -> None:
    assert_touches("""
def find():
    Line.objects.filter(models.Q(order__total=1) | models.Q(stock__left=1))  #= read shop_order, read shop_stock
    Line.objects.update(x=models.F("stock__left"))  #= update shop_line, read shop_stock
    Order.objects.annotate(n=models.Count("lines__stock"))  #= read shop_line
def find_more():
    Line.objects.filter(~models.Q(stock__left=1))  #= read shop_stock
    Line.objects.annotate(n=-models.F("stock__left") / 2)  #= read shop_stock
    condition = models.Q(pk=1)
    condition &= ~models.Q(order__total=1)
    condition |= models.Q(stock__left=1)
    Line.objects.filter(condition)  #= read shop_order, read shop_stock
""")


def test_fields_of_abstract_models_above_a_parent_stand_in_its_table() -> None:
    taken = "delete shop_customer, delete shop_order, delete shop_line, delete shop_order_tags"
    assert_touches(f"""
class Stamped(models.Model):
    by = models.ForeignKey(Customer, models.SET_NULL, null=True)
    class Meta:
        abstract = True
class Place(Stamped):
    pass
class Bar(Place):
    pass
class Club(Stamped, Place):
    pass
def work(customer: Customer, bar: Bar):
    with transaction.atomic():  #> {taken}, update shop_place
        customer.delete()
    with transaction.atomic():  #> update shop_bar, update shop_place, read shop_customer
        Bar.objects.filter(by__name="a")
        bar.save()
""")


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ("beds=1", "update shop_hotel"),
        ("name='a', owner_id=1", "update shop_place"),
        ("beds=1, name='a'", "update shop_hotel, update shop_place"),
        ("**changes", "update shop_hotel, update shop_place"),
        ("name='a', **changes", "update shop_hotel, update shop_place"),
        ("other=1", "update shop_hotel, update shop_place"),
    ],
)
def test_an_update_writes_the_tables_that_hold_what_it_names(update: str, expected: str) -> None:
    assert_touches(f"""
class Place(models.Model):
    name = models.TextField()
    owner = models.ForeignKey(Customer, models.CASCADE)
class Hotel(Place):
    beds = models.IntegerField()
class Named(Hotel):
    class Meta:
        proxy = True
def work(changes):
    with transaction.atomic():  #> {expected}
        Hotel.objects.filter(pk=1).update({update})
    with transaction.atomic():  #> {expected}
        Named.objects.filter(pk=1).update({update})
""")


def test_a_generic_foreign_key_names_no_table() -> None:
    assert_touches("""
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
class Note(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.IntegerField()
    target = GenericForeignKey("content_type", "object_id")
def note(order: Order):
    with transaction.atomic():  #> insert shop_note
        Note.objects.create(target=order)
""")


def test_a_generic_relation_is_a_manager_and_cascades() -> None:
    assert_touches("""
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
class Note(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.IntegerField()
    target = GenericForeignKey("content_type", "object_id")
class Ticket(models.Model):
    notes = GenericRelation(Note)
def note(ticket: Ticket):
    with transaction.atomic():  #> insert shop_note
        ticket.notes.create(text="a")
    with transaction.atomic():  #> delete shop_note, delete shop_ticket
        ticket.delete()
""")


@pytest.mark.parametrize(
    ("lookup", "reads"),
    [
        ("tickets__name='a'", "read shop_ticket"),
        ("tickets__customer__name='a'", "read shop_ticket, read shop_customer"),
        ("calls__name='a'", "no read shop_call"),
    ],
)
def test_a_generic_relation_is_looked_up_backwards_by_the_name_that_it_gives(lookup: str, reads: str) -> None:
    assert_touches(f"""
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
class Note(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.IntegerField()
    target = GenericForeignKey("content_type", "object_id")
class Ticket(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE)
    notes = GenericRelation(Note, related_query_name="%(class)ss")
class Call(models.Model):
    notes = GenericRelation(Note)
def find():
    Note.objects.filter({lookup}).exists()  #= read shop_note, {reads}
""")


# --- many to many -----------------------------------------------------------------------------------------


def test_the_table_of_a_many_to_many_relation() -> None:
    assert_touches("""
def mark(order: Order, tag: Tag):
    with transaction.atomic():  #> insert shop_order_tags
        order.tags.add(tag)
    with transaction.atomic():  #> insert shop_order_tags
        tag.tagged.add(order)
""")


def test_db_table_of_a_many_to_many_relation() -> None:
    assert_touches("""
class Cart(models.Model):
    tags = models.ManyToManyField(Tag, db_table="cart_tags")
def mark(cart: Cart):
    with transaction.atomic():  #> insert cart_tags
        cart.tags.add(1)
""")


@pytest.mark.parametrize("through", ["Marking", "'Marking'", "'shop.Marking'"])
def test_a_through_model(through: str) -> None:
    marking = """
class Marking(models.Model):
    cart = models.ForeignKey("Cart", models.CASCADE)
    tag = models.ForeignKey(Tag, models.CASCADE)
"""
    assert_touches(f"""
{marking}
class Cart(models.Model):
    tags = models.ManyToManyField(Tag, through={through})
def mark(cart: Cart):
    with transaction.atomic():  #> insert shop_marking
        cart.tags.add(1)
    with transaction.atomic():  #> insert shop_marking
        Cart.tags.through.objects.create(cart=cart)
""")


def test_the_through_model_that_django_makes() -> None:
    assert_touches("""
def mark(order: Order):
    with transaction.atomic():  #> insert shop_order_tags
        Order.tags.through.objects.bulk_create([Order.tags.through(order=order)])
""")


def test_a_many_to_many_relation_of_an_abstract_model_has_a_table_for_each_child() -> None:
    assert_touches("""
class Tagged(models.Model):
    labels = models.ManyToManyField(Tag)
    class Meta:
        abstract = True
class Cart(Tagged): pass
class Wish(Tagged): pass
def mark(cart: Cart, wish: Wish):
    with transaction.atomic():  #> insert shop_cart_labels
        cart.labels.add(1)
    with transaction.atomic():  #> insert shop_wish_labels
        wish.labels.add(1)
""")


def test_a_many_to_many_relation_to_self() -> None:
    assert_touches("""
class Person(models.Model):
    friends = models.ManyToManyField("self")
def meet(one: Person, other: Person):
    with transaction.atomic():  #> insert shop_person_friends
        one.friends.add(other)
""")


# --- the user ---------------------------------------------------------------------------------------------

SWAPPED = """
# file: config/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "django.contrib.contenttypes"]
AUTH_USER_MODEL = "shop.Member"
# file: shop/models.py
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
class Member(AbstractUser): pass
class Cart(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="carts")
"""


@pytest.mark.parametrize(
    "statement",
    [
        "cart.owner.save()",
        "get_user_model().objects.filter(pk=1).update(x=1)",
        "request.user.save()",
        "apps.get_model(settings.AUTH_USER_MODEL).objects.update(x=1)",
        "user.save(update_fields=['x'])",
    ],
)
def test_a_swapped_user(statement: str) -> None:
    assert_touches(f"""
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest
def touch(request: HttpRequest, cart: Cart, user: Member):
    with transaction.atomic():  #> write shop_member
        {statement}
{SWAPPED}""")


def test_the_plain_user() -> None:
    assert_touches("""
from django.contrib.auth.models import User
def touch(request):
    with transaction.atomic():  #> insert auth_user
        User.objects.create(username="a")
""")


def test_groups_of_a_swapped_user() -> None:
    assert_touches(f"""
def touch(member: Member, group):
    with transaction.atomic():  #> insert shop_member_groups
        member.groups.add(group)
{SWAPPED}""")


def test_create_user_writes_the_swapped_user() -> None:
    assert_touches(f"""
def touch():
    with transaction.atomic():  #> write shop_member
        Member.objects.create_user("a")
{SWAPPED}""")


GENERIC = """
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
class Note(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.IntegerField()
    about = GenericForeignKey()
"""
OF_A_TYPE = """
def make(order: Order):
    kind = ContentType.objects.get_for_model(order)
    Note.objects.get_or_create(content_type=kind, object_id=order.pk)
"""
OF_SEVERAL_TYPES = """
def make(pk):
    kinds = ContentType.objects.get_for_models(Order, Stock)
    Note(content_type=kinds[Stock], object_id=pk)
"""


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ("class Paper(models.Model):\n    notes = GenericRelation(Note)", "update shop_paper?"),
        ("def make(order: Order):\n    Note.objects.create(about=order)", "update shop_order?"),
        ("def make(order: Order):\n    note = Note()\n    note.about = order", "update shop_order?"),
        (OF_A_TYPE, "update shop_order?"),
        (OF_SEVERAL_TYPES, "update shop_stock?"),
        ("def make(kind: ContentType):\n    Note.objects.create(content_type=kind, object_id=1)", "nothing"),
        ("def make(order):\n    Note.objects.create(about=order.thing)", "nothing"),
        ("def make(order: Order):\n    Note.objects.create(object_id=order)", "nothing"),
    ],
)
def test_what_a_generic_key_points_at(made: str, expected: str) -> None:
    assert_touches(f"""{GENERIC}
{made}
def touch(note: Note):
    with transaction.atomic():  #> {expected}
        note.about.save()
""")


def test_a_generic_key_that_is_given_a_row_looks_its_content_type_up() -> None:
    assert_touches(f"""{GENERIC}
def make(order: Order, note: Note):
    Note(about=order)  #= read django_content_type
    note.about = order  #= read django_content_type
    Note(object_id=order.pk), Note(about=None)  #= no read django_content_type
""")


def test_a_test_of_what_a_generic_key_points_at() -> None:
    assert_touches(f"""{GENERIC}
def make(order: Order, stock: Stock):
    Note(about=order)
    Note(about=stock)
def touch(note: Note):
    about = note.about
    with transaction.atomic():  #> update shop_order?
        if isinstance(about, Order):
            about.save()
""")


def test_a_reverse_relation_takes_no_assignment() -> None:
    assert_touches("""
def touch(order: Order):
    order.lines = [Stock()]
    with transaction.atomic():  #> delete shop_line
        order.lines.all().delete()
""")


def test_a_file_saves_its_row() -> None:
    assert_touches("""
class Job(models.Model):
    file = models.FileField()
    image = models.ImageField()
    def save(self, *args, **kwargs):
        Log.objects.create()
        super().save(*args, **kwargs)
def run(content):
    job = Job.objects.get()
    with transaction.atomic():  #> update shop_job, insert shop_log
        if job.file:
            job.file.delete()
    with transaction.atomic():  #> update shop_job, insert shop_log
        job.image.save("x.png", content)
    with transaction.atomic():  #> nothing
        job.image.save("x.png", content, save=False)
        job.file.delete(False)
        job.file.open().read()
""")


def test_rows_of_the_class_that_they_were_made_of() -> None:
    assert_touches("""
# file: shop/services.py
from django.db import models, transaction
from django.shortcuts import get_object_or_404
from model_utils.managers import InheritanceManager
class Status(models.Model):
    objects = InheritanceManager()
class Comment(Status):
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
class Boost(Status): pass
class Hidden(Boost):
    class Meta:
        proxy = True
def run():
    with transaction.atomic():  #> update shop_status, write shop_comment, update shop_boost
        get_object_or_404(Status.objects.select_subclasses(), pk=1).save()
    with transaction.atomic():  #> update shop_status, update shop_boost
        Status.objects.select_subclasses(Boost).first().save()
    with transaction.atomic():  #> update shop_status
        Status.objects.first().save()
""")


def test_what_many_to_many_fields_are_to_the_other_model() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Tag(models.Model):
    pass
class Card(models.Model):
    tags = models.ManyToManyField(Tag, "cards")
class Mark(models.Model):
    tag = models.ForeignKey(Tag, models.CASCADE, "marks")
# file: shop/services.py
from django.db import transaction
from shop.models import Card, Tag
def run(tag: Tag, cards):
    with transaction.atomic():  #> insert shop_card_tags, delete shop_card_tags
        tag.cards.set(cards)
    with transaction.atomic():  #> delete shop_card_tags
        Tag.cards.through.objects.filter(card__in=cards).delete()
    with transaction.atomic():  #> delete shop_card_tags
        Card.tags.through.objects.filter(card__in=cards).delete()
    with transaction.atomic():  #> update shop_mark
        tag.marks.update(tag=None)
""")


ANNOTATED = """
# file: shop/models.py
from typing import TYPE_CHECKING
from django.db import models
if TYPE_CHECKING:
    from shop.lines import LineQuerySet
class Order(models.Model):
    line_set: %s
    total: int
    def reset(self, locale):
        lines = self.line_set.filter(locale=locale)
        lines.update(active=False)  #= update shop_line
# file: shop/lines.py
from django.db import models
from shop.models import Order
class LineQuerySet(models.QuerySet["Line"]):
    def active(self):
        return self.filter(active=True)
class Line(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
    objects = LineQuerySet.as_manager()
# file: shop/services.py
from django.db import models, transaction
from shop.models import *
from shop.lines import *
def work(order: Order):
    with transaction.atomic():  #> update shop_line
        order.reset(1)
    with transaction.atomic():  #> update shop_line
        order.line_set.active().update(active=False)
"""


@pytest.mark.parametrize(
    "annotation", ['"LineQuerySet"', '"models.Manager[Line]"', '"RelatedManager[Line]"', "models.QuerySet"]
)
def test_a_reverse_accessor_that_a_body_annotates(annotation: str) -> None:
    assert_touches(ANNOTATED % annotation)


@pytest.mark.parametrize(
    ("field", "columns"),
    [
        ("models.ManyToManyField(Other)", {"other_id": "shop_other", "part_id": "shop_part"}),
        ("models.ManyToManyField('self')", {"from_part_id": "shop_part", "to_part_id": "shop_part"}),
    ],
)
@pytest.mark.parametrize("used", ["", "def pairs():\n    return Part.held.through.objects.all()\n"])
def test_a_table_of_pairs_has_a_key_to_each_side(field: str, columns: dict[str, str], used: str) -> None:
    made = "class Other(models.Model):\n    pass\nclass Part(models.Model):\n    held = "
    scan = link(
        read({"shop/models.py": f"from django.db import models\n{made}{field}\n{used}", "shop/__init__.py": ""})
    )
    assert {one.column: one.to for one in scan.foreign_keys if one.from_ == "shop_part_held"} == columns


def test_what_a_row_gives_where_no_other_belongs_to_it() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class User(models.Model):
    name = models.TextField()
    def __getattr__(self, name):
        if name == "settings":
            return Settings.objects.get_or_create(user=self)[0]
        if name == "badge":
            return Badge.objects.create()
        raise AttributeError(name)
class Settings(models.Model):
    user = models.OneToOneField(User, models.CASCADE, related_name="settings")
class Badge(models.Model):
    user = models.ForeignKey(User, models.CASCADE, related_name="badges")
# file: shop/services.py
from django.db import transaction
from shop.models import *
def work(user: User):
    with transaction.atomic():  #> insert shop_settings, update shop_settings
        user.settings.save()
    with transaction.atomic():  #> update shop_badge
        user.badges.update(x=1)
""")
