"""What do coaster's decorators do around a view?"""

from functools import wraps

from flask import render_template


def unchanged(*args, **kwargs):
    return lambda function: function


requestargs = requestvalues = requestform = requestquery = requestbody = requires_permission = cors = unchanged


def render_with(template=None, json=False, jsonp=False):
    def decorator(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            shown = function(*args, **kwargs)
            if isinstance(template, str) and isinstance(shown, dict):
                return render_template(template, **shown)
            return shown

        return wrapper

    return decorator


def load_model(model, attributes=None, parameter=None, kwargs=False, permission=None, addlperms=None, urlcheck=()):
    def decorator(function):
        @wraps(function)
        def wrapper(*args, **given):
            return function(*args, **{parameter: model.query.filter_by().first_or_404()})

        return wrapper

    return decorator


def load_models(*chain, **kwargs):
    def decorator(function):
        @wraps(function)
        def wrapper(*args, **given):
            loaded = {}
            for model, _, parameter in chain:
                loaded[parameter] = model.query.filter_by().first_or_404()
            return function(*args, **loaded)

        return wrapper

    return decorator
