"""What are responses? Values that an application returns; none of them calls back."""


class BadHeaderError(ValueError):
    pass


class Http404(Exception):
    pass


class HttpResponseBase:
    status_code = __unknown__

    def __setitem__(self, header, value):
        pass

    def __getitem__(self, header):
        return __unknown__

    def set_cookie(self, key, value="", **options):
        pass

    def delete_cookie(self, key, **options):
        pass

    def has_header(self, header):
        return __unknown__

    def write(self, content):
        pass


class HttpResponse(HttpResponseBase):
    def __init__(self, content=b"", *args, **kwargs):
        self.content = content


class StreamingHttpResponse(HttpResponseBase):
    def __init__(self, streaming_content=(), *args, **kwargs):
        # The body is read when the response is sent: after the view, and after its transaction.
        self.streaming_content = streaming_content


class FileResponse(StreamingHttpResponse):
    pass


class HttpResponseRedirect(HttpResponse):
    status_code = 302


class HttpResponsePermanentRedirect(HttpResponse):
    status_code = 301


class HttpResponseNotModified(HttpResponse):
    status_code = 304


class HttpResponseBadRequest(HttpResponse):
    status_code = 400


class HttpResponseForbidden(HttpResponse):
    status_code = 403


class HttpResponseNotFound(HttpResponse):
    status_code = 404


class HttpResponseNotAllowed(HttpResponse):
    status_code = 405


class HttpResponseGone(HttpResponse):
    status_code = 410


class HttpResponseServerError(HttpResponse):
    status_code = 500


class JsonResponse(HttpResponse):
    def __init__(self, data, encoder=None, safe=True, json_dumps_params=None, **kwargs):
        self.data = data
