"""What do making and deleting a thumbnail write?"""

from django.core.files.base import File
from django.utils import timezone
from easy_thumbnails import models


def get_thumbnailer(obj, relative_name=None):
    return Thumbnailer()


def generate_all_aliases(fieldfile, include_global):
    get_thumbnailer(fieldfile).get_thumbnail(__unknown__)


class ThumbnailFile(File):
    url = __unknown__

    def tag(self, alt="", use_size=None, **attrs):
        return __unknown__


class Thumbnailer(File):
    def __getitem__(self, alias):
        return self.get_thumbnail(__unknown__)

    def get_source_cache(self, create=False, update=False):
        modified = timezone.now() if update else None
        return models.Source.objects.get_file(None, __unknown__, create=create, update_modified=modified)

    def get_thumbnail_cache(self, thumbnail_name, create=False, update=False):
        self.get_source_cache(create=True)
        modified = timezone.now() if update else None
        return models.Thumbnail.objects.get_file(None, thumbnail_name, create=create, update_modified=modified)

    def generate_thumbnail(self, thumbnail_options, **kwargs):
        return ThumbnailFile()

    def get_existing_thumbnail(self, thumbnail_options):
        return ThumbnailFile()

    def get_thumbnail(self, thumbnail_options, save=True, generate=None, silent_template_exception=False):
        self.thumbnail_exists(__unknown__)
        thumbnail = self.generate_thumbnail(thumbnail_options)
        if save:
            self.save_thumbnail(thumbnail)
        return thumbnail

    def save_thumbnail(self, thumbnail):
        self.get_thumbnail_cache(__unknown__, create=True, update=True)

    def thumbnail_exists(self, thumbnail_name):
        self.get_source_cache()
        return __unknown__

    def save(self, name, content, *args, **kwargs):
        self.get_source_cache(create=True, update=True)

    def delete(self, *args, **kwargs):
        self.delete_thumbnails()
        self.get_source_cache().delete()

    def delete_thumbnails(self, source_cache=None):
        source_cache = self.get_source_cache()
        for thumbnail in source_cache.thumbnails.all():
            thumbnail.delete()

    def get_thumbnails(self, *args, **kwargs):
        source_cache = self.get_source_cache()
        for thumbnail in source_cache.thumbnails.all():
            yield ThumbnailFile()


class ThumbnailerFieldFile(Thumbnailer):
    pass


class ThumbnailerImageFieldFile(ThumbnailerFieldFile):
    pass
