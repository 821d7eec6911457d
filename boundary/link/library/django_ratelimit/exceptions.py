"""What is raised where a request is one too many?"""

from django.core.exceptions import PermissionDenied


class Ratelimited(PermissionDenied): ...
