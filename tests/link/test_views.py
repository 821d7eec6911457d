"""Class-based views, forms and formsets: what the framework calls, and what its own code writes."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

HEAD = """
from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.views import View
from django.views.generic import (
    CreateView, DeleteView, DetailView, FormView, ListView, RedirectView, TemplateView, UpdateView
)
from django.views.generic.edit import FormMixin, ModelFormMixin
from django.views.generic.detail import SingleObjectMixin
class OrderForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = ["total"]
class TaggedForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = ["total", "tags"]
"""
WHOLE = """    @transaction.atomic
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)
"""


# --- plain views --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "head", "options"])
def test_dispatch_calls_the_method(method: str) -> None:
    assert_touches(f"""{HEAD}
class OrderView(View):
    @transaction.atomic  #> insert shop_log
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)
    def {method}(self, request):
        Log.objects.create(text="a")
""")


def test_as_view_is_an_entry_point() -> None:
    assert_enters(
        """
# file: shop/urls.py
from django.urls import include, path, re_path
from django.views import View
class OrderView(View):
    def get(self, request): pass
def plain(request): pass
def other(request): pass
urlpatterns = [path("a", OrderView.as_view(template_name="x")), path("b", plain), re_path("c", view=other)]
""",
        "route shop.urls.OrderView.dispatch",
        "route shop.urls.plain",
        "route shop.urls.other",
    )


def test_a_view_behind_decorators() -> None:
    assert_touches("""
# file: shop/urls.py
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from shop.models import Log, Tag
@csrf_exempt  #> insert shop_log
@require_POST
@login_required
@transaction.atomic
def plain(request):
    Log.objects.create(text="a")
@login_required(login_url="x")  #> insert shop_tag
@transaction.atomic
def other(request):
    Tag.objects.create()
urlpatterns = [path("a", plain), path("b", csrf_exempt(other))]
""")


def test_a_view_dispatches_by_itself() -> None:
    assert_touches(f"""{HEAD}
class OrderView(View):
    @transaction.atomic  #> insert shop_log, insert shop_tag
    def post(self, request):
        action = request.POST["action"]
        handler = getattr(self, f"do_{{action}}")
        return handler()
    def do_pay(self):
        Log.objects.create(text="a")
    def do_ship(self):
        Tag.objects.create()
    def other(self):
        Stock.objects.create()
""")


# --- forms ----------------------------------------------------------------------------------------------------


def test_a_class_method_that_instances_do_not_have() -> None:
    assert_touches("""
from django.utils.decorators import classonlymethod
from django.views import View
class Crud(View):
    model = None
    @classonlymethod
    def as_view(cls, action):
        def view(request):
            self = cls()
            return getattr(self, action)(request)
        return view
    def remove(self, request):
        with transaction.atomic():  #> delete shop_log | delete shop_stock, update shop_tag
            self.model.objects.get(pk=1).delete()
            self.after()
    def after(self):
        pass
class Logs(Crud):
    model = Log
class Stocks(Crud):
    model = Stock
    def after(self):
        Tag.objects.update(pk=1)
# file: shop/urls.py
from django.urls import path
from shop.services import Logs, Stocks
urlpatterns = [path("a", Logs.as_view("remove")), path("b", Stocks.as_view("remove"))]
""")


def test_form_valid() -> None:
    assert_touches(f"""{HEAD}
class PayForm(forms.Form):
    def pay(self):
        Log.objects.create(text="a")
class PayView(FormView):
    form_class = PayForm
{WHOLE.replace("atomic", "atomic  #> insert shop_log")}
    def form_valid(self, form):
        form.pay()
        return super().form_valid(form)
""")


def test_form_valid_or_invalid() -> None:
    assert_touches(f"""{HEAD}
class PayView(FormView):
    form_class = forms.Form
{WHOLE.replace("atomic", "atomic  #> insert shop_log, insert shop_tag")}
    def form_valid(self, form):
        Log.objects.create(text="a")
    def form_invalid(self, form):
        Tag.objects.create()
""")


@pytest.mark.parametrize(
    ("bases", "body", "expected"),
    [
        ("CreateView", "form_class = OrderForm", "write shop_order"),
        ("CreateView", "model = Order; fields = ['total']", "write shop_order"),
        ("CreateView", "form_class = TaggedForm", "write shop_order, insert shop_order_tags, delete shop_order_tags"),
        ("UpdateView", "form_class = OrderForm; queryset = Order.objects.all()", "write shop_order"),
        ("UpdateView", "model = Order; fields = ['total', 'tags']",
         "write shop_order, insert shop_order_tags, delete shop_order_tags"),
        ("DeleteView", "model = Log", "delete shop_log"),
        ("DeleteView", "queryset = Order.objects.all()", "delete shop_order, delete shop_line, delete shop_order_tags"),
        ("LoginRequiredMixin, CreateView", "form_class = OrderForm", "write shop_order"),
        ("ListView", "model = Order", "nothing"),
        ("DetailView", "model = Order", "nothing, read shop_order"),
        ("TemplateView", "template_name = 'x'", "nothing"),
    ],
)  # fmt: skip
def test_a_generic_view(bases: str, body: str, expected: str) -> None:
    assert_touches(f"""{HEAD}
class OrderView({bases}):
    {body}
{WHOLE.replace("atomic", f"atomic  #> {expected}")}
""")


def test_form_valid_of_a_model_form() -> None:
    assert_touches(f"""{HEAD}
class OrderView(CreateView):
    form_class = OrderForm
    @transaction.atomic  #> write shop_order, insert shop_log, insert shop_line
    def form_valid(self, form):
        order = form.save(commit=False)
        order.customer = None
        order.save()
        order.lines.create()
        Log.objects.create(text="a")
        return redirect("x")
""")


def test_commit_false_writes_nothing() -> None:
    assert_touches(f"""{HEAD}
def touch(request):
    form = TaggedForm(request.POST)
    with transaction.atomic():  #> nothing
        order = form.save(commit=False)
    with transaction.atomic():  #> write shop_order
        order.save()
    with transaction.atomic():  #> insert shop_order_tags, delete shop_order_tags
        form.save_m2m()
""")


def test_form_save() -> None:
    assert_touches(
        f"""{HEAD}
def touch(request, order):
    form = OrderForm(request.POST, instance=order)
    with transaction.atomic():  #> write shop_order
        if form.is_valid():
            form.save()
    with transaction.atomic():  #> update shop_line
        form.save().lines.update(x=1)
    with transaction.atomic():  #> update shop_line
        form.instance.lines.update(x=1)
""".replace("update shop_line\n        form.save", "update shop_line, write shop_order\n        form.save")
    )


def test_an_overridden_form_save() -> None:
    assert_touches(f"""{HEAD}
class LoggedForm(OrderForm):
    def save(self, commit=True):
        order = super().save(commit=False)
        if commit:
            order.save()
            Log.objects.create(text="a")
        return order
def touch(request):
    with transaction.atomic():  #> write shop_order, insert shop_log
        LoggedForm(request.POST).save()
    with transaction.atomic():  #> nothing
        LoggedForm(request.POST).save(commit=False)
""")


def test_cleaning_a_form() -> None:
    assert_touches(f"""{HEAD}
class CleanForm(forms.Form):
    name = forms.CharField()
    def clean_name(self):
        Log.objects.create(text="a")
    def clean(self):
        Tag.objects.create()
    def other(self):
        Stock.objects.create()
def touch(request):
    form = CleanForm(request.POST)
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        form.is_valid()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        form.errors
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        form.full_clean()
""")


def test_what_cleaning_a_field_gives() -> None:
    assert_touches(f"""{HEAD}
class CodeForm(forms.Form):
    code = forms.CharField()
    def clean_code(self):
        try:
            return Stock.objects.get(pk=self.cleaned_data["code"])
        except Stock.DoesNotExist:
            raise forms.ValidationError("no")
class CodeView(FormView):
    form_class = CodeForm
    def form_valid(self, form):
        with transaction.atomic():  #> delete shop_stock
            form.cleaned_data["code"].delete()
""")


def test_cleaning_a_model_form_cleans_the_model() -> None:
    assert_touches(f"""{HEAD}
class Cart(models.Model):
    def clean(self):
        Log.objects.create(text="a")
class CartForm(forms.ModelForm):
    class Meta:
        model = Cart
        fields = "__all__"
def touch(request):
    with transaction.atomic():  #> insert shop_log
        CartForm(request.POST).is_valid()
""")


@pytest.mark.parametrize(
    ("options", "links"),
    [("fields = []", False), ("fields = ()", False), ("fields = ['customer', 'tags']", True), ("exclude = []", True)],
)
def test_a_model_form_that_lists_no_fields(options: str, links: bool) -> None:  # noqa: FBT001 - a parameter
    assert_touches(f"""{HEAD}
class MoveForm(forms.ModelForm):
    class Meta:
        model = Order
        {options}
def touch(request):
    form = MoveForm(request.POST)
    if form.is_valid():
        with transaction.atomic():  #> {"write shop_customer" if links else "nothing"}
            form.cleaned_data["customer" if {links} else "tags"].save()
        with transaction.atomic():  #> write shop_order{", insert shop_order_tags, delete shop_order_tags" * links}
            form.save()
""")


@pytest.mark.parametrize(
    "form",
    [
        "modelform_factory(Order, fields=['total'])",
        "modelform_factory(Order, fields=[])",
        "modelform_factory(Order, form=OrderForm)",
        "modelform_factory(model=Order, exclude=['tags'])",
        "make()",
        "OrderForm",
        "type(OrderForm())",
    ],
)
def test_a_form_made_by_a_factory(form: str) -> None:
    assert_touches(f"""{HEAD}
from django.forms import modelform_factory
def make():
    class Made(OrderForm):
        pass
    return Made
def touch(request):
    kind = {form}
    with transaction.atomic():  #> write shop_order
        kind(request.POST).save()
""")


@pytest.mark.parametrize(
    ("formset", "deletes"),
    [
        ("modelformset_factory(Line, fields=['stock'])", False),
        ("modelformset_factory(Line, fields=['stock'], can_delete=True)", True),
        ("inlineformset_factory(Order, Line, fields=['stock'])", True),
        ("inlineformset_factory(Order, Line, form=LineForm, can_delete=True)", True),
        ("inlineformset_factory(Order, Line, form=LineForm, can_delete=False)", False),
        ("modelformset_factory(Line, form=LineForm, formset=BaseLines)", False),
        ("modelformset_factory(Line, form=LineForm, formset=BaseLines, can_delete=external())", True),
    ],
)
def test_a_formset(formset: str, deletes: bool) -> None:  # noqa: FBT001 - a parameter
    assert_touches(f"""{HEAD}
from django.forms import BaseModelFormSet, inlineformset_factory, modelformset_factory
class LineForm(forms.ModelForm):
    class Meta:
        model = Line
        fields = ["stock"]
class BaseLines(BaseModelFormSet):
    pass
Lines = {formset}
def touch(request):
    lines = Lines(request.POST)
    with transaction.atomic():  #> write shop_line{", delete shop_line" * deletes}
        lines.save()
    with transaction.atomic():  #> write shop_line
        for form in lines:
            form.save()
""")


def test_the_form_that_a_view_makes() -> None:
    assert_touches(f"""{HEAD}
class OrderView(UpdateView):
    model = Order
    def get_form_class(self):
        return TaggedForm if self.request.user.is_staff else OrderForm
    @transaction.atomic  #> write shop_order, insert shop_order_tags, delete shop_order_tags, insert shop_log
    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        form = self.get_form()
        if form.is_valid():
            form.save()
            Log.objects.create(text=self.object.total)
""")


def test_get_object_and_get_queryset() -> None:
    assert_touches(f"""{HEAD}
class OrderView(DetailView):
    model = Order
    @transaction.atomic  #> write shop_order
    def post(self, request, pk):
        self.get_object().save()
class CustomerOrders(ListView):
    def get_queryset(self):
        return Order.objects.filter(customer=self.kwargs["pk"])
    @transaction.atomic  #> update shop_order
    def post(self, request, pk):
        self.get_queryset().update(total=0)
class OwnObject(SingleObjectMixin, View):
    def get_object(self, queryset=None):
        return get_object_or_404(Stock, pk=1)
    @transaction.atomic  #> write shop_stock
    def post(self, request):
        self.object = self.get_object()
        self.object.save()
""")


def test_a_property_of_the_view() -> None:
    assert_touches(f"""{HEAD}
from django.utils.functional import cached_property
class OrderView(View):
    @cached_property
    def order(self):
        return get_object_or_404(Order, pk=self.kwargs["pk"])
    @transaction.atomic  #> write shop_order, update shop_line
    def post(self, request):
        self.order.save()
        self.order.lines.update(x=1)
""")


# --- subclasses are kept apart ------------------------------------------------------------------------------


def test_the_body_of_a_base_view_is_another_one_for_each_subclass() -> None:
    assert_touches(f"""{HEAD}
class BaseView(UpdateView):
    @transaction.atomic  #> write shop_order, insert shop_log | write shop_stock, insert shop_tag | nothing
    def form_valid(self, form):
        self.object = form.save()
        self.audit()
class OrderView(BaseView):
    form_class = OrderForm
    model = Order
    def audit(self):
        Log.objects.create(text="a")
class StockView(BaseView):
    model = Stock
    fields = ["left"]
    def audit(self):
        Tag.objects.create()
""")


def test_a_mixin_calls_what_stands_beside_it() -> None:
    assert_touches(f"""{HEAD}
class AtomicMixin:
    @transaction.atomic  #> write shop_order | insert shop_log
    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs)
class OrderView(AtomicMixin, CreateView):
    form_class = OrderForm
class LogBase(View):
    def post(self, request):
        Log.objects.create(text="a")
class LogView(AtomicMixin, LogBase):
    pass
""")


def test_get_context_data_of_several_mixins() -> None:
    assert_touches(f"""{HEAD}
class LogMixin:
    def get_context_data(self, **kwargs):
        Log.objects.create(text="a")
        return super().get_context_data(**kwargs)
class TagMixin:
    def get_context_data(self, **kwargs):
        Tag.objects.create()
        return super().get_context_data(**kwargs)
class Page(LogMixin, TagMixin, TemplateView):
    @transaction.atomic  #> insert shop_log, insert shop_tag
    def get(self, request):
        return super().get(request)
""")


# --- middleware -------------------------------------------------------------------------------------------------


def test_middleware() -> None:
    assert_touches("""
# file: config/settings.py
MIDDLEWARE = ["shop.middleware.Logging", "shop.middleware.tagging"]
INSTALLED_APPS = ["shop"]
# file: shop/middleware.py
from django.db import transaction
from django.utils.deprecation import MiddlewareMixin
from shop.models import Log, Stock, Tag
class Logging:
    def __init__(self, get_response):
        self.get_response = get_response
    def __call__(self, request):
        with transaction.atomic():  #> insert shop_log
            Log.objects.create(text="a")
        return self.get_response(request)
def tagging(get_response):
    def middleware(request):
        with transaction.atomic():  #> insert shop_tag
            Tag.objects.create()
        return get_response(request)
    return middleware
class Old(MiddlewareMixin):
    def process_request(self, request):
        with transaction.atomic():  #> insert shop_stock
            Stock.objects.create()
""")


# --- commands ---------------------------------------------------------------------------------------------------


def test_a_command() -> None:
    source = """
# file: shop/management/commands/tidy.py
from django.core.management.base import BaseCommand
from django.db import transaction
from shop.models import Log, Tag
class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true")
    @transaction.atomic  #> insert shop_log, delete shop_tag, delete shop_order_tags
    def handle(self, *args, **options):
        Log.objects.create(text="a")
        self.tidy(**options)
    def tidy(self, **options):
        if options["all"]:
            Tag.objects.all().delete()
"""
    assert_touches(source)
    assert_enters(source, "command shop.management.commands.tidy.Command.execute")


def test_call_command() -> None:
    assert_touches("""
from django.core.management import call_command
def touch():
    with transaction.atomic():  #> insert shop_log
        call_command("tidy", verbosity=0)
# file: shop/management/commands/tidy.py
from django.core.management.base import BaseCommand
from shop.models import Log
class Command(BaseCommand):
    def handle(self, *args, **options):
        Log.objects.create(text="a")
""")


# --- GraphQL ------------------------------------------------------------------------------------------------------


def test_mutations_are_kept_apart() -> None:
    assert_touches("""
import graphene
class BaseMutation(graphene.Mutation):
    class Meta:
        abstract = True
    @classmethod
    def mutate(cls, root, info, **data):
        with transaction.atomic():  #> write shop_order, insert shop_log | write shop_stock
            instance = cls.get_instance(**data)
            instance.save()
            cls.post_save(instance)
    @classmethod
    def post_save(cls, instance):
        pass
class OrderUpdate(BaseMutation):
    @classmethod
    def get_instance(cls, **data):
        return Order.objects.get(pk=1)
    @classmethod
    def post_save(cls, instance):
        Log.objects.create(text="a")
class StockUpdate(BaseMutation):
    @classmethod
    def get_instance(cls, **data):
        return Stock.objects.get(pk=1)
class Mutations(graphene.ObjectType):
    order_update = OrderUpdate.Field()
    stock_update = StockUpdate.Field()
""")


def test_what_a_route_hands_its_view() -> None:
    assert_touches("""
# file: shop/urls.py
from django.db import transaction
from django.urls import path
from django.views import View
from shop.models import Log, Stock, Tag
@transaction.atomic  #> insert shop_tag
def plain(request, model):
    model.objects.create()
class Page(View):
    @transaction.atomic  #> insert shop_stock, insert shop_log
    def get(self, request, model, **kwargs):
        model.objects.create()
        kwargs["other"].objects.create()
urlpatterns = [
    path("a", plain, {"model": Tag}),
    path("<int:pk>/b", Page.as_view(), name="b", kwargs={"model": Stock, "other": Log}),
]
""")


@pytest.mark.parametrize(
    "wrapper",
    [
        "def wrapper(request, *args, **kwargs):",
        "def wrapper(*args, **kwargs):\n        request, *args = args",
        "def wrapper(*args, **kwargs):\n        request = args[0]\n        args = args[1:]",
    ],
)
def test_a_wrapper_that_takes_anything_is_handed_the_request(wrapper: str) -> None:
    assert_touches(f"""
from django.shortcuts import get_object_or_404
def of_customer(function):
    {wrapper}
        request.owner = get_object_or_404(Customer, pk=1)
        return function(request, *args, **kwargs)
    return wrapper
@of_customer
def view(request, pk):
    given = request.owner
    with transaction.atomic():  #> update shop_customer
        given.save()
# file: shop/urls.py
from django.urls import path, re_path
from shop.services import view
urlpatterns = [path("<int:pk>/", view), re_path(r"^a/([0-9]+)/$", view)]
""")


def test_a_type_finds_its_objects_by_id() -> None:
    assert_enters(
        """
# file: shop/schema.py
import graphene
from shop.models import Order
class OrderType(graphene.ObjectType):
    @classmethod
    def get_node(cls, info, id):
        return Order.objects.get(pk=id)
class PlainType(graphene.ObjectType):
    pass
""",
        "route shop.schema.OrderType.get_node",
    )


def test_a_form_is_given_no_row_of_another_model() -> None:
    log = "insert shop_log, update shop_log"
    assert_touches(f"""{HEAD}
class LogForm(forms.ModelForm):
    class Meta:
        model = Log
        fields = ["text"]

class Editing(View):
    main_form_class = None
    log_form_class = LogForm

    def get_form_class(self):
        return getattr(self, f"{{self.kind}}form_class")

    def post(self, request, pk):
        form = self.get_form_class()(request.POST, instance=get_object_or_404(self.model, pk=pk))
        self.save(form)

    @transaction.atomic  #> {log} | {log}, update shop_order | {log}, update shop_customer
    def save(self, form):
        form.save()

class CustomerForm(forms.ModelForm):
    class Meta:
        model = Customer
        fields = ["name"]

class OrderEditing(Editing):
    model = Order
    main_form_class = OrderForm

class CustomerEditing(Editing):
    model = Customer
    main_form_class = CustomerForm
""")


def test_a_method_of_a_class_is_not_called_without_an_object() -> None:
    assert_touches("""
class Keeper:
    def __init__(self, model):
        self.model = model
    def save(self):
        self.model.objects.create()

class OrderKeeper(Keeper):
    def __init__(self):
        super().__init__(Order)

class LogKeeper(Keeper):
    def __init__(self):
        super().__init__(Log)

def work(flag):
    LogKeeper().save()
    keeper = OrderKeeper() if flag else LogKeeper
    with transaction.atomic():  #> insert shop_order
        keeper.save()
""")


@pytest.mark.parametrize(
    "made",
    [
        "Stocks(request.POST, initial=self.get_initial())",
        "Stocks(request.POST, initial=[{'stock': Stock.objects.get()}])",
    ],
)
def test_a_form_of_a_formset_has_its_part_of_the_initial_data(made: str) -> None:
    assert_touches(f"""
from django import forms
from django.views import View
class StockForm(forms.Form):
    def save(self):
        self.initial["stock"].delete()
Stocks = forms.formset_factory(StockForm)
class StockView(View):
    def get_initial(self):
        found = []
        for stock in Stock.objects.all():
            found.append({{"stock": stock}})
        return found
    def post(self, request):
        formset = {made}
        with transaction.atomic():  #> delete shop_stock
            for form in formset:
                form.save()
""")


def test_call_command_of_a_package() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["django.contrib.sessions", "shop"]
# file: shop/services.py
from django.core.management import call_command
from django.db import transaction
def work():  # of django.contrib.sessions.management.commands.clearsessions
    with transaction.atomic():  #> delete django_session
        call_command("clearsessions")
""")
