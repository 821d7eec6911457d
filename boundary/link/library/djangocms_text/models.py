"""What is a text on a page?"""

from cms.models import CMSPlugin
from django.db import models


class AbstractText(CMSPlugin):
    body = models.TextField()

    class Meta:
        abstract = True


class Text(AbstractText):
    class Meta:
        abstract = False
        app_label = "djangocms_text"
