"""Where newer pymongo has this class."""

from pymongo.collection import Collection
