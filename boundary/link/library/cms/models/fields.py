"""Which tables do the fields of django CMS point at?"""

from django.db import models


class PlaceholderField(models.ForeignKey):
    __to__ = "cms.Placeholder"


class PageField(models.ForeignKey):
    __to__ = "cms.Page"
