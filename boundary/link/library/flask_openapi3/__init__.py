"""What are the applications and blueprints of flask-openapi3?  Those of Flask."""

from flask import Blueprint, Flask


class OpenAPI(Flask):
    pass


class APIBlueprint(Blueprint):
    pass
