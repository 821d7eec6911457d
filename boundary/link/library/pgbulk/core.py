"""Which tables do the statements of django-pgbulk write?  That of the model or queryset, one statement for all rows."""


def _rows(queryset):
    if isinstance(queryset, type):
        return queryset._default_manager.all()
    return queryset.all()


def update(queryset, model_objs, update_fields=None, exclude=None, **kwargs):
    _rows(queryset).bulk_update(model_objs, update_fields)


async def aupdate(queryset, model_objs, update_fields=None, exclude=None, **kwargs):
    _rows(queryset).bulk_update(model_objs, update_fields)


def upsert(queryset, model_objs, unique_fields, update_fields=None, **kwargs):
    return _rows(queryset).bulk_create(model_objs, update_conflicts=True)


async def aupsert(queryset, model_objs, unique_fields, update_fields=None, **kwargs):
    return _rows(queryset).bulk_create(model_objs, update_conflicts=True)


def copy(queryset, model_objs, copy_fields=None, **kwargs):
    _rows(queryset).bulk_create(model_objs)


async def acopy(queryset, model_objs, copy_fields=None, **kwargs):
    _rows(queryset).bulk_create(model_objs)
