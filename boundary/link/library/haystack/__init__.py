"""django-haystack: rows of models are indexed for a search engine, and loaded of what it finds."""

from haystack.constants import DEFAULT_ALIAS
from haystack.utils.loading import ConnectionHandler, ConnectionRouter

connections = ConnectionHandler()
connection_router = ConnectionRouter()
