"""Which methods of a view class does coaster call?  Those that are routed, once the class has loaded its object."""

from functools import wraps
from typing import Generic, TypeVar

from coaster.auth import current_auth

ModelType = TypeVar("ModelType")


def route(rule, init_app=None, **options):
    return lambda decorated: decorated


def viewdata(**kwargs):
    return lambda decorated: decorated


def requires_roles(roles):
    def decorator(function):
        @wraps(function)
        def wrapper(self, *args, **kwargs):
            self.obj.roles_for(current_auth.actor)
            return function(self, *args, **kwargs)

        return wrapper

    return decorator


def url_change_check(function):
    return function


class ClassView:
    __entry_points__ = {"before_request": "middleware", "after_request": "middleware"}

    def before_request(self):
        return None

    def after_request(self, response):
        return response

    @classmethod
    def init_app(cls, app, callback=None):
        pass


class ModelView(ClassView, Generic[ModelType]):
    __entry_points__ = {"load": "middleware"}
    model: type[ModelType]
    obj: ModelType

    def __init__(self, obj=None):
        if obj is not None:
            self.obj = obj
            self.post_load()

    def load(self, **view_args):
        self.obj = self.loader(**view_args)
        found = self.after_loader()
        self.post_load()
        return found

    def loader(self, **view_args):
        return __unknown__

    def after_loader(self):
        return None

    def post_load(self):
        pass


class UrlForView:
    pass


class UrlChangeCheck:
    pass


class InstanceLoader:
    def loader(self, **view_args):
        return self.model.query.filter().one_or_404()
