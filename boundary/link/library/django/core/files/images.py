"""What is an image file?"""

from django.core.files.base import File


class ImageFile(File):
    width = __unknown__
    height = __unknown__


def get_image_dimensions(file_or_path, close=False):
    return (__unknown__, __unknown__)
