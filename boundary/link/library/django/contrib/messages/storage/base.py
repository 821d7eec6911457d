"""What does a storage of messages offer?"""


class Message:
    def __init__(self, level, message, extra_tags=None):
        self.level = level
        self.message = message


class BaseStorage:
    def __init__(self, request, *args, **kwargs):
        self.request = request

    def __iter__(self):
        return iter(())

    def add(self, level, message, extra_tags=""):
        pass

    def update(self, response):
        pass
