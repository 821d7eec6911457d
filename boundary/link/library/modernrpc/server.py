"""How are procedures made known to a server?"""

from django.http import HttpRequest, HttpResponse


class RegistryMixin:
    def __init__(self, auth=None):
        self.auth = auth

    def register_procedure(self, procedure=None, name=None, protocol=None, auth=None, context_target=None):
        pass


class RpcNamespace(RegistryMixin):
    pass


class RpcServer(RegistryMixin):
    def __init__(self, register_system_procedures=True, supported_protocol=None, auth=None, error_handler=None, **options):
        self.auth = auth

    def register_namespace(self, namespace, name=None):
        pass

    def view(self, request: HttpRequest):
        return HttpResponse()

    def async_view(self, request: HttpRequest):
        return HttpResponse()
