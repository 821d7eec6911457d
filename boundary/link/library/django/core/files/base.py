"""What is a file? A value that writes no table."""


class File:
    def __init__(self, file=None, name=None):
        self.file = file
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def __iter__(self):
        return iter(())

    def chunks(self, chunk_size=None):
        return iter(())

    def open(self, mode=None):
        return self

    def close(self):
        pass

    def read(self, size=None):
        return __unknown__

    def write(self, content):
        return __unknown__

    def seek(self, position):
        pass

    def save(self, *args, **kwargs):
        pass

    def delete(self, *args, **kwargs):
        pass


class ContentFile(File):
    def __init__(self, content, name=None):
        self.name = name
