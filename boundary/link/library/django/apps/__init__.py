"""Apps: `ready` is called once, at the start."""

from django.apps.registry import Apps, apps


class AppConfig:
    __entry_points__ = {"ready": "start"}

    def ready(self): ...

    def get_model(self, model_name, require_ready=True):
        return __unknown__

    def get_models(self, include_auto_created=False, include_swapped=False): ...
