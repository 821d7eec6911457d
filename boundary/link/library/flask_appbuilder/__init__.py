"""Which names does `flask_appbuilder` offer?"""

from flask_appbuilder.api import BaseApi, ModelRestApi
from flask_appbuilder.base import AppBuilder
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.models.sqla import SQLA, Base, Model
from flask_appbuilder.views import CompactCRUDMixin, IndexView, ModelView, SimpleFormView
