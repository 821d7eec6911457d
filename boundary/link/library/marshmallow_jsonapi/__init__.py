"""What are the schemas of marshmallow-jsonapi?  Those of marshmallow, with relationships among their fields."""

from marshmallow import Schema as BaseSchema


class Schema(BaseSchema):
    pass


class SchemaOpts:
    pass
