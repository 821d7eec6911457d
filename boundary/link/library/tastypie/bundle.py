"""What does one request know of one row?"""

from django.http import HttpRequest


class Bundle:
    request: HttpRequest

    def __init__(
        self,
        obj=None,
        data=None,
        request=None,
        related_obj=None,
        related_name=None,
        objects_saved=None,
        related_objects_to_save=None,
        via_uri=False,
    ):
        if obj is not None:
            self.obj = obj
        self.data = data or {}
        self.request = request
        self.related_obj = related_obj
        self.related_name = related_name
        self.errors = {}
        self.via_uri = via_uri
