"""What is an image of which there are thumbnails?"""

from django.db import models


class ThumbnailerField(models.FileField):
    pass


class ThumbnailerImageField(models.ImageField):
    pass
