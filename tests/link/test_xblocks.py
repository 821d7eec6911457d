"""Blocks of Open edX: their views, and the handlers of them and of their mixins."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

BLOCKS = """
# file: shop/blocks.py
from django.db import transaction
from xblock import core
from xblock.core import XBlock
from shop.models import Log, Tag
class Counted:
    @{mark}
    def count(self, data, suffix=""):
        self.keep()
    @XBlock.supports("multi_device")
    def helper(self, data): ...
class Poll(Counted, XBlock):
    def keep(self):
        with transaction.atomic():
            Log.objects.create()
    def student_view(self, context=None):
        Tag.objects.create()
class Other(Counted):
    def keep(self):
        Tag.objects.create()
"""


@pytest.mark.parametrize("mark", ["XBlock.handler", "XBlock.json_handler", "core.XBlock.handler"])
def test_what_requests_come_to(mark: str) -> None:
    scan = linked(divide(BLOCKS.replace("{mark}", mark)))
    written = {one.name: {access.table for access in one.reaches} for one in scan.entry_points}
    assert written == {"Poll.count": {"shop_log"}, "Poll.student_view": {"shop_tag"}}
