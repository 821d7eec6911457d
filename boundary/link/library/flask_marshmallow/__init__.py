"""What does Flask-Marshmallow's object hold?  Base classes for schemas, which answer with what they dump."""

from flask import jsonify as _answer
from marshmallow import Schema as BaseSchema
from marshmallow_sqlalchemy import ModelSchema as BaseModelSchema
from marshmallow_sqlalchemy import SQLAlchemyAutoSchema as BaseAutoSchema
from marshmallow_sqlalchemy import SQLAlchemySchema as BaseSQLAlchemySchema


class _Answering:
    def jsonify(self, obj, many=None, *args, **kwargs):
        return _answer(self.dump(obj, many=many))


class Schema(BaseSchema, _Answering):
    pass


class ModelSchema(BaseModelSchema, _Answering):
    pass


class SQLAlchemySchema(BaseSQLAlchemySchema, _Answering):
    pass


class SQLAlchemyAutoSchema(BaseAutoSchema, _Answering):
    pass


class Marshmallow:
    Schema = Schema
    ModelSchema = ModelSchema
    SQLAlchemySchema = SQLAlchemySchema
    SQLAlchemyAutoSchema = SQLAlchemyAutoSchema

    def __init__(self, app=None):
        pass

    def init_app(self, app):
        pass
