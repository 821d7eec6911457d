"""Which attempts are looked up and forgotten?"""

from axes.models import AccessAttempt
from django.conf import settings


def get_user_attempts(request, credentials=None):
    return [AccessAttempt.objects.filter(username=__unknown__)]


def clean_expired_user_attempts(request=None, credentials=None):
    if settings.AXES_COOLOFF_TIME:
        AccessAttempt.objects.filter(attempt_time__lte=__unknown__).delete()


def reset_user_attempts(request, credentials=None):
    AccessAttempt.objects.filter(username=__unknown__).delete()
