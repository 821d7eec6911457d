"""Which methods of a REST controller does Pecan call?"""


class RestController:
    __entry_points__ = {
        "get": "route",
        "get_one": "route",
        "get_all": "route",
        "post": "route",
        "put": "route",
        "patch": "route",
        "delete": "route",
        "_lookup": "route",
        "_default": "route",
    }
