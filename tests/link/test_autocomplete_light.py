"""Views of django-autocomplete-light: rows that are found for what was typed, and made of it."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked


@pytest.mark.parametrize(
    ("view", "reached"),
    {
        "Select2QuerySetView):\n    def get_queryset(self):\n        return Order.objects.filter(note=self.q)": (
            "read shop_order"
        ),
        "Select2QuerySetView):\n    create_field = 'name'\n    model = Tag": "insert shop_tag, read shop_tag",
        "Select2GroupQuerySetView):\n    queryset = Line.objects.all()": "read shop_line",
        "Select2ListView):\n    def get_list(self):\n        return list(Tag.objects.all())": "read shop_tag",
        "Select2QuerySetView):\n    queryset = Line.objects.all()\n"
        "    def get_result_label(self, row):\n        return row.order.note": "read shop_line, read shop_order",
    }.items(),
)
def test_what_a_view_finds(view: str, reached: str) -> None:
    (page,) = linked(
        divide(f"""
# dal_select2.views dal.views
from dal import autocomplete
from django.urls import path
class Found(autocomplete.{view}
urlpatterns = [path("found/", Found.as_view())]
""")
    ).entry_points
    assert {f"{one.op} {one.table}" for one in page.reaches if one.table.startswith("shop_")} == set(
        reached.split(", ")
    )
