"""What do the functions of django CMS that make pages write?  `add_plugin` is a native (`../../frameworks/cms_plugins.py`)."""

from django.contrib.sites.models import Site
from django.db import transaction

from cms.models import GlobalPagePermission, Page, PagePermission, PageUser, Title


@transaction.atomic
def create_page(
    title, template, language, menu_title=None, slug=None, apphook=None, created_by="", parent=None, published=False,
    site=None, position="last-child", **kwargs
):
    page = Page()
    page.set_tree_node(site=site or Site.objects.get_current(), target=parent and parent.node, position=position)
    page.save()
    page.rescan_placeholders()
    create_title(language=language, title=title, page=page, slug=slug)
    if published:  # it has neither plugins nor extensions yet
        page.__published__(language).rescan_placeholders()
    return page


@transaction.atomic
def create_title(language, title, page, menu_title=None, slug=None, redirect=None, meta_description=None, **kwargs):
    made = Title.objects.create(language=language, title=title, page=page)
    page.update_languages(__unknown__)
    return made


def create_page_user(created_by, user, **kwargs):
    user.save()
    PageUser.objects.create(created_by=created_by)
    user.user_permissions.add(__unknown__)
    return user


def assign_user_to_page(page, user, grant_on=None, grant_all=False, global_permission=False, **kwargs):
    permission = PagePermission.objects.create(page=page, user=user)
    if global_permission:
        permission = GlobalPagePermission.objects.create(user=user)
        permission.sites.add(Site.objects.get_current())
    return permission


def publish_page(page, user, language):
    page = page.get_draft_object()
    page.has_publish_permission(user)
    page.publish(language)
    return page.reload()


def publish_pages(include_unpublished=False, language=None, site=None):
    for page in Page.objects.drafts():
        page.publish(language)
        yield page


def get_page_draft(page):
    return page.get_draft_object() if page else None


def copy_plugins_to_language(page, source_language, target_language, only_empty=True):
    for placeholder in page.get_placeholders():
        placeholder.copy_plugins(placeholder, language=source_language)
    return __unknown__
