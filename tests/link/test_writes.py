"""What each call of the ORM writes, locks and reads."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CALLS = [
    ("order.save()", "write shop_order"),
    ("order.save(update_fields=['total'])", "update shop_order"),
    ("order.save(force_insert=True)", "insert shop_order"),
    ("order.save_base()", "write shop_order"),
    ("Order(total=1).save()", "write shop_order"),
    ("Order.save(order)", "write shop_order"),
    ("models.Model.save(order)", "write shop_order"),
    ("Log.delete(Log.objects.first())", "delete shop_log"),
    ("models.Model.delete(Log.objects.first())", "delete shop_log"),
    ("order.delete()", "delete shop_order, delete shop_line, delete shop_order_tags"),
    ("Log().delete()", "delete shop_log"),
    ("order.refresh_from_db()", "nothing, read shop_order"),
    ("order.full_clean()", "nothing"),
    ("Log.objects.create()", "insert shop_log"),
    ("Log.objects.bulk_create([Log()])", "insert shop_log"),
    (
        "Log.objects.bulk_create([Log()], update_conflicts=True, update_fields=['x'])",
        "insert shop_log, update shop_log",
    ),
    ("Log.objects.bulk_update([log], ['text'])", "update shop_log"),
    ("Log.objects.update(text='')", "update shop_log"),
    ("Log.objects.filter(pk=1).update(text='')", "update shop_log"),
    ("Log.objects.all().delete()", "delete shop_log"),
    ("Log.objects.get_or_create(pk=1)", "insert shop_log, read shop_log"),
    ("Log.objects.update_or_create(pk=1)", "insert shop_log, update shop_log, lock shop_log"),
    ("Log.objects.get(pk=1)", "nothing, read shop_log"),
    ("Log.objects.count()", "nothing, read shop_log"),
    ("Log.objects.exists()", "nothing, read shop_log"),
    ("Log.objects.aggregate(n=models.Count('pk'))", "nothing, read shop_log"),
    ("Log.objects.select_for_update().get(pk=1)", "lock shop_log, read shop_log"),
    ("Log.objects.filter(pk=1).select_for_update(skip_locked=True).first()", "lock shop_log"),
    ("list(Log.objects.select_for_update())", "lock shop_log"),
    ("len(Log.objects.select_for_update())", "lock shop_log"),
    ("Log.objects.select_for_update().filter(pk__in=[x])", "nothing"),  # made, and never asked
    ("rows = Log.objects.select_for_update().filter(pk=x)\n        len(rows)", "lock shop_log"),
    ("Line.objects.select_related('order').select_for_update().get()", "lock shop_line, lock shop_order"),
    ("Line.objects.select_related('order').select_for_update(of=('self',)).get()", "lock shop_line"),
    ("Log.objects._raw_delete(using=None)", "delete shop_log"),
    ("customer.orders.add(order)", "update shop_order"),
    ("customer.orders.set([order])", "update shop_order"),
    ("customer.orders.create(total=1)", "insert shop_order"),
    ("customer.orders.get_or_create(total=1)", "insert shop_order"),
    ("customer.orders.update_or_create(total=1)", "insert shop_order, update shop_order, lock shop_order"),
    ("customer.orders.bulk_create([Order()])", "insert shop_order"),
    ("customer.orders.update(total=1)", "update shop_order"),
    ("order.lines.all().delete()", "delete shop_line"),
    ("order.lines.filter(pk=1).first().delete()", "delete shop_line"),
    ("order.tags.add(tag)", "insert shop_order_tags"),
    ("order.tags.add(1, 2)", "insert shop_order_tags"),
    ("order.tags.remove(tag)", "delete shop_order_tags"),
    ("order.tags.clear()", "delete shop_order_tags"),
    ("order.tags.set([tag])", "insert shop_order_tags, delete shop_order_tags"),
    ("order.tags.create()", "insert shop_tag, insert shop_order_tags"),
    ("order.tags.get_or_create(pk=1)", "insert shop_tag, insert shop_order_tags"),
    ("order.tags.update(x=1)", "update shop_tag"),
    ("order.tags.all().delete()", "delete shop_tag, delete shop_order_tags"),
    ("order.tags.first().save()", "write shop_tag"),
    ("tag.tagged.add(order)", "insert shop_order_tags"),
    ("tag.tagged.update(total=1)", "update shop_order"),
    ("order.customer = customer; order.save()", "write shop_order"),
    ("order.customer.delete()", "delete shop_customer, delete shop_order, delete shop_line, delete shop_order_tags"),
    ("setattr(order, 'total', 1); order.save()", "write shop_order"),
    ("getattr(order, 'save')()", "write shop_order"),
    ("save = order.save; save()", "write shop_order"),
    ("[one.save() for one in [order, log]]", "write shop_order, write shop_log"),
    ("order.total and order.save()", "write shop_order"),
    ("order.save() if order.total else log.save()", "write shop_order, write shop_log"),
]


@pytest.mark.parametrize(("call", "expected"), CALLS)
def test_a_call(call: str, expected: str) -> None:
    assert_touches(f"""
def touch(customer: Customer, order: Order, tag: Tag, log: Log):
    with transaction.atomic():  #> {expected}
        {call}
""")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("await order.asave()", "write shop_order"),
        ("await log.adelete()", "delete shop_log"),
        ("await Log.objects.acreate()", "insert shop_log"),
        ("await Log.objects.abulk_create([Log()])", "insert shop_log"),
        ("await Log.objects.abulk_update([log], ['text'])", "update shop_log"),
        ("await Log.objects.filter(pk=1).aupdate(text='')", "update shop_log"),
        ("await Log.objects.all().adelete()", "delete shop_log"),
        ("await Log.objects.aget_or_create(pk=1)", "insert shop_log"),
        ("await Log.objects.aupdate_or_create(pk=1)", "insert shop_log, update shop_log, lock shop_log"),
        ("(await Log.objects.aget(pk=1)).delete()", "delete shop_log"),
        ("(await Log.objects.afirst()).delete()", "delete shop_log"),
        ("[await one.asave() async for one in Log.objects.all()]", "write shop_log"),
        ("await order.tags.aadd(tag)", "insert shop_order_tags"),
        ("await order.tags.aset([tag])", "insert shop_order_tags, delete shop_order_tags"),
        ("await order.tags.aclear()", "delete shop_order_tags"),
        ("await order.arefresh_from_db()", "nothing, read shop_order"),
        ("await sync_to_async(order.save)()", "write shop_order"),
        ("await sync_to_async(lambda: log.save())()", "write shop_log"),
        ("await asyncio.gather(log.asave(), order.asave())", "write shop_log, write shop_order"),
        ("(await helper(Log)).delete()", "delete shop_log"),
    ],
)
def test_an_async_call(call: str, expected: str) -> None:
    assert_touches(f"""
import asyncio
from asgiref.sync import sync_to_async
async def helper(model):
    return await model.objects.afirst()
async def touch(order: Order, tag: Tag, log: Log):
    with transaction.atomic():  #> {expected}
        {call}
""")


# --- overrides --------------------------------------------------------------------------------------------


def test_an_overridden_save_runs() -> None:
    assert_touches("""
class Cart(models.Model):
    def save(self, *args, **kwargs):
        Log.objects.create(text="save")
        super().save(*args, **kwargs)
def touch(cart: Cart):
    with transaction.atomic():  #> write shop_cart, insert shop_log
        cart.save()
    with transaction.atomic():  #> insert shop_cart, insert shop_log
        Cart.objects.create()
    with transaction.atomic():  #> insert shop_cart
        Cart.objects.bulk_create([Cart()])
    with transaction.atomic():  #> update shop_cart
        Cart.objects.update(x=1)
""")


def test_an_overridden_delete_runs_for_instances_only() -> None:
    assert_touches("""
class Cart(models.Model):
    def delete(self, *args, **kwargs):
        Log.objects.create(text="delete")
        return super().delete(*args, **kwargs)
def drop(cart: Cart):
    with transaction.atomic():  #> delete shop_cart, insert shop_log
        cart.delete()
    with transaction.atomic():  #> delete shop_cart
        Cart.objects.all().delete()
""")


def test_a_delete_that_only_marks() -> None:
    assert_touches("""
class Cart(models.Model):
    def delete(self, *args, **kwargs):
        self.deleted = True
        self.save()
def drop(cart: Cart):
    with transaction.atomic():  #> write shop_cart
        cart.delete()
""")


def test_save_of_a_mixin() -> None:
    assert_touches("""
class Logged(models.Model):
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        Log.objects.create(text="save")
    class Meta:
        abstract = True
class Plain:
    def save(self, *args, **kwargs):
        Tag.objects.create()
        super().save(*args, **kwargs)
class Cart(Plain, Logged): pass
class Wish(Logged): pass
def touch(cart: Cart, wish: Wish):
    with transaction.atomic():  #> write shop_cart, insert shop_log, insert shop_tag
        cart.save()
    with transaction.atomic():  #> write shop_wish, insert shop_log
        wish.save()
""")


def test_asave_runs_the_overridden_save() -> None:
    assert_touches("""
class Cart(models.Model):
    def save(self, *args, **kwargs):
        Log.objects.create(text="save")
        super().save(*args, **kwargs)
async def touch(cart: Cart):
    with transaction.atomic():  #> write shop_cart, insert shop_log
        await cart.asave()
""")


def test_full_clean_runs_clean() -> None:
    assert_touches("""
class Cart(models.Model):
    def clean(self):
        Log.objects.create(text="clean")
def touch(cart: Cart):
    with transaction.atomic():  #> insert shop_log
        cart.full_clean()
""")


# --- implicit transactions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("order.delete()", "delete shop_order, delete shop_line, delete shop_order_tags"),
        ("Log.objects.all().delete()", "delete shop_log"),
        ("Log.objects.bulk_create([])", "insert shop_log"),
        ("Log.objects.bulk_update([], ['text'])", "update shop_log"),
        ("Log.objects.get_or_create(pk=1)", "insert shop_log"),
        ("Log.objects.update_or_create(pk=1)", "insert shop_log, update shop_log, lock shop_log"),
        ("order.tags.add(1)", "insert shop_order_tags"),
        ("order.tags.set([])", "insert shop_order_tags, delete shop_order_tags"),
        ("order.tags.create()", "insert shop_tag, insert shop_order_tags"),
    ],
)
def test_a_call_that_is_a_transaction(call: str, expected: str) -> None:
    assert_touches(f"""
def touch(order: Order):
    {call}  #> {expected}
""")


@pytest.mark.parametrize("call", ["order.save()", "Order.objects.create()", "Order.objects.update(total=1)"])
def test_a_call_that_is_no_transaction(call: str) -> None:
    assert_touches(f"""
def touch(order: Order):
    {call}  #> no transaction
""")


# --- raw SQL ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ("with connection.cursor() as cursor: cursor.execute('DELETE FROM logs')", "delete logs"),
        ("connection.cursor().execute('UPDATE logs SET a = %s', [1])", "update logs"),
        ("cursor = connection.cursor(); cursor.execute('INSERT INTO logs VALUES (1)')", "insert logs"),
        ("connection.cursor().executemany('INSERT INTO logs VALUES (%s)', [])", "insert logs"),
        ("connections['other'].cursor().execute('DELETE FROM logs')", "delete logs"),
        ("connection.cursor().execute('SELECT 1 FROM logs FOR UPDATE')", "lock logs"),
        ("connection.cursor().execute(f'DELETE FROM {Log._meta.db_table}')", "delete shop_log"),
        ("connection.cursor().execute('DELETE FROM ' + TABLE)", "delete log_lines"),
        ("connection.cursor().execute('DELETE FROM %s' % TABLE)", "delete log_lines"),
        ("connection.cursor().execute('DELETE FROM {}'.format(TABLE))", "delete log_lines"),
        ("run('DELETE FROM logs')", "delete logs"),
        ("run(SQL)", "insert log_lines, delete logs"),
        ("wipe('carts')", "delete carts"),
        ("Log.objects.raw('SELECT * FROM logs')", "nothing, read logs"),
        ("Log.objects.extra(tables=['logs'])", "nothing, read logs"),
        (
            "Log.objects.extra(select={'n': 'SELECT COUNT(*) FROM votes WHERE votes.log = shop_log.id'})",
            "nothing, read votes",
        ),
        ("Log.objects.extra({x: 'SELECT COUNT(*) FROM {}'.format(Tag._meta.db_table)})", "nothing, read shop_tag"),
        ("Log.objects.extra(where=['id IN (SELECT log FROM stars)', 'total > 3'])", "nothing, read stars"),
    ],
)
def test_raw_sql(statements: str, expected: str) -> None:
    assert_touches(f"""
from django.db import connection, connections
TABLE = "log_lines"
SQL = '''
    INSERT INTO log_lines SELECT * FROM logs;
    DELETE FROM logs;
'''
def run(sql, *arguments):
    with connection.cursor() as cursor:
        cursor.execute(sql, arguments)
def wipe(table):
    run("DELETE FROM " + table)
def touch():
    with transaction.atomic():  #> {expected}
        {statements}
""")  # noqa: S608 - a program under test, never run


def test_sql_that_is_not_known_is_a_blind_spot() -> None:
    scan = assert_touches("""
from django.db import connection
def touch(sql):
    with transaction.atomic():  #> nothing
        connection.cursor().execute(sql)
""")
    assert [spot.line for one in scan.transactions for spot in one.blind_spots] == [7]


@pytest.mark.parametrize("own", ["name", "attname"])
def test_a_field_that_saves_what_a_form_was_given(own: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Label(models.Model):
    pass
class LabelsField(models.ManyToManyField):
    def save_form_data(self, instance, data):
        super().save_form_data(instance, data)
        getattr(instance, self.{own}).model.objects.create()
class Page(models.Model):
    labels = LabelsField(Label)
    others = models.ManyToManyField(Label)
# file: shop/services.py
from django import forms
from django.db import transaction
from shop.models import *
class LabelsForm(forms.ModelForm):
    class Meta:
        model = Page
        fields = ["labels"]
class OthersForm(forms.ModelForm):
    class Meta:
        model = Page
        fields = ["others"]
def work(request):
    with transaction.atomic():  #> insert shop_page, write shop_page_labels, delete shop_page_labels, insert shop_label
        LabelsForm(request.POST).save()
    with transaction.atomic():  #> insert shop_page, write shop_page_others, delete shop_page_others
        OthersForm(request.POST).save()
""")


def test_a_field_that_prepares_its_value() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Counter(models.Model):
    pass
class UniqueSlugField(models.SlugField):
    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        while Counter.objects.filter(slug=value).exists():  #= read shop_counter
            value += "x"
        return value
class Order(models.Model):
    slug = UniqueSlugField()
class Log(models.Model):
    slug = models.SlugField()
# file: shop/services.py
from django.db import transaction
from shop.models import *
def run():
    with transaction.atomic():  #> insert shop_order, read shop_counter
        Order().save()
    with transaction.atomic():  #> insert shop_log, no read shop_counter
        Log().save()
""")


@pytest.mark.parametrize("call", ["update(total=1)", "bulk_update([], ['total'])"])
def test_rows_that_are_written_where_others_are_joined(call: str) -> None:
    assert_touches(f"""
def work():
    Order.objects.filter(customer__name="a").{call}  #= update shop_order, read shop_order, read shop_customer
""")


def test_a_form_saves_no_row_of_another_model_that_generic_code_gives_it() -> None:
    assert_touches("""
from django import forms
class OrderForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = ["total"]
class LogForm(forms.ModelForm):
    class Meta:
        model = Log
        fields = ["text"]
def work(request):
    orders, logs = OrderForm(request.POST), LogForm(request.POST)
    for form, row in zip([orders, logs], [Order.objects.get(), Log.objects.get()]):
        form.instance = row
    with transaction.atomic():  #> insert shop_order, update shop_order
        if orders.is_valid():
            orders.save()
""")
