"""What is a route?  It is made of the function that answers, which a class of the project may wrap first."""


class APIRoute:
    def __init__(self, path, endpoint, **kwargs):
        handed(endpoint)

    def get_route_handler(self):
        return __unknown__


def handed(endpoint): ...


from fastapi import APIRouter
