class BaseHTTPMiddleware:
    __entry_points__ = {"dispatch": "middleware"}
