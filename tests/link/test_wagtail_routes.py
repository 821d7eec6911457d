"""Pages of Wagtail with addresses of their own."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

PAGE = """
# file: shop/models.py
from django.db import models, transaction
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path, route
from wagtail.models import Page
class Seen(models.Model):
    page = models.ForeignKey(Page, on_delete=models.CASCADE)
class Shop(RoutablePageMixin, Page):
    opened = models.IntegerField(default=0)
    {decorator}
    def archive(self, request, year=0):
        with transaction.atomic():
            Seen.objects.create(page=self)
            self.save()
"""


@pytest.mark.parametrize("decorator", ['@route(r"^archive/$")', '@path("archive/")', '@re_path("^a/$", name="a")'])
def test_a_method_that_answers(decorator: str) -> None:
    scan = linked(divide(PAGE.replace("{decorator}", decorator)))
    entered = {one.function: {access.table for access in one.reaches} for one in scan.entry_points}
    assert "shop_seen" in entered["shop.models.Shop.archive"]
