"""Which admin class serves which model?"""

from functools import wraps

from django.contrib.admin import options
from django.http import HttpResponse
from django.template.response import TemplateResponse


class AlreadyRegistered(Exception):
    pass


class NotRegistered(Exception):
    pass


class AdminSite:
    __entry_points__ = {"login": "admin", "logout": "admin", "index": "admin", "app_index": "admin"}

    login_form = None

    def __init__(self, name="admin"):
        self._registry = {}
        self._actions = {}
        self.name = name

    def register(self, model_or_iterable, admin_class=None, **options_of_class):
        if admin_class is None:

            class Plain(options.ModelAdmin):
                pass

            admin_class = Plain
        if isinstance(model_or_iterable, (list, tuple)):
            for model in model_or_iterable:
                self._registry[model] = admin_class(model, self)
        else:
            self._registry[model_or_iterable] = admin_class(model_or_iterable, self)

    def unregister(self, model_or_iterable):
        pass

    def is_registered(self, model):
        return __unknown__

    def get_model_admin(self, model):
        return self._registry[model]

    def add_action(self, action, name=None):
        self._actions[name or action.__name__] = action

    def disable_action(self, name):
        pass

    def has_permission(self, request):
        return __unknown__

    def admin_view(self, view, cacheable=False):
        @wraps(view)
        def inner(request, *args, **kwargs):
            if not self.has_permission(request) and __unknown__:
                return HttpResponse()
            return view(request, *args, **kwargs)

        return inner

    def get_urls(self):
        return []

    @property
    def urls(self):
        return self.get_urls(), "admin", self.name

    def each_context(self, request):
        return {"available_apps": self.get_app_list(request)}

    def index(self, request, extra_context=None):
        return TemplateResponse(request, "admin/index.html", {**self.each_context(request), **(extra_context or {})})

    def app_index(self, request, app_label, extra_context=None):
        return TemplateResponse(request, "admin/index.html", {**self.each_context(request), **(extra_context or {})})

    def login(self, request, extra_context=None):
        from django.contrib.admin.forms import AdminAuthenticationForm
        from django.contrib.auth.views import LoginView

        return LoginView.as_view(authentication_form=self.login_form or AdminAuthenticationForm)(request)

    def logout(self, request, extra_context=None):
        from django.contrib.auth.views import LogoutView

        return LogoutView.as_view()(request)

    # Which pages are listed depends on what the user may do with each model.
    def _build_app_dict(self, request, label=None):
        for model_admin in self._registry.values():
            if model_admin.has_module_permission(request):
                model_admin.get_model_perms(request)
        return __unknown__

    def get_app_list(self, request, app_label=None):
        self._build_app_dict(request, app_label)
        return []


site = AdminSite()
