"""Which models take part in actions?  Those that are registered: a row that is deleted takes its actions along.

And who follows it follows it no longer.
"""

from actstream.models import Action, Follow
from django.db.models.signals import pre_delete


def delete_actions(instance, **kwargs):
    Action.objects.filter(actor_object_id=instance.pk).delete()
    Follow.objects.for_object(instance).delete()


def register(*models_or_labels):
    for model in models_or_labels:
        pre_delete.connect(delete_actions, sender=model)


def unregister(*models_or_labels):
    pass


def check(model_class_or_object):
    pass
