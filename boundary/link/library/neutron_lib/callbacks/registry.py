"""Who hears of what happens?  See `frameworks/neutron_callbacks.py`, which knows who subscribed to what."""


def subscribe(callback, resource, event, priority=None, cancellable=False):
    pass


def unsubscribe(callback, resource, event):
    pass


def publish(resource, event, trigger, payload=None):
    pass


def receives(resource, events, priority=None):
    pass


def has_registry_receivers(klass):
    return klass
