"""What does the admin of objects with permissions offer?"""

from django.contrib import admin


class GuardedModelAdminMixin:
    pass


class GuardedModelAdmin(GuardedModelAdminMixin, admin.ModelAdmin):
    pass
