"""What does an application keep, what a request?  Attributes that they are given, addresses, and files."""

from tempfile import SpooledTemporaryFile


class State:
    pass


class RequestState(State):
    pass


class URL:
    """An address: others are made of it, and nothing else."""

    def changed(self, **parts):
        return self

    replace = include_query_params = replace_query_params = remove_query_params = changed


class UploadFile:
    """A file that came with a request: data, read and written beside the database."""

    def __init__(self, file, size=None, filename=None, headers=None):
        pass

    @property
    def file(self):
        return SpooledTemporaryFile()

    @property
    def filename(self):
        return str(self)

    content_type = filename

    @property
    def size(self):
        return int(self)

    @property
    def headers(self):
        return Headers()

    def read(self, size=-1):
        return str(self)

    def write(self, data):
        pass

    def seek(self, offset):
        pass

    def close(self):
        pass


class Headers:
    def get(self, key, default=None):
        return str(self)

    getlist = items = keys = values = get
