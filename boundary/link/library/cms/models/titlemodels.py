"""What does a page have for each language?"""

from django.db import models


class Title(models.Model):
    language = models.CharField(max_length=15)
    title = models.CharField(max_length=255)
    slug = models.SlugField(max_length=255)
    path = models.CharField(max_length=255)
    page = models.ForeignKey("cms.Page", on_delete=models.CASCADE, related_name="title_set")
    published = models.BooleanField(default=False)
    publisher_is_draft = models.BooleanField(default=True, editable=False)
    publisher_public = models.OneToOneField(
        "self", on_delete=models.CASCADE, related_name="publisher_draft", null=True, editable=False
    )
    publisher_state = models.SmallIntegerField(default=0, editable=False)

    class Meta:
        app_label = "cms"


class EmptyTitle:
    def __init__(self, language):
        self.language = language
