"""What do sessions kept in a table do to it?"""

from django.contrib.sessions.backends.base import SessionBase
from django.db import router, transaction
from django.utils import timezone
from django.utils.functional import cached_property


class SessionStore(SessionBase):
    @classmethod
    def get_model_class(cls):
        from django.contrib.sessions.models import Session

        return Session

    @cached_property
    def model(self):
        return self.get_model_class()

    def _get_session_from_db(self):
        return self.model.objects.get(session_key=self.session_key, expire_date__gt=timezone.now())

    def load(self):
        self._get_session_from_db()
        return {**__unknown__}

    def exists(self, session_key):
        return self.model.objects.filter(session_key=session_key).exists()

    def create(self):
        self.exists(__unknown__)
        self.save(must_create=True)

    def create_model_instance(self, data):
        return self.model(
            session_key=self.session_key, session_data=__unknown__, expire_date=self.get_expiry_date()
        )

    def save(self, must_create=False):
        if self.session_key is None:
            return self.create()
        obj = self.create_model_instance(self._get_session(no_load=must_create))
        using = router.db_for_write(self.model, instance=obj)
        with transaction.atomic(using=using):
            obj.save(force_insert=must_create, force_update=not must_create, using=using)

    def delete(self, session_key=None):
        self.model.objects.get(session_key=session_key).delete()

    @classmethod
    def clear_expired(cls):
        cls.get_model_class().objects.filter(expire_date__lt=timezone.now()).delete()
