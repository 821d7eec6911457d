"""Models that may be swapped: which one is meant is decided by a setting."""


def swappable_setting(app_label, model):
    return __unknown__


def is_swapped(app_label, model):
    return __unknown__


def get_model_name(app_label, model):
    return __unknown__


def get_model_names(app_label, models):
    return {model: get_model_name(app_label, model) for model in models}


def load_model(app_label, model, required=True, require_ready=True):
    return __unknown__
