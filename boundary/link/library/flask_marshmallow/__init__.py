"""What does Flask-Marshmallow's object hold?  Base classes for schemas."""

from marshmallow import Schema as BaseSchema
from marshmallow_sqlalchemy import ModelSchema as BaseModelSchema
from marshmallow_sqlalchemy import SQLAlchemyAutoSchema as BaseAutoSchema
from marshmallow_sqlalchemy import SQLAlchemySchema as BaseSQLAlchemySchema


class Marshmallow:
    Schema = BaseSchema
    ModelSchema = BaseModelSchema
    SQLAlchemySchema = BaseSQLAlchemySchema
    SQLAlchemyAutoSchema = BaseAutoSchema

    def __init__(self, app=None):
        pass

    def init_app(self, app):
        pass
