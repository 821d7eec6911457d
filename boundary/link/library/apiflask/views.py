"""Whose views are they?  Those of Flask."""

from flask.views import MethodView
