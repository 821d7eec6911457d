"""What does an aggregation give?  Documents, one after the other."""

from pymongo.cursor import AsyncCommandCursor, CommandCursor
