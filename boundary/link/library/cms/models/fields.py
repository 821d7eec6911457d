"""Which tables do the fields of django CMS point at?"""

from django.db import models


class PlaceholderField(models.ForeignKey):
    def __init__(self, slotname, default_width=None, actions=None, **kwargs):
        super().__init__("cms.Placeholder", null=True, on_delete=models.CASCADE, **kwargs)


class PageField(models.ForeignKey):
    def __init__(self, **kwargs):
        super().__init__("cms.Page", on_delete=kwargs.pop("on_delete", models.CASCADE), **kwargs)
