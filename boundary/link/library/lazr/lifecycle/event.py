"""What are lazr's events about objects?  Those of Zope, with who did it: see `../../../frameworks/zope/events.py`."""

from zope.lifecycleevent import ObjectEvent


class LifecyleEventBase(ObjectEvent):
    pass


class ObjectCreatedEvent(LifecyleEventBase):
    pass


class ObjectDeletedEvent(LifecyleEventBase):
    pass


class ObjectModifiedEvent(LifecyleEventBase):
    pass
