"""Which documents say when tasks run?  All that there are classes for are in one collection."""

from mongoengine import DynamicDocument, EmbeddedDocument

PERIODS = ()


class PeriodicTask(DynamicDocument):
    meta = {"collection": "schedules", "allow_inheritance": True}

    class Interval(EmbeddedDocument):
        pass

    class Crontab(EmbeddedDocument):
        pass
