"""What does the strategy of a login keep?  The session, codes sent by mail, and what is left of a pipeline."""

from django.conf import settings
from django.utils.module_loading import import_string
from social_django.models import Code, Partial


class BaseStrategy:
    def __init__(self, storage=None, request=None, tpl=None):
        self.storage = storage
        self.request = request

    def session_get(self, name, default=None):
        return self.request.session.get(name, default)

    def session_set(self, name, value):
        self.request.session[name] = value

    def session_pop(self, name):
        return self.request.session.pop(name, None)

    def request_data(self, merge=True):
        return __unknown__

    def partial_prepare(self):
        return Partial()

    def partial_load(self, token):
        return Partial.objects.filter(token=token).first()

    def clean_partial_pipeline(self, token):
        self.partial_load(token).delete()
        self.session_pop("partial_pipeline_token")

    def validate_email(self, email, code):
        verification = Code.objects.filter(code=code).first()
        verification.save()
        return __unknown__

    def send_email_validation(self, backend, email, partial_token=None):
        code = Code.objects.create(email=email)
        import_string(settings.SOCIAL_AUTH_EMAIL_VALIDATION_FUNCTION)(self, backend, code, partial_token)
        return code


class DjangoStrategy(BaseStrategy): ...
