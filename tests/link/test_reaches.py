"""What entry points and deferred calls come to, and which writes may be done twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.link.program import link
from tests.link.linking import divide, linked, read

if TYPE_CHECKING:
    from boundary.model.scan import Scan

APPLICATION = """
from celery import shared_task
from django.db.models import F
from django.urls import path

def note():
    Log.objects.create(text="a")

@shared_task
def later(pk):
    {later}

def place(request):
    customer = Customer.objects.get(pk=1)
    with transaction.atomic():
        Order.objects.create(customer=customer)
        transaction.on_commit(note)
    later.delay(1)

urlpatterns = [path("place/", place)]
"""


def scan_with(later: str) -> Scan:
    return link(read(divide(APPLICATION.replace("{later}", later))))


def test_an_entry_point_reaches_what_its_calls_do_and_not_what_is_deferred() -> None:
    found = scan_with("note()")
    [route] = [entry for entry in found.entry_points if entry.kind == "route"]
    assert {(one.op, one.table) for one in route.reaches} == {("read", "shop_customer"), ("insert", "shop_order")}
    assert all(one.file and one.line and one.via == () for one in route.reaches)
    [task] = [entry for entry in found.entry_points if entry.kind == "task"]
    assert [(one.op, one.table) for one in task.reaches] == [("insert", "shop_log")]


def test_deferred_calls_say_where_they_stand_and_what_they_come_to() -> None:
    found = scan_with("note()")
    assert [(one.calls, one.function, [access.table for access in one.reaches]) for one in found.deferred] == [
        ("shop.services.note", "shop.services.place", ["shop_log"]),
        ("shop.services.later", "shop.services.place", ["shop_log"]),
    ]


@pytest.mark.parametrize(
    ("later", "rules"),
    [
        ("Log.objects.create(text='a')", {"orm"}),
        ("Log.objects.get_or_create(text='a')", {"upsert"}),
        ("Log.objects.update_or_create(text='a')", {"upsert"}),
        ("Log.objects.bulk_create([Log()])", {"orm"}),
        ("Log.objects.bulk_create([Log()], ignore_conflicts=True)", {"upsert"}),
        ("Log.objects.bulk_create([Log()], update_conflicts=True)", {"upsert"}),
        ("Stock.objects.update(left=F('left') - 1)", {"increment"}),
        ("Stock.objects.update(left=1)", {"orm"}),
        ("Stock.objects.update(left=F('left') - 1), Stock.objects.update(left=1)", {"orm"}),
    ],
)
def test_writes_say_whether_they_look_first(later: str, rules: set[str]) -> None:
    [task] = [entry for entry in scan_with(later).entry_points if entry.kind == "task"]
    assert {one.rule for one in task.reaches if one.op in {"insert", "update"}} == rules


def test_transactions_of_one_line_have_ids_of_their_own() -> None:
    admin = """
# file: shop/admin.py
from django.contrib import admin
from shop.models import Order
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    pass
"""
    ids = [one.id for one in link(read(divide(admin))).transactions]
    assert len(ids) > 1
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "queries",
    [
        "list(Order.objects.filter(lines__done=True)), list(Line.objects.all())",
        "list(Line.objects.all()), list(Order.objects.filter(lines__done=True))",
    ],
)
def test_a_table_that_a_line_asks_for_is_not_only_joined_there(queries: str) -> None:
    text = f"""
from django.db import models
class Order(models.Model):
    pass
class Line(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
    done = models.BooleanField()
def both():
    return {queries}
"""
    scan = link(read({"shop/models.py": text}))
    assert {one.table: one.rule for one in scan.accesses} == {"shop_order": "orm", "shop_line": "orm"}


SHOWN = {
    "a page": """
from django.template.response import TemplateResponse
def orders(request):
    return TemplateResponse(request, "page.html", {"line": Line.objects.get(pk=1)})
urlpatterns = [path("orders/", orders)]
# file: shop/templates/page.html
{{ line.order.total }}
""",
    "a page of the admin": """
from django.contrib import admin
@admin.register(Log)
class LogAdmin(admin.ModelAdmin):
    list_display = ["shown"]
    def shown(self, obj):
        return Order.objects.get(pk=obj.pk)
""",
    "an answer": """
from rest_framework.renderers import BaseRenderer
from rest_framework.views import APIView
class Shown(BaseRenderer):
    def render(self, data, accepted_media_type=None, renderer_context=None):
        return list(Order.objects.all())
class Orders(APIView):
    renderer_classes = [Shown]
    def get(self, request): ...
urlpatterns = [path("orders/", Orders.as_view())]
""",
}


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_what_is_rendered_after_a_view_is_done_for_its_request(shown: str) -> None:
    scan = linked(divide("from django.urls import path\n" + shown))
    assert any(access.table == "shop_order" for entry in scan.entry_points for access in entry.reaches)
