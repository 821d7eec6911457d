"""Which object is the database in applications of starlette?  The one that GINO has."""

from gino.api import Gino
