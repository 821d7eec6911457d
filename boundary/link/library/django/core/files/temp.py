"""What is a temporary file?"""

from django.core.files.base import File


class NamedTemporaryFile(File):
    pass
