"""What does publishing a static placeholder do?  The plugins of its draft are copied over those that are public."""

from django.contrib.sites.models import Site
from django.db import models

from cms.models.fields import PlaceholderField


class StaticPlaceholder(models.Model):
    name = models.CharField(max_length=255)
    code = models.CharField(max_length=255)
    draft = PlaceholderField("static", related_name="static_draft")
    public = PlaceholderField("static", editable=False, related_name="static_public")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, null=True)

    class Meta:
        app_label = "cms"

    def publish(self, request, language, force=False):
        self.public.clear(language=language)
        self.draft.copy_plugins(self.public, language=language)
        self.save()
        return True
