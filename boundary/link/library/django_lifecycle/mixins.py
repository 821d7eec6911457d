"""When do the hooks of a model run?  Around its `save` and its `delete`, each one transaction."""

from contextlib import contextmanager

from django.db import transaction
from django_lifecycle.decorators import hook


class LifecycleModelMixin:
    def initial_value(self, field_name):
        return __unknown__

    def has_changed(self, field_name):
        return __unknown__

    def save(self, *args, skip_hooks=False, **kwargs):
        is_new = self._state.adding
        with transaction.atomic():
            if skip_hooks:
                super().save(*args, **kwargs)
                return
            if is_new:
                self.__call_hooked__(hook, "before_create")
            else:
                self.__call_hooked__(hook, "before_update")
            self.__call_hooked__(hook, "before_save")
            super().save(*args, **kwargs)
            self.__call_hooked__(hook, "after_save")
            if is_new:
                self.__call_hooked__(hook, "after_create")
            else:
                self.__call_hooked__(hook, "after_update")

    def delete(self, *args, **kwargs):
        with transaction.atomic():
            self.__call_hooked__(hook, "before_delete")
            deleted = super().delete(*args, **kwargs)
            self.__call_hooked__(hook, "after_delete")
            return deleted

    def refresh_from_db(self, *args, **kwargs):
        super().refresh_from_db(*args, **kwargs)


@contextmanager
def bypass_hooks_for(models):
    yield
