"""What does Flask call?  Views, handlers around requests, commands."""

from flask.globals import g
from flask.scaffold import Scaffold
from flask import cli, views
from flask.config import Config


class Flask(Scaffold):
    config = Config()


class Blueprint(Scaffold):
    pass


current_app = Flask()


def copy_current_request_context(f):
    return f


def stream_with_context(f):
    return f
