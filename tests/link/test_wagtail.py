"""Pages of wagtail: each a row of the tree of all pages and one of its own kind."""

from __future__ import annotations

import pytest

from boundary.link.frameworks.wagtail_specific import MOST_KINDS
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


REFERS = "insert wagtailcore_referenceindex, delete wagtailcore_referenceindex"
"""What a page refers to is written down whenever it is saved."""
SAVED = f"update shop_recipe, update wagtailcore_page, insert wagtailcore_pagelogentry, {REFERS}"
CLUSTER = f"{SAVED}, update wagtailcore_comment, delete wagtailcore_comment"
"""Comments are a part of their page (`ParentalKey`): where all of it is saved, they may be."""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("recipe.save()", f"{CLUSTER}, read wagtailcore_site"),
        ("Recipe().save()", f"{CLUSTER.replace('update shop', 'insert shop')}, insert wagtailcore_page"),
        ("recipe.save_revision()", f"{SAVED}, insert wagtailcore_revision, read wagtailcore_comment"),
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


def test_settings_that_a_template_shows() -> None:
    """Each is made for the site of the request, or once for all, where a page asks for it first."""
    assert_touches("""
from django.db import transaction
from django.shortcuts import render
def work(request):
    with transaction.atomic():  #> insert shop_colours, read wagtailcore_site
        render(request, "shop/colours.html", {})
    with transaction.atomic():  #> insert shop_shape
        render(request, "shop/shape.html", {})
    with transaction.atomic():  #> nothing
        render(request, "shop/none.html", {})
# file: shop/models.py
from django.db import models
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting, register_setting
@register_setting
class Colours(BaseSiteSetting):
    main = models.TextField()
@register_setting
class Shape(BaseGenericSetting):
    main = models.TextField()
# file: shop/settings.py
INSTALLED_APPS = ["shop", "wagtail", "wagtail.contrib.settings"]
TEMPLATES = [{"OPTIONS": {"context_processors": ["wagtail.contrib.settings.context_processors.settings"]}}]
# file: shop/templates/shop/colours.html
{% if settings.shop.Colours.main %}{{ settings.shop.Colours.main }}{% endif %}
# file: shop/templates/shop/shape.html
<p>{{ settings.shop.Shape.main|default:"round" }}</p>
# file: shop/templates/shop/none.html
<p>{{ request.path }}</p>
""")


def test_the_paths_of_sites_are_kept_in_the_cache() -> None:
    cached = "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.db.DatabaseCache', 'LOCATION': 'kept'}}"
    assert_touches(
        """
from django.db import transaction
from shop.models import *
def work(recipe: Recipe):
    with transaction.atomic():  #> write kept, delete kept, read wagtailcore_site
        print(recipe.full_url)
"""
        + APP.replace("INSTALLED_APPS", f"{cached}\nINSTALLED_APPS")
    )


@pytest.mark.parametrize(
    ("settings", "saved", "deleted"),
    [
        ("", "write wagtailsearch_indexentry, ", ", delete wagtailsearch_indexentry"),
        ("WAGTAILSEARCH_BACKENDS = {'default': {'BACKEND': 'wagtail.search.backends.database'}}",
         "write wagtailsearch_indexentry, ", ", delete wagtailsearch_indexentry"),
        ("WAGTAILSEARCH_BACKENDS = {'default': {'BACKEND': 'wagtail.search.backends.elasticsearch8'}}", "", ""),
    ],
)  # fmt: skip
def test_what_is_searched_is_indexed_when_it_is_saved(settings: str, saved: str, deleted: str) -> None:
    assert_touches(f"""
from django.db import transaction
from shop.models import *
def work(book: Book, log: Log):
    with transaction.atomic():  #> {saved}update shop_book
        book.save()
    with transaction.atomic():  #> delete shop_book{deleted}
        book.delete()
    with transaction.atomic():  #> update shop_log
        log.save()
# file: shop/models.py
from django.db import models
from wagtail.search import index
class Log(models.Model):
    text = models.TextField()
class Book(index.Indexed, models.Model):
    title = models.TextField()
    search_fields = [index.SearchField("title")]
# file: shop/settings.py
INSTALLED_APPS = ["shop", "wagtail", "wagtail.search"]
{settings}
""")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("page.specific.body", "read shop_recipe, no read shop_story"),
        ("page.specific.steps.exists()", "read shop_recipe, read shop_step, no read shop_story"),
        ("getattr(page.specific, 'steps').exists()", "read shop_recipe, read shop_step, no read shop_story"),
        ("page.specific.told()", "read shop_story, read shop_log, no read shop_recipe"),
        ("page.specific.title", "no read shop_recipe, no read shop_story"),
        ("page.specific_deferred.shared", "read shop_recipe, read shop_story"),
        ("recipe.get_parent().specific.shared", "read shop_recipe, read shop_story"),
        ("recipe.specific.nothing", "no read shop_story"),
    ],
)
def test_the_specific_row_of_a_page(statement: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "wagtail", "django.contrib.auth"]
# file: shop/models.py
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page
class Log(models.Model):
    text = models.TextField()
class Recipe(Page):
    body = models.TextField()
    shared = models.TextField()
class Step(models.Model):
    recipe = ParentalKey(Recipe, related_name="steps")
class Story(Page):
    shared = models.TextField()
    def told(self):
        return Log.objects.first()
class Visit(models.Model):
    page = models.ForeignKey(Page, on_delete=models.CASCADE)
# file: shop/services.py
from django.db import transaction
from shop.models import *
def work(visit: Visit, recipe: Recipe):
    page = visit.page
    with transaction.atomic():  #> nothing, {expected}
        x = {statement}
""")


def test_more_kinds_of_pages_than_are_kept_apart_are_told() -> None:
    kinds = "".join(f"class Kind{n}(Page):\n    shared = models.TextField()\n" for n in range(MOST_KINDS + 1))
    scan = assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "wagtail", "django.contrib.auth"]
# file: shop/models.py
from django.db import models
from wagtail.models import Page
{kinds}
# file: shop/services.py
from django.db import transaction
from wagtail.models import Page
def work(page: Page):
    with transaction.atomic():  #> nothing
        page.specific.shared
""")
    (told,) = scan.transactions[0].blind_spots
    assert told.reason == "shared may be a row of more models than are kept apart"


@pytest.mark.parametrize("call", ["'shop.Log'", "'Log', 'shop'", "'Log', default_app='shop'", "Log"])
def test_a_model_that_a_text_means(call: str) -> None:
    assert_touches(f"""{APP}
# file: shop/services.py
from django.db import transaction
from wagtail.coreutils import resolve_model_string
from shop.models import Log
def work():
    with transaction.atomic():  #> insert shop_log
        resolve_model_string({call}).objects.create()
""")
