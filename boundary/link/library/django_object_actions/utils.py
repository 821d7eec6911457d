"""What do buttons on the admin's pages call?  The methods that the page names, with one row or with those of the list."""

from functools import wraps


def action(function=None, **options):
    def decorate(method):
        return method

    return decorate(function) if function is not None else decorate


def takes_instance_or_queryset(func):
    @wraps(func)
    def decorated(self, request, queryset):
        return func(self, request, self.get_queryset(request).filter(pk=__unknown__))

    return decorated


class BaseDjangoObjectActions:
    __entry_points__ = {"object_action": "admin", "list_action": "admin"}

    change_actions = ()
    changelist_actions = ()

    def get_change_actions(self, request, object_id, form_url):
        return self.change_actions

    def get_changelist_actions(self, request):
        return self.changelist_actions

    def object_action(self, request):
        obj = self.get_object(request, __unknown__)
        for name in self.get_change_actions(request, __unknown__, ""):
            getattr(self, name)(request, obj)

    def list_action(self, request):
        queryset = self.get_queryset(request)
        for name in self.get_changelist_actions(request):
            getattr(self, name)(request, queryset)


class DjangoObjectActions(BaseDjangoObjectActions):
    pass
