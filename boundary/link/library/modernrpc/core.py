"""What does a procedure know of the request that called it?"""

from django.http import HttpRequest

REQUEST_KEY = "request"
ENTRY_POINT_KEY = "entry_point"
PROTOCOL_KEY = "protocol"
HANDLER_KEY = "handler"
ALL = "__all__"


class RpcRequestContext:
    request = __instance__(HttpRequest)
    auth_result = __unknown__


def rpc_method(func=None, name=None, entry_point=ALL, protocol=ALL, context_target=None):
    pass
