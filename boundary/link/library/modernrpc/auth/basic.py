"""What is read before a procedure runs that HTTP's basic authentication guards?  Who asks, and what that user may do."""

from django.contrib.auth import authenticate

from modernrpc.auth import (
    set_authentication_predicate,
    user_has_all_perms,
    user_has_any_perm,
    user_in_all_groups,
    user_in_any_group,
)


def http_basic_auth_get_user(request):
    if __unknown__:
        request.user = authenticate(username=__unknown__, password=__unknown__)
    return request.user


def http_basic_auth_check_user(request, test, *params):
    return test(http_basic_auth_get_user(request), *params)


def _guarded(func, test, *params):
    decorator = set_authentication_predicate(http_basic_auth_check_user, [test, *params])
    return decorator(func) if func is not None else decorator


def http_basic_auth_login_required(func=None):
    return _guarded(func, lambda user: user.is_authenticated)


def http_basic_auth_superuser_required(func=None):
    return _guarded(func, lambda user: user.is_superuser)


def http_basic_auth_permissions_required(permissions):
    return _guarded(None, user_has_all_perms, permissions)


def http_basic_auth_any_of_permissions_required(permissions):
    return _guarded(None, user_has_any_perm, permissions)


def http_basic_auth_group_member_required(groups):
    return _guarded(None, user_in_any_group, groups)


def http_basic_auth_all_groups_member_required(groups):
    return _guarded(None, user_in_all_groups, groups)
