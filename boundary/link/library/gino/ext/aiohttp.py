"""Which object is the database in applications of aiohttp?  The one that GINO has."""

from gino.api import Gino
