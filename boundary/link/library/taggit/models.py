"""Which tables hold tags and what is tagged with them?"""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction


class TagBase(models.Model):
    name = models.CharField(unique=True, max_length=100)
    slug = models.SlugField(unique=True, max_length=100)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if __unknown__:
            self.slug = self.slugify(self.name)
            with transaction.atomic():
                return super().save(*args, **kwargs)
        return super().save(*args, **kwargs)

    def slugify(self, tag, i=None):
        return __unknown__


class Tag(TagBase):
    class Meta:
        app_label = "taggit"


class ItemBase(models.Model):
    class Meta:
        abstract = True

    @classmethod
    def tag_model(cls):
        return cls._meta.get_field("tag").remote_field.model

    @classmethod
    def lookup_kwargs(cls, instances):
        return {**__unknown__}

    @classmethod
    def tags_for(cls, model, instance=None, **extra_filters):
        return cls.tag_model().objects.filter(**extra_filters)


class TaggedItemBase(ItemBase):
    tag = models.ForeignKey(Tag, related_name="%(app_label)s_%(class)s_items", on_delete=models.CASCADE)

    class Meta:
        abstract = True


class CommonGenericTaggedItemBase(ItemBase):
    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="%(app_label)s_%(class)s_tagged_items"
    )
    content_object = GenericForeignKey()

    class Meta:
        abstract = True

    @classmethod
    def lookup_kwargs(cls, instances):
        return {"content_type": ContentType.objects.get_for_model(instances)}


class GenericTaggedItemBase(CommonGenericTaggedItemBase):
    object_id = models.IntegerField(db_index=True)

    class Meta:
        abstract = True


class GenericUUIDTaggedItemBase(CommonGenericTaggedItemBase):
    object_id = models.UUIDField(db_index=True)

    class Meta:
        abstract = True


class TaggedItem(GenericTaggedItemBase, TaggedItemBase):
    class Meta:
        app_label = "taggit"
