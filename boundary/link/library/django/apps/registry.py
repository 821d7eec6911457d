"""The registry of models."""


class Apps:
    def get_model(self, app_label, model_name=None, require_ready=True): ...

    def get_registered_model(self, app_label, model_name=None, require_ready=True): ...

    def get_models(self, include_auto_created=False, include_swapped=False): ...

    def get_app_configs(self): ...

    def get_app_config(self, app_label):
        return __unknown__

    def is_installed(self, app_name):
        return __unknown__


apps = Apps()
