"""Which tables hold actions and who follows whom?"""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.timezone import now


class FollowManager(models.Manager):
    def for_object(self, instance, flag=""):
        return self.filter(object_id=instance.pk)

    def is_following(self, user, instance, flag=""):
        return self.filter(user=user).exists()

    def followers_qs(self, actor, flag=""):
        return self.filter(object_id=actor.pk).select_related("user")

    def followers(self, actor, flag=""):
        return [follow.user for follow in self.followers_qs(actor)]

    def following_qs(self, user, *models, **kwargs):
        return self.filter(user=user)

    def following(self, user, *models, **kwargs):
        return [follow.follow_object for follow in self.following_qs(user)]


class Follow(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.CharField(max_length=255, db_index=True)
    follow_object = GenericForeignKey()
    actor_only = models.BooleanField(default=True)
    flag = models.CharField(max_length=255, blank=True)
    started = models.DateTimeField(default=now)

    objects = FollowManager()

    class Meta:
        app_label = "actstream"


class ActionManager(models.Manager):
    def public(self, *args, **kwargs):
        return self.filter(public=True)

    def actor(self, obj, **kwargs):
        return self.filter(actor_object_id=obj.pk)

    def target(self, obj, **kwargs):
        return self.filter(target_object_id=obj.pk)

    def action_object(self, obj, **kwargs):
        return self.filter(action_object_object_id=obj.pk)

    def model_actions(self, model, **kwargs):
        return self.filter()

    def any(self, obj, **kwargs):
        return self.filter()

    def user(self, obj, with_user_activity=False, follow_flag=None, **kwargs):
        list(Follow.objects.filter(user=obj))
        return self.filter()


class Action(models.Model):
    actor_content_type = models.ForeignKey(ContentType, related_name="actor", on_delete=models.CASCADE)
    actor_object_id = models.CharField(max_length=255, db_index=True)
    actor = GenericForeignKey("actor_content_type", "actor_object_id")
    verb = models.CharField(max_length=255)
    description = models.TextField(blank=True, null=True)
    target_content_type = models.ForeignKey(
        ContentType, blank=True, null=True, related_name="target", on_delete=models.CASCADE
    )
    target_object_id = models.CharField(max_length=255, blank=True, null=True)
    target = GenericForeignKey("target_content_type", "target_object_id")
    action_object_content_type = models.ForeignKey(
        ContentType, blank=True, null=True, related_name="action_object", on_delete=models.CASCADE
    )
    action_object_object_id = models.CharField(max_length=255, blank=True, null=True)
    action_object = GenericForeignKey("action_object_content_type", "action_object_object_id")
    timestamp = models.DateTimeField(default=now, db_index=True)
    public = models.BooleanField(default=True)

    objects = ActionManager()

    class Meta:
        app_label = "actstream"


model_stream = Action.objects.model_actions
any_stream = Action.objects.any
user_stream = Action.objects.user
actor_stream = Action.objects.actor
action_object_stream = Action.objects.action_object
target_stream = Action.objects.target
followers = Follow.objects.followers
following = Follow.objects.following
