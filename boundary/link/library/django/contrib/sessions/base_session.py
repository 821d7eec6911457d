"""What does every model of sessions have?"""

from django.db import models


class BaseSessionManager(models.Manager):
    def encode(self, session_dict):
        return __unknown__

    def save(self, session_key, session_dict, expire_date):
        session = self.model(session_key, self.encode(session_dict), expire_date)
        if session_dict:
            session.save()
        else:
            session.delete()
        return session


class AbstractBaseSession(models.Model):
    session_key = models.CharField(max_length=40, primary_key=True)
    session_data = models.TextField()
    expire_date = models.DateTimeField(db_index=True)

    objects = BaseSessionManager()

    class Meta:
        abstract = True

    @classmethod
    def get_session_store_class(cls):
        return __unknown__

    def get_decoded(self):
        return __unknown__
