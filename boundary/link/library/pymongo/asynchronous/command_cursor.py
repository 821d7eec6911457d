"""Where newer pymongo has this class."""

from pymongo.command_cursor import AsyncCommandCursor
