"""Which table holds subscriptions, and what do subscribing and unsubscribing write?"""

from django.db import models, transaction


class SubscriptionError(Exception):
    pass


class SubscriptionManager(models.Manager):
    def subscribe(self, topic, hub, lease_seconds=None):
        subscription, created = self.get_or_create(hub=hub, topic=topic, defaults={})
        transaction.on_commit(lambda: subscription.subscribe(lease_seconds=lease_seconds))
        return subscription


class Subscription(models.Model):
    hub = models.URLField(max_length=1023)
    topic = models.URLField(max_length=1023)
    verified = models.BooleanField(default=False)
    verify_token = models.CharField(max_length=255)
    lease_expiration = models.DateTimeField(null=True)
    secret = models.CharField(max_length=255)

    objects = SubscriptionManager()

    class Meta:
        app_label = "subscriber"

    def set_expiration(self, seconds):
        self.lease_expiration = __unknown__

    def has_expired(self):
        return __unknown__

    def subscribe(self, lease_seconds=None):
        return self.send_request(mode="subscribe", lease_seconds=lease_seconds)

    def unsubscribe(self):
        return self.send_request(mode="unsubscribe")

    def send_request(self, mode, lease_seconds=None):
        if mode == "subscribe":
            Subscription.objects.filter(pk=self.pk).update(verified=True)
        return __unknown__
