"""What do pages do to their tables?

A page is a draft or its public twin; both hang on one node of the tree, and have a title for each language. Publishing
copies the page, its title, its extensions and all plugins in its placeholders.
"""

from django.contrib.sites.models import Site
from django.db import models
from treebeard.mp_tree import MP_Node, MP_NodeManager

from cms.constants import PUBLISHER_STATE_DEFAULT, PUBLISHER_STATE_DIRTY, PUBLISHER_STATE_PENDING


class PageQuerySet(models.QuerySet):
    def on_site(self, site=None):
        return self.filter(node__site=site)

    def drafts(self):
        return self.filter(publisher_is_draft=True)

    def public(self):
        return self.filter(publisher_is_draft=False)

    def published(self, site=None, language=None):
        return self.public().on_site(site).filter(title_set__published=True)

    def get_home(self, site=None):
        return self.published(site).get(is_home=True)


class PageManager(models.Manager.from_queryset(PageQuerySet)):
    def search(self, q, language=None, current_site_only=True):
        return self.drafts().filter(title_set__title=q)


class PageNodeManager(MP_NodeManager):
    pass


class TitleManager(models.Manager):
    pass


class TreeNode(MP_Node):
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="djangocms_nodes")
    objects = PageNodeManager()

    class Meta:
        app_label = "cms"

    @property
    def item(self):
        return self.cms_pages.get(publisher_is_draft=True)

    def get_ancestors(self):
        return TreeNode.objects.filter(path__in=__unknown__)

    def get_descendants(self):
        return TreeNode.objects.filter(path__startswith=self.path)


class Page(models.Model):
    placeholders = models.ManyToManyField("cms.Placeholder", editable=False)
    publisher_is_draft = models.BooleanField(default=True, editable=False)
    publisher_public = models.OneToOneField(
        "self", on_delete=models.CASCADE, related_name="publisher_draft", null=True, editable=False
    )
    is_home = models.BooleanField(default=False, editable=False)
    node = models.ForeignKey(TreeNode, related_name="cms_pages", on_delete=models.CASCADE)
    objects = PageManager()

    class Meta:
        app_label = "cms"

    @property
    def parent_page(self):
        return self.get_parent_page()

    def set_tree_node(self, site, target=None, position="first-child"):
        self.node = TreeNode.objects.create(site=site)
        if target is not None:
            target.save()

    def move_page(self, target_node, position="first-child"):
        from cms.signals import page_moved

        TreeNode.objects.filter(path__startswith=self.node.path).update(path=__unknown__)
        self.title_set.update(path=__unknown__)
        page_moved.send(sender=Page, instance=self)
        return self

    def copy(self, site, parent_node=None, language=None, translations=True, permissions=False, extensions=True):
        from cms.extensions import extension_pool

        copied = Page.objects.get(pk=self.pk)
        copied.set_tree_node(site, parent_node)
        copied.save()
        if translations:
            self.title_set.create(page=copied)
        self._copy_contents(copied, language)
        if extensions:
            extension_pool.copy_extensions(self, copied)
        if permissions:
            copied.pagepermission_set.bulk_create(list(self.pagepermission_set.all()))
        return copied

    def copy_with_descendants(self, target_node=None, position=None, copy_permissions=True, target_site=None):
        for page in [self, *self.get_descendant_pages()]:
            page.copy(target_site, target_node, permissions=copy_permissions)
        return self

    def delete(self, *args, **kwargs):
        self.node.delete()

    def delete_translations(self, language=None):
        self.title_set.filter(language=language).delete()

    def update(self, refresh=False, draft_only=True, **data):
        Page.objects.filter(pk=self.pk).update(**data)

    def update_translations(self, language=None, **data):
        return self.title_set.filter(language=language).update(**data)

    def update_languages(self, languages):
        self.update(languages=languages)

    def rescan_placeholders(self):
        for placeholder in self.placeholders.all():
            if __unknown__:
                return {placeholder.slot: placeholder}
        return {__unknown__: self.placeholders.create(slot=__unknown__)}

    def get_placeholders(self):
        return self.placeholders.all()

    def _clear_placeholders(self, language=None):
        from cms.models.pluginmodel import CMSPlugin

        placeholders = list(self.get_placeholders())
        CMSPlugin.objects.filter(placeholder__in=placeholders).delete()
        return placeholders

    def _copy_contents(self, target, language):
        target._clear_placeholders(language)
        for placeholder in self.get_placeholders():
            copied = target.placeholders.create(slot=placeholder.slot)
            placeholder.copy_plugins(copied, language=language)

    def publish(self, language):
        from cms.extensions import extension_pool

        public = self.__published__(language)
        self._copy_contents(public, language)
        extension_pool.publish_extensions(self, public, language)
        return True

    def __published__(self, language):
        from cms.signals import post_publish

        public = self.publisher_public
        if public is None:
            public = Page(publisher_public=self)
        public.save()
        title = self.title_set.get(language=language)
        title.page = public
        title.save()
        self.update(publisher_public=public)
        self.update_translations(language, published=True, publisher_state=PUBLISHER_STATE_DEFAULT)
        post_publish.send(sender=Page, instance=self, language=language)
        return public

    def unpublish(self, language, site=None):
        from cms.signals import post_unpublish

        self.update_translations(language, published=False, publisher_state=PUBLISHER_STATE_DIRTY)
        public = self.get_public_object()
        public.update_translations(language, published=False)
        public._clear_placeholders(language)
        post_unpublish.send(sender=Page, instance=self, language=language)
        return True

    def revert_to_live(self, language):
        public = self.publisher_public
        public._copy_contents(self, language)
        self.save()

    def set_as_homepage(self, user=None):
        self.update(is_home=True)
        self.title_set.update(path="")
        return self, self.get_public_object()

    def set_publisher_state(self, language, state, published=None):
        title = self.title_set.get(language=language)
        title.save()
        return title

    def mark_as_pending(self, language):
        self.get_public_object().title_set.filter(language=language).update(publisher_state=PUBLISHER_STATE_PENDING)

    def toggle_in_navigation(self, set_to=None):
        self.save()
        return __unknown__

    def get_child_pages(self):
        return Page.objects.filter(node__parent=self.node)

    def get_ancestor_pages(self):
        return Page.objects.filter(node__in=self.node.get_ancestors())

    def get_descendant_pages(self):
        return Page.objects.filter(node__in=self.node.get_descendants())

    def get_parent_page(self):
        return self.get_ancestor_pages().last()

    def get_root(self):
        return self.node

    def get_draft_object(self):
        return self if self.publisher_is_draft else self.publisher_draft

    def get_public_object(self):
        return self.publisher_public if self.publisher_is_draft else self

    def get_title_obj(self, language=None, fallback=True, force_reload=False):
        for title in self.title_set.all():
            return title

    def get_title_obj_attribute(self, attrname, language=None, fallback=True, force_reload=False):
        return getattr(self.get_title_obj(language), attrname)

    def get_title(self, language=None, fallback=True, force_reload=False):
        return self.get_title_obj(language).title

    def get_slug(self, language=None, fallback=True, force_reload=False):
        return self.get_title_obj(language).slug

    def get_path(self, language=None, fallback=True, force_reload=False):
        return self.get_title_obj(language).path

    def get_menu_title(self, language=None, fallback=True, force_reload=False):
        return self.get_title(language)

    def get_page_title(self, language=None, fallback=True, force_reload=False):
        return self.get_title(language)

    def get_meta_description(self, language=None, fallback=True, force_reload=False):
        return self.get_title_obj(language).meta_description

    def get_absolute_url(self, language=None, fallback=True):
        self.get_path(language)
        return __unknown__

    def is_published(self, language, force_reload=False):
        self.get_title_obj(language)
        return __unknown__

    def is_dirty(self, language):
        self.get_title_obj(language)
        return __unknown__

    def __may__(self, user):
        from cms.models.permissionmodels import GlobalPagePermission, PagePermission

        user.has_perm(__unknown__)
        list(GlobalPagePermission.objects.filter(user=user))
        list(PagePermission.objects.filter(user=user))
        return __unknown__

    def has_view_permission(self, user):
        return self.__may__(user)

    def has_add_permission(self, user):
        return self.__may__(user)

    def has_change_permission(self, user):
        return self.__may__(user)

    def has_delete_permission(self, user):
        return self.__may__(user)

    def has_publish_permission(self, user):
        return self.__may__(user)

    def has_move_page_permission(self, user):
        return self.__may__(user)


class PageType(Page):
    class Meta:
        app_label = "cms"
        proxy = True
