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
