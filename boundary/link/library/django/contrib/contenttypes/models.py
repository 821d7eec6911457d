"""When is the table of content types touched?

`get_for_model` creates a missing row, but migrations create them all: it is a read here, so that
everything that names its own type is not tied together by an insert that does not happen.
"""

from django.db import models


class ContentTypeManager(models.Manager):
    use_in_migrations = True

    def get(self, *args, app_label=None, model=None, **kwargs):
        return __type_named__(self.get_queryset().get(*args, **kwargs), app_label, model)

    async def aget(self, *args, app_label=None, model=None, **kwargs):
        return __type_named__(self.get_queryset().get(*args, **kwargs), app_label, model)

    def get_by_natural_key(self, app_label, model):
        return __type_named__(self.get_queryset().get(app_label=__unknown__), app_label, model)

    def get_for_model(self, model, for_concrete_model=True):
        return __type_of__(self.get_queryset().get(app_label=__unknown__, model=__unknown__), model)

    def get_for_models(self, *models, for_concrete_models=True):
        return {each: self.get_for_model(each) for each in models}

    def get_for_id(self, id):
        return self.get_queryset().get(pk=id)

    def clear_cache(self):
        pass


class ContentType(models.Model):
    app_label = models.CharField(max_length=100)
    model = models.CharField(max_length=100)

    objects = ContentTypeManager()

    class Meta:
        app_label = "contenttypes"
        db_table = "django_content_type"

    @property
    def name(self):
        return __unknown__

    @property
    def app_labeled_name(self):
        return __unknown__

    def model_class(self):
        return __model_of_type__(self)

    def get_object_for_this_type(self, using=None, **kwargs):
        return self.model_class()._base_manager.get(**kwargs)

    def get_all_objects_for_this_type(self, **kwargs):
        return self.model_class()._base_manager.filter(**kwargs)

    def natural_key(self):
        return (self.app_label, self.model)
