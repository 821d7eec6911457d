"""Which names does `flask_admin` offer?"""

from flask_admin.base import Admin, AdminIndexView, BaseView, expose, expose_plugview
