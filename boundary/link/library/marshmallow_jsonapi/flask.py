"""What does marshmallow-jsonapi have for Flask?  The same, whose links are made of routes."""

from marshmallow_jsonapi import Schema as BaseSchema
from marshmallow_jsonapi.fields import Relationship as BaseRelationship


class Schema(BaseSchema):
    pass


class Relationship(BaseRelationship):
    pass
