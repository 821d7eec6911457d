"""Who may read and write which rows of a resource?"""

from tastypie.exceptions import Unauthorized


class Authorization:
    def read_list(self, object_list, bundle):
        return object_list

    def read_detail(self, object_list, bundle):
        return True

    def create_list(self, object_list, bundle):
        raise NotImplementedError

    def create_detail(self, object_list, bundle):
        return True

    def update_list(self, object_list, bundle):
        return object_list

    def update_detail(self, object_list, bundle):
        return True

    def delete_list(self, object_list, bundle):
        return object_list

    def delete_detail(self, object_list, bundle):
        return True


class ReadOnlyAuthorization(Authorization):
    def create_list(self, object_list, bundle):
        return []

    def create_detail(self, object_list, bundle):
        raise Unauthorized

    def update_list(self, object_list, bundle):
        return []

    def update_detail(self, object_list, bundle):
        raise Unauthorized

    def delete_list(self, object_list, bundle):
        return []

    def delete_detail(self, object_list, bundle):
        raise Unauthorized


class DjangoAuthorization(Authorization):
    READ_PERM_CODE = "change"

    def base_checks(self, request, model_klass):
        return model_klass

    def check_user_perm(self, user, permission, obj_or_list):
        return user.has_perm(permission)

    def perm_list_checks(self, request, code, obj_list):
        if self.base_checks(request, obj_list.model) is False:
            return []
        if self.check_user_perm(request.user, __unknown__, obj_list):
            return obj_list
        return obj_list.none()

    def perm_obj_checks(self, request, code, obj):
        if self.base_checks(request, obj.__class__) is False:
            raise Unauthorized
        if self.check_user_perm(request.user, __unknown__, obj):
            return True
        raise Unauthorized

    def read_list(self, object_list, bundle):
        return self.perm_list_checks(bundle.request, self.READ_PERM_CODE, object_list)

    def read_detail(self, object_list, bundle):
        return self.perm_obj_checks(bundle.request, self.READ_PERM_CODE, bundle.obj)

    def create_list(self, object_list, bundle):
        return self.perm_list_checks(bundle.request, "add", object_list)

    def create_detail(self, object_list, bundle):
        return self.perm_obj_checks(bundle.request, "add", bundle.obj)

    def update_list(self, object_list, bundle):
        return self.perm_list_checks(bundle.request, "change", object_list)

    def update_detail(self, object_list, bundle):
        return self.perm_obj_checks(bundle.request, "change", bundle.obj)

    def delete_list(self, object_list, bundle):
        return self.perm_list_checks(bundle.request, "delete", object_list)

    def delete_detail(self, object_list, bundle):
        return self.perm_obj_checks(bundle.request, "delete", bundle.obj)
