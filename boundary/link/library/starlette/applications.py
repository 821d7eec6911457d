from starlette.routing import Router


class Starlette(Router):
    pass
