"""What is read where a page is rendered: what its template evaluates, and no more than that."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from django.db import models
class Place(models.Model):
    pass
class Customer(models.Model):
    place = models.ForeignKey(Place, on_delete=models.CASCADE)
    def __str__(self):
        return self.place.name
class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="orders")
    def first_line(self):
        return self.lines.first()
    def lines_of(self, kind):
        return self.lines.all()
class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    stock = models.ForeignKey("shop.Stock", on_delete=models.CASCADE)
class Stock(models.Model):
    pass
class Note(models.Model):
    pass
"""
VIEW = """
# file: shop/views.py
from django.shortcuts import render
from shop.models import *
def page(request, order: Order):
    return render(request, "shop/page.html", {"order": order, "lines": order.lines.all(), "notes": [Note()]})  #= %s
"""


def assert_page(template: str, expected: str, *others: str) -> None:
    """Rendering the template reads and writes what is expected; `others` are more files, each with its path first."""
    more = "".join(f"# file: {one}\n" for one in others)
    assert_touches(f"{MODELS}{VIEW % expected}# file: shop/templates/shop/page.html\n{template}\n{more}")


NOTHING = "no read shop_customer, no read shop_place, no read shop_stock, no read shop_note"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("nothing", NOTHING),
        ("{{ order.customer.pk }}", "read shop_customer, no read shop_place"),
        ("{{ order.customer_id }}", NOTHING),
        ("{{ order.customer }}", "read shop_customer, no read shop_stock"),
        ("{{ order.customer.place.name|upper }}", "read shop_customer, read shop_place"),
        ("{% if order.customer.place %}yes{% endif %}", "read shop_place"),
        ("{% for line in lines %}{{ line.stock }}{% endfor %}", "read shop_stock"),
        ("{% for line in order.lines.all %}{{ line.stock }}{% endfor %}", "read shop_line, read shop_stock"),
        ("{% for line in order.unknown %}{{ line.stock }}{% endfor %}", NOTHING),
        ("{% with lines|first as line %}{{ line.stock.pk }}{% endwith %}", "read shop_stock"),
        ("{% with line=lines.0 %}{{ line.stock.pk }}{% endwith %}", "read shop_stock"),
        ("{{ line.stock }}{{ customer }}{{ note }}", NOTHING),
        ("{{ order.lines_of }}", NOTHING),
        ("{% url 'page' order.customer.place.slug %}", "read shop_place"),
        ("{% blocktrans with a=order.customer.name %}{{ a }}{% endblocktrans %}", "read shop_customer"),
        ("{% regroup lines by stock as held %}{% for one in held %}{{ one.grouper }}{% endfor %}", "read shop_stock"),
        ("{# {{ order.customer.name }} #}", NOTHING),
        ("{% comment %}{{ order.customer.name }}{% endcomment %}", NOTHING),
        ("{{ order.delete }}{{ order.save }}", "nothing"),
        ("{% unknown order.customer.place %}", "read shop_place"),
        ("{% unknown order %}", "no read shop_place"),
    ],
)
def test_what_a_template_evaluates(template: str, expected: str) -> None:
    assert_page(template, expected)


def test_a_method_is_called_where_it_stands() -> None:
    source = MODELS.replace("return self.lines.first()", "return self.lines.first()  #= read shop_line")
    template = "# file: shop/templates/shop/page.html\n{{ order.first_line.stock.pk }}\n"
    assert_touches(source + VIEW % "read shop_stock" + template)


@pytest.mark.parametrize(
    ("template", "other", "expected"),
    [
        ("{% include 'shop/part.html' %}", "{{ order.customer.name }}", "read shop_customer"),
        ("{% include 'shop/part.html' with held=order %}", "{{ held.customer.name }}", "read shop_customer"),
        ("{% include 'shop/part.html' with held=order only %}", "{{ order.customer.name }}", NOTHING),
        ("{% for line in lines %}{% include 'shop/part.html' %}{% endfor %}", "{{ line.stock.pk }}", "read shop_stock"),
        ("{% for line in lines %}{% include 'shop/part.html' only %}{% endfor %}", "{{ line.stock.pk }}", NOTHING),
        ("{% for a in lines %}{% include 'shop/part.html' with b=a %}{% endfor %}", "{{ b.stock.pk }}",
         "read shop_stock"),
        ("{% include 'shop/missing.html' %}", "{{ order.customer.name }}", NOTHING),
        ("{% extends 'shop/part.html' %}{{ order.customer.name }}", "frame", NOTHING),
        ("{% extends 'shop/part.html' %}", "{{ order.customer.name }}", "read shop_customer"),
        ("{% extends 'shop/part.html' %}{% block a %}{{ order.customer.name }}{% endblock %}",
         "{% block a %}{% endblock %}", "read shop_customer"),
        ("{% extends 'shop/part.html' %}{% block a %}{{ order.customer.name }}{% endblock %}", "no block", NOTHING),
        ("{% extends 'shop/part.html' %}{% block a %}{% endblock %}",
         "{% block a %}{{ order.customer.name }}{% endblock %}", NOTHING),
        ("{% extends 'shop/part.html' %}{% block a %}{{ block.super }}{% endblock %}",
         "{% block a %}{{ order.customer.name }}{% endblock %}", "read shop_customer"),
        ("{% extends 'shop/part.html' %}{% block b %}{{ order.customer.name }}{% endblock %}",
         "{% block a %}{% block b %}{% endblock %}{% endblock %}", "read shop_customer"),
        ("{% extends 'shop/part.html' %}{% block a %}{{ held.stock.pk }}{% endblock %}",
         "{% with held=lines.first %}{% block a %}{% endblock %}{% endwith %}", "read shop_stock"),
        ("{% extends 'shop/page.html' %}{{ order.customer.name }}", "", "nothing"),
        ("{% extends whole|yesno:'shop/part.html,shop/missing.html' %}", "{{ order.customer.name }}",
         "read shop_customer"),
        ("{% extends whole|yesno:'shop/missing.html,shop/part.html' %}", "{{ order.customer.name }}",
         "read shop_customer"),
        ("{% include 'shop/page.html' %}{{ order.customer.name }}", "", "read shop_customer"),
        ("{% include 'shop/part.html' %}", "{% include 'shop/page.html' %}{{ order.customer.name }}",
         "read shop_customer"),
    ],
)  # fmt: skip
def test_templates_that_work_together(template: str, other: str, expected: str) -> None:
    assert_page(template, expected, f"shop/templates/shop/part.html\n{other}\n")


TAGS = """shop/templatetags/shop_tags.py
from django import template
from shop.models import *
register = template.Library()
@register.simple_tag
def name_of(order):
    return order.customer.name  #= %s
@register.simple_tag(takes_context=True, name="held")
def held_by(context, key):
    return context["order"].customer.name  #= %s
@register.filter
def customer(order):
    return order.customer  #= %s
@register.inclusion_tag("shop/part.html", takes_context=True)
def part(context):
    return {"held": context.get("order")}
@register.inclusion_tag(filename="shop/part.html")
def plain(held):
    return {"held": held}
def compile_all(parser, token):
    return Every()
class Every(template.Node):
    def render(self, context):
        return context["request"].user.email  #= %s
register.tag("every", compile_all)
"""


@pytest.mark.parametrize(
    ("template", "page", "places"),
    [
        ("{% name_of order %}", "", ("read shop_customer", "nothing", "nothing", "nothing")),
        ("{% held 'x' %}", "", ("nothing", "read shop_customer", "nothing", "nothing")),
        ("{% for a in lines %}{% held a %}{% endfor %}", "", ("nothing", "read shop_customer", "nothing", "nothing")),
        ("{{ order|customer }}", "", ("nothing", "nothing", "read shop_customer", "nothing")),
        ("{% part %}", "read shop_customer", ("nothing", "nothing", "nothing", "nothing")),
        ("{% plain order %}", "read shop_customer", ("nothing", "nothing", "nothing", "nothing")),
        ("{% every %}", "", ("nothing", "nothing", "nothing", "read auth_user")),
    ],
)
def test_tags_of_the_project(template: str, page: str, places: tuple[str, ...]) -> None:
    assert_page(
        f"{{% load shop_tags %}}{template}",
        page or "nothing",
        TAGS % places,
        "shop/templates/shop/part.html\n{{ held.customer.name }}\n",
    )


def test_a_tag_means_that_of_the_library_that_is_loaded() -> None:
    one, other = (
        f"shop/templatetags/{name}.py\nfrom django import template\nfrom shop.models import *\n"
        f"register = template.Library()\n@register.simple_tag\ndef rows():\n    return list({model}.objects.all())\n"
        for name, model in (("one", "Note"), ("other", "Stock"))
    )
    assert_page("{% load one %}{% rows as held %}{% for a in held %}{{ a }}{% endfor %}", "nothing", one, other)


RENDERS = f"""{MODELS}
# file: shop/templates/shop/order_detail.html
{{{{ object.customer.name }}}}
# file: shop/templates/shop/order_list.html
{{% for order in order_list %}}{{{{ order.customer.name }}}}{{% endfor %}}
# file: shop/templates/shop/named.html
{{{{ held.customer.name }}}}
# file: shop/templates/shop/user.html
{{{{ user.email }}}}
# file: shop/views.py
from django.shortcuts import render
from django.template.loader import get_template, render_to_string
from django.template.response import TemplateResponse
from django.views.generic import DetailView, ListView, TemplateView
from shop.models import *
class Held:
    model = Order
    context_object_name = "held"
"""


@pytest.mark.parametrize(
    "rendered",
    [
        "render(request, 'shop/named.html', {'held': order})",
        "render(request, template_name='shop/named.html', context=dict(held=order))",
        "render_to_string('shop/named.html', {'held': order})",
        "render_to_string(['missing.html', 'shop/named.html'], {'held': order})",
        "get_template('shop/named.html').render({'held': order}, request)",
        "TemplateResponse(request, 'shop/named.html', {'held': order})",
    ],
)
def test_who_renders(rendered: str) -> None:
    assert_touches(f"{RENDERS}def page(request, order: Order):\n    return {rendered}  #= read shop_customer\n")


@pytest.mark.parametrize(
    "view",
    [
        "class Page(DetailView):  #= read shop_customer\n    model = Order\n",
        "class Page(ListView):  #= read shop_customer\n    queryset = Order.objects.all()\n",
        "class Page(Held, DetailView):  #= read shop_customer\n    template_name = 'shop/named.html'\n",
        "class Page(DetailView):  #= no read shop_customer\n    model = Order\n    template_name = 'shop/named.html'\n",
    ],
)
def test_generic_views(view: str) -> None:
    assert_touches(f"{RENDERS}{view}")


CHOSEN = """
# file: shop/views.py
from django.shortcuts import render
from django.views.generic import DetailView
from shop.models import *
{view}
# file: shop/templates/shop/customer.html
{{{{ order.customer.pk }}}}
# file: shop/templates/shop/lines.html
{{% for line in order.lines.all %}}{{{{ line.stock.pk }}}}{{% endfor %}}
"""
BOTH = "read shop_customer, read shop_stock"
ONE = "read shop_customer, no read shop_stock"


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("NAME if request.POST else OTHER", BOTH),
        ("[NAME] if request.POST else [OTHER]", BOTH),
        ("[NAME, OTHER] if request.POST else ['shop/missing.html', OTHER]", BOTH),
        ("[NAME, OTHER]", ONE),
        ("['shop/missing.html', NAME, OTHER]", ONE),
    ],
)
def test_each_template_that_may_be_meant_is_read(view: str, expected: str) -> None:
    names = "NAME, OTHER = 'shop/customer.html', 'shop/lines.html'\n"
    page = f"def page(request, order: Order):\n    return render(request, {view}, {{'order': order}})  #= {expected}"
    assert_touches(MODELS + CHOSEN.format(view=names + page))


def test_a_view_that_chooses_its_template() -> None:
    view = f"""
class Page(DetailView):
    model = Order
    preview = False
    def get_template_names(self):
        return ["shop/customer.html"] if self.preview else ["shop/lines.html"]
    def get(self, request, *args, **kwargs):
        self.preview = bool(request.GET)
        return super().get(request, *args, **kwargs)  #= {BOTH}
"""
    assert_touches(MODELS + CHOSEN.format(view=view))


def test_what_a_view_reads_on_its_page_is_no_part_of_its_transaction() -> None:
    assert_touches(
        f"{RENDERS}from django.db import transaction\n"
        "@transaction.atomic  #> insert shop_note, no read shop_customer\n"
        "def page(request, order: Order):\n"
        "    Note.objects.create()\n"
        "    return TemplateResponse(request, 'shop/named.html', {'held': order})\n"
        "@transaction.atomic  #> insert shop_stock, read shop_customer\n"
        "def at_once(request, order: Order):\n"
        "    Stock.objects.create()\n"
        "    return render(request, 'shop/named.html', {'held': order})\n"
    )


def test_the_user_and_what_context_processors_give() -> None:
    assert_touches(
        f"{RENDERS}def page(request):\n"
        "    return render(request, 'shop/user.html', {})  #= read auth_user\n"
        "def other(request):\n"
        "    return render(request, 'shop/named.html', {})  #= read shop_customer, no read auth_user\n"
        "# file: shop/settings.py\n"
        "INSTALLED_APPS = ['django.contrib.auth', 'shop']\n"
        "TEMPLATES = [{'OPTIONS': {'context_processors': ['shop.context.held']}}]\n"
        "# file: shop/context.py\n"
        "from shop.models import Order\n"
        "def held(request):\n"
        "    return {'held': Order.objects.first()}  #= read shop_order\n"
    )


def test_however_many_context_processors_there_are() -> None:
    names = [*(f"elsewhere.context.part{number}" for number in range(20)), "shop.context.held"]
    assert_touches(
        f"{RENDERS}def page(request):\n"
        "    return render(request, 'shop/named.html', {})  #= read shop_customer\n"
        "# file: shop/settings.py\n"
        "INSTALLED_APPS = ['django.contrib.auth', 'shop']\n"
        f"TEMPLATES = [{{'OPTIONS': {{'context_processors': {tuple(names)}}}}}]\n"
        "# file: shop/context.py\n"
        "from shop.models import Order\n"
        "def held(request):\n"
        "    return {'held': Order.objects.first()}\n"
    )


def test_what_context_processors_do_for_a_page_that_is_rendered_later() -> None:
    assert_touches(
        f"{RENDERS}from django.db import transaction\nfrom django.http import HttpRequest\n"
        "@transaction.atomic  #> insert shop_note, no read shop_order\n"
        "def later(request: HttpRequest):\n"
        "    Note.objects.create()\n"
        "    return TemplateResponse(request, 'shop/named.html', {})\n"
        "@transaction.atomic  #> insert shop_note, insert shop_stock, read shop_order\n"
        "def at_once(request: HttpRequest):\n"
        "    Note.objects.create()\n"
        "    return render(request, 'shop/named.html', {})\n"
        "# file: shop/settings.py\n"
        "INSTALLED_APPS = ['shop']\n"
        "TEMPLATES = [{'OPTIONS': {'context_processors': ['shop.context.held']}}]\n"
        "# file: shop/context.py\n"
        "from shop.models import Order, Stock\n"
        "def held(request):\n"
        "    Stock.objects.create()\n"
        "    return {'held': Order.objects.first()}\n"
    )


GRANTED = "read auth_permission, read auth_user_groups, read auth_user_user_permissions, read django_content_type"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% if perms.shop.add_order %}yes{% endif %}", GRANTED),
        ("{% if perms.shop %}yes{% endif %}", GRANTED),
        ("{% for perms in lines %}{{ perms.stock }}{% endfor %}", "read shop_stock, no read auth_permission"),
        ("{{ order.perms }}", "no read auth_permission"),
    ],
)
def test_the_permissions_of_the_user(template: str, expected: str) -> None:
    assert_page(
        template,
        expected,
        "shop/settings.py\n"
        "INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes', 'shop']\n"
        "AUTHENTICATION_BACKENDS = ['django.contrib.auth.backends.ModelBackend']\n",
    )


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ form }}", "read shop_customer, read shop_place"),
        ("{{ form.as_p }}", "read shop_customer, read shop_place"),
        ("{{ form.customer }}", "read shop_customer, no read shop_place"),
        ("{{ form.customer.as_field_group }}", "read shop_customer, no read shop_place"),
        ("{% for field in form %}{{ field }}{% endfor %}", "read shop_customer, read shop_place"),
        ("{{ form.media }}{{ form.errors }}", "no read shop_customer, no read shop_place"),
        ("{{ form.customer.errors }}{{ form.customer.label }}", "no read shop_customer, no read shop_place"),
        ("{% unknown form %}", "read shop_customer, read shop_place"),
        ("{{ made }}", "read shop_customer, read shop_place"),
        ("{% for field in made.visible_fields %}{{ field }}{% endfor %}", "read shop_customer, read shop_place"),
        ("{{ hidden.0 }}", "no read shop_customer"),
    ],
)
def test_forms_on_a_page(template: str, expected: str) -> None:
    """A form that is a class is made where it is asked for (`made`)."""
    assert_touches(
        f"{MODELS}# file: shop/forms.py\nfrom django import forms\nfrom shop.models import *\n"
        "class OrderForm(forms.Form):\n"
        "    customer = forms.ModelChoiceField(queryset=Customer.objects.all())\n"
        "    place = forms.ModelChoiceField(queryset=Place.objects.all())\n"
        "# file: shop/views.py\nfrom django.shortcuts import render\nfrom shop.forms import OrderForm\n"
        "def page(request):\n"
        "    page = {'form': OrderForm(), 'made': OrderForm, 'hidden': OrderForm.hidden_fields()}\n"
        f"    return render(request, 'shop/page.html', page)  #= {expected}\n"
        f"# file: shop/templates/shop/page.html\n{template}\n"
    )


def test_what_a_page_is_given_beside_something_deep() -> None:
    deep = "{'a': 1, 'in': [{'b': 1, 'in': [{'c': 1, 'in': [orders]}]}]}"
    assert_touches(
        f"{RENDERS}def page(request):\n"
        "    orders = Order.objects.all()\n"
        "    context = {'held': orders[0]}\n"
        f"    context['tree'] = {deep}\n"
        "    return render(request, 'shop/named.html', context)  #= read shop_customer\n"
    )


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% load wagtailcore_tags %}{% wagtail_site as site %}{{ site.hostname }}", "read wagtailcore_site"),
        ("{% load wagtailcore_tags %}{% slugurl 'about' %}", "read wagtailcore_site, read wagtailcore_page"),
        ("{% wagtail_site as site %}{{ site.hostname }}", "no read wagtailcore_site"),
        (
            "{% load permission_tags %}{% can 'pay' order as may %}{% if may %}x{% endif %}",
            "read auth_group, read shop_line",
        ),
        ("{% load permission_tags %}{% if request.user|can:'pay' %}x{% endif %}", "read auth_permission"),
        ("{% load permission_tags %}{% if request.user|has_role:'clerk' %}x{% endif %}", "read auth_group"),
    ],
)
def test_the_tags_of_a_library(template: str, expected: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "rolepermissions", "wagtail"]
LIBRARIES = ["rolepermissions.templatetags.permission_tags", "wagtail.templatetags.wagtailcore_tags"]
# file: shop/views.py
from django.http import HttpRequest
from django.db import transaction
from django.shortcuts import render
from rolepermissions.permissions import register_object_checker
from shop.models import *
@register_object_checker()
def pay(role, user, order):
    return order.first_line()
def page(request: HttpRequest, order: Order):
    with transaction.atomic():  #> nothing, {expected}
        return render(request, "shop/page.html", {{"order": Order.objects.get(pk=1)}})
# file: shop/urls.py
from django.urls import path
from shop.views import page
urlpatterns = [path("x", page)]
# file: shop/templates/shop/page.html
{template}
""")


DECORATED = "@login_required\n@user_passes_test(lambda user: user.is_staff)"


@pytest.mark.parametrize("decorators", ["", "@login_required", DECORATED])
@pytest.mark.parametrize("parameter", ["template_name='shop/page.html'", "*, template='shop/page.html'"])
def test_a_template_that_a_parameter_names_by_default(decorators: str, parameter: str) -> None:
    name = parameter.partition("=")[0].rpartition(" ")[2]
    assert_touches(f"""{MODELS}
# file: shop/views.py
from django.contrib.auth.decorators import login_required, user_passes_test
from django.http import HttpRequest
from django.shortcuts import render
from shop.models import *
{decorators}
def page(request: HttpRequest, {parameter}):
    return render(request, {name}, {{"order": Order.objects.get(pk=1)}})  #= read shop_customer
# file: shop/urls.py
from django.urls import path
from shop.views import page
urlpatterns = [path("x", page, name="page")]
# file: shop/templates/shop/page.html
{{{{ order.customer.pk }}}}
""")
