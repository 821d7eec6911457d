"""Which names does `django_lifecycle` offer?"""

from django_lifecycle.decorators import hook
from django_lifecycle.hooks import (
    AFTER_CREATE,
    AFTER_DELETE,
    AFTER_SAVE,
    AFTER_UPDATE,
    BEFORE_CREATE,
    BEFORE_DELETE,
    BEFORE_SAVE,
    BEFORE_UPDATE,
)
from django_lifecycle.mixins import LifecycleModelMixin, bypass_hooks_for
from django_lifecycle.models import LifecycleModel
