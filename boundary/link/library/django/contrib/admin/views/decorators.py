"""Who may see the admin?"""

from django.contrib.auth.decorators import user_passes_test


def _may_see_admin(user):
    return __unknown__


def staff_member_required(view_func=None, redirect_field_name="next", login_url="admin:login"):
    decorator = user_passes_test(_may_see_admin, login_url=login_url, redirect_field_name=redirect_field_name)
    if view_func:
        return decorator(view_func)
    return decorator
