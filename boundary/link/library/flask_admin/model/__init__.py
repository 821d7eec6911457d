"""Which names does `flask_admin.model` offer?"""

from flask_admin.model.base import BaseModelView
