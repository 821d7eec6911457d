"""How do Django's backends find a user and the user's permissions?"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

UserModel = get_user_model()


class BaseBackend:
    def authenticate(self, request, **kwargs):
        return None

    def get_user(self, user_id):
        return None

    def get_user_permissions(self, user_obj, obj=None):
        return set()

    def get_group_permissions(self, user_obj, obj=None):
        return set()

    def get_all_permissions(self, user_obj, obj=None):
        return {*self.get_user_permissions(user_obj, obj=obj), *self.get_group_permissions(user_obj, obj=obj)}

    def has_perm(self, user_obj, perm, obj=None):
        return perm in self.get_all_permissions(user_obj, obj=obj)


class ModelBackend(BaseBackend):
    def authenticate(self, request, username=None, password=None, **kwargs):
        try:
            user = UserModel._default_manager.get_by_natural_key(username)
        except UserModel.DoesNotExist:
            UserModel().set_password(password)
        else:
            if user.check_password(password) and self.user_can_authenticate(user):
                return user
        return None

    def user_can_authenticate(self, user):
        return __unknown__

    def _get_user_permissions(self, user_obj):
        return user_obj.user_permissions.all()

    def _get_group_permissions(self, user_obj):
        return Permission.objects.filter(group__user=user_obj)

    def _get_permissions(self, user_obj, obj, from_name):
        if __unknown__:
            permissions = Permission.objects.all()
        else:
            permissions = getattr(self, f"_get_{from_name}_permissions")(user_obj)
        return {f"{label}.{name}" for label, name in permissions.values_list("content_type__app_label", "codename")}

    def get_user_permissions(self, user_obj, obj=None):
        return self._get_permissions(user_obj, obj, "user")

    def get_group_permissions(self, user_obj, obj=None):
        return self._get_permissions(user_obj, obj, "group")

    def get_all_permissions(self, user_obj, obj=None):
        return super().get_all_permissions(user_obj, obj)

    def has_perm(self, user_obj, perm, obj=None):
        return super().has_perm(user_obj, perm, obj=obj)

    def has_module_perms(self, user_obj, app_label):
        return bool(self.get_all_permissions(user_obj))

    def with_perm(self, perm, is_active=True, include_superusers=True, obj=None):
        return UserModel._default_manager.filter(user_permissions__codename=perm, groups__permissions__codename=perm)

    def get_user(self, user_id):
        try:
            user = UserModel._default_manager.get(pk=user_id)
        except UserModel.DoesNotExist:
            return None
        if self.user_can_authenticate(user):
            return user
        return None


class AllowAllUsersModelBackend(ModelBackend):
    def user_can_authenticate(self, user):
        return True


class RemoteUserBackend(ModelBackend):
    create_unknown_user = True

    def authenticate(self, request, remote_user):
        created = False
        username = self.clean_username(remote_user)
        if self.create_unknown_user:
            user, created = UserModel._default_manager.get_or_create(**{UserModel.USERNAME_FIELD: username})
        else:
            user = UserModel._default_manager.get_by_natural_key(username)
        user = self.configure_user(request, user, created=created)
        if self.user_can_authenticate(user):
            return user
        return None

    def clean_username(self, username):
        return username

    def configure_user(self, request, user, created=True):
        return user


class AllowAllUsersRemoteUserBackend(RemoteUserBackend):
    def user_can_authenticate(self, user):
        return True
