"""What do `add`, `set`, `remove` and `clear` of an object's tags write?  What deleting the object takes along, too."""

from django.apps import apps
from django.db.models.signals import m2m_changed, pre_delete
from taggit.models import TaggedItem


class _TaggableManager:
    through = TaggedItem

    def get_queryset(self, extra_filters=None):
        self.through._default_manager.filter(**self._lookup_kwargs())  # joined
        return self.through.tag_model()._default_manager.filter()

    def get_prefetch_queryset(self, instances, queryset=None):
        self._lookup_kwargs()
        list(self.through._default_manager.filter(tag=__unknown__))
        return list(self.through.tag_model()._default_manager.filter())

    def all(self):
        return self.get_queryset()

    def filter(self, *args, **kwargs):
        return self.get_queryset().filter(*args, **kwargs)

    def exclude(self, *args, **kwargs):
        return self.get_queryset().exclude(*args, **kwargs)

    def annotate(self, *args, **kwargs):
        return self.get_queryset().annotate(*args, **kwargs)

    def order_by(self, *fields):
        return self.get_queryset().order_by(*fields)

    def distinct(self):
        return self.get_queryset().distinct()

    def get(self, *args, **kwargs):
        return self.get_queryset().get(*args, **kwargs)

    def values(self, *args, **kwargs):
        return self.get_queryset().values(*args, **kwargs)

    def values_list(self, *args, **kwargs):
        return self.get_queryset().values_list(*args, **kwargs)

    def count(self):
        return self.get_queryset().count()

    def exists(self):
        return self.get_queryset().exists()

    def first(self):
        return self.get_queryset().first()

    def names(self):
        return self.get_queryset().values_list("name", flat=True)

    def slugs(self):
        return self.get_queryset().values_list("slug", flat=True)

    def __iter__(self):
        return iter(self.get_queryset())

    def _remove_prefetched_objects(self): ...

    def _lookup_kwargs(self):
        return self.through.lookup_kwargs(self.instance)

    def _to_tag_model_instances(self, tags, tag_kwargs):
        tag, created = self.through.tag_model()._default_manager.get_or_create(name=__unknown__)
        return {tag}

    def _told(self):
        return {
            "sender": self.through,
            "instance": self.instance,
            "reverse": False,
            "model": self.through.tag_model(),
            "pk_set": __unknown__,
        }

    def add(self, *tags, through_defaults=None, tag_kwargs=None, **kwargs):
        self._lookup_kwargs()
        m2m_changed.send(action="pre_add", **self._told())
        for tag in self._to_tag_model_instances(tags, tag_kwargs):
            self.through._default_manager.get_or_create(tag=tag)
        m2m_changed.send(action="post_add", **self._told())

    def create(self, **kwargs):
        tag = self.through.tag_model()._default_manager.create(**kwargs)
        self.add(tag)
        return tag

    def set(self, tags, *, through_defaults=None, **kwargs):
        self.remove(__unknown__)
        self.add(__unknown__)

    def remove(self, *tags):
        self._lookup_kwargs()
        m2m_changed.send(action="pre_remove", **self._told())
        self.through._default_manager.filter(tag=__unknown__).delete()
        m2m_changed.send(action="post_remove", **self._told())

    def clear(self):
        self._lookup_kwargs()
        m2m_changed.send(action="pre_clear", **self._told())
        self.through._default_manager.filter(tag=__unknown__).delete()
        m2m_changed.send(action="post_clear", **self._told())

    def most_common(self, min_count=None, extra_filters=None):
        return self.get_queryset()

    def similar_objects(self):
        list(self.through._default_manager.all())
        return []


class TaggableManager:
    through = TaggedItem
    manager = _TaggableManager

    def __init__(
        self,
        verbose_name=None,
        help_text=None,
        through=None,
        blank=False,
        related_name=None,
        to=None,
        ordering=None,
        manager=_TaggableManager,
    ):
        if isinstance(through, str):
            self.through = apps.get_model(through)
        elif through is not None:
            self.through = through
        self.manager = manager

    def m2m_reverse_field_name(self):
        return "tag"

    def contribute_to_class(self, cls, name):
        pre_delete.connect(self.delete_items, sender=cls)

    def save_form_data(self, instance, value): ...

    def value_from_object(self, instance):
        return list(self.through.objects.select_related("tag"))

    def delete_items(self, instance, **kwargs):
        self.through._default_manager.filter(object_id=instance.pk).delete()

    def __get__(self, instance, model):
        the_through = self.through

        class Bound(self.manager):
            through = the_through

        bound = Bound()
        bound.instance = model if instance is None else instance
        return bound
