"""Where newer pymongo has this class."""

from pymongo.cursor import AsyncCursor
