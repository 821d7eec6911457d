"""Which object is the database in applications of sanic?  The one that GINO has."""

from gino.api import Gino
