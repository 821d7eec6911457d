"""What makes the rows of content types?"""

from django.contrib.contenttypes.models import ContentType


def get_contenttypes_and_models(app_config, using, ContentType):
    return ContentType.objects.using(using).filter(app_label=app_config.label), __unknown__


def create_contenttypes(app_config, verbosity=2, interactive=True, using="default", apps=None, **kwargs):
    get_contenttypes_and_models(app_config, using, ContentType)
    ContentType.objects.using(using).bulk_create([ContentType(app_label=app_config.label, model=__unknown__)])
