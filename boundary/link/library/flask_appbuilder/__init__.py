"""What does Flask-AppBuilder give?  A database object, a base for models, views by `expose`."""

from flask_appbuilder.models.sqla import SQLA, Model
