"""What is a picture on a page?"""

from cms.models import CMSPlugin
from cms.models.fields import PageField
from django.db import models
from filer.fields.image import FilerImageField
from filer.models import ThumbnailOption


class AbstractPicture(CMSPlugin):
    picture = FilerImageField(null=True, on_delete=models.SET_NULL, related_name="+")
    link_page = PageField(null=True, on_delete=models.SET_NULL)
    thumbnail_options = models.ForeignKey(ThumbnailOption, null=True, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class Picture(AbstractPicture):
    class Meta:
        abstract = False
        app_label = "djangocms_picture"
