"""What does a storage call back? Its own `_save` and `_open`; a storage writes no table of its own."""

from django.core.files.base import File


class Storage:
    def open(self, name, mode="rb"):
        return self._open(name, mode)

    def save(self, name, content, max_length=None):
        name = self.get_available_name(name, max_length=max_length)
        return self._save(name, content)

    def get_valid_name(self, name):
        return name

    def get_alternative_name(self, file_root, file_ext):
        return __unknown__

    def get_available_name(self, name, max_length=None):
        self.exists(name)
        return name

    def generate_filename(self, filename):
        return filename

    def path(self, name):
        return __unknown__

    def delete(self, name):
        pass

    def exists(self, name):
        return __unknown__

    def listdir(self, path):
        return ([], [])

    def size(self, name):
        return __unknown__

    def url(self, name):
        return __unknown__


class FileSystemStorage(Storage):
    def __init__(self, location=None, base_url=None, **options):
        self.location = location

    def _open(self, name, mode="rb"):
        return File()

    def _save(self, name, content):
        return name


class InMemoryStorage(FileSystemStorage):
    pass


class StorageHandler:
    def __getitem__(self, alias):
        return FileSystemStorage()

    def create_storage(self, params):
        return FileSystemStorage()


class DefaultStorage(FileSystemStorage):
    pass


default_storage = DefaultStorage()
storages = StorageHandler()


def get_storage_class(import_path=None):
    return FileSystemStorage
