"""What do APIFlask's applications and blueprints have beside Flask's?  Decorators that leave a view as it is."""

from apiflask import views
from flask import Blueprint, Flask, abort


class Described:
    def input(self, *args, **kwargs):
        return lambda function: function

    output = doc = auth_required = input


class APIFlask(Described, Flask):
    pass


class APIBlueprint(Described, Blueprint):
    pass
