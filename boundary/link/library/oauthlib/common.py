"""What is handed from one method of a validator to the next?  A request, on which they leave the client and the user."""


class Request:
    def __init__(self, uri, http_method="GET", body=None, headers=None, encoding="utf-8"):
        self.uri = uri
        self.http_method = http_method
        self.body = body
        self.headers = headers
        self.client = __unknown__
        self.user = __unknown__


def generate_token(length=30, chars=None): ...


def generate_client_id(length=30, chars=None): ...
