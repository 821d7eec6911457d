"""Which errors do resources raise?"""


class TastypieError(Exception): ...


class HydrationError(TastypieError): ...


class NotRegistered(TastypieError): ...


class NotFound(TastypieError): ...


class Unauthorized(TastypieError): ...


class ApiFieldError(TastypieError): ...


class UnsupportedFormat(TastypieError): ...


class BadRequest(TastypieError): ...


class InvalidFilterError(BadRequest): ...


class InvalidSortError(BadRequest): ...


class ImmediateHttpResponse(TastypieError):
    def __init__(self, response):
        self._response = response

    @property
    def response(self):
        return self._response
