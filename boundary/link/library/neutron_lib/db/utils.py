"""What do helpers of Neutron's queries and transactions do?"""

from contextlib import contextmanager

from neutron_lib.db import api
from oslo_db.sqlalchemy.orm import Session


def model_query(context, model):
    session = __instance__(Session)  # whatever the caller knows of its context
    return session.query(model)


def get_marker_obj(plugin, context, resource, limit, marker):
    if limit and marker:
        return getattr(plugin, f"_get_{resource}")(context, marker)
    return None


def resource_fields(resource, fields):
    return resource


def filter_non_model_columns(data, model):
    return data


def reraise_as_retryrequest(function):
    return function


@contextmanager
def _nothing():
    yield


def context_if_transaction(context, transaction, writer=True):
    if not transaction:
        return _nothing()
    return api.CONTEXT_WRITER.using(context) if writer else api.CONTEXT_READER.using(context)


def safe_creation(context, create_fn, delete_fn, create_bindings, transaction=True):
    with context_if_transaction(context, transaction):
        obj = create_fn()
        try:
            value = create_bindings(obj["id"])
        except Exception:
            delete_fn(obj["id"])
            raise
        return obj, value
