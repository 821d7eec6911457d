"""Remembers when a user was last here."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.deprecation import MiddlewareMixin

EVERY = timedelta(minutes=5)


class LastSeenMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        user = getattr(request, "user", None)
        if user is None or not user.is_authenticated:
            return response
        now = timezone.now()
        if user.last_seen is None or now - user.last_seen > EVERY:
            get_user_model().objects.filter(pk=user.pk).update(last_seen=now)
        return response
