"""Pages of the admin show of each row what `list_display` and `readonly_fields` name, once the view is through."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

LISTED = {
    "a method of the page": """
class OrderAdmin(admin.ModelAdmin):
    list_display = ["total", "shown"]
    @admin.display(description="Customer")
    def shown(self, obj):
        return obj.customer.name  #= read shop_customer
""",
    "a method of what the page is made with": """
class Shown:
    def shown(self, obj):
        return obj.tags.count()  #= read shop_order_tags
class OrderAdmin(Shown, admin.ModelAdmin):
    list_display = ("total", "shown")
""",
    "a function": """
def shown(obj):
    return obj.customer.name  #= read shop_customer
class OrderAdmin(admin.ModelAdmin):
    list_display = ["total", shown]
""",
    "names that a method gives": """
class OrderAdmin(admin.ModelAdmin):
    def get_list_display(self, request):
        return ("total", "shown")
    def shown(self, obj):
        return obj.customer.name  #= read shop_customer
""",
    "an object that is called": """
class Linked:
    def __init__(self, name):
        self.name = name
    def __call__(self, obj):
        return obj.customer.name  #= read shop_customer
class OrderAdmin(admin.ModelAdmin):
    list_display = ["total", Linked("customer")]
""",
    "one of many names": """
class OrderAdmin(admin.ModelAdmin):
    list_display = ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "shown")
    def shown(self, obj):
        return obj.customer.name  #= read shop_customer
""",
    "what is not to be changed": """
class OrderAdmin(admin.ModelAdmin):
    readonly_fields = fields = ("total", "shown")
    def shown(self, obj):
        return obj.customer.name  #= read shop_customer
""",
    "what is not to be changed of the rows below": """
class Lines(admin.TabularInline):
    model = Line
    readonly_fields = ["shown"]
    def shown(self, obj):
        return obj.order.customer.name  #= read shop_customer
class OrderAdmin(admin.ModelAdmin):
    inlines = [Lines]
""",
    "no part of the page's transaction": """
class OrderAdmin(admin.ModelAdmin):
    readonly_fields = ["shown"]
    @transaction.atomic  #> insert shop_tag
    def change_view(self, request, object_id):
        Tag.objects.create()
        return super().change_view(request, object_id)
    def shown(self, obj):
        with transaction.atomic():  #> insert shop_log
            Log.objects.create(text="shown")
    def has_change_permission(self, request, obj=None):
        return False
""",
}


@pytest.mark.parametrize("page", LISTED.values(), ids=LISTED)
def test_what_is_shown_of_a_row(page: str) -> None:
    assert_touches(f"""
from django.contrib import admin
{page}
admin.site.register(Order, OrderAdmin)
""")


def test_methods_of_a_model() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Customer(models.Model):
    name = models.TextField()
class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
    def shown(self):
        seen(self)
    def __str__(self):
        return self.customer.name  #= read shop_customer
def seen(row):
    return row.customer.name  #= read shop_customer
# file: shop/admin.py
from django.contrib import admin
from shop.models import Order
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    list_display = ("__str__", "shown")
""")


def test_what_a_filter_offers() -> None:
    assert_touches("""
# file: shop/admin.py
from django.contrib import admin
from shop.models import *
class Lines(admin.SimpleListFilter):
    def lookups(self, request, model_admin):
        rows = model_admin.get_queryset(request).values_list("customer__name")
        return list(rows.distinct())  #= read shop_order, read shop_customer, no read shop_stock
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    list_filter = ["total", Lines]
@admin.register(Stock)
class StockAdmin(admin.ModelAdmin):
    list_filter = ["left"]
""")


def test_rows_of_an_action_come_with_what_the_list_shows() -> None:
    assert_touches("""
# file: shop/admin.py
from django.contrib import admin
from shop.models import *
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    list_display = ["total", "customer"]
    actions = ["export"]
    def export(self, request, queryset):
        for row in queryset:  #= read shop_order, read shop_customer
            print(row.total)
""")


def test_a_search_joins_what_it_searches_in() -> None:
    assert_touches("""
# file: shop/admin.py
from django.contrib import admin
from shop.models import *
@admin.register(Line)
class LineAdmin(admin.ModelAdmin):
    search_fields = ("^order__customer__name", "=stock__left", "id")
    def get_search_results(self, request, queryset, term):
        found = super().get_search_results(request, queryset, term)  #= read shop_customer, read shop_stock
        return found
@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    search_fields = ["id"]
    def get_search_results(self, request, queryset, term):
        return super().get_search_results(request, queryset, term)  #= no read shop_stock
""")


def test_a_search_of_an_api_joins_what_it_searches_in() -> None:
    assert_touches("""
# file: shop/views.py
from rest_framework import filters, generics, serializers
from shop.models import *
class LineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Line
        fields = ["id"]
class Lines(generics.ListAPIView):
    queryset = Line.objects.all()
    serializer_class = LineSerializer
    filter_backends = [filters.SearchFilter]
    search_fields = ["order__customer__name"]
    def list(self, request):
        rows = self.filter_queryset(self.get_queryset())  #= read shop_line, read shop_order, read shop_customer
        return rows
# file: shop/urls.py
from django.urls import path
from shop.views import Lines
urlpatterns = [path("lines/", Lines.as_view())]
""")


def test_a_page_that_nobody_may_change_reads_the_type_of_its_model() -> None:
    assert_touches("""
from django.contrib import admin
from django.db import transaction
@admin.register(Stock)
class StockAdmin(admin.ModelAdmin):
    @transaction.atomic  #> read shop_stock, read django_content_type
    def change_view(self, *args):
        return super().change_view(*args)
    def has_change_permission(self, request, obj=None):
        return False
""")
