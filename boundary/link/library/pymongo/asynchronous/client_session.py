"""Where newer pymongo has this class."""

from pymongo.client_session import AsyncClientSession
