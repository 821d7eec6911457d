"""What does a file of a row write? Its contents are not in the database, but the row has its name."""

from django.core.files.base import File
from django.db.models.fields import Field


class FieldFile(File):
    def __init__(self, instance, field, name):
        self.instance = instance

    def save(self, name, content, save=True):
        if save:
            self.instance.save()

    def delete(self, save=True):
        if save:
            self.instance.save()


class FileField(Field):
    attr_class = FieldFile


class ImageFieldFile(FieldFile):
    pass


class ImageField(FileField):
    attr_class = ImageFieldFile
