"""Pages of wagtail: each a row of the tree of all pages and one of its own kind."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

APP = """
# file: shop/settings.py
AUTH_USER_MODEL = "auth.User"
INSTALLED_APPS = ["shop", "wagtail", "wagtail.images", "wagtail.contrib.forms", "django.contrib.auth"]
# file: shop/models.py
from django.db import models
from wagtail.contrib.forms.models import AbstractEmailForm
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.images.models import Image
from wagtail.models import Page, Revision
class Log(models.Model):
    text = models.TextField()
class Recipe(Page):
    body = models.TextField()
    photo = models.ForeignKey("wagtailimages.Image", null=True, on_delete=models.SET_NULL, related_name="+")
class Contact(AbstractEmailForm):
    pass
@register_setting
class Colours(BaseSiteSetting):
    main = models.TextField()
"""


SAVED = "update shop_recipe, update wagtailcore_page, insert wagtailcore_pagelogentry"
CLUSTER = f"{SAVED}, update wagtailcore_comment, delete wagtailcore_comment"
"""Comments are a part of their page (`ParentalKey`): where all of it is saved, they may be."""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("recipe.save()", f"{CLUSTER}, read wagtailcore_site"),
        ("Recipe().save()", f"{CLUSTER.replace('update shop', 'insert shop')}, insert wagtailcore_page"),
        ("recipe.save_revision()", f"{SAVED}, insert wagtailcore_revision"),
        ("Recipe.objects.live().child_of(recipe).exists()", "nothing, read shop_recipe, read wagtailcore_page"),
        ("recipe.photo.get_rendition('width-400')", "insert wagtailimages_rendition, read wagtailimages_image"),
        ("Colours.for_request(request)", "insert shop_colours, read wagtailcore_site"),
    ],
)
def test_a_page(statement: str, expected: str) -> None:
    assert_touches(f"""
from django.db import transaction
from shop.models import *
def work(recipe: Recipe, request):
    with transaction.atomic():  #> {expected}
        {statement}
{APP}""")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("class Home(Page):\n    def get_context(self, request):\n        {}\n        return {{}}",
         "insert shop_log"),
        ("class Home(AbstractEmailForm):\n    def send_mail(self, form):\n        {}",
         "insert shop_log, insert wagtailforms_formsubmission"),
    ],
)  # fmt: skip
def test_a_page_answers_requests(body: str, expected: str) -> None:
    head, _, rest = body.format("Log.objects.create()").partition("\n")
    assert_touches(f"""
from shop.models import AbstractEmailForm, Log, Page
{head}  #> {expected}
{rest}
{APP}# file: shop/settings.py
AUTH_USER_MODEL = "auth.User"
DATABASES = {{"default": {{"ATOMIC_REQUESTS": True}}}}
INSTALLED_APPS = ["shop", "wagtail", "wagtail.images", "wagtail.contrib.forms", "django.contrib.auth"]
""")
