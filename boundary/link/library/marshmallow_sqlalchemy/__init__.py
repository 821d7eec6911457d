"""What does loading with a schema of a mapped class give?  An object of its `Meta.model` (`load` is a rule)."""

from marshmallow import Schema


class ModelSchema(Schema):
    def __init__(self, *args, instance=None, **kwargs):
        self.instance = instance
        super().__init__(*args, **kwargs)

    def load(self, data, session=None, instance=None, *args, **kwargs):
        pass


class SQLAlchemySchema(ModelSchema):
    pass


class SQLAlchemyAutoSchema(SQLAlchemySchema):
    pass


def auto_field(*args, **kwargs):
    return __unknown__
