"""How does py4web call an application?  Actions are functions, handed over by decorators."""

from functools import wraps

from pydal.base import DAL
from pydal.objects import Field

request = __unknown__
response = __unknown__


class Fixture:
    def on_request(self, context): ...

    def on_success(self, context): ...

    def on_error(self, context): ...


class Template(Fixture): ...


class Flash(Fixture): ...


class Translator(Fixture): ...


class Session(Fixture): ...


class Condition(Fixture):
    def __init__(self, condition, *args, **kwargs):
        condition()


class Cache:
    def memoize(self, expiration=1):
        return self.around

    def get(self, key, callback, *args, **kwargs):
        return callback()

    def around(self, function):
        return function


class HTTP(Exception): ...


def URL(*parts, **kwargs):
    return __unknown__


def redirect(location):
    raise HTTP


def abort(code=500, text=""):
    raise HTTP


class Action:
    def __call__(self, path, method=None): ...

    def uses(self, *fixtures):
        def decorator(func):
            @wraps(func)
            def wrapper(*args, **kwargs):
                for fixture in fixtures:
                    fixture.on_request({})
                output = func(*args, **kwargs)
                for fixture in fixtures:
                    fixture.on_success({"output": output})
                return output

            return wrapper

        return decorator

    def requires(self, *conditions): ...

    def catch_errors(self, *args): ...

    def retry(self, *args): ...


action = Action()
