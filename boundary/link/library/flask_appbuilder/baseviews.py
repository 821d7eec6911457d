"""What may a view ask?  The application builder that it was added to."""

from flask import render_template
from flask_appbuilder.base import AppBuilder


class BaseView:
    appbuilder = __instance__(AppBuilder)

    def render_template(self, template, **kwargs):
        return render_template(template, **kwargs)
