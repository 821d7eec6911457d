"""What stands for a site where the table is not installed?"""


class RequestSite:
    def __init__(self, request):
        self.domain = self.name = __unknown__

    def save(self, force_insert=False, force_update=False):
        raise NotImplementedError

    def delete(self):
        raise NotImplementedError
