"""What do the admin pages of users and groups do?"""

from django.contrib import admin
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm
from django.db import router, transaction
from django.http import HttpRequest, HttpResponseRedirect


class GroupAdmin(admin.ModelAdmin):
    filter_horizontal = ("permissions",)


class UserAdmin(admin.ModelAdmin):
    __entry_points__ = {"user_change_password": "admin"}

    form = UserChangeForm
    add_form = AdminUserCreationForm
    change_password_form = AdminPasswordChangeForm

    def get_fieldsets(self, request, obj=None):
        if not obj:
            return self.add_fieldsets
        return super().get_fieldsets(request, obj)

    def get_form(self, request, obj=None, **kwargs):
        if obj is None:
            return super().get_form(request, obj, **{"form": self.add_form, **kwargs})
        return super().get_form(request, obj, **kwargs)

    def add_view(self, request, form_url="", extra_context=None):
        with transaction.atomic(using=router.db_for_write(self.model)):
            return self._add_view(request, form_url, extra_context)

    def _add_view(self, request, form_url="", extra_context=None):
        return super().add_view(request, form_url, extra_context)

    def user_change_password(self, request: HttpRequest, id, form_url=""):
        user = self.get_object(request, id)
        self.has_change_permission(request, user)
        form = self.change_password_form(user, request.POST)
        if form.is_valid():
            form.save()
            self.log_change(request, user, self.construct_change_message(request, form, None))
            update_session_auth_hash(request, form.user)
        return HttpResponseRedirect("")

    def response_add(self, request, obj, post_url_continue=None):
        return super().response_add(request, obj, post_url_continue)
