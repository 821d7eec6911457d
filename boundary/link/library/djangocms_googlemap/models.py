"""What is a map on a page?"""

from cms.models import CMSPlugin
from django.db import models
from filer.fields.image import FilerImageField


class GoogleMap(CMSPlugin):
    class Meta:
        app_label = "djangocms_googlemap"


class GoogleMapMarker(CMSPlugin):
    icon = FilerImageField(null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        app_label = "djangocms_googlemap"


class GoogleMapRoute(CMSPlugin):
    class Meta:
        app_label = "djangocms_googlemap"
