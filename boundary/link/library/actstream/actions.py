"""What do recording an action and following write?"""

from actstream.models import Action, Follow
from django.contrib.contenttypes.models import ContentType


def follow(user, obj, send_action=True, actor_only=True, flag="", **kwargs):
    from actstream.signals import action

    content_type = ContentType.objects.get_for_model(obj)
    instance, created = Follow.objects.get_or_create(user=user, object_id=obj.pk, content_type=content_type)
    if send_action and created:
        action.send(user, verb=__unknown__, target=obj, **kwargs)
    return instance


def unfollow(user, obj, send_action=False, flag=""):
    from actstream.signals import action

    content_type = ContentType.objects.get_for_model(obj)
    Follow.objects.filter(user=user, object_id=obj.pk, content_type=content_type).delete()
    if send_action:
        action.send(user, verb=__unknown__, target=obj)


def is_following(user, obj, flag=""):
    return Follow.objects.filter(user=user, object_id=obj.pk).exists()


def action_handler(verb, **kwargs):
    ContentType.objects.get_for_model(__unknown__)
    new_action = Action(verb=verb)
    new_action.save(force_insert=True)
    return new_action
