"""What runs around the method of a resource?  Checks, and a parser that hands it the fields of the request."""

from django.http import HttpRequest


def _find_httprequest(args):
    for arg in args:
        if isinstance(arg, HttpRequest):
            return arg
    return None


def webapi_decorator(decorator):
    return decorator


def webapi(view_func):
    return view_func


def webapi_check_login_required(view_func):
    return view_func


def webapi_login_required(view_func):
    return view_func


def webapi_response_errors(*errors):
    def decorate(view_func):
        return view_func

    return decorate


def webapi_permission_required(perm):
    def decorate(view_func):
        return view_func

    return decorate


def webapi_request_fields(required=None, optional=None, allow_unknown=False):
    def decorate(view_func):
        def parsed(*args, **kwargs):
            return view_func(*args, **{**kwargs, **__unknown__})

        return parsed

    return decorate
