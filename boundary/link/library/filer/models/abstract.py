"""What are images made of?"""

from filer.models.filemodels import File


class BaseImage(File):
    class Meta:
        app_label = "filer"
        abstract = True
