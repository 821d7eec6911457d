"""What answers at the root of an API?"""

from djblets.webapi.resources.base import WebAPIResource


class RootResource(WebAPIResource):
    singleton = True

    def __init__(self, child_resources=None, include_uri_templates=True, **kwargs):
        super().__init__()
        self.list_child_resources = child_resources or []

    def get(self, request, *args, **kwargs):
        return 200, {}
