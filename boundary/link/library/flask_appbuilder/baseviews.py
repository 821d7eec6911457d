"""What may a view ask, and what is it told when it changes rows?  Its builder; hooks before and after each write."""

from flask import render_template
from flask_appbuilder.base import AppBuilder


class BaseView:
    appbuilder = __instance__(AppBuilder)

    def render_template(self, template, **kwargs):
        return render_template(template, **kwargs)


class RowHooks:
    def pre_add(self, item):
        pass

    def post_add(self, item):
        pass

    def pre_update(self, item):
        pass

    def post_update(self, item):
        pass

    def pre_delete(self, item):
        pass

    def post_delete(self, item):
        pass
