"""What does an application builder hold?  The manager of users and permissions, of the project's class if it has one."""

from flask_appbuilder.security.sqla.manager import SecurityManager
from sqlalchemy.orm import Session


class AppBuilder:
    session = get_session = Session()

    def __init__(self, app=None, session=None, *args, **kwargs):
        if app is not None:
            self.init_app(app, session)

    def init_app(self, app, session=None):
        self.sm.create_login_manager(app)
        self.sm.before_request()

    @property
    def sm(self):
        for manager in SecurityManager.__subclasses__() or [SecurityManager]:
            return __instance__(manager)

    def add_view(self, baseview, *args, **kwargs):
        return baseview

    def add_api(self, baseview):
        return baseview

    add_view_no_menu = add_view
