"""What is an image?  A file, and a row beside it."""

from filer.models.abstract import BaseImage


class Image(BaseImage):
    class Meta(BaseImage.Meta):
        abstract = False
