"""Classes that stand for others, and helpers that many callers share."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_a_class_that_stands_for_another() -> None:
    assert_touches("""
from django.conf import settings
from django.utils.module_loading import import_string
import inspect
def get_override_class(proxy_class, default_class=None):
    if default_class is None:
        default_class = getattr(proxy_class, "_default_class")
    class_id = ".".join([inspect.getmodule(proxy_class).__name__, proxy_class.__name__])
    class_path = settings.CLASS_OVERRIDES.get(class_id)
    if class_path is None and proxy_class._override_setting is not None:
        class_path = getattr(settings, proxy_class._override_setting, None)
    if class_path is not None:
        default_class = import_string(class_path)
    return default_class
class Meta(type):
    def __getattr__(cls, attr):
        proxy_class = get_override_class(cls, getattr(cls, "_default_class"))
        return getattr(proxy_class, attr)
class Over(metaclass=Meta):
    _default_class = None
    _override_setting = None
    def __new__(cls, *args, **kwargs):
        return get_override_class(cls, cls._default_class)(*args, **kwargs)
class PermBase:
    @classmethod
    def owners(cls, obj):
        return obj.lines.all()
    @classmethod
    def make(cls):
        Log.objects.create()  #= insert shop_log
class Perm(Over):
    _default_class = PermBase
class ToolBase:
    def work(self):
        Tag.objects.create()  #= insert shop_tag
class Tool(Over):
    _default_class = ToolBase
def run(order: Order):
    with transaction.atomic():  #> insert shop_log
        Perm.make()
def run2(order: Order):
    with transaction.atomic():  #> insert shop_tag
        Tool().work()
def run3(order: Order):
    for line in Perm.owners(order):  #= read shop_line
        pass
""")


def test_querysets_of_two_sources_in_one() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class OrderQuerySetBase(models.QuerySet):
    def _add(self, queryset, user):
        orders = Perm.orders(user=user)
        return queryset | orders
    def for_user(self, user):
        queryset = self._add(self.none(), user)
        return queryset.distinct()
class Perm:
    @classmethod
    def orders(cls, user):
        return user.orders.all()
class OrderQuerySet(OrderQuerySetBase):
    pass
class Customer(models.Model):
    name = models.CharField(max_length=50)
class Order(models.Model):
    customers = models.ManyToManyField(Customer, related_name="orders")
    objects = OrderQuerySet.as_manager()
# file: shop/services.py
from shop.models import *
def run(customer: Customer):
    return list(Order.objects.for_user(customer))  #= read shop_order, read shop_order_customers
def run2(customer: Customer):
    return Order.objects.for_user(customer).filter(pk=1).exists()  #= read shop_order, read shop_order_customers
""")


def test_sql_that_many_callers_hand_to_one_helper() -> None:
    models = "".join(f"class Kept{number}(models.Model):\n    pass\n" for number in range(30))
    calls = "".join(
        f"    wipe(Kept{number}, order_id=one)\n    wipe(Kept{number}, order_id=[])\n" for number in range(30)
    )
    verb = "DELETE FROM"
    assert_touches(f"""
# file: shop/models.py
from django.db import connection, models
{models}
# file: shop/services.py
from django.db import connection, transaction
from shop.models import *
def run_sql(query: str, params=None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return cursor.rowcount
def wipe(model, **where):
    table = model._meta.db_table
    fields, params = [], []
    for field, value in where.items():
        fields.append(f'"{{field}}" = %s')
        params.append(value)
    return run_sql(f'{verb} "{{table}}" WHERE {{" AND ".join(fields)}};', params)
def many(one):
{calls}
def last(one):
    with transaction.atomic():  #> delete shop_kept29
        wipe(Kept29, order_id=one)
""")
