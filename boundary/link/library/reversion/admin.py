"""What do the admin's pages of versioned models do?"""

from django.contrib import admin
from django.http import HttpRequest
from reversion.models import Version
from reversion.revisions import create_revision


class VersionAdmin(admin.ModelAdmin):
    __entry_points__ = {"revision_view": "admin", "recover_view": "admin"}

    def create_revision(self, request):
        return create_revision()

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with self.create_revision(request):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def changelist_view(self, request, extra_context=None):
        with self.create_revision(request):
            return super().changelist_view(request, extra_context)

    def revision_view(self, request: HttpRequest, object_id, version_id, extra_context=None):
        version = Version.objects.get(pk=version_id)
        version.revision.revert(delete=True)
        return self.changeform_view(request, object_id)

    def recover_view(self, request: HttpRequest, version_id, extra_context=None):
        version = Version.objects.get(pk=version_id)
        version.revision.revert()
        return self.changeform_view(request)
