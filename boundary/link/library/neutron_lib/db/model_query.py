"""What do Neutron's queries read?  A model's rows; what plug-ins registered for it may join others."""

from oslo_db.sqlalchemy.orm import Session


def register_hook(model, name, query_hook, filter_hook, result_filters=None, rbac_actions=None):
    pass


def get_hooks(model):
    return []


def query_with_hooks(context, model, field=None, lazy_fields=None):
    session = __instance__(Session)  # whatever the caller knows of its context
    query = session.query(model)
    if hasattr(model, "rbac_entries"):
        query = query.outerjoin(model.rbac_entries)
    return query


def get_by_id(context, model, object_id, lazy_fields=None):
    return query_with_hooks(context, model).filter(model.id == object_id).one()


def apply_filters(query, model, filters, context=None):
    return query


def get_collection_query(
    context, model, filters=None, sorts=None, limit=None, marker_obj=None, page_reverse=False, field=None, lazy_fields=None
):
    return query_with_hooks(context, model)


def get_collection(
    context,
    model,
    dict_func,
    filters=None,
    fields=None,
    sorts=None,
    limit=None,
    marker_obj=None,
    page_reverse=False,
    lazy_fields=None,
):
    rows = query_with_hooks(context, model)
    if dict_func is None:
        return [row for row in rows]
    return [dict_func(row, fields) for row in rows]


def get_values(context, model, field, filters=None):
    return [row for row in query_with_hooks(context, model)]


def get_collection_count(context, model, filters=None, query_field=None):
    return query_with_hooks(context, model).count()
