"""Which views keep their log in a table?"""

from rest_framework_tracking.base_mixins import BaseLoggingMixin
from rest_framework_tracking.models import APIRequestLog


class LoggingMixin(BaseLoggingMixin):
    def handle_log(self):
        APIRequestLog(**self.log).save()


class LoggingErrorsMixin(LoggingMixin):
    def should_log(self, request, response):
        return __unknown__
