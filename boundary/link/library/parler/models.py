"""Which table holds the texts of a model, and what writes it?  Saving the model does."""

from django.db import models
from parler.managers import TranslatableManager


class TranslatedFieldsModelMixin: ...


class TranslatedFieldsModel(TranslatedFieldsModelMixin, models.Model):
    language_code = models.CharField(max_length=15)

    class Meta:
        abstract = True


class TranslatedFields:
    def __init__(self, meta=None, **fields): ...

    def contribute_to_class(self, cls, name):
        the_table = f"{__own_table__(cls)}_translation"

        class Translation(TranslatedFieldsModel):
            master = models.ForeignKey(cls, related_name=name, null=True, on_delete=models.CASCADE)

            class Meta:
                db_table = the_table

        setattr(cls, name, Translation.objects)


class TranslatableModelMixin:
    def __getattr__(self, name):  # a text: no field of the model's own
        self.translations.get()
        return __unknown__

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.save_translations(*args, **kwargs)

    def save_translations(self, *args, **kwargs):
        if __unknown__:
            self.translations.create(master=self)
        else:
            self.translations.get().save()

    def set_current_language(self, language_code, initialize=False): ...

    def get_translation(self, language_code, related_name=None):
        return self.translations.get(language_code=language_code)

    def has_translation(self, language_code=None, related_name=None):
        return self.translations.filter(language_code=language_code).exists()

    def get_available_languages(self, related_name=None, include_unsaved=False):
        return self.translations.values_list("language_code", flat=True)

    def create_translation(self, language_code, **fields):
        self.translations.create(master=self, language_code=language_code)

    def delete_translation(self, language_code, related_name=None):
        self.translations.get(language_code=language_code).delete()

    def safe_translation_getter(self, field, default=None, language_code=None, any_language=False):
        self.translations.get(language_code=language_code)
        return __unknown__


class TranslatableModel(TranslatableModelMixin, models.Model):
    objects = TranslatableManager()

    class Meta:
        abstract = True
