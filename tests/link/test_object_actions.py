"""Buttons on the pages of Django's admin: django-object-actions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

NAMED = 'change_actions = ("close",)'
ASKED = 'def get_change_actions(self, request, object_id, form_url): return ["close"]'


@pytest.mark.parametrize(
    ("said", "decorator", "written"),
    [
        *((said, '@action(label="Close")', "update shop_tag") for said in (NAMED, ASKED)),
        *((said, "@takes_instance_or_queryset", "update shop_tag") for said in (NAMED, ASKED)),
        (NAMED, "@action", "update shop_tag"),
        (NAMED, "", "update shop_tag"),
        ('change_actions = ("other",)', "@action", "nothing"),
        ("pass", "", "nothing"),
    ],
)
def test_a_button_on_a_page(said: str, decorator: str, written: str) -> None:
    saved = "rows.update(text='a')" if "queryset" in decorator else "rows.save()"
    assert_touches(f"""
# file: shop/admin.py
from django.contrib import admin
from django.db import transaction
from django_object_actions import DjangoObjectActions, action, takes_instance_or_queryset
from shop.models import Tag
@admin.register(Tag)
class TagAdmin(DjangoObjectActions, admin.ModelAdmin):
    {said}
    def other(self, request, rows): ...
    {decorator}
    def close(self, request, rows):
        with transaction.atomic():  #> {written}
            {saved}
""")


def test_a_button_on_a_list() -> None:
    assert_touches("""
# file: shop/admin.py
from django.contrib import admin
from django.db import transaction
from django_object_actions import DjangoObjectActions
from shop.models import Tag
@admin.register(Tag)
class TagAdmin(DjangoObjectActions, admin.ModelAdmin):
    changelist_actions = ["close"]
    def close(self, request, rows):
        with transaction.atomic():  #> delete shop_tag, delete shop_order_tags
            rows.delete()
""")


@pytest.mark.parametrize(
    "module", ["admin_extra_buttons.api", "admin_extra_buttons.decorators", "admin_extra_urls.api"]
)
@pytest.mark.parametrize("marked", ["@button(change_form=True)", "@view()", "@button()\n    @never_cache"])
def test_a_button_that_a_decorator_makes(module: str, marked: str) -> None:
    scan = assert_touches(f"""
# file: shop/admin.py
from {module} import button, view
from django.contrib import admin
from django.db import transaction
from django.views.decorators.cache import never_cache
from shop.models import Tag
class TagAdmin(admin.ModelAdmin):
    {marked}
    def close(self, request, pk):
        with transaction.atomic():  #> delete shop_tag, delete shop_order_tags
            self.of(pk).delete()
    def of(self, pk):
        return Tag.objects.filter(pk=pk)
    def other(self, request):
        Tag.objects.create()
""")
    entered = {one.function for one in scan.entry_points if one.name.endswith(("close", "other"))}
    assert entered == {"shop.admin.TagAdmin.close"}
