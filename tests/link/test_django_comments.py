"""Comments of django-contrib-comments: of its own model, or of that which the app in the settings names."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("setting", "table"),
    {
        "": "django_comments",
        'COMMENTS_APP = "django_comments"': "django_comments",
        'COMMENTS_APP = "shop.notes"': "shop_note",
        'COMMENTS_APP = "shop.plain"': "django_comments",
    }.items(),
)
def test_whose_comments(setting: str, table: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["django_comments", "shop"]
{setting}
# file: shop/models.py
from django.db import models
class Note(models.Model): ...
# file: shop/notes/__init__.py
def get_model():
    from shop.models import Note
    return Note
# file: shop/plain/__init__.py
TITLE = "comments"
# file: shop/services.py
import django_comments
from django.db import transaction
def work(x):  # django_comments.models
    with transaction.atomic():  #> update {table}
        django_comments.get_model().objects.filter(pk=x).update(seen=True)
""")
