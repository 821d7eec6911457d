"""What makes the rows of permissions?"""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.management import create_contenttypes
from django.contrib.contenttypes.models import ContentType


def create_permissions(app_config, verbosity=2, interactive=True, using="default", apps=None, **kwargs):
    create_contenttypes(app_config, using=using)
    ContentType.objects.db_manager(using).get_for_model(__unknown__)
    Permission.objects.using(using).filter(content_type=__unknown__).values_list("content_type", "codename")
    Permission.objects.using(using).bulk_create([Permission()])
