"""Which admin class serves which model?"""

from django.contrib.admin import options
from django.http import HttpResponse


class AlreadyRegistered(Exception):
    pass


class NotRegistered(Exception):
    pass


class AdminSite:
    login_form = None

    def __init__(self, name="admin"):
        self._registry = {}
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
        pass

    def disable_action(self, name):
        pass

    def has_permission(self, request):
        return __unknown__

    def admin_view(self, view, cacheable=False):
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
        return {}

    def index(self, request, extra_context=None):
        return HttpResponse()

    def login(self, request, extra_context=None):
        from django.contrib.admin.forms import AdminAuthenticationForm
        from django.contrib.auth.views import LoginView

        return LoginView.as_view(authentication_form=self.login_form or AdminAuthenticationForm)(request)

    def logout(self, request, extra_context=None):
        from django.contrib.auth.views import LogoutView

        return LogoutView.as_view()(request)

    def get_app_list(self, request, app_label=None):
        return []


site = AdminSite()
