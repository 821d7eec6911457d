"""What does Flask call?  Views, handlers around requests, commands."""

import logging

from flask.globals import _app_ctx_stack, _request_ctx_stack, g
from flask.scaffold import Scaffold
from flask import cli, views
from flask.config import Config
from flask.wrappers import Response


class Flask(Scaffold):
    config = Config()
    extensions = {}
    logger = logging.getLogger("flask.app")
    response_class = Response

    def ensure_sync(self, func):
        return func

    def async_to_sync(self, func):
        return func

    def app_context(self):
        return Pushed()

    def test_request_context(self, *args, **kwargs):
        return Pushed()

    def request_context(self, environ):
        return Pushed()


class Pushed:
    def push(self): ...

    def pop(self, exc=None): ...

    def __enter__(self):
        return self

    def __exit__(self, *exc): ...


class BlueprintSetupState:
    """What a blueprint meets where it is registered."""

    def __init__(self, blueprint, app):
        self.blueprint = blueprint
        self.app = app


class Blueprint(Scaffold):
    def record(self, func):
        func(BlueprintSetupState(self, current_app))

    def record_once(self, func):
        func(BlueprintSetupState(self, current_app))


current_app = __instance__(Flask)


def copy_current_request_context(f):
    return f


def stream_with_context(f):
    return f
