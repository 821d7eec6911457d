"""What do templates get of settings that editors change?  `settings.app.Model`, made where there is none."""

from django.apps import apps
from wagtail.contrib.settings.models import BaseGenericSetting


class SettingModuleProxy:
    def __init__(self, request, app):
        self.request = request
        self.app = app

    def __getattr__(self, name):
        model = self.app.get_model(name)
        if issubclass(model, BaseGenericSetting):
            return model.load(self.request)
        return model.for_request(self.request)


class SettingProxy:
    def __init__(self, request):
        self.request = request

    def __getattr__(self, name):
        return SettingModuleProxy(self.request, apps.get_app_config(name))


def settings(request):
    return {"settings": SettingProxy(request)}
