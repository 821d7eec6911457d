"""What happens around every request."""

import contextvars
import uuid

request_id = contextvars.ContextVar("request_id", default="-")


class RequestIdMiddleware:
    """Gives each request a name that log lines and audit entries share."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = request.headers.get("X-Request-Id") or uuid.uuid4().hex[:12]
        token = request_id.set(request.id)
        try:
            response = self.get_response(request)
        finally:
            request_id.reset(token)
        response["X-Request-Id"] = request.id
        return response
