"""Which tables hold images?  Their own, and one of what is made of each for showing it."""

from django.conf import settings
from django.db import models
from wagtail.models import CollectionMember, ReferenceIndex
from wagtail.search import index


class AbstractImage(CollectionMember, index.Indexed, models.Model):
    title = models.CharField(max_length=255)
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        ReferenceIndex.register_model(cls)

    def get_rendition(self, filter):
        found = self.renditions.filter(filter_spec=__unknown__).first()
        return found if found is not None else self.create_rendition(filter)

    def create_rendition(self, filter):
        made, _ = self.renditions.get_or_create(filter_spec=__unknown__)
        return made


class Image(AbstractImage):
    class Meta(AbstractImage.Meta):
        app_label = "wagtailimages"


class AbstractRendition(models.Model):
    filter_spec = models.CharField(max_length=255)

    class Meta:
        abstract = True


class Rendition(AbstractRendition):
    image = models.ForeignKey(Image, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        app_label = "wagtailimages"
