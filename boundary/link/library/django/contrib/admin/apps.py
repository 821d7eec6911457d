"""Under which name is the admin installed?"""

from django.apps import AppConfig


class SimpleAdminConfig(AppConfig):
    name = "django.contrib.admin"


class AdminConfig(SimpleAdminConfig):
    pass
