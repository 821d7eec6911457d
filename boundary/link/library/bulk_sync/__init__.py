"""What makes the rows of a model those of a list?  The ones that are there are locked, then all are written at once."""

from django.db import transaction


def bulk_sync(
    new_models, key_fields, filters, batch_size=None, fields=None, exclude_fields=None, skip_creates=False,
    skip_updates=False, skip_deletes=False, db_class=None, select_for_update_of=None
):
    model = db_class
    if model is None:
        for each in new_models:
            model = each.__class__
    with transaction.atomic():
        rows = model.objects.filter(pk__in=__unknown__).select_for_update()
        list(rows)
        if not skip_creates:
            model.objects.bulk_create(new_models)
        if not skip_updates:
            model.objects.bulk_update(new_models, fields)
        if not skip_deletes:
            rows.delete()
    return {"stats": __unknown__}


def bulk_compare(old_models, new_models, key_fields, ignore_fields=None):
    return __unknown__
