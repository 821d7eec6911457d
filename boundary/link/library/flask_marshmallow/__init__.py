"""What does Flask-Marshmallow's object hold?  Base classes for schemas."""

from marshmallow import Schema as BaseSchema
from marshmallow_sqlalchemy import ModelSchema as BaseModelSchema


class Marshmallow:
    Schema = BaseSchema
    ModelSchema = BaseModelSchema
    SQLAlchemySchema = BaseModelSchema
    SQLAlchemyAutoSchema = BaseModelSchema

    def __init__(self, app=None):
        pass

    def init_app(self, app):
        pass
