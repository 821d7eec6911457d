"""What does the permission read?"""

from rest_framework.permissions import BasePermission


class KeyParser:
    keyword = "Api-Key"

    def get(self, request):
        return __unknown__


class BaseHasAPIKey(BasePermission):
    model = None
    key_parser = KeyParser()

    def get_key(self, request):
        return self.key_parser.get(request)

    def has_permission(self, request, view):
        key = self.get_key(request)
        return self.model.objects.is_valid(key)


class HasAPIKey(BaseHasAPIKey):
    @property
    def model(self):
        from rest_framework_api_key.models import APIKey

        return APIKey
