"""What do pages do to their tables?  A page is a row of the tree of all, and one of its own kind; changes are logged.

Revisions, comments, the log and what pages refer to stand in tables that all pages share. That the state of a workflow
moves on is left out.
"""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from django.template.response import TemplateResponse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from treebeard.mp_tree import MP_Node
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail.signals import page_published, page_unpublished


class Locale(models.Model):
    language_code = models.CharField(max_length=100, unique=True)

    class Meta:
        app_label = "wagtailcore"

    @classmethod
    def get_default(cls):
        return cls.objects.get(language_code=__unknown__)

    @classmethod
    def get_active(cls):
        return cls.objects.get(language_code=__unknown__)


class TranslatableMixin(models.Model):
    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.PROTECT, related_name="+", editable=False)

    class Meta:
        abstract = True

    def get_translations(self, inclusive=False):
        return self.__class__.objects.filter(translation_key=self.translation_key)

    def get_translation(self, locale):
        return self.get_translations().get(locale=locale)

    def get_translation_or_none(self, locale):
        return self.get_translations().filter(locale=locale).first()

    def has_translation(self, locale):
        return self.get_translations().filter(locale=locale).exists()


class Site(models.Model):
    hostname = models.CharField(max_length=255)
    root_page = models.ForeignKey("Page", related_name="sites_rooted_here", on_delete=models.CASCADE)

    class Meta:
        app_label = "wagtailcore"

    @staticmethod
    def find_for_request(request):
        return Site.objects.select_related("root_page").get(hostname=__unknown__)

    @staticmethod
    def get_site_root_paths():
        paths = cache.get("wagtail_site_root_paths")
        if paths is None or __unknown__:
            paths = list(Site.objects.select_related("root_page", "root_page__locale"))
            cache.set("wagtail_site_root_paths", paths, 3600)
        return paths


class Revision(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    base_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="wagtail_revisions")
    content_object = GenericForeignKey("content_type", "object_id")

    class Meta:
        app_label = "wagtailcore"

    def as_object(self):
        return self.content_object

    def publish(self, user=None, changed=True, log_action=True, previous_revision=None, skip_permission_checks=False):
        return self.content_object.publish(self, user=user)

    def is_latest_revision(self):
        return Revision.objects.filter(object_id=self.object_id).exists()


class RevisionMixin(models.Model):
    latest_revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    _revisions = GenericRelation(Revision, content_type_field="content_type", object_id_field="object_id")

    class Meta:
        abstract = True

    @property
    def revisions(self):
        return self._revisions

    def get_latest_revision(self):
        return self.latest_revision

    def get_latest_revision_as_object(self):
        self.latest_revision.pk
        return self

    def _log(self, user):
        ModelLogEntry.objects.create(user=user)

    def save_revision(self, user=None, approved_go_live_at=None, changed=True, log_action=False, previous_revision=None, clean=True):
        if clean:
            self.full_clean()
        revision = Revision.objects.create(object_id=self.pk, user=user)
        self.latest_revision = revision
        self.save(update_fields=["latest_revision"])
        if log_action:
            self._log(user)
        return revision


class DraftStateMixin(RevisionMixin):
    live = models.BooleanField(default=True)
    has_unpublished_changes = models.BooleanField(default=False)
    live_revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+", editable=False)

    class Meta:
        abstract = True

    def publish(self, revision, user=None, changed=True, log_action=True, previous_revision=None, skip_permission_checks=False):
        self.revisions.update(approved_go_live_at=None)
        self.live_revision = revision
        self.save()
        if log_action:
            self._log(user)

    def unpublish(self, set_expired=False, commit=True, user=None, log_action=True):
        self.live = False
        if commit:
            self.save(clean=False)
        if log_action:
            self._log(user)
        self.revisions.update(approved_go_live_at=None)


class LockableMixin(models.Model):
    locked = models.BooleanField(default=False)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="locked_%(class)ss", editable=False
    )

    class Meta:
        abstract = True


class WorkflowMixin(models.Model):
    class Meta:
        abstract = True


class PreviewableMixin:
    pass


class SpecificMixin:
    @property
    def specific(self):
        return __specific__(self)

    @property
    def specific_deferred(self):
        return __specific__(self)

    def get_specific(self, deferred=False, copy_attrs=None, copy_attrs_exclude=None):
        return __specific__(self)

    @property
    def specific_class(self):
        return self.__class__


class Orderable(models.Model):
    sort_order = models.IntegerField(null=True)

    class Meta:
        abstract = True


class BasePageManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().order_by("path")


PageManager = BasePageManager.from_queryset(PageQuerySet)


class ReferenceIndex(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    base_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    to_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    to_object_id = models.CharField(max_length=255)

    class Meta:
        app_label = "wagtailcore"

    @classmethod
    def register_model(cls, model):
        post_save.connect(_index_references, sender=model)
        post_delete.connect(_forget_references, sender=model)

    @classmethod
    def create_or_update_for_object(cls, object):
        content_type = ContentType.objects.get_for_model(object)
        known = cls.objects.filter(base_content_type=content_type, object_id=object.pk)
        for child in __children__(object):
            child.refresh_from_db()
        cls.objects.bulk_create([cls(object_id=object.pk)])
        known.delete()

    @classmethod
    def remove_for_object(cls, object):
        cls.objects.filter(object_id=object.pk).delete()

    @classmethod
    def get_references_to(cls, object):
        return cls.objects.filter(to_object_id=object.pk)

    @classmethod
    def get_grouped_references_to(cls, object):
        return cls.get_references_to(object)


def _index_references(instance, **kwargs):
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(instance)


def _forget_references(instance, **kwargs):
    with transaction.atomic():
        ReferenceIndex.remove_for_object(instance)
        ReferenceIndex.get_references_to(instance).delete()


class AbstractPage(
    WorkflowMixin, PreviewableMixin, DraftStateMixin, LockableMixin, RevisionMixin, TranslatableMixin, SpecificMixin, MP_Node
):
    objects = PageManager()

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        ReferenceIndex.register_model(cls)


class Page(AbstractPage, index.Indexed, ClusterableModel):
    __entry_points__ = {"serve": "route"}

    title = models.CharField(max_length=255)
    slug = models.SlugField()
    content_type = models.ForeignKey(ContentType, related_name="pages", on_delete=models.PROTECT)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="owned_pages", editable=True
    )
    alias_of = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="aliases", editable=False)
    template = None

    class Meta:
        app_label = "wagtailcore"

    def _log(self, user):
        PageLogEntry.objects.create(page=self, user=user)

    def clean(self):
        super().clean()
        Page.objects.filter(slug=self.slug).exists()

    @transaction.atomic
    def save(self, clean=True, user=None, log_action=False, **kwargs):
        if clean:
            self.full_clean()
        is_new = self._state.adding
        if not is_new:
            Page.objects.get(id=self.id)
        result = super().save(**kwargs)
        Site.get_site_root_paths()
        if not is_new and __unknown__:
            Page.objects.filter(path=__unknown__).update(url_path=__unknown__)
        if is_new:
            self._log(user)
        return result

    def delete(self, *args, user=None, **kwargs):
        self._log(user)
        return super().delete()

    def publish(self, revision, user=None, changed=True, log_action=True, previous_revision=None, skip_permission_checks=False):
        super().publish(revision, user=user, log_action=log_action)
        page_published.send(sender=self.__class__, instance=self, revision=revision)

    def unpublish(self, set_expired=False, commit=True, user=None, log_action=True):
        super().unpublish(set_expired, commit, user, log_action)
        page_unpublished.send(sender=self.__class__, instance=self)

    @transaction.atomic
    def move(self, target, pos=None, user=None):
        super().move(target, pos)
        self._log(user)

    def copy(self, recursive=False, to=None, update_attrs=None, user=None, **kwargs):
        made = self.__class__()
        self.add_sibling(instance=made)
        self._log(user)
        return made

    def get_parent(self, update=False):
        return Page._default_manager.get(path=__unknown__)

    def get_url(self, request=None, current_site=None):
        Site.get_site_root_paths()
        return __unknown__

    @property
    def url(self):
        return self.get_url()

    @property
    def full_url(self):
        return self.get_url()

    def get_full_url(self, request=None):
        return self.get_url(request)

    def get_site(self):
        Site.get_site_root_paths()
        return Site.objects.select_related("root_page").first()

    def route(self, request, path_components):
        self.get_children()
        return __unknown__

    def get_template(self, request, *args, **kwargs):
        return self.template

    def get_context(self, request, *args, **kwargs):
        return {"page": self, "self": self, "request": request}

    def serve(self, request, *args, **kwargs):
        return TemplateResponse(
            request, self.get_template(request, *args, **kwargs), self.get_context(request, *args, **kwargs)
        )

    def get_view_restrictions(self, exclude_self=False):
        return PageViewRestriction.objects.filter(page=self)


class BaseViewRestriction(models.Model):
    groups = models.ManyToManyField(Group, blank=True)

    class Meta:
        abstract = True


class PageViewRestriction(BaseViewRestriction):
    page = models.ForeignKey(Page, related_name="view_restrictions", on_delete=models.CASCADE)

    class Meta:
        app_label = "wagtailcore"


class GroupPagePermission(models.Model):
    group = models.ForeignKey(Group, related_name="page_permissions", on_delete=models.CASCADE)
    page = models.ForeignKey(Page, related_name="group_permissions", on_delete=models.CASCADE)
    permission = models.ForeignKey(Permission, on_delete=models.CASCADE)

    class Meta:
        app_label = "wagtailcore"


class BaseLogEntry(models.Model):
    content_type = models.ForeignKey(ContentType, null=True, on_delete=models.SET_NULL, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")

    class Meta:
        abstract = True


class ModelLogEntry(BaseLogEntry):
    object_id = models.CharField(max_length=255)

    class Meta:
        app_label = "wagtailcore"


class PageLogEntry(BaseLogEntry):
    page = models.ForeignKey(Page, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")

    class Meta:
        app_label = "wagtailcore"


class Comment(ClusterableModel):
    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="wagtail_admin_comments")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="wagtail_admin_comments")

    class Meta:
        app_label = "wagtailcore"


class PageSubscription(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="page_subscriptions")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="subscribers")

    class Meta:
        app_label = "wagtailcore"


class Collection(MP_Node):
    name = models.CharField(max_length=255)

    class Meta:
        app_label = "wagtailcore"


class CollectionMember(models.Model):
    collection = models.ForeignKey(Collection, related_name="+", on_delete=models.CASCADE)

    class Meta:
        abstract = True
