"""What others should hear is written beside the change itself, and told later by the worker."""

from ledger.billing.models import Message


def tell(session, topic, **payload):
    session.add(Message(topic=topic, payload=payload))
