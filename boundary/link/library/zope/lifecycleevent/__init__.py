"""What are events about objects?  See `../../../frameworks/zope/events.py`."""


class ObjectEvent:
    def __init__(self, object, *args, **kwargs): ...


class ObjectCreatedEvent(ObjectEvent):
    pass


class ObjectModifiedEvent(ObjectEvent):
    pass


class ObjectCopiedEvent(ObjectCreatedEvent):
    pass


class ObjectMovedEvent(ObjectEvent):
    pass


class ObjectAddedEvent(ObjectMovedEvent):
    pass


class ObjectRemovedEvent(ObjectMovedEvent):
    pass
