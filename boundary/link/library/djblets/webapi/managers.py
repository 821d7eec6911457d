"""How is the token of an API made?"""

from django.db import models


class WebAPITokenManager(models.Manager):
    def generate_token(self, user, max_attempts=20, local_site=None, note=None, policy=None, **kwargs):
        token = self.model(user=user)
        token.save(force_insert=True)
        return token
