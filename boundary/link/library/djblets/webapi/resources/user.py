"""What does a resource show of users?"""

from django.contrib.auth.models import User
from djblets.webapi.resources.base import WebAPIResource


class UserResource(WebAPIResource):
    model = User

    def has_modify_permissions(self, request, user, *args, **kwargs):
        return True
