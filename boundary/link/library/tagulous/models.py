"""Which rows are tags?  A field that names no model has one made for it."""

from django.db import models


class TagModelQuerySet(models.QuerySet):
    def initial(self):
        return self.filter(name__in=[])

    def weight(self, min=1, max=6):
        return self


class TagModelManager(models.Manager.from_queryset(TagModelQuerySet)):
    def get_tag_list(self):
        return [tag.name for tag in self.all()]

    def get_tag_string(self):
        return ", ".join(self.get_tag_list())

    def set_tag_list(self, tag_names): ...

    def set_tag_string(self, tag_string): ...

    def reload(self):
        self.tags = list(self.all())

    def save(self, force=False):
        self.set(__unknown__)

    def post_save_handler(self):
        self.save()

    def pre_delete_handler(self):
        self.clear()

    def get_similar_objects(self):
        return __unknown__


class TagModel(models.Model):
    name = models.CharField(max_length=255, unique=True)
    slug = models.SlugField(unique=True)
    count = models.IntegerField(default=0)
    protected = models.BooleanField(default=False)

    objects = TagModelManager()

    class Meta:
        abstract = True

    def update_count(self):
        self.save()

    def increment(self):
        self.save()

    def decrement(self):
        self.save()
        self.try_delete()

    def try_delete(self):
        if __unknown__:
            self.delete()

    def merge_tags(self, tags):
        for tag in tags:
            tag.delete()


class TagTreeModel(TagModel):
    parent = models.ForeignKey("self", null=True, blank=True, related_name="children", on_delete=models.CASCADE)

    class Meta:
        abstract = True


class SingleTagField(models.ForeignKey):
    tag_options = __unknown__
    __made_of__ = TagModel
    __made_name__ = "Tagulous_{model}_{field}"


class TagField(models.ManyToManyField):
    tag_options = __unknown__
    __made_of__ = TagModel
    __made_name__ = "Tagulous_{model}_{field}"


class TaggedManager(models.Manager): ...


class TaggedModel(models.Model):
    objects = TaggedManager()

    class Meta:
        abstract = True
