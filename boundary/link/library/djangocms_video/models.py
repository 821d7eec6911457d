"""What is a video on a page?"""

from cms.models import CMSPlugin
from django.db import models
from filer.fields.file import FilerFileField
from filer.fields.image import FilerImageField


class VideoPlayer(CMSPlugin):
    poster = FilerImageField(null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        app_label = "djangocms_video"


class VideoSource(CMSPlugin):
    source_file = FilerFileField(null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        app_label = "djangocms_video"


class HlsStreamSource(CMSPlugin):
    class Meta:
        app_label = "djangocms_video"


class VideoTrack(CMSPlugin):
    src = FilerFileField(null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        app_label = "djangocms_video"
