"""What does a resource show of groups?"""

from django.contrib.auth.models import Group
from djblets.webapi.resources.base import WebAPIResource


class GroupResource(WebAPIResource):
    model = Group
