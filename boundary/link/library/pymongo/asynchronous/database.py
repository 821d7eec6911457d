"""Where newer pymongo has this class."""

from pymongo.database import AsyncDatabase
