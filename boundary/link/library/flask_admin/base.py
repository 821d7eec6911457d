"""What is a view of Flask-Admin?  Exposed methods behind one question of who may see them, and pages."""

from flask import render_template


class BaseView:
    def __init__(self, name=None, category=None, endpoint=None, url=None, **kwargs):
        self.name = name

    def render(self, template, **kwargs):
        return render_template(template, admin_view=self, **kwargs)

    def is_visible(self):
        return __unknown__

    def is_accessible(self):
        return __unknown__

    def inaccessible_callback(self, name, **kwargs):
        return __unknown__

    def _handle_view(self, name, **kwargs):
        if not self.is_accessible():
            return self.inaccessible_callback(name, **kwargs)

    def get_url(self, endpoint, **kwargs):
        return __unknown__


class AdminIndexView(BaseView):
    def index(self):
        return self.render(__unknown__)


class Admin:
    def __init__(self, app=None, name=None, url=None, subdomain=None, index_view=None, **kwargs):
        if index_view is not None:
            self.add_view(index_view)

    def init_app(self, app, index_view=None, **kwargs):
        if index_view is not None:
            self.add_view(index_view)

    def add_view(self, view):
        pass

    def add_views(self, *args):
        for view in args:
            self.add_view(view)
