"""What does Flask call?  Views, handlers around requests, commands."""

from flask.globals import g
from flask.scaffold import Scaffold
from flask import cli, views


class Flask(Scaffold):
    pass


class Blueprint(Scaffold):
    pass


def copy_current_request_context(f):
    return f


def stream_with_context(f):
    return f
