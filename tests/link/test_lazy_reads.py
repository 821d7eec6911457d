"""Reads that happen later than they are written: order, scopes, choices, what a template is given to show."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

ORDERED = """
# file: shop/models.py
from django.db import models
class Customer(models.Model):
    place = models.ForeignKey("shop.Place", on_delete=models.CASCADE)
    class Meta:
        ordering = ["place"]
class Place(models.Model):
    class Meta:
        ordering = ["name"]
class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="orders")
    agent = models.ForeignKey(Customer, null=True, on_delete=models.CASCADE, related_name="served")
    tags = models.ManyToManyField("shop.Tag", related_name="tagged")
    class Meta:
        ordering = ["-customer", "total"]
class Tag(models.Model):
    pass
class Shelf(models.Model):
    orders = models.ManyToManyField(Order)
# file: shop/services.py
from django.contrib.auth.models import Permission, User
from django.db.models import Count, Exists, F, Prefetch, Q
from django.forms.models import ModelForm, model_to_dict
from shop.models import *
class ShelfForm(ModelForm):
    class Meta:
        model = Shelf
        fields = ["orders"]
"""


@pytest.mark.parametrize(
    ("query", "reads"),
    [
        ("list(Order.objects.all())", "read shop_customer, read shop_place"),
        ("Order.objects.first()", "read shop_customer, read shop_place"),
        ("[one for one in Customer.objects.all()]", "read shop_place"),
        ("Order.objects.order_by('total').first()", "no read shop_customer, no read shop_place"),
        ("list(Order.objects.order_by('total'))", "no read shop_customer, no read shop_place"),
        ("Order.objects.count()", "no read shop_customer, no read shop_place"),
        ("list(Tag.objects.prefetch_related('tagged'))", "read shop_customer, read shop_place"),
        ("list(Place.objects.prefetch_related('customer_set__orders__tags'))", "read shop_customer, read shop_tag"),
        ("list(Order.objects.order_by('id').prefetch_related('tags'))", "no read shop_customer"),
        ("model_to_dict(Tag.objects.get(pk=1))", "no read shop_customer"),
        ("model_to_dict(Shelf.objects.get(pk=1))", "read shop_customer, read shop_place, no read shop_tag"),
        ("ShelfForm(instance=Shelf.objects.get(pk=1))", "read shop_customer, read shop_place"),
        ("list(Permission.objects.filter(codename='x'))", "read django_content_type"),
        ("list(User.objects.get(pk=1).user_permissions.all())", "read auth_permission, read django_content_type"),
        ("Order.objects.exists()", "no read shop_customer"),
    ],
)
def test_the_order_of_a_model(query: str, reads: str) -> None:
    assert_touches(f"{ORDERED}def run():\n    {query}  #= {reads}\n")


def test_the_order_of_what_a_form_relates() -> None:
    assert_touches(f"""{ORDERED}
from django.db import transaction
def run(form: ShelfForm):
    with transaction.atomic():  #> insert shop_shelf, write shop_shelf_orders, delete shop_shelf_orders, read shop_place
        form.save()
""")


@pytest.mark.parametrize(
    ("query", "reads"),
    [
        ("Order.objects.filter(customer=one)", "no read shop_customer"),
        ("Order.objects.filter(customer__pk=1)", "no read shop_customer"),
        ("Order.objects.filter(customer__in=many)", "no read shop_customer"),
        ("Order.objects.filter(customer__isnull=True)", "no read shop_customer"),
        ("Order.objects.filter(customer__name='a')", "read shop_customer, no read shop_place"),
        ("Order.objects.filter(customer__place=one)", "read shop_customer, no read shop_place"),
        ("Order.objects.filter(tags=one)", "read shop_order_tags, no read shop_tag"),
        ("Order.objects.filter(tags__name='a')", "read shop_order_tags, read shop_tag"),
        ("Customer.objects.filter(orders=one)", "read shop_order"),
        ("Order.objects.filter(Q(customer__place=one))", "read shop_customer, no read shop_place"),
        ("Order.objects.annotate(n=Count('tags'))", "read shop_order_tags, no read shop_tag"),
        ("Order.objects.annotate(n=F('customer__place'))", "read shop_customer, no read shop_place"),
        ("Order.objects.prefetch_related(Prefetch('tags'))", "read shop_order_tags, read shop_tag"),
        ("Order.objects.select_related('customer')", "read shop_customer, no read shop_place"),
        ("Order.objects.values('customer')", "no read shop_customer"),
        ("Order.objects.values_list('customer', flat=True)", "no read shop_customer"),
        ("Order.objects.values('customer__place')", "read shop_customer, no read shop_place"),
        ("Order.objects.select_related()", "read shop_customer, read shop_place"),
    ],
)
def test_a_key_that_is_at_hand_joins_nothing(query: str, reads: str) -> None:
    assert_touches(f"{ORDERED}def run(one, many):\n    {query}.order_by('id').count()  #= {reads}\n")


@pytest.mark.parametrize(
    "condition",
    [
        "tags__in=inner",
        "Q(tags__in=inner)",
        "Exists(inner)",
        "pk__in=inner.values_list('pk')",
        "pk__in=inner.values('pk').query",
        "Q(pk__in=inner.values('pk').query)",
    ],
)
def test_a_query_inside_of_a_query(condition: str) -> None:
    assert_touches(f"""{ORDERED}
def run():
    return outer(Tag.objects.filter(name="a"))
def outer(inner):
    query = Order.objects.filter({condition})
    return query.count()  #= read shop_order, read shop_tag
""")


def test_setting_a_relation_asks_for_the_rows_so_far() -> None:
    assert_touches("""
def replace(order: Order, tags):
    order.tags.set(tags)  #= insert shop_order_tags, delete shop_order_tags, read shop_tag
def add(order: Order, tags):
    order.tags.add(tags)  #= insert shop_order_tags, no read shop_tag
""")


SCOPED = """
# file: shop/models.py
from django.db import models
from django_scopes import ScopedManager
class Order(models.Model):
    customer = models.ForeignKey("shop.Customer", on_delete=models.CASCADE)
class Customer(models.Model):
    pass
class Kept(models.Manager):
    def get_queryset(self):
        return super().get_queryset().select_related("stock")
class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    stock = models.ForeignKey("shop.Stock", on_delete=models.CASCADE)
    objects = ScopedManager(customer="order__customer", _manager_class=Kept)
class Stock(models.Model):
    pass
# file: shop/services.py
from django_scopes import scope, scopes_disabled
from shop.models import *
"""


def test_a_manager_with_scopes_joins_the_way_there() -> None:
    assert_touches(f"""{SCOPED}
def all_of_it():
    return Line.objects.count()  #= read shop_line, read shop_order, read shop_stock, no read shop_customer
@scopes_disabled()
def related(order: Order):
    with scope(customer=order.customer):
        return order.lines.count()  #= read shop_line, read shop_order, read shop_stock
""")


# --- what is shown ------------------------------------------------------------------------------------------

SHOWN = """
from django import forms
from django.shortcuts import render
from django.template.loader import get_template, render_to_string
from django.views.generic import FormView
class Lively(forms.Select):
    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs)  #= read shop_stock
class Choice(forms.Form):
    stock = forms.ModelChoiceField(queryset=None, widget=Lively)
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stock"].queryset = Stock.objects.filter(left__gt=0)
class Other(forms.Form):
    log = forms.ModelChoiceField(queryset=Log.objects.all())
class LineForm(forms.ModelForm):
    class Meta:
        model = Line
        fields = ["stock"]
        widgets = {"stock": Lively}
"""


@pytest.mark.parametrize("form", ["Choice()", "LineForm()"])
@pytest.mark.parametrize(
    "shown",
    [
        "render(request, 'a.html', {'form': form})",
        "render(request, 'a.html', {'forms': [form]})",
        "render_to_string('a.html', {'form': form})",
        "get_template('a.html').render({'form': form})",
        "form.render()",
    ],
)
def test_a_form_that_is_shown_goes_through_its_choices(form: str, shown: str) -> None:
    assert_touches(f"{SHOWN}def view(request):\n    form = {form}\n    return {shown}\n")


@pytest.mark.parametrize("used", ["render(request, 'a.html', {'form': form})", "form.is_valid()"])
def test_choices_that_a_function_gives_when_they_are_needed(used: str) -> None:
    assert_touches(f"""
from django import forms
from django.shortcuts import render
class RowField(forms.MultipleChoiceField):
    def __init__(self, model, **kwargs):
        def rows():
            return [(row.pk, str(row)) for row in model.objects.all()]  #= read shop_tag, no read shop_stock
        super().__init__(choices=rows, **kwargs)
class Choice(forms.Form):
    tag = RowField(Tag)
def view(request):
    form = Choice(request.POST)
    {used}
""")


def test_choices_that_a_field_adds_to() -> None:
    assert_touches("""
from django import forms
from django.shortcuts import render
class Optional(forms.ModelChoiceField):
    def _get_choices(self):
        choices = list(super()._get_choices())  #= read shop_tag, no read shop_stock
        choices.append(("*", "Any"))
        return choices
    choices = property(_get_choices, forms.ChoiceField.choices.fset)
class Choice(forms.Form):
    tag = Optional(queryset=Tag.objects.all())
def view(request):
    return render(request, "a.html", {"form": Choice()})
""")


def test_a_template_evaluates_querysets() -> None:
    assert_touches("""
from django.shortcuts import render
def view(request):
    return show(request, {"logs": Log.objects.all(), "more": {"tags": Tag.objects.all()}})
def other(request):
    return show(request, {"stocks": Stock.objects.all()})
def show(request, context):
    return render(request, "a.html", context)  #= read shop_log, read shop_tag, read shop_stock, no read shop_order
""")


def test_a_view_shows_its_form_after_its_transaction() -> None:
    assert_touches("""
from django import forms
from django.shortcuts import render
from django.views.generic import FormView
class Counting(forms.Select):
    def get_context(self, name, value, attrs):
        return {"count": Customer.objects.count()}  #= read shop_customer
class Counted(forms.Form):
    stock = forms.ModelChoiceField(queryset=Stock.objects.all(), widget=Counting)
class View(FormView):
    form_class = Counted
    @transaction.atomic  #> read shop_stock, no read shop_customer
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)
class Early(FormView):
    form_class = Counted
    @transaction.atomic  #> read shop_stock, read shop_customer
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)
    def render_to_response(self, context):
        return render(self.request, "a.html", context)
""")


def test_a_table_counts_and_reads_a_page() -> None:
    assert_touches("""
import django_tables2
from django.views.generic import ListView
class OrderTable(django_tables2.Table):
    def render_total(self, record):
        return Log.objects.count()  #= read shop_log
class Orders(django_tables2.SingleTableMixin, ListView):
    model = Order
    table_class = OrderTable
    def get_table(self, **kwargs):
        return super().get_table(**kwargs)  #= read shop_order
""")


def test_a_step_of_a_wizard_is_a_form_of_its_own() -> None:
    assert_touches(f"""{SHOWN}
from formtools.wizard.views import SessionWizardView
class Wizard(SessionWizardView):
    form_list = [("first", Choice), ("second", Other)]
    def first(self):
        return self.get_cleaned_data_for_step("first")  #= read shop_stock, no read shop_log
    def second(self):
        return self.get_cleaned_data_for_step("second")  #= read shop_log, no read shop_stock
""")


def test_a_dict_of_written_pairs() -> None:
    assert_touches("""
def run():
    kinds = dict([("a", Log), ("b", Tag)])
    kinds["a"].objects.create()  #= insert shop_log
""")


def test_a_proxy_of_a_model_that_is_looked_up_by_name() -> None:
    assert_touches("""
# file: shop/proxies.py
from django.apps import apps
Base = apps.get_model("shop", "Line")
class Special(Base):
    class Meta:
        proxy = True
    def stock_left(self):
        return self.stock.left  #= read shop_stock
""")


def test_what_is_prefetched_into_an_attribute() -> None:
    assert_touches("""
from django.db.models import Prefetch
def work():
    lines = Prefetch("lines", queryset=Line.objects.filter(pk=1), to_attr="open_lines")
    for order in Order.objects.prefetch_related(lines):
        with transaction.atomic():  #> update shop_line
            for line in order.open_lines:
                line.save()
""")


@pytest.mark.parametrize(
    ("statement", "reads"),
    [
        ("model_to_dict(order)", "read shop_tag, read shop_order_tags"),
        ("model_to_dict(order, fields=['tags'])", "read shop_order_tags"),
        ("model_to_dict(order, fields=['total'])", "no read shop_order_tags"),
        ("model_to_dict(order, exclude=['tags'])", "no read shop_order_tags"),
        ("serialize('json', [order])", "read shop_tag, read shop_order_tags"),
        ("serializers.serialize('json', Order.objects.all(), fields=['total'])", "read shop_order"),
        ("serializers.get_serializer('json')().serialize([order])", "read shop_order_tags"),
    ],
)
def test_a_row_as_a_dict_reads_its_many_to_many_relations(statement: str, reads: str) -> None:
    assert_touches(f"""
from django.core import serializers
from django.core.serializers import serialize
from django.forms.models import model_to_dict
def ask(order: Order):
    with transaction.atomic():  #> nothing, {reads}
        {statement}
""")


def test_asking_whether_a_row_has_another_one_looks_for_it() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Customer(models.Model): pass
class Card(models.Model):
    customer = models.OneToOneField(Customer, models.CASCADE)
class Status(models.Model):
    def erase(self):
        if hasattr(self, "quotation"):
            self.quotation = None
        self.save()
class Quotation(Status): pass
# file: shop/services.py
from django.db import transaction
from shop.models import *
def change(status: Status, customer: Customer):
    with transaction.atomic():  #> write shop_status, read shop_quotation
        status.erase()
    with transaction.atomic():  #> write shop_customer, read shop_card
        if hasattr(customer, "card"):
            customer.save()
    with transaction.atomic():  #> nothing, no read shop_card, no read shop_quotation
        Status(), Customer()
    with transaction.atomic():  #> nothing, read shop_quotation
        return status.quotation
""")


def test_asking_one_of_several_rows_whether_it_has_another_one_looks_for_it() -> None:
    assert_touches("""
# file: shop/models.py
from django.contrib.auth.models import User
from django.db import models
class Card(models.Model):
    user = models.OneToOneField(User, models.CASCADE)
# file: shop/views.py
from shop.models import *
def view(request, customer: Customer | Tag):
    if not hasattr(request.user, "card"):  #= read shop_card
        return None
# file: shop/urls.py
from django.urls import path
from shop.views import *
urlpatterns = [path("", view)]
""")


def test_querysets_of_several_models_that_are_narrowed_again_and_again() -> None:
    assert_touches("""
from model_utils.managers import InheritanceManager
class Note(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
    tags = models.ManyToManyField(Tag)
    objects = InheritanceManager()
    def mark(self):
        Log.objects.create(text="a")
class Review(Note): pass
class Comment(Note): pass
class Quote(Note): pass
class Boost(Note): pass
class Rating(Note): pass
def of(request):
    notes = Note.objects.select_subclasses()
    if request.get("a"):
        notes = notes.filter(order__total=1)
    if request.get("b"):
        notes = notes.exclude(order__customer__name=1)
    if request.get("c"):
        notes = notes.filter(tags__x=1)
    if request.get("d"):
        notes = notes.filter(order__lines__stock=1)
    return notes
def change(request):
    with transaction.atomic():  #> insert shop_log
        of(request).last().mark()
""")


def test_being_in_a_queryset_reads_it() -> None:
    assert_touches("""
def left():
    return Stock.objects.all()
class Bag:
    def __iter__(self):
        yield from Tag.objects.all()
def change(row):
    found = left()
    with transaction.atomic():  #> insert shop_log, read shop_stock
        if row in found:
            Log.objects.create(text="a")
    with transaction.atomic():  #> insert shop_log, read shop_tag
        if row not in Bag():
            Log.objects.create(text="a")
""")


GIVEN = """
# file: shop/services.py
import collections
from shop.models import *
def due():
    return Order.objects.filter(total=0)  # which reads nothing yet where it stands in a function of its own
# file: shop/work.py
from shop.services import *
def work(found, rows, names, each):
    {statement}  #= {reads}
"""


@pytest.mark.parametrize(
    "statement",
    [
        "found = set(); found.update(due())",
        "found = set(); found.difference_update(due())",
        "found = {1}; left = found.difference(due())",
        "found = {1}; left = found.issubset(due())",
        "rows = []; rows.extend(due())",
        "rows = []; rows += due()",
        "rows = []; rows[0:2] = due()",
        "rows = collections.deque(); rows.extend(due())",
        "rows = collections.Counter(due())",
        "rows = [*due()]",
        "rows = {*due(), 1}",
        "print(*due())",
        "first, second = due()",
        "yield from due()",
        "late = due(); yield from late",
        "late = due(); rows = [1, *late]",
        "rows = not due()",
        "rows = due() or None",
        "rows = due() and 1",
        "rows = 1 if due() else 2",
        "late = due(); rows = late or None",
        "late = due(); rows = rows or late or 1",
        "late = due(); rows = late and 1",
        "late = due(); rows = 1 if late else 2",
        "if due(): pass",
        "while due(): pass",
        "if not due(): pass",
    ],
)
def test_what_goes_through_a_queryset(statement: str) -> None:
    assert_touches(GIVEN.format(statement=statement, reads="read shop_order"))


@pytest.mark.parametrize(
    "statement",
    [
        "rows = due()",
        "rows = [due()]",
        "rows = []; rows.append(due())",
        "rows = {'due': due()}; found = {}; found.update(rows)",
        "if due() is None: pass",
        "rows = 1 or due()",
        "rows = None or due()",
    ],
)
def test_what_only_hands_a_queryset_on(statement: str) -> None:
    assert_touches(GIVEN.format(statement=statement, reads="no read shop_order"))


PAIRED = """
# file: shop/models.py
from django.db import models
class Place(models.Model):
    name = models.TextField()
class Customer(models.Model):
    place = models.ForeignKey(Place, on_delete=models.CASCADE)
    friends = models.ManyToManyField("self")
class Tag(models.Model):
    text = models.TextField()
class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)
# file: shop/services.py
from django.db.models import Prefetch, prefetch_related_objects
from shop.models import *
PATHS = ["tags", "customer__place"]
PAIRS = Order.tags.through.objects
def due():
    return Order.objects.filter(customer=1)
def run(one: Order, many: list[Order]):
    {statement}  #= {reads}
"""


@pytest.mark.parametrize(
    ("statement", "reads"),
    [
        ("prefetch_related_objects([one], 'tags')", "read shop_order_tags, read shop_tag, no read shop_customer"),
        ("prefetch_related_objects(many, 'customer__place')", "read shop_customer, read shop_place"),
        ("prefetch_related_objects(due(), *PATHS)", "read shop_order, read shop_order_tags, read shop_customer"),
        ("prefetch_related_objects([one], Prefetch('tags', Tag.objects.all()))", "read shop_tag"),
        ("PAIRS.filter(tag=one)", "no read shop_tag, no read shop_order"),
        ("PAIRS.filter(order__customer__place=1).count()", "read shop_order, read shop_customer, read shop_order_tags"),
        ("PAIRS.select_related('tag').first()", "read shop_tag, no read shop_order"),
        ("PAIRS.first().order.customer.place_id", "read shop_order, read shop_customer"),
        ("Customer.friends.through.objects.filter(to_customer__place__name='a').first()", "read shop_place"),
    ],
)
def test_rows_and_pairs_that_lead_to_others(statement: str, reads: str) -> None:
    assert_touches(PAIRED.format(statement=statement, reads=reads))


@pytest.mark.parametrize("method", ["get_next_by_made", "get_previous_by_made", "get_next_in_order"])
def test_the_row_beside_a_row(method: str) -> None:
    assert_touches(f"""
def work(step: Step):
    beside = step.{method}(job__name="a")  #= nothing, read shop_step, read shop_job
    with transaction.atomic():  #> update shop_step
        beside.save()
# file: shop/models.py
from django.db import models
class Job(models.Model):
    name = models.TextField()
class Step(models.Model):
    made = models.DateTimeField()
    job = models.ForeignKey(Job, on_delete=models.CASCADE)
    class Meta:
        order_with_respect_to = "job"
""")


@pytest.mark.parametrize(
    "asked",
    [
        "MigrationExecutor(connection).migration_plan([])",
        "MigrationExecutor(connections['default']).loader.graph.leaf_nodes()",
        "MigrationLoader(connection)",
        "MigrationRecorder(connection).applied_migrations()",
    ],
)
def test_who_looks_for_migrations_reads_which_have_run(asked: str) -> None:
    assert_touches(f"""
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
def healthy():
    with transaction.atomic():  #> nothing, read django_migrations
        {asked}
""")


@pytest.mark.parametrize(
    ("looked", "reads"),
    [
        ("models.prefetch_related_objects([book], noted('pages__notes'))", "read shop_pair, read shop_page_notes"),
        ("models.prefetch_related_objects([book], *(paired('pairs'),))", "read shop_pair, read shop_page_notes"),
        ("list(with_one(Page.objects, 'notes'))", "read shop_page_notes"),
        ("list(selected(Pair.objects, 'page'))", "read shop_page, no read shop_book"),
    ],
)
def test_a_path_that_a_helper_is_handed(looked: str, reads: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Note(models.Model): pass
class Page(models.Model):
    notes = models.ManyToManyField(Note)
class Book(models.Model):
    pages = models.ManyToManyField(Page, through="Pair")
class Pair(models.Model):
    page = models.ForeignKey(Page, models.CASCADE)
    book = models.ForeignKey(Book, models.CASCADE, related_name="pairs")
# file: shop/services.py
from django.db import models, transaction
from django.db.models import Prefetch
from shop.models import *
def noted(lookup):
    return Prefetch(lookup, queryset=Note.objects.all())
def paired(lookup):
    return Prefetch(lookup, queryset=Pair.objects.select_related("page").prefetch_related(noted("page__notes")))
def with_one(rows, path):
    return rows.prefetch_related(path)
def selected(rows, path):
    return rows.select_related(path)
def look(book: Book):
    with transaction.atomic():  #> nothing, {reads}
        {looked}
    with_one(Book.objects, "pages")
    selected(Pair.objects, "book")
""")


def test_pairs_that_are_added_are_looked_for_in_their_own_order() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Page(models.Model): pass
class Shelf(models.Model): pass
class Book(models.Model):
    shelf = models.ForeignKey(Shelf, models.CASCADE)
    pages = models.ManyToManyField(Page, through="Pair")
class Pair(models.Model):
    page = models.ForeignKey(Page, models.CASCADE)
    book = models.ForeignKey(Book, models.CASCADE)
    class Meta:
        ordering = ["book__shelf", "page"]
# file: shop/services.py
from django.db import transaction
from shop.models import *
def work(book: Book, page: Page):
    with transaction.atomic():  #> insert shop_pair, read shop_pair, read shop_book
        book.pages.add(page)
    with transaction.atomic():  #> delete shop_pair, no read shop_book
        book.pages.remove(page)
""")


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ('list(LineForm.base_fields["order"].queryset)', "shop_order"),
        ('list(LineForm.base_fields["extra"].queryset)', "shop_log"),
        ('list(LineForm.declared_fields["extra"].queryset)', "shop_log"),
        ('bool(getattr(LineForm.base_fields.get("stock"), "queryset", None))', "shop_stock"),
    ],
)
def test_fields_of_a_class_of_forms(statement: str, table: str) -> None:
    assert_touches(f"""
from django import forms
class LineForm(forms.ModelForm):
    extra = forms.ModelChoiceField(queryset=Log.objects.all())
    class Meta:
        model = Line
        fields = ["order", "stock"]
def work():
    with transaction.atomic():  #> nothing, read {table}
        {statement}
""")
