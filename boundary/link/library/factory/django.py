"""Which rows do factories of Django's models make?  Of the model, or of the one that a text names.

One with `django_get_or_create` asks first. What came after a row was made saves it once more.
"""

from django.apps import apps

from factory.base import Factory
from factory.declarations import Declaration, PostGenerationDeclaration, Transformer


class DjangoModelFactory(Factory):
    @classmethod
    def _load_model_class(cls, definition):
        if isinstance(definition, str):
            return apps.get_model(definition)
        return definition

    @classmethod
    def _model_class(cls):
        return cls._load_model_class(cls.Meta.model)

    @classmethod
    def _get_manager(cls, model_class):
        return model_class._default_manager

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        if getattr(cls.Meta, "django_get_or_create", None):
            return cls._get_or_create(model_class, *args, **kwargs)
        return cls._get_manager(model_class).create(*args, **kwargs)

    @classmethod
    def _get_or_create(cls, model_class, *args, **kwargs):
        instance, created = cls._get_manager(model_class).get_or_create(*args, **kwargs)
        return instance

    @classmethod
    def _after_postgeneration(cls, instance, create, results=None):
        if create and not getattr(cls.Meta, "skip_postgeneration_save", False):
            __call_members__(__members__(cls, PostGenerationDeclaration), "save_again", instance)


class Password(Transformer):
    def __init__(self, password, transform=None, **kwargs):
        pass

    def evaluate(self, instance, step, extra):
        return __unknown__


class FileField(Declaration):
    def __init__(self, **kwargs):
        pass


class ImageField(FileField):
    pass


class mute_signals:
    def __init__(self, *signals):
        pass

    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass

    def __call__(self, callable_obj):
        return callable_obj
