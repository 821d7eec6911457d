"""Which paths lead to which actions?  See `../../frameworks/routes_mapper.py`."""

from routes.mapper import Mapper
