"""Requests that drf-tracking logs."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

LOG = "rest_framework_tracking_apirequestlog"


@pytest.mark.parametrize(
    ("mixin", "written"),
    {
        "LoggingMixin": {LOG},
        "LoggingErrorsMixin": {LOG},
        "BaseLoggingMixin": set(),
        "OwnMixin": {"shop_log"},
    }.items(),
)
def test_what_a_view_logs(mixin: str, written: set[str]) -> None:
    (page,) = linked(
        divide(f"""
from rest_framework.response import Response
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import ViewSet
from rest_framework_tracking.base_mixins import BaseLoggingMixin
from rest_framework_tracking.mixins import LoggingErrorsMixin, LoggingMixin
from rest_framework_tracking.models import APIRequestLog
class OwnMixin(LoggingMixin):
    def handle_log(self):
        Log.objects.create(text=self.log["user"])
class Orders({mixin}, ViewSet):
    def list(self, request):
        return Response(list(Order.objects.all()))
router = DefaultRouter()
router.register("orders", Orders, basename="order")
urlpatterns = router.urls
""")
    ).entry_points
    assert {one.table for one in page.reaches if one.op == "insert"} == written
