"""What do the API's decorators make of a function?"""

from functools import wraps

from rest_framework.request import Request


def api_view(http_method_names=None):
    def decorator(func):
        @wraps(func)
        def view(request, *args, **kwargs):
            return func(Request(request), *args, **kwargs)

        return view

    return decorator


def action(methods=None, detail=None, url_path=None, url_name=None, **kwargs):
    def decorator(func):
        return func

    return decorator


detail_route = list_route = action


def renderer_classes(renderer_classes):
    def decorator(func):
        return func

    return decorator


def parser_classes(parser_classes):
    def decorator(func):
        return func

    return decorator


def authentication_classes(authentication_classes):
    def decorator(func):
        return func

    return decorator


def throttle_classes(throttle_classes):
    def decorator(func):
        return func

    return decorator


def permission_classes(permission_classes):
    def decorator(func):
        return func

    return decorator


def schema(view_inspector):
    def decorator(func):
        return func

    return decorator


class MethodMapper:
    """What an action has under `mapping`."""

    def _map(self, function):
        return function

    get = post = put = patch = delete = head = options = trace = _map
