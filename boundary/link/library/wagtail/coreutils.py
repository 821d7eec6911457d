"""Which model does a text mean?  That of the app it names, or of one that is told beside it."""

import inspect

from django.apps import apps


def resolve_model_string(model_string, default_app=None):
    if inspect.isclass(model_string):
        return model_string
    if "." in model_string:
        return apps.get_model(model_string)
    return apps.get_model(default_app, model_string)
