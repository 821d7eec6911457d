"""What does GINO export?  See `../../frameworks/gino.py`."""

from gino.api import Gino
from gino.engine import GinoConnection, GinoEngine
from gino.loader import *


async def create_engine(*args, **kwargs):
    return GinoEngine()
