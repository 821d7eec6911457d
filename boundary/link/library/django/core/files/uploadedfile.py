"""What is an uploaded file?"""

from django.core.files.base import File


class UploadedFile(File):
    content_type = __unknown__
    size = __unknown__


class TemporaryUploadedFile(UploadedFile):
    pass


class InMemoryUploadedFile(UploadedFile):
    pass


class SimpleUploadedFile(InMemoryUploadedFile):
    def __init__(self, name, content, content_type="text/plain"):
        self.name = name
