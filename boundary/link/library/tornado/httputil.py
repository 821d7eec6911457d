"""What is a request to Tornado?"""


class HTTPServerRequest:
    pass
