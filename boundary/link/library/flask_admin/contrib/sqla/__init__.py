"""Which names does `flask_admin.contrib.sqla` offer?"""

from flask_admin.contrib.sqla.view import ModelView
