"""What does the handler write that keeps attempts in the database?"""

from axes.attempts import clean_expired_user_attempts, get_user_attempts, reset_user_attempts
from axes.handlers.base import AxesHandler
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from axes.signals import user_locked_out
from django.conf import settings
from django.db import transaction


class AxesDatabaseHandler(AxesHandler):
    def reset_attempts(self, *, ip_address=None, username=None, ip_or_username=False):
        return AccessAttempt.objects.filter(username=username).delete()

    def reset_logs(self, *, age_days=None):
        return AccessLog.objects.all().delete()

    def reset_failure_logs(self, *, age_days=None):
        return AccessFailureLog.objects.all().delete()

    def get_failures(self, request, credentials=None):
        return [attempts.aggregate(__unknown__) for attempts in get_user_attempts(request, credentials)]

    def user_login_failed(self, sender, credentials, request=None, **kwargs):
        clean_expired_user_attempts(request, credentials)
        with transaction.atomic():
            attempt, created = AccessAttempt.objects.select_for_update().get_or_create(username=__unknown__)
            if not created:
                attempt.save()
        if self.get_failures(request, credentials):
            user_locked_out.send("axes", request=request)
        if settings.AXES_ENABLE_ACCESS_FAILURE_LOG:
            with transaction.atomic():
                AccessFailureLog.objects.create(username=__unknown__)

    def user_logged_in(self, sender, request, user, **kwargs):
        clean_expired_user_attempts(request)
        if not settings.AXES_DISABLE_ACCESS_LOG:
            AccessLog.objects.create(username=user.get_username())
        if settings.AXES_RESET_ON_SUCCESS:
            reset_user_attempts(request)

    def user_logged_out(self, sender, request, user, **kwargs):
        clean_expired_user_attempts(request)
        if not settings.AXES_DISABLE_ACCESS_LOG:
            AccessLog.objects.filter(username=__unknown__, logout_time__isnull=True).update(logout_time=__unknown__)
