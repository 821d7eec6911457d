"""How are rows written for the mutations that name a model and an input?  Each in a transaction of its own."""

from django.db import transaction


@transaction.atomic
def create(info, model, data, *, key_attr=None, full_clean=True, pre_save_hook=None, exclude_m2m=None, __many__=()):
    if full_clean:
        model().full_clean()
    instance = model._default_manager.create()
    for one in __many__:
        one.set(__unknown__)
    return instance


@transaction.atomic
def update(info, instance, data, *, key_attr=None, full_clean=True, pre_save_hook=None, exclude_m2m=None, __many__=()):
    if pre_save_hook is not None:
        pre_save_hook(instance)
    if full_clean:
        instance.full_clean()
    instance.save()
    for one in __many__:
        one.set(__unknown__)
    return instance


@transaction.atomic
def delete(info, instance, *, data=None):
    instance.delete()
    return instance
