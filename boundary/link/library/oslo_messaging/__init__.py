"""Who sends messages, and who answers them?  See `../../frameworks/oslo_messaging.py`."""


class RPCClient:
    def __init__(self, transport, target, **kwargs): ...

    def prepare(self, **kwargs):
        return self

    def can_send_version(self, version=None):
        return __unknown__

    def call(self, ctxt, method, **kwargs): ...

    def cast(self, ctxt, method, **kwargs): ...


def get_rpc_client(transport, target, client_cls=RPCClient, **kwargs):
    return client_cls(transport, target)


def get_rpc_server(transport, target, endpoints, executor=None, serializer=None, access_policy=None): ...


class Serializer: ...


class NoOpSerializer(Serializer): ...


class JsonPayloadSerializer(NoOpSerializer): ...


class Target:
    def __init__(self, **kwargs): ...


def expected_exceptions(*exceptions):
    def decorated(function):
        return function

    return decorated
