"""django CMS: pages, plugins with rows of their own, extensions of pages, and what is asked while one is shown."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

APP = """
# file: shop/settings.py
INSTALLED_APPS = ["cms", "djangocms_picture", "filer", "shop"]  # djangocms_picture.cms_plugins
# file: shop/models.py
from cms.extensions import PageExtension
from cms.extensions.extension_pool import extension_pool
from cms.models import CMSPlugin, Page
from django.db import models
class Note(CMSPlugin):
    text = models.TextField()
class Card(CMSPlugin):
    note = models.ForeignKey(Note, null=True, on_delete=models.CASCADE)
    def copy_relations(self, old_instance):
        Mark.objects.create()
class Season(PageExtension):
    pass
class Mark(models.Model):
    pass
class Log(models.Model):
    pass
extension_pool.register(Season)
# file: shop/cms_plugins.py
from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool
from shop.models import *
@plugin_pool.register_plugin
class NotePlugin(CMSPluginBase):  #> {note} | {note} | {gone}
    model = Note
@plugin_pool.register_plugin
class CardPlugin(CMSPluginBase):  #> {card} | {card} | {gone}
    model = Card
    def render(self, context, instance, placeholder):
        instance.note.text
        return super().render(context, instance, placeholder)
"""
SAVED = "write cms_cmsplugin, update cms_title"
FIRST = {
    "note": f"write shop_note, {SAVED}",
    "card": f"write shop_card, {SAVED}",
    "gone": "delete shop_note, delete shop_card, delete djangocms_picture_picture, delete cms_cmsplugin, "
    "update cms_cmsplugin, write django_admin_log",  # plugins that stand in one go with it, of whichever kind
}
PAGE = "insert cms_page, insert cms_treenode, insert cms_placeholder, insert cms_page_placeholders"
TITLE = "insert cms_title"
ADDED = "insert cms_cmsplugin, update cms_cmsplugin"


@pytest.mark.parametrize(
    ("statement", "written"),
    [
        ("add_plugin(placeholder, 'NotePlugin', 'en', text='')", f"{ADDED}, insert shop_note"),
        ("add_plugin(placeholder, plugin_type=CardPlugin, language='en')", f"{ADDED}, insert shop_card"),
        ("add_plugin(placeholder, 'LinkPlugin', 'en')", ADDED),
        ("add_plugin(placeholder, 'PicturePlugin', 'en', picture=page)", f"{ADDED}, insert djangocms_picture_picture"),
        ("create_page('', '', 'en', published=True)", f"{PAGE}, {TITLE}, update cms_page, update cms_title"),
        ("create_title('en', '', page)", "insert cms_title, update cms_page"),
        ("Season.objects.create(extended_object=page)", "insert shop_season, update cms_title"),
    ],
)
def test_what_writes_pages_and_plugins(statement: str, written: str) -> None:
    assert_touches(
        APP.format(**FIRST)
        + f"""
# file: shop/services.py
from cms.api import *
from django.db import transaction
from shop.cms_plugins import *
def work(page: Page, placeholder):
    with transaction.atomic():  #> {written}
        {statement}
"""
    )


def test_files_in_folders() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
from filer.fields.image import FilerImageField
class Photo(models.Model):
    image = FilerImageField(on_delete=models.CASCADE)
# file: shop/services.py
from django.db import transaction
from filer.models import Folder, Image
from shop.models import Photo
def work(photo: Photo, folder: Folder):
    with transaction.atomic():  #> insert filer_image, insert filer_file, write easy_thumbnails_source
        Image.objects.create(folder=folder)
    with transaction.atomic():  #> update filer_image, update filer_file, write easy_thumbnails_source, read shop_photo
        Photo.objects.get(pk=photo.pk).image.save()
""")


def test_publishing_copies_what_hangs_on_a_page() -> None:
    scan = assert_touches(
        APP.format(**FIRST)
        + """
# file: shop/services.py
from cms.models import Page
from cms.signals import post_publish
from django.db import transaction
from django.dispatch import receiver
from shop.models import *
@receiver(post_publish)
def published(sender, instance, **kwargs):
    Log.objects.create()
def work(page: Page):
    with transaction.atomic():
        page.publish("en")
"""
    )
    (one,) = [one for one in scan.transactions if one.function == "shop.services.work"]
    written = {access.table for access in one.accesses if access.op == "insert"}
    assert written >= {"cms_page", "cms_cmsplugin", "shop_mark", "shop_log"}
    assert "shop_season" in {access.table for access in one.accesses if access.op in {"insert", "update"}}


def test_what_is_asked_while_a_page_is_shown() -> None:
    scan = assert_touches(
        APP.format(**FIRST)
        + """
# file: shop/cms_toolbars.py
from cms.forms.wizards import CreateCMSPageForm
from cms.toolbar_base import CMSToolbar
from cms.toolbar_pool import toolbar_pool
from cms.wizards.wizard_base import Wizard
from menus.base import Menu, NavigationNode
from shop.models import *
class LogToolbar(CMSToolbar):
    def populate(self):
        Log.objects.count()
toolbar_pool.register(LogToolbar)
class Marks(Menu):
    def get_nodes(self, request):
        return [NavigationNode("", "", mark.pk) for mark in Mark.objects.all()]
class SeasonForm(CreateCMSPageForm):
    def save(self):
        page = super().save()
        Season.objects.create(extended_object=page)
        return page
class SeasonWizard(Wizard):
    pass
wizard = SeasonWizard(title="", weight=1, form=SeasonForm, model=Page)
"""
    )
    asked = {one.name: {f"{access.op} {access.table}" for access in one.reaches} for one in scan.entry_points}
    assert "read shop_log" in asked["shop.cms_toolbars.LogToolbar.populate"]
    assert "read shop_mark" in asked["shop.cms_toolbars.Marks"]
    assert "read shop_note" in asked["shop.cms_plugins.CardPlugin"]
    assert asked["shop.cms_toolbars.SeasonWizard.__last_step__"] >= {"insert cms_page", "insert shop_season"}
