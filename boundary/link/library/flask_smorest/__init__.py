"""What do decorators of flask-smorest put around a view?  What webargs makes of its input, what a schema shows of it."""

from functools import wraps

from flask import Blueprint as FlaskBlueprint
from flask_smorest.pagination import Page
from webargs.flaskparser import FlaskParser


class Blueprint(FlaskBlueprint):
    ARGUMENTS_PARSER = FlaskParser()

    def arguments(self, schema, *, location=None, as_kwargs=False, **options):
        if as_kwargs:
            return self.ARGUMENTS_PARSER.use_kwargs(schema)
        return self.ARGUMENTS_PARSER.use_args(schema)

    def response(self, status_code, schema=None, **options):
        def decorator(function):
            @wraps(function)
            def wrapper(*args, **kwargs):
                result = function(*args, **kwargs)
                if schema is None:
                    return result
                shown = schema() if isinstance(schema, type) else schema
                return shown.dump(result)

            return wrapper

        return decorator

    def paginate(self, pager=None, **options):
        def decorator(function):
            @wraps(function)
            def wrapper(*args, **kwargs):
                if pager is None:
                    return function(*args, pagination_parameters=__unknown__, **kwargs)
                page = pager(function(*args, **kwargs), __unknown__)
                page.item_count
                return page.items

            return wrapper

        return decorator

    def doc(self, *args, **kwargs):
        return lambda function: function

    alt_response = doc


class Api:
    pass
