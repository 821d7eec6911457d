"""What does a relationship load?  The key of a row, or a list of keys."""

from marshmallow.fields import *  # noqa: F403 - as the library does
from marshmallow.fields import Field


class BaseRelationship(Field):
    pass


class Relationship(BaseRelationship):
    def __init__(self, related_url="", *, schema=None, many=False, **kwargs):
        self.many = many
