"""What do the tools write?"""


def update_change_reason(instance, reason):
    record = instance.history.first()
    record.history_change_reason = reason
    record.save()


def bulk_create_with_history(objs, model, batch_size=None, **options):
    created = model._default_manager.bulk_create(objs)
    model.history.bulk_history_create(created)
    return created


def bulk_update_with_history(objs, model, fields, batch_size=None, **options):
    model._default_manager.bulk_update(objs, fields)
    model.history.bulk_history_create(objs, update=True)
