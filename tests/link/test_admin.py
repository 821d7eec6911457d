"""The admin: a site of its own transactions, with inlines, actions and hooks."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

LOGGED = "write django_admin_log"


def admin(body: str) -> str:
    return f"""
# file: shop/admin.py
from django.contrib import admin
from shop.models import *
class LineInline(admin.TabularInline):
    model = Line
{body}
"""


@pytest.mark.parametrize(
    "registered",
    [
        "@admin.register(Stock)\nclass StockAdmin(admin.ModelAdmin):  #> {}\n    pass",
        "class StockAdmin(admin.ModelAdmin):  #> {}\n    pass\nadmin.site.register(Stock, StockAdmin)",
        "@admin.register(Stock, site=admin.site)\nclass StockAdmin(admin.ModelAdmin):  #> {}\n    pass",
    ],
)
def test_a_registered_admin(registered: str) -> None:
    changed, deleted = f"write shop_stock, {LOGGED}", f"delete shop_stock, {LOGGED}"
    assert_touches(admin(registered.format(f"{changed} | {changed} | {deleted} | {deleted}")))


@pytest.mark.parametrize(
    "registered",
    [
        "admin.site.register(Stock)",
        "admin.site.register([Stock])",
        "admin.site.register(Stock, None)",
        "admin.site.register(model_or_iterable=Stock)",
        "admin.site.register(Stock, list_display=('left',))",
        "admin.site.register(Stock, admin.ModelAdmin)",
        "admin.site.register(Stock, unread.ModelAdmin)",
        "site.register(Stock)",
    ],
)
def test_an_admin_without_a_class_of_the_project(registered: str) -> None:
    changed, deleted = f"write shop_stock, {LOGGED}", f"delete shop_stock, {LOGGED}"
    assert_touches(
        admin(f"""
import unread
class Site(admin.AdminSite): ...
site = Site()
{registered}  #> {changed} | {changed} | {deleted} | {deleted}
""")
    )


def test_options_of_an_admin_without_a_class() -> None:
    added, gone = f"write shop_stock, write shop_log, {LOGGED}", f"delete shop_stock, {LOGGED}"
    scan = assert_touches(
        admin(f"""
class Logs(admin.TabularInline):
    model = Log
def note(modeladmin, request, queryset):
    for one in queryset:
        Tag.objects.create()
admin.site.register(Stock, inlines=[Logs], actions=[note])  #> {added} | {added}, delete shop_log | {gone} | {gone}
""")
    )
    listed = next(one for one in scan.entry_points if "changelist_view" in one.name)
    assert "shop_tag" in {access.table for access in listed.reaches if access.op == "insert"}


@pytest.mark.parametrize("listed", ["Served", "('left', ByTag)"])
def test_a_filter_of_a_list_reads_what_it_asks_for(listed: str) -> None:
    changed, deleted = f"write shop_stock, {LOGGED}", f"delete shop_stock, {LOGGED}"
    scan = assert_touches(
        admin(f"""
class Served(admin.SimpleListFilter):
    def queryset(self, request, queryset):
        return queryset.filter(pk__in=[one.pk for one in Tag.objects.all()])
class ByTag(admin.FieldListFilter):
    def queryset(self, request, queryset):
        return queryset.filter(line__order__tags__isnull=True)
class StockAdmin(admin.ModelAdmin):  #> {changed} | {changed} | {deleted} | {deleted}
    list_filter = ["line", {listed}]
admin.site.register(Stock, StockAdmin)
""")
    )
    page = next(one for one in scan.entry_points if one.name.endswith("changelist_view"))
    read = {access.table for access in page.reaches if access.op == "read"}
    assert ("shop_tag" if listed == "Served" else "shop_order_tags") in read


def test_admins_without_a_class_have_a_model_each() -> None:
    stock = [f"{what} shop_stock, {LOGGED}" for what in ("write", "write", "delete", "delete")]
    log = [f"{what} shop_log, {LOGGED}" for what in ("write", "write", "delete", "delete")]
    scan = assert_touches(
        admin(f"""
admin.site.register(Stock)  #> {" | ".join(stock)}
admin.site.register(Log)  #> {" | ".join(log)}
admin.site.register(Order, type("OrderAdmin", (admin.ModelAdmin,), {{}}))
""")
    )
    named = {one.name.partition(" (")[0] for one in scan.entry_points if one.kind == "admin"}
    assert named == {f"ModelAdmin of shop.models.{model}" for model in ("Log", "Order", "Stock")}


def test_an_admin_with_inlines_and_hooks() -> None:
    written = "write shop_order, write shop_line, insert shop_order_tags, delete shop_order_tags, insert shop_log"
    assert_touches(
        admin(f"""
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    inlines = [LineInline]
    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        obj.lines.update(x=1)
    def changeform_view(self, request, *args, **kwargs):
        from django.db import transaction
        with transaction.atomic():  #> {written}, {LOGGED}, delete shop_line | {written}, {LOGGED}
            Log.objects.create(text="a")
            return super().changeform_view(request, *args, **kwargs)
""")
    )


def test_an_action() -> None:
    assert_touches(
        admin("""
from django.db import transaction
@admin.action(description="x")
def close(modeladmin, request, queryset):
    with transaction.atomic():  #> update shop_order
        queryset.update(total=0)
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    actions = [close, "open"]
    def open(self, request, queryset):
        with transaction.atomic():  #> write shop_order
            for order in queryset:
                order.save()
""")
    )


@pytest.mark.parametrize(
    "added",
    [
        "actions['close'] = self.get_action('close')",
        "for name in ('close',):\n            actions[name] = self.get_action(name)",
        "func, name, text = self.get_action('close')\n        actions[name] = func, name, text",
        "actions['close'] = self.get_action(StockAdmin.close)",
    ],
)
def test_an_action_for_some_users(added: str) -> None:
    assert_touches(
        admin(f"""
class StockAdmin(admin.ModelAdmin):
    def get_actions(self, request):
        actions = super().get_actions(request)
        {added}
        return actions
    def close(self, request, queryset):
        queryset.update(left=0)  #= update shop_stock
admin.site.register(Stock, StockAdmin)
""")
    )


@pytest.mark.parametrize(("body", "expected"), [("pass", "delete shop_stock"), ("actions = None", "nothing")])
def test_an_action_of_the_whole_site(body: str, expected: str) -> None:
    assert_touches(
        admin(f"""
from django.db import transaction
def withdraw(modeladmin, request, queryset):
    for one in queryset:
        one.delete()
admin.site.add_action(withdraw, "withdraw")
admin.site.disable_action("delete_selected")
@admin.register(Stock)
class StockAdmin(admin.ModelAdmin):
    {body}
    def has_delete_permission(self, request, obj=None):
        return False
    @transaction.atomic  #> {expected}
    def changelist_view(self, *args):
        return super().changelist_view(*args)
""")
    )


def test_save_model_knows_its_model() -> None:
    assert_touches(
        admin("""
from django.db import transaction
class BaseAdmin(admin.ModelAdmin):
    def save_model(self, request, obj, form, change):
        with transaction.atomic():  #> write shop_order | write shop_stock | nothing
            obj.save()
@admin.register(Order)
class OrderAdmin(BaseAdmin):
    pass
@admin.register(Stock)
class StockAdmin(BaseAdmin):
    pass
""")
    )


def test_get_queryset_and_delete_queryset() -> None:
    assert_touches(
        admin("""
from django.db import transaction
@admin.register(Log)
class LogAdmin(admin.ModelAdmin):
    def get_queryset(self, request):
        return super().get_queryset(request).filter(text="a")
    def delete_queryset(self, request, queryset):
        with transaction.atomic():  #> delete shop_log
            super().delete_queryset(request, queryset)
    def wipe(self, request):
        with transaction.atomic():  #> update shop_log
            self.get_queryset(request).update(text="")
""")
    )


CHANGED = "write shop_order, insert shop_order_tags, delete shop_order_tags"


@pytest.mark.parametrize(
    ("page", "arguments", "done"),
    [
        ("add", "self, request", CHANGED),
        ("change", "self, request, obj=None", CHANGED),
        ("delete", "self, request, obj=None", "delete shop_order, delete shop_line, delete shop_order_tags"),
    ],
)
@pytest.mark.parametrize(
    ("answer", "is_done"),
    [
        ("False", False),
        ("True", True),
        ("super().has_{}_permission(request) and request.user.is_superuser", True),
    ],
)
def test_a_page_that_nobody_may_use(*, page: str, arguments: str, done: str, answer: str, is_done: bool) -> None:
    assert_touches(
        admin(f"""
from django.db import transaction
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    def has_{page}_permission({arguments}):
        return {answer.format(page)}
    @transaction.atomic  #> {f"{done}, {LOGGED}" if is_done else "nothing"}
    def {page}_view(self, *args):
        return super().{page}_view(*args)
""")
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("pass", f"delete shop_stock, {LOGGED}"),
        ("actions = []", f"delete shop_stock, {LOGGED}"),
        ("actions = None", "nothing"),
        ("def has_delete_permission(self, request, obj=None): return False", "nothing"),
    ],
)
def test_the_action_that_deletes(body: str, expected: str) -> None:
    assert_touches(
        admin(f"""
from django.db import transaction
@admin.register(Stock)
class StockAdmin(admin.ModelAdmin):
    {body}
    @transaction.atomic  #> {expected}
    def changelist_view(self, *args):
        return super().changelist_view(*args)
""")
    )


def test_inlines_that_are_only_shown() -> None:
    assert_touches(
        admin(f"""
from django.db import transaction
class Shown(LineInline):
    can_delete = False
    def has_add_permission(self, request, obj=None):
        return False
    def has_change_permission(self, request, obj=None):
        return False
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    inlines = [Shown]
    @transaction.atomic  #> {CHANGED}, {LOGGED}, read shop_line
    def change_view(self, *args):
        return super().change_view(*args)
""")
    )


@pytest.mark.parametrize(("page", "gone"), [("add", ""), ("change", ", delete shop_line")])
def test_the_inlines_of_a_new_object_have_no_rows_yet(page: str, gone: str) -> None:
    assert_touches(
        admin(f"""
from django.db import transaction
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    inlines = [LineInline]
    @transaction.atomic  #> {CHANGED}, {LOGGED}, write shop_line{gone}
    def {page}_view(self, *args):
        return super().{page}_view(*args)
""")
    )


@pytest.mark.parametrize(
    ("options", "links"),
    [
        ("fields = ('customer', ('tags', 'total'))", True),
        ("fields = ('customer',)", False),
        ("fieldsets = ((None, {'fields': ('customer',)}), ('More', {'fields': [('total', 'tags')]}))", True),
        ("fieldsets = ((None, {'fields': ('customer',)}),)", False),
        ("fieldsets = ((None, {'fields': ('customer', 'tags')}),)\n    readonly_fields = ('tags',)", False),
        ("exclude = ('tags',)", False),
        ("fields = ('tags',) + MORE", True),
    ],
)
def test_the_relations_on_the_page_are_saved(options: str, links: bool) -> None:  # noqa: FBT001 - a parameter
    saved = f"write shop_order, {LOGGED}" + ", insert shop_order_tags, delete shop_order_tags" * links
    assert_touches(
        admin(f"""
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):  #> {saved} | {saved} | nothing
    {options}
    actions = None
    def has_delete_permission(self, request, obj=None):
        return False
""")
    )


@pytest.mark.parametrize(
    ("forbidden", "lines"),
    [
        ("", (", write shop_line", ", write shop_line, delete shop_line")),
        ("add", ("", ", write shop_line, delete shop_line")),
        ("change", (", write shop_line", ", write shop_line, delete shop_line")),
        ("delete", (", write shop_line", ", write shop_line")),
        ("add change", ("", ", delete shop_line")),
        ("add delete", ("", ", write shop_line")),
        ("add change delete", ("", "")),
    ],
)
def test_what_an_inline_forbids(forbidden: str, lines: tuple[str, str]) -> None:
    methods = "".join(f"    def has_{one}_permission(self, *args): return False\n" for one in forbidden.split())
    added, changed = (f"{op} shop_order, {LOGGED}{one}" for op, one in zip(("insert", "update"), lines, strict=True))
    assert_touches(f"""
# file: shop/admin.py
from django.contrib import admin
from shop.models import *
class LineInline(admin.TabularInline):
    model = Line
{methods}
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):  #> {added} | {changed} | nothing
    fields = ["customer"]
    inlines = [LineInline]
    actions = None
    def has_delete_permission(self, request, obj=None): return False
""")


@pytest.mark.parametrize(
    ("options", "saved"),
    [
        ("fields = readonly_fields = ['order', 'stock', 'note']", ", delete shop_line"),
        ("fields = readonly_fields = ['order']\n    can_delete = False", ""),
        ("fields = ['order', 'stock']\n    readonly_fields = ['order']", ", write shop_line, delete shop_line"),
        ("readonly_fields = ['order', 'stock']", ", write shop_line, delete shop_line"),
    ],
)
def test_an_inline_whose_fields_are_only_shown(options: str, saved: str) -> None:
    assert_touches(f"""
# file: shop/admin.py
from django.contrib import admin
from shop.models import *
class LineInline(admin.TabularInline):
    model = Line
    {options}
    def note(self, line): return line.pk
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):  #> update shop_order, {LOGGED}{saved} | nothing
    fields = ["customer"]
    inlines = [LineInline]
    actions = None
    def add_view(self, request): return None
    def has_delete_permission(self, request, obj=None): return False
""")


@pytest.mark.parametrize(("listed", "links"), [("['customer']", False), ("['customer', 'tags']", True)])
def test_what_the_list_lets_edit(listed: str, links: bool) -> None:  # noqa: FBT001 - a parameter
    edited = f"write shop_order, {LOGGED}" + ", insert shop_order_tags, delete shop_order_tags" * links
    assert_touches(
        admin(f"""
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):  #> nothing | {edited} | nothing
    list_editable = {listed}
    actions = None
    def has_add_permission(self, request): return False
    def has_delete_permission(self, request, obj=None): return False
    def change_view(self, request, object_id): return None
""")
    )


def test_an_inline_of_some_fields() -> None:
    assert_touches("""
from django.forms import inlineformset_factory
Orders = inlineformset_factory(Customer, Order, fields=["total"], can_delete=False)
Tagged = inlineformset_factory(Customer, Order, fields=["tags"], can_delete=False)
def touch(request):
    with transaction.atomic():  #> write shop_order
        Orders(request.POST).save()
    with transaction.atomic():  #> write shop_order, insert shop_order_tags, delete shop_order_tags
        Tagged(request.POST).save()
""")


@pytest.mark.parametrize(
    "asked", ["get_app_list(request)", "each_context(request)", "index(request)", "app_index(request, 'shop')"]
)
@pytest.mark.parametrize("site", ["Site()", "admin.site"])
def test_a_site_lists_what_a_user_may_see(site: str, asked: str) -> None:
    assert_touches(
        admin(f"""
class Site(admin.AdminSite): pass
site = {site}
@admin.register(Stock, site=site)
class StockAdmin(admin.ModelAdmin):
    def has_module_permission(self, request):
        return Stock.objects.exists() and super().has_module_permission(request)
from django.db import transaction
def page(request):
    with transaction.atomic():  #> nothing, read shop_stock, read auth_permission, read auth_user_groups
        site.{asked}
""")
    )


MARKED = """
# file: shop/models.py
from django.db import models
class Tag(models.Model):
    pass
class Order(models.Model):
    pairs = models.ManyToManyField(Tag, through="Pair")
    marks = models.ManyToManyField(Tag, related_name="+")
    hidden = models.ManyToManyField(Tag, related_name="+", editable=False)
class Pair(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE)
class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    marks = models.ManyToManyField(Tag, related_name="+")
"""
MARKS = "insert shop_order_marks, delete shop_order_marks"


def test_pairs_of_a_model_are_not_on_the_pages_of_the_admin_and_what_is_not_editable_in_no_form() -> None:
    marked = f"{LOGGED}, {MARKS}"
    assert_touches(f"""{MARKED}# file: shop/admin.py
from django import forms
from django.contrib import admin
from django.db import transaction
from shop.models import Order
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):  #> write shop_order, {marked} | write shop_order, {marked} | nothing
    actions = None
    def has_delete_permission(self, request, obj=None):
        return False
class OrderForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = "__all__"
def work(data):
    form = OrderForm(data)
    with transaction.atomic():  #> insert shop_order, {MARKS}, insert shop_pair, delete shop_pair
        form.save()
""")


@pytest.mark.parametrize(
    ("options", "links"),
    [
        ("pass", True),
        ("fields = ('marks',)", True),
        ("fields = ('order',)", False),
        ("exclude = ('marks',)", False),
        ("readonly_fields = ('marks',)", False),
    ],
)
def test_the_relations_in_the_lines_of_a_page_are_saved(options: str, links: bool) -> None:  # noqa: FBT001 - a parameter
    saved = f"{LOGGED}, write shop_line" + ", insert shop_line_marks, delete shop_line_marks" * links
    assert_touches(f"""{MARKED}# file: shop/admin.py
from django.contrib import admin
from shop.models import Line, Order
class LineInline(admin.TabularInline):
    model = Line
    can_delete = False
    {options}
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):  #> write shop_order, {saved} | write shop_order, {saved} | nothing
    inlines = [LineInline]
    fields = ("id",)
    actions = None
    def has_delete_permission(self, request, obj=None):
        return False
""")
