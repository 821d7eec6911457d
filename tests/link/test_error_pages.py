"""Views that answer where no other does."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters

URLS = """
# file: shop/urls.py
from shop import views
urlpatterns = []
{told}
# file: shop/views.py
import django
def lost(request, exception=None): ...
"""


@pytest.mark.parametrize(
    ("told", "entered"),
    [
        ('handler404 = "shop.views.lost"', ["route shop.views.lost"]),
        ("handler500 = views.lost", ["route shop.views.lost"]),
        ('handler404 = handler403 = "shop.views.lost"', ["route shop.views.lost"]),
        ('handler999 = "shop.views.lost"', []),
        ('handler404 = "shop.views.other"', []),
    ],
)
def test_views_of_errors(told: str, entered: list[str]) -> None:
    assert_enters(URLS.format(told=told), *entered)
