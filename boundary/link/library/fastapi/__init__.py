"""What does FastAPI call?  Path operations, with what their parameters depend on."""

from starlette.background import BackgroundTasks
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.routing import Router
from starlette.websockets import WebSocket

from fastapi.routing import APIRoute


class APIRouter(Router):
    def __init__(self, *args, route_class=APIRoute, **kwargs):
        self.route_class = route_class
        super().__init__(*args, **kwargs)

    def get(self, path, **kwargs):
        pass

    def post(self, path, **kwargs):
        pass

    def put(self, path, **kwargs):
        pass

    def patch(self, path, **kwargs):
        pass

    def delete(self, path, **kwargs):
        pass

    def head(self, path, **kwargs):
        pass

    def options(self, path, **kwargs):
        pass

    def websocket(self, path, **kwargs):
        pass

    def api_route(self, path, **kwargs):
        pass

    def add_api_route(self, path, endpoint, **kwargs):
        pass

    def include_router(self, router, **kwargs):
        pass


class Overrides:
    def __setitem__(self, dependency, instead): ...


class FastAPI(APIRouter):
    dependency_overrides = Overrides()


def Depends(dependency=None, **kwargs):
    pass


Security = Depends
