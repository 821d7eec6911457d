"""How the rest of the shop writes the audit log."""

from shop.audit.models import Entry
from shop.core.middleware import request_id


def record(verb, target, *, actor=None, **data):
    """Add one line; it commits or vanishes with what it describes."""
    return Entry.objects.create(verb=verb, target=target, actor=actor, request=request_id.get(), data=data)


def history(target):
    """What happened to an object, oldest first."""
    return list(Entry.objects.about(target).select_related("actor").order_by("recorded_at", "pk"))
