"""What is an image of which there are thumbnails?"""

from django.db import models


class ImageField(models.ImageField):
    def delete_file(self, instance, sender, **kwargs):
        from sorl.thumbnail.shortcuts import delete

        delete(__unknown__)
