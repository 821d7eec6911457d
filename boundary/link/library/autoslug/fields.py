"""What does a slug that is made of another field read? See `__init__.py`."""

from django.db.models import SlugField


class AutoSlugField(SlugField):
    def pre_save(self, model_instance, add):
        model_instance.__class__._default_manager.filter(slug=__unknown__).exists()
        return __unknown__
